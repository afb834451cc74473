import { readFileSync, statSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sealSecret } from '../../src-renderer/data/session.ts';
import { hashOf, seal } from '../../src-main/shell-local/sealed-box.ts';
import { openSessions, type Sessions } from '../../src-main/shell-local/sessions.ts';
import { tempFolder } from '../support/builders.ts';

const PORT = 4711;
const fileIn = (folder = tempFolder()): string => join(folder, 'sitzungen.json');

/** As the window does it. Null when it was not let in. */
async function keyOf(sessions: Sessions, secret: string, port = PORT): Promise<string | null> {
  const { box, openAnswer } = await sealSecret(secret, String(port));
  const answer = sessions.enter(box);
  return answer && openAnswer(new Uint8Array(answer));
}

describe('a window that was let in', () => {
  it('gets a key for one connection, which ends with it', async () => {
    const sessions = openSessions(fileIn(), PORT);
    const key = (await keyOf(sessions, sessions.begin())) ?? '';
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(sessions.isConnected(key)).toBe(false);
    const end = sessions.connect(key);
    expect(end).not.toBeNull();
    expect(sessions.connect(key)).toBeNull();
    expect(sessions.isConnected(key)).toBe(true);
    end?.();
    expect(sessions.isConnected(key)).toBe(false);
    expect(sessions.connect(key)).toBeNull();
  });

  it('is let in again by the next host on the same port, and by none on another', async () => {
    const file = fileIn();
    const secret = openSessions(file, PORT).begin();
    const again = openSessions(file, PORT);
    expect(again.hasFormer).toBe(true);
    expect(await keyOf(again, secret)).not.toBeNull();
    const elsewhere = openSessions(file, PORT + 1);
    expect(elsewhere.hasFormer).toBe(false);
    expect(await keyOf(elsewhere, secret, PORT + 1)).toBeNull();
    expect(await keyOf(openSessions(file, PORT), secret)).toBeNull();
  });

  it('leaves only the hash of its secret in a file of the owner', () => {
    const file = fileIn();
    const secret = openSessions(file, PORT).begin();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(hashOf(Buffer.from(secret)).toString('hex'));
    expect(text).not.toContain(secret);
  });

  it('is not let in with what stands in that file', async () => {
    const sessions = openSessions(fileIn(), PORT);
    const hash = hashOf(Buffer.from(sessions.begin()));
    expect(await keyOf(sessions, hash.toString('hex'))).toBeNull();
    expect(sessions.enter(seal(hash, hash, `stellwerk-enter:${PORT}`))).toBeNull();
    expect(sessions.enter(seal(hash, Buffer.from(''), `stellwerk-enter:${PORT}`))).toBeNull();
  });

  it('gives nothing away to a stranger on its port, who shows later what they heard', async () => {
    const file = fileIn();
    const secret = openSessions(file, PORT).begin();
    const { box } = await sealSecret(secret, String(PORT));
    expect(Buffer.from(box).includes(Buffer.from(secret))).toBe(false);
    const answer = openSessions(file, PORT).enter(box);
    // The stranger has the box and the answer, but not the secret.
    const stranger = await sealSecret('geraten', String(PORT));
    await expect(stranger.openAnswer(new Uint8Array(answer ?? Buffer.alloc(0)))).rejects.toThrow();
  });

  it('does not believe an answer to another box', async () => {
    const sessions = openSessions(fileIn(), PORT);
    const secret = sessions.begin();
    const first = await sealSecret(secret, String(PORT));
    const second = await sealSecret(secret, String(PORT));
    const answer = sessions.enter(first.box);
    await expect(second.openAnswer(new Uint8Array(answer ?? Buffer.alloc(0)))).rejects.toThrow();
  });

  it.each([0, 1, 11, 12, 27, 28, 29, 100])('is nobody with %i bytes of nothing', (length) => {
    const sessions = openSessions(fileIn(), PORT);
    sessions.begin();
    expect(sessions.enter(new Uint8Array(length))).toBeNull();
  });

  it('must use its key within half a minute', async () => {
    let now = 0;
    const sessions = openSessions(fileIn(), PORT, () => now);
    const key = (await keyOf(sessions, sessions.begin())) ?? '';
    now += 31_000;
    expect(sessions.connect(key)).toBeNull();
  });

  it('is forgotten when no window is left', async () => {
    const file = fileIn();
    const sessions = openSessions(file, PORT);
    const secret = sessions.begin();
    sessions.forget();
    expect(existsSync(file)).toBe(false);
    expect(await keyOf(sessions, secret)).toBeNull();
  });
});
