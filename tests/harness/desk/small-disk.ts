/** A tiny disk of its own, to be filled up or made read-only. Needs root on Linux; tests skip with a reason elsewhere. */
import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { tempFolder } from '../../support/builders.ts';

export interface SmallDisk {
  readonly folder: string;
  readonly makeReadOnly: () => void;
}

/** `size` as mount(8) takes it ("64k", "1m"). Undefined where mounting is not allowed. The disk goes away with the running test. */
export function mountSmallDisk(size: string): SmallDisk | undefined {
  if (process.platform !== 'linux') return undefined;
  const folder = tempFolder();
  const mount = (...options: string[]): boolean => spawnSync('mount', [...options, folder]).status === 0;
  if (!mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs')) return undefined;
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder]);
  });
  return {
    folder,
    makeReadOnly: () => {
      if (!mount('-o', `remount,ro,size=${size}`)) throw new Error('the disk cannot be made read-only');
    },
  };
}
