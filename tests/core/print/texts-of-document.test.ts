import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { textsOfDocument } from '../../../src-main/core/print/texts-of-document.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import { anyRecord } from '../../support/arbitrary-record.ts';
import { paragraph, richText } from '../../support/builders.ts';

const profile = builtInProfile();
const placeOf = (record: ReturnType<typeof sampleRecord>, word: string): string[] =>
  textsOfDocument(formSheet(record, profile))
    .filter(({ text }) => text.includes(word))
    .map(({ place }) => place);

describe('places of printed texts', () => {
  const cell = (text: string) => ({
    type: 'tableCell' as const,
    attrs: { colspan: 1, rowspan: 1 },
    content: [paragraph(text)],
  });

  it.each([
    ['the body', { bodyName: 'XYZ' }, ['Körperschaft']],
    ['the lead unit', { leadUnit: 'XYZ' }, ['Stadtamt']],
    ['the name, which is the title too', { name: 'XYZ' }, ['Bezeichnung', 'Dokumenttitel']],
    ['the number', { reference: 'XYZ' }, ['Stellungnahme-Nr.', 'Fußzeile', 'Dokumenttitel']],
    [
      'a consultation',
      {
        consultations: [
          { organization: 'Rat', date: null, role: null },
          { organization: 'XYZ', date: null, role: null },
        ],
      },
      ['Verteiler, Zeile 2'],
    ],
    ['the quotation', { quotationRich: richText('eins', 'XYZ') }, ['Zitat, Absatz 2']],
    ['the reply, counted with the hinge', { reply: richText('eins', 'XYZ') }, ['Absatz 3']],
    [
      'a heading',
      { reply: richText({ type: 'heading', attrs: { id: null, level: 1 }, content: [{ type: 'text', text: 'XYZ' }] }) },
      ['Überschrift „XYZ“'],
    ],
    [
      'a list',
      {
        reply: richText({
          type: 'bulletList',
          attrs: { id: null },
          content: [{ type: 'listItem', content: [paragraph('XYZ')] }],
        }),
      },
      ['Absatz 2'],
    ],
    [
      'a table',
      {
        reply: richText({
          type: 'table',
          attrs: { id: null },
          content: [
            { type: 'tableRow', content: [cell('a')] },
            { type: 'tableRow', content: [cell('XYZ')] },
          ],
        }),
      },
      ['Tabelle, Zeile 2'],
    ],
    ['the signatory', { signatory: { name: 'Ada', role: 'XYZ', prefix: null } }, ['Unterzeichner']],
    [
      'a placeholder',
      {
        reply: richText({
          type: 'paragraph',
          attrs: { id: null },
          content: [{ type: 'placeholder', attrs: { label: 'XYZ' } }],
        }),
      },
      ['Absatz 2'],
    ],
  ])('names %s', (_, changes, places) => {
    expect(placeOf({ ...sampleRecord(), ...changes }, 'XYZ')).toEqual(places);
  });

  it('misses no text that the writers get', () => {
    const printed = (value: unknown): string[] => {
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([key, inner]) =>
        typeof inner === 'string'
          ? ['text', 'bodyName', 'label', 'name', 'role', 'aside'].includes(key)
            ? [inner]
            : []
          : printed(inner),
      );
    };
    fc.assert(
      fc.property(anyRecord, (record) => {
        const document = formSheet(record, profile);
        const texts = textsOfDocument(document).map(({ text }) => text);
        for (const text of printed(document.blocks))
          expect(
            texts.some((found) => found.includes(text)),
            text,
          ).toBe(true);
      }),
    );
  });
});
