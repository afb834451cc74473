import { describe, expect, it } from 'vitest';
import { translateReadError, translateWriteError } from '../../../src-main/core/system/file-errors.ts';
import { Refusal } from '../../../src-main/contract/shared/errors.ts';

const systemError = (code: string): Error => Object.assign(new Error('englischer Text'), { code });

describe('what the operating system says, for people', () => {
  it.each([
    ['ENOENT', 'target-missing'],
    ['ENOTDIR', 'target-no-folder'],
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EBUSY', 'target-locked'],
    ['ETXTBSY', 'target-locked'],
    ['EACCES', 'target-not-writable'],
    ['EPERM', 'target-not-writable'],
    ['EROFS', 'target-not-writable'],
  ])('writing, %s: %s', (code, expected) => {
    expect(translateWriteError(systemError(code), '/ziel')).toMatchObject({
      code: expected,
      details: { target: '/ziel' },
    });
  });

  it.each([
    ['ENOENT', 'file-missing'],
    ['EACCES', 'file-unreadable'],
    ['EISDIR', 'file-unreadable'],
  ])('reading, %s: %s', (code, expected) => {
    expect(translateReadError(systemError(code), 'a.txt')).toMatchObject({
      code: expected,
      details: { file: 'a.txt' },
    });
  });

  it('leaves refusals and unknown errors as they are', () => {
    const refusal = new Refusal('not-found');
    const unknown = systemError('EWEIRD');
    expect(translateWriteError(refusal, '/ziel')).toBe(refusal);
    expect(translateReadError(unknown, 'a')).toBe(unknown);
  });
});
