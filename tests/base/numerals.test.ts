/** Numbers of lists as office programs print them. */
import { describe, expect, it } from 'vitest';
import { columnNumeral, letterNumeral, romanNumeral } from '../../src-main/base/numerals.ts';

describe('numbers of lists', () => {
  it.each([
    [1, 'a', 'a', 'I'],
    [26, 'z', 'z', 'XXVI'],
    [27, 'aa', 'aa', 'XXVII'],
    [28, 'bb', 'ab', 'XXVIII'],
    [52, 'zz', 'az', 'LII'],
    [53, 'aaa', 'ba', 'LIII'],
    [703, '703', 'aaa', 'DCCIII'],
    [0, '0', '0', '0'],
    [-3, '-3', '-3', '-3'],
  ])('%i is %s, %s or %s', (value, repeated, column, roman) => {
    expect([letterNumeral(value), columnNumeral(value), romanNumeral(value)]).toEqual([repeated, column, roman]);
  });
});
