import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { installationAt } from '../../src-main/host/installation.ts';

const root = mkdtempSync(join(tmpdir(), 'stellwerk installation '));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function entryIn(...folders: readonly string[]): string {
  const dist = join(root, ...folders, 'dist');
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'manifest.json'), '{"version":"1.2.3"}');
  return pathToFileURL(join(dist, 'electron-main.mjs')).href;
}

describe('the places of the program files', () => {
  it('are all in dist when the program runs from a folder', () => {
    const installation = installationAt(entryIn('Programm Ordner'));
    const dist = join(root, 'Programm Ordner', 'dist');
    expect(installation).toMatchObject({
      assetFolder: join(dist, 'assets'),
      windowFolder: join(dist, 'window'),
      localShell: join(dist, 'local.mjs'),
      version: '1.2.3',
    });
    expect(fileURLToPath(installation.typstWorker)).toBe(join(dist, 'typst-worker.mjs'));
  });

  it('are beside the archive for what a worker thread opens, and in it for the rest', () => {
    const installation = installationAt(entryIn('resources', 'app.asar'));
    const unpacked = join(root, 'resources', 'app.asar.unpacked', 'dist');
    expect(installation.assetFolder).toBe(join(unpacked, 'assets'));
    expect(fileURLToPath(installation.typstWorker)).toBe(join(unpacked, 'typst-worker.mjs'));
    expect(fileURLToPath(installation.fileReader)).toBe(join(root, 'resources', 'app.asar', 'dist', 'file-reader.mjs'));
    expect(installation.windowFolder).toBe(join(root, 'resources', 'app.asar', 'dist', 'window'));
  });
});
