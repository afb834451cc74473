import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signsOf } from '../../../src-main/adapters/pdf/own-signs.ts';
import { Keyword, Lexer } from '../../../src-main/adapters/pdf/plain-lexer.ts';
import { written, type Value } from '../../../src-main/adapters/pdf/plain-values.ts';
import { readUnicodeMap, writtenUnicodeMap } from '../../../src-main/adapters/pdf/unicode-map.ts';

const glyph = (code: number, letter: string) => ({ code, letter: Array.from(letter) });
const signs = (...glyphs: ReturnType<typeof glyph>[]): string[] => signsOf(glyphs).map(({ sign }) => sign);

describe('the signs of glyphs', () => {
  it('are base and marks in the order of the letter', () => {
    expect(signs(glyph(1, 'M̂'), glyph(2, 'M̂'), glyph(3, 'a'))).toEqual(['M', '\u0302', 'a']);
    expect(signs(glyph(1, 'R̥̄'), glyph(2, 'R̥̄'), glyph(3, 'R̥̄'))).toEqual(['R', '\u0325', '\u0304']);
    expect(signs(glyph(1, 'M̂'), glyph(2, 'M̂'), glyph(1, 'M̂'), glyph(2, 'M̂'))).toEqual(['M', '\u0302', 'M', '\u0302']);
  });

  it('say the whole letter once, at its base', () => {
    const found = signsOf([glyph(1, 'M̂'), glyph(2, 'M̂'), glyph(3, 'a')]);
    expect(found.map(({ letter }) => letter)).toEqual(['M̂', '', null]);
  });

  it('are the whole letter where one glyph draws it', () => {
    expect(signs(glyph(1, 'ffi'), glyph(2, 'n'))).toEqual(['ffi', 'n']);
    expect(signs(glyph(1, 'M̂'))).toEqual(['M̂']);
    expect(signs(glyph(1, 'M̂'), glyph(1, 'M̂'))).toEqual(['M̂', 'M̂']);
  });

  it('come back from the map as they were written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.integer({ min: 1, max: 0xfffe }).map(String), fc.string({ minLength: 1 })),
        (map) => {
          const wanted = new Map(Object.entries(map).map(([code, text]) => [Number(code), text]));
          expect(readUnicodeMap(writtenUnicodeMap(wanted))).toEqual(new Map([...wanted].sort(([a], [b]) => a - b)));
        },
      ),
    );
  });
});

describe('values', () => {
  it('are read as they were written', () => {
    const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.boolean(),
        fc.integer(),
        fc.constantFrom(null, 0.5, -12.25, 100.125),
        fc.uint8Array().map((bytes) => new Uint8Array(Buffer.from(bytes))),
        fc.array(tie('value')),
      ),
    })).value;
    const plain = (each: Value | Keyword | undefined): unknown =>
      each instanceof Uint8Array ? [...each] : Array.isArray(each) ? each.map((one: Value) => plain(one)) : each;
    fc.assert(
      fc.property(value, (each) => {
        expect(plain(new Lexer(Buffer.from(written(each), 'latin1')).next())).toEqual(plain(each));
      }),
    );
  });

  it('that end too early are an error', () => {
    for (const text of ['(a', '<41', '[1 2', '<</A 1']) expect(() => new Lexer(Buffer.from(text)).next()).toThrow();
  });
});
