import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  askRunningHost,
  lockFile,
  ownName,
  readLock,
  removeLock,
  writeLock,
} from '../../src-main/shell-local/instance-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stellwerk-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('reads back what was written and removes only its own lock', () => {
  expect(readLock(folder)).toBeNull();
  writeLock(folder, { port: 1234, secret: 'eins', pid: 1 });
  expect(readLock(folder)).toEqual({ port: 1234, secret: 'eins', pid: 1 });
  removeLock(folder, 'zwei');
  expect(readLock(folder)).not.toBeNull();
  removeLock(folder, 'eins');
  expect(readLock(folder)).toBeNull();
});

it('takes a damaged lock file for none', () => {
  writeFileSync(lockFile(folder), '{"port": "x"');
  expect(readLock(folder)).toBeNull();
});

it('notices that nobody answers any more', async () => {
  expect(await askRunningHost({ port: 1, secret: 'x', pid: 1 })).toBeNull();
});

it('gives each user a lock of their own, whatever the name', () => {
  const of = (user: string): string => ownName('/daten', 'host', '.json', user).slice('/daten/'.length);
  expect([of('anna'), of('Jörg.Müller'), of('RATHAUS\\b/e')]).toEqual([
    'host-anna.json',
    'host-Jörg.Müller.json',
    'host-RATHAUS_b_e.json',
  ]);
});
