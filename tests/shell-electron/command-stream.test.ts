import { describe, expect, it } from 'vitest';
import { createCommandStream } from '../../src-main/shell-electron/command-stream.ts';

const find = { kind: 'action', action: 'find' } as const;
const about = { kind: 'action', action: 'about' } as const;

describe('commands on their way to the window', () => {
  it('wait until the window listens, and keep their order', async () => {
    const stream = createCommandStream();
    stream.send(find);
    stream.send(about);
    const listener = stream.listen(undefined);
    expect((await listener.next()).value).toEqual(find);
    expect((await listener.next()).value).toEqual(about);
  });

  it('reach a window that is waiting', async () => {
    const stream = createCommandStream();
    const next = stream.listen(undefined).next();
    stream.send(find);
    expect((await next).value).toEqual(find);
  });

  it('go to the reloaded window; the former listener ends', async () => {
    const stream = createCommandStream();
    const former = stream.listen(undefined).next();
    const newer = stream.listen(undefined).next();
    expect((await former).done).toBe(true);
    stream.send(find);
    expect((await newer).value).toEqual(find);
  });

  it('wait again after the window is gone', async () => {
    const stream = createCommandStream();
    const leave = new AbortController();
    const next = stream.listen(leave.signal).next();
    leave.abort();
    expect((await next).done).toBe(true);
    stream.send(about);
    expect((await stream.listen(undefined).next()).value).toEqual(about);
  });

  it('are forgotten when too many wait', async () => {
    const stream = createCommandStream();
    for (let n = 0; n < 100; n += 1) stream.send({ kind: 'notice', sentence: String(n) });
    expect((await stream.listen(undefined).next()).value).toEqual({ kind: 'notice', sentence: '80' });
  });
});
