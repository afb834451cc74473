import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openShellMemory } from '../../src-main/shell-electron/shell-memory.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stellwerk-memory-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('stands in one file, whole, with nothing left beside it', async () => {
  const memory = openShellMemory(join(folder, 'neu'));
  memory.change({ zoom: 1.25 });
  memory.change({ places: { export: '/a' } });
  await memory.settled();
  expect(readdirSync(join(folder, 'neu'))).toEqual(['programm.json']);
  expect(openShellMemory(join(folder, 'neu')).state()).toEqual({ windows: {}, places: { export: '/a' }, zoom: 1.25 });
});

it('writes the last of what was told while it wrote', async () => {
  const memory = openShellMemory(folder);
  for (const zoom of [0.5, 0.75, 2]) {
    memory.change({ zoom });
    await Promise.resolve();
  }
  await memory.settled();
  expect(JSON.parse(readFileSync(join(folder, 'programm.json'), 'utf8')).zoom).toBe(2);
});

it('disturbs nobody when it cannot be written', async () => {
  writeFileSync(join(folder, 'datei'), '');
  const memory = openShellMemory(join(folder, 'datei'));
  memory.change({ zoom: 2 });
  await memory.settled();
  expect(memory.state().zoom).toBe(2);
});

it('ignores a folder in the place of the file', () => {
  mkdirSync(join(folder, 'programm.json'));
  expect(openShellMemory(folder).state().zoom).toBe(1);
});
