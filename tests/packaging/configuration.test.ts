/** The settings of electron-builder that show in no folder, and the drawn icon. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageBuilder } from '../harness/package/build-package.ts';
import { projectRoot } from '../support/test-host.ts';

const builder = packageBuilder();

describe('the configuration of electron-builder', () => {
  it('is checked: an unknown key stops the build', async () => {
    const failure = builder.build('linux', ['-c.nsis.perMaschine=true']);
    await expect(failure).rejects.toMatchObject({
      stdout: expect.stringContaining('configuration.nsis should be one of these') as string,
    });
    const topLevel = builder.build('linux', ['-c.electronFuse.runAsNode=false']);
    await expect(topLevel).rejects.toMatchObject({
      stdout: expect.stringContaining("unknown property 'electronFuse'") as string,
    });
  });
});

describe('the icon', () => {
  const folder = join(projectRoot, 'assets', 'icons');

  it('holds for Windows the same pictures as for Linux, up to 256 pixels', () => {
    const icon = readFileSync(join(folder, 'stellwerk.ico'));
    const entries = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
      const at = 6 + 16 * index;
      const begin = icon.readUInt32LE(at + 12);
      return { size: icon.readUInt8(at) || 256, png: icon.subarray(begin, begin + icon.readUInt32LE(at + 8)) };
    });
    expect(entries.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    for (const { size, png } of entries) {
      expect(png.equals(readFileSync(join(folder, 'linux', `${size}x${size}.png`))), String(size)).toBe(true);
    }
  });

  it('has for Linux every picture in the size of its name', () => {
    for (const name of readdirSync(join(folder, 'linux'))) {
      const png = readFileSync(join(folder, 'linux', name));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}.png`).toBe(name);
    }
  });
});
