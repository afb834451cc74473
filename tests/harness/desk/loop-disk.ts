/** A disk of its own in a file: it can run full, be made read-only, be taken away and come back. Needs root and loop devices on Linux. */
import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { systemCode } from '../../../src-main/core/system/file-errors.ts';
import { tempFolder } from '../../support/builders.ts';

export interface LoopDisk {
  readonly folder: string;
  /** Leaves at most this many bytes free. */
  fill(leaveBytes?: number): void;
  /** Takes away what `fill` put there. */
  makeSpace(): void;
  makeReadOnly(): void;
  makeWritable(): void;
  /** As when the stick is pulled: the folder stays, what was on it is gone. */
  takeAway(): void;
  bringBack(): void;
  /** As when the stick is pulled while it is written to: what is written from now on does not arrive. */
  tearOut(): void;
}

/** Skips the running test with a reason where the machine cannot. The disk goes away with the test. */
export function loopDisk(test: TestContext, megabytes: number): LoopDisk {
  if (process.platform !== 'linux') test.skip('a disk in a file can only be mounted on Linux');
  const folder = tempFolder();
  const below = tempFolder();
  const image = join(below, 'disk.img');
  const run = (program: string, ...args: string[]): string | null => {
    const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
    return status === 0 ? null : `${program}: ${error ? systemCode(error) : stderr.trim()}`;
  };
  const must = (program: string, ...args: string[]): void => {
    const problem = run(program, ...args);
    if (problem !== null) throw new Error(problem);
  };
  const makeImage = (): null => {
    const file = openSync(image, 'w');
    ftruncateSync(file, megabytes * 1024 * 1024);
    closeSync(file);
    return null;
  };
  // In memory, and on a disk of its own that can be made too small for it.
  const size = (bytes: number): string => `size=${bytes}`;
  const memory = size((megabytes + 4) * 1024 * 1024);
  const mount = (): string | null => run('mount', '-o', 'loop', image, folder);
  const reason =
    run('mount', '-t', 'tmpfs', '-o', memory, 'tmpfs', below) ??
    makeImage() ??
    run('mkfs.ext4', '-q', '-m', '0', image) ??
    mount();
  onTestFinished(() => {
    for (const place of [folder, below]) run('umount', '-l', place);
  });
  if (reason !== null) test.skip(`no disk of its own here: ${reason}`);
  const ballast = join(folder, 'Ballast');
  return {
    folder,
    fill: (leaveBytes = 0) => {
      const stuffing = openSync(ballast, 'w');
      let written = 0;
      for (let size = 1024 * 1024; size >= 512;) {
        try {
          written += writeSync(stuffing, Buffer.alloc(size));
        } catch (error) {
          if (systemCode(error) !== 'ENOSPC') throw error;
          size /= 2;
        }
      }
      ftruncateSync(stuffing, Math.max(0, written - leaveBytes));
      closeSync(stuffing);
    },
    makeSpace: () => rmSync(ballast, { force: true }),
    makeReadOnly: () => must('mount', '-o', 'remount,ro', folder),
    makeWritable: () => must('mount', '-o', 'remount,rw', folder),
    takeAway: () => must('umount', folder),
    bringBack: () => {
      const problem = mount();
      if (problem !== null) throw new Error(problem);
    },
    tearOut: () => {
      const { blocks, bfree, bsize } = statfsSync(below);
      must('mount', '-o', `remount,${size((blocks - bfree) * bsize)}`, below);
    },
  };
}
