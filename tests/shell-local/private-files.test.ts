import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../src-main/contract/shared/errors.ts';
import { removeOpeningPages, writeOpeningPage } from '../../src-main/shell-local/opening-pages.ts';
import { isPrivateOutput } from '../../src-main/shell-local/private-output.ts';
import { ensurePrivateFolder, readPrivateFile, writePrivateFile } from '../../src-main/shell-local/private-files.ts';
import { tempFolder } from '../support/builders.ts';

const modeOf = (path: string): number => statSync(path).mode & 0o777;
const refusal = expect.objectContaining({ code: 'folder-not-private' }) as Refusal;

let folder: string;
beforeEach(() => {
  folder = tempFolder();
});

describe('a folder that only its owner may enter', () => {
  it('is made, and closed where it was open', () => {
    ensurePrivateFolder(join(folder, 'neu', 'zugang'));
    expect(modeOf(join(folder, 'neu', 'zugang'))).toBe(0o700);
    mkdirSync(join(folder, 'offen'));
    chmodSync(join(folder, 'offen'), 0o777);
    ensurePrivateFolder(join(folder, 'offen'));
    expect(modeOf(join(folder, 'offen'))).toBe(0o700);
  });

  it('is no file and no way to another folder', () => {
    const file = join(folder, 'datei');
    writeFileSync(file, '');
    expect(() => ensurePrivateFolder(file)).toThrow();
    mkdirSync(join(folder, 'fremd'));
    symlinkSync(join(folder, 'fremd'), join(folder, 'weg'));
    expect(() => ensurePrivateFolder(join(folder, 'weg'))).toThrow(refusal);
  });

  it.skipIf(process.getuid?.() !== 0)('is refused when somebody else put it there (needs root)', () => {
    const foreign = join(folder, 'fremd');
    mkdirSync(foreign, { mode: 0o700 });
    chownSync(foreign, 12_345, 12_345);
    expect(() => ensurePrivateFolder(foreign)).toThrow(refusal);
  });
});

describe('a file that only its owner may read', () => {
  it('takes the place of whatever stood there, closed', () => {
    const file = join(folder, 'geheim');
    writeFileSync(file, 'alt', { mode: 0o666 });
    chmodSync(file, 0o666);
    expect(readPrivateFile(file)).toBeNull();
    writePrivateFile(file, 'neu');
    expect(modeOf(file)).toBe(0o600);
    expect(readPrivateFile(file)).toBe('neu');
    expect(readdirSync(folder)).toEqual(['geheim']);
  });

  it('leads a browser on to the address, and is removed with all others of its kind', () => {
    const page = writeOpeningPage(folder, 'http://127.0.0.1:4711/#abc_-9');
    expect(modeOf(page)).toBe(0o600);
    expect(readPrivateFile(page)).toContain('location.replace("http://127.0.0.1:4711/#abc_-9")');
    writeFileSync(join(folder, 'sitzungen.json'), '{}');
    removeOpeningPages(folder);
    expect(readdirSync(folder)).toEqual(['sitzungen.json']);
  });
});

describe('what is printed', () => {
  const stats = (kind: 'file' | 'pipe', mode: number) => ({ isFile: () => kind === 'file', mode, dev: 7, ino: 9 });
  it.each([
    ['a terminal or a pipe', stats('pipe', 0o620), 'linux', undefined, true],
    ['a file that others may read', stats('file', 0o644), 'linux', undefined, false],
    ['a file for the owner alone', stats('file', 0o600), 'linux', undefined, true],
    ['a file on Windows, whose mode says nothing', stats('file', 0o600), 'win32', undefined, false],
    ['the journal of the system', stats('pipe', 0o777), 'linux', '7:9', false],
    ['a pipe beside the journal', stats('pipe', 0o777), 'linux', '7:10', true],
  ] as const)('to %s', (_name, found, platform, journal, isPrivate) => {
    expect(isPrivateOutput(found, platform, journal)).toBe(isPrivate);
  });
});
