import { chmodSync, chownSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { accessBase, ownName } from '../../src-main/shell-local/access-folder.ts';
import {
  AGAIN_HEADER,
  answerProof,
  askRunningHost,
  isAlive,
  lockFile,
  readLock,
  removeLock,
  writeLock,
} from '../../src-main/shell-local/instance-lock.ts';
import { tempFolder } from '../support/builders.ts';
import { endedProcess } from '../harness/desk/ended-process.ts';

let folder: string;
beforeEach(() => {
  folder = tempFolder();
});

/** Somebody who listens on a port of this machine. */
async function listener(answerWith: RequestListener): Promise<number> {
  const server = createServer(answerWith);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

it('reads back what was written and removes only its own lock', () => {
  expect(readLock(folder)).toBeNull();
  writeLock(folder, { port: 1234, secret: 'eins', pid: 1 });
  expect(readLock(folder)).toEqual({ port: 1234, secret: 'eins', pid: 1 });
  expect(statSync(lockFile(folder)).mode & 0o777).toBe(0o600);
  removeLock(folder, 'zwei');
  expect(readLock(folder)).not.toBeNull();
  removeLock(folder, 'eins');
  expect(readLock(folder)).toBeNull();
});

it('takes a damaged lock file for none', () => {
  writeFileSync(lockFile(folder), '{"port": "x"', { mode: 0o600 });
  expect(readLock(folder)).toBeNull();
});

it('does not believe a lock that others may have written', () => {
  const text = JSON.stringify({ port: 1234, secret: 'eins', pid: 1 });
  writeFileSync(lockFile(folder), text, { mode: 0o600 });
  chmodSync(lockFile(folder), 0o620);
  expect(readLock(folder)).toBeNull();
  rmSync(lockFile(folder));
  const elsewhere = join(folder, 'woanders.json');
  writeFileSync(elsewhere, text, { mode: 0o600 });
  symlinkSync(elsewhere, lockFile(folder));
  expect(readLock(folder)).toBeNull();
});

it.skipIf(process.getuid?.() !== 0)('does not believe a lock of another user (needs root)', () => {
  writeLock(folder, { port: 1234, secret: 'eins', pid: 1 });
  chownSync(lockFile(folder), 12_345, 12_345);
  expect(readLock(folder)).toBeNull();
});

it('writes its lock beside one that was open to others, which learns nothing', () => {
  writeFileSync(lockFile(folder), '', { mode: 0o666 });
  writeLock(folder, { port: 1, secret: 'x', pid: 1 });
  expect(statSync(lockFile(folder)).mode & 0o777).toBe(0o600);
});

it('knows the lock of a process that is gone, without asking anybody', async () => {
  const pid = await endedProcess();
  expect(isAlive(pid)).toBe(false);
  expect(isAlive(process.pid)).toBe(true);
  let asked = 0;
  const port = await listener((_request, response) => {
    asked += 1;
    response.end();
  });
  expect(await askRunningHost({ port, secret: 'x', pid }, 'page')).toBeNull();
  expect(asked).toBe(0);
});

it('notices that nobody answers any more', async () => {
  expect(await askRunningHost({ port: 1, secret: 'x', pid: process.pid }, 'page')).toBeNull();
});

it('shows a stranger on the former port no secret, and believes no address of theirs', async () => {
  const heard: string[] = [];
  const port = await listener((request, response) => {
    heard.push(JSON.stringify(request.headers));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ address: 'http://127.0.0.1:666/#falsch', page: null, proof: 'geraten' }));
  });
  expect(await askRunningHost({ port, secret: 'geheim-geheim', pid: process.pid }, 'address')).toBeNull();
  expect(heard).toHaveLength(1);
  expect(heard.join()).not.toContain('geheim-geheim');
});

it('takes the address of a host that proves itself', async () => {
  const port = await listener((request, response) => {
    const [nonce = ''] = String(request.headers[AGAIN_HEADER]).split(' ');
    response.end(JSON.stringify({ address: 'a', page: 'p', proof: answerProof('geheim', nonce, 'a', 'p') }));
  });
  const found = await askRunningHost({ port, secret: 'geheim', pid: process.pid }, 'page');
  expect(found).toEqual({ address: 'a', page: 'p' });
});

it('gives each user a lock of their own, whatever the name', () => {
  const of = (user: string): string => ownName('/daten', 'host', '.json', user).slice('/daten/'.length);
  expect([of('anna'), of('Jörg.Müller'), of('RATHAUS\\b/e')]).toEqual([
    'host-anna.json',
    'host-Jörg.Müller.json',
    'host-RATHAUS_b_e.json',
  ]);
});

it('keeps what nobody may see in the data folder, on Windows in the person’s own profile', () => {
  expect(accessBase('/daten', 'linux', {})).toBe('/daten');
  const environment = { LOCALAPPDATA: join(folder, 'Local') };
  expect(accessBase(join(folder, 'Local', 'Stellwerk'), 'win32', environment)).toBe(join(folder, 'Local', 'Stellwerk'));
  expect(accessBase('/gemeinsam', 'win32', environment)).toMatch(/Local.Stellwerk.zugang.[0-9a-f]{16}$/);
});
