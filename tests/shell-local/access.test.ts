import { describe, expect, it } from 'vitest';
import { createTokens, hostAllowed, originAllowed, sameSecret } from '../../src-main/shell-local/access.ts';

describe('the tokens of the local shell', () => {
  it('are good once', () => {
    const tokens = createTokens();
    const token = tokens.issue();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(tokens.use('')).toBe(false);
    expect(tokens.use(token.slice(0, -1))).toBe(false);
    expect(tokens.use(token)).toBe(true);
    expect(tokens.use(token)).toBe(false);
  });

  it('are good for a quarter of an hour, and tell when they are used or too old', () => {
    let now = 0;
    const over: string[] = [];
    const tokens = createTokens(() => now);
    const used = tokens.issue(() => over.push('used'));
    const old = tokens.issue(() => over.push('old'));
    now += 14 * 60_000;
    expect(tokens.use(used)).toBe(true);
    expect(over).toEqual(['used']);
    now += 2 * 60_000;
    expect(tokens.use(old)).toBe(false);
    expect(over).toEqual(['used', 'old']);
  });

  it('give way to newer ones when there are very many', () => {
    const tokens = createTokens();
    const [first = '', ...others] = Array.from({ length: 51 }, () => tokens.issue());
    expect(tokens.use(first)).toBe(false);
    expect(others.filter((token) => tokens.use(token))).toHaveLength(50);
  });

  it('are compared as a whole, whatever their length', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('abc', 'abcd')).toBe(false);
    expect(sameSecret('', 'a')).toBe(false);
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
