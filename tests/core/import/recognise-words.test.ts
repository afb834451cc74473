import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { recogniseStatement, type Recognition } from '../../../src-main/core/import/recognise-statement.ts';
import { textSource } from '../../../src-main/core/import/source-lines.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { originatorLine } from '../../../src-main/core/statement/originator-line.ts';
import { countingIds } from '../../support/builders.ts';

const profile = builtInProfile('Auental');
const read = (text: string): Recognition =>
  recogniseStatement({ source: textSource(text), today: '2026-03-02' }, profile, countingIds());

/** Words of labels are furniture of the form; everything else is the author's. */
const FURNITURE = /^(stadtamt|stellungnahme|nr|datum|zum|zur|bezeichnung|verteiler|tag|der|verwaltung|öffentlich)$/i;
const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !FURNITURE.test(word)).sort();

function allText({ reference, originalReference, content }: Recognition, isForm: boolean): string {
  return [
    originalReference === null ? (reference ?? '') : reference === null ? '' : originalReference,
    content.date === null ? '' : formatGermanDate(content.date),
    isForm ? content.bodyName : '',
    content.leadUnit,
    content.name,
    ...content.answers.flatMap((answer) => [
      answer.reference,
      answer.printedOriginators || originatorLine(answer.originators),
    ]),
    ...content.consultations.flatMap((row) => [row.organization, row.date === null ? '' : formatGermanDate(row.date)]),
    ...plainParagraphs(content.quotation),
    content.hinge,
    ...plainParagraphs(content.reply),
    ...(content.signatory ? [content.signatory.prefix, content.signatory.name, content.signatory.role] : []),
  ].join('\n');
}

describe('words of a statement', () => {
  const line = fc.constantFrom(
    ...[
      '',
      '',
      '',
      'Stellungnahme der Verwaltung',
      'Stellungnahme der Verwaltung öffentlich',
      'Stadtamt\tStellungnahme-Nr.\tDatum',
    ],
    ...[
      'FB 7\tS0021/26\t12.03.2026',
      'FB 9\tNr. 3\tbald',
      'zum/zur',
      'A0012/26 – Fraktion X, Stadtrat Ole Muster',
      'Bezeichnung:',
    ],
    ...[
      'Verteiler\tTag',
      'Bauausschuss\t24.03.2026',
      'Stadtrat 09.04.2026',
      'Rat   vertagt',
      'Tag',
      'Verteiler',
      'Bänke am Weiher',
    ],
    ...[
      'Die Verwaltung beantwortet das so:',
      '• Punkt **eins**',
      '- Punkt zwei',
      'Ada Beispiel',
      'gez. Eva Muster',
      'Text mit I0254/15 darin.',
    ],
    ...['F0001/26 - Herr Muster; Frau Beispiel', '\tnur\tTabs', 'Bürger*innen **fett und *Stern* **', '12.10 2022'],
  );

  it('are all there, and none more, however the lines are thrown together', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const text = lines.join('\n');
        const recognition = read(text);
        const isForm = !recognition.notes.some((note) => note.code === 'layout-unknown');
        expect(wordsOf(allText(recognition, isForm))).toEqual(wordsOf(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throw the reader off, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), line, (noise, some) => {
        expect(read(`${noise}\n${some}\n${noise}`).content.name).toBeTypeOf('string');
      }),
    );
  });
});
