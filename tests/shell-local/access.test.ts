import { describe, expect, it } from 'vitest';
import { createAccessKeys, hostAllowed, originAllowed } from '../../src-main/shell-local/access.ts';

describe('the keys of the local shell', () => {
  it('exchanges a token once', () => {
    const keys = createAccessKeys();
    const token = keys.issueToken();
    const session = keys.exchange(token);
    expect(session).not.toBeNull();
    expect(keys.exchange(token)).toBeNull();
    expect(keys.isSession(session ?? undefined)).toBe(true);
    expect(keys.isSession('anderes')).toBe(false);
    expect(keys.isSession(undefined)).toBe(false);
  });

  it('lets a token expire half a minute after the page was asked for', () => {
    let now = 1_000_000;
    const keys = createAccessKeys(() => now);
    const early = keys.issueToken();
    keys.pageAsked();
    now += 29_000;
    expect(keys.exchange(early)).not.toBeNull();
    const late = keys.issueToken();
    keys.pageAsked();
    now += 31_000;
    expect(keys.exchange(late)).toBeNull();
  });

  it('lets a printed address that nobody opens expire after a quarter of an hour', () => {
    let now = 0;
    const keys = createAccessKeys(() => now);
    const token = keys.issueToken();
    now += 16 * 60_000;
    expect(keys.exchange(token)).toBeNull();
  });
});

describe('who may talk to the local shell', () => {
  it.each([
    ['127.0.0.1:4000', true],
    ['localhost:4000', false],
    ['127.0.0.1:4001', false],
    ['boese.example:4000', false],
    [undefined, false],
  ])('host %s: %s', (host, allowed) => {
    expect(hostAllowed({ host }, 4000)).toBe(allowed);
  });

  it.each([
    [{ origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'http://127.0.0.1:4000' }, true],
    [{ origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'cross-site' }, false],
    [{ origin: 'http://boese.example' }, false],
    [{ origin: 'null' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{}, false],
  ])('origin %j: %s', (headers, allowed) => {
    expect(originAllowed(headers, 4000)).toBe(allowed);
  });
});
