import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCharacterCheck } from '../../../src-main/adapters/typst/character-check.ts';
import { coveredCodePoints } from '../../../src-main/adapters/typst/font-coverage.ts';
import { readTypstAssets } from '../../../src-main/adapters/typst/engine-files.ts';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import { paragraph, richText } from '../../support/builders.ts';
import { sharedMissing, sharedPath } from '../../support/shared.ts';
import { assetFolder } from '../../support/test-host.ts';

const check = createCharacterCheck(assetFolder);
const unprintable = (changes: Partial<ReturnType<typeof sampleRecord>>) =>
  check.unprintable(formSheet({ ...sampleRecord(), ...changes }, builtInProfile()));

describe('characters that cannot be printed', () => {
  it('finds none in an ordinary statement', () => {
    expect(unprintable({})).toEqual([]);
  });

  it('names each with its place and code point', () => {
    expect(unprintable({ name: 'Titel 😀', reply: richText('gut', 'ein \u3042 hier') })).toEqual([
      { place: 'Bezeichnung', character: '😀', codePoint: 'U+1F600' },
      { place: 'Absatz 3', character: 'あ', codePoint: 'U+3042' },
      { place: 'Dokumenttitel', character: '😀', codePoint: 'U+1F600' },
    ]);
  });

  it('looks into tables and quotations', () => {
    const cell = { type: 'tableCell' as const, attrs: { colspan: 1, rowspan: 1 }, content: [paragraph('\u3042')] };
    const table = {
      type: 'table' as const,
      attrs: { id: null },
      content: [{ type: 'tableRow' as const, content: [cell] }],
    };
    expect(
      unprintable({ quotationRich: richText('\u3042'), reply: richText(table) }).map((found) => found.place),
    ).toEqual(['Zitat, Absatz 1', 'Tabelle, Zeile 1']);
  });

  it.each(['äöüÄÖÜß', 'ẞ', '„“‚‘»«’', '–—…•', '€§%‰', '½²³', '☐☒', '\u00a0', '\u202f', '\u2212', 'éèçñčšžłøåæ'])(
    'takes "%s", which council papers hold',
    (signs) => {
      expect(unprintable({ reply: richText(`x${signs}x`) })).toEqual([]);
    },
  );

  it.skipIf(sharedMissing !== undefined)('takes the names of real bodies and long titles', () => {
    for (const file of ['committees-and-offices.txt', 'long-titles.txt']) {
      const lines = readFileSync(sharedPath('hazards', file), 'utf8').normalize('NFC').trim().split('\n');
      expect(unprintable({ reply: richText(...lines) }), file).toEqual([]);
    }
  });
});

describe('what a font covers', () => {
  it('is read from each shipped font', () => {
    for (const font of readTypstAssets(assetFolder).fonts) expect(coveredCodePoints(font).size).toBeGreaterThan(500);
  });

  it('is the same for the letters of all four faces', () => {
    const [regular, ...faces] = readTypstAssets(assetFolder).fonts.slice(0, 4).map(coveredCodePoints);
    const letters = [...(regular ?? [])].filter((code) => code < 0x250);
    for (const face of faces) expect(letters.filter((code) => !face.has(code))).toEqual([]);
  });

  it('cannot be read from something else', () => {
    expect(() => coveredCodePoints(new Uint8Array(100))).toThrow('font without cmap table');
  });
});
