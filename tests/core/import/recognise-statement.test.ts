import { describe, expect, it } from 'vitest';
import type { ImportNote } from '../../../src-main/contract/import/shapes.ts';
import { recogniseStatement, type Recognition } from '../../../src-main/core/import/recognise-statement.ts';
import { textSource } from '../../../src-main/core/import/source-lines.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { countingIds } from '../../support/builders.ts';

const profile = builtInProfile('Auental');
const read = (text: string): Recognition =>
  recogniseStatement({ source: textSource(text), today: '2026-03-02' }, profile, countingIds());
const codes = (recognition: Recognition): ImportNote['code'][] => recognition.notes.map((note) => note.code);

const PARTS = {
  body: 'Stadt Auental',
  title: 'Stellungnahme der Verwaltung öffentlich',
  identity: 'Stadtamt\tStellungnahme-Nr.\tDatum\nFB 7\tS0021/26\t12.03.2026',
  answers: 'zum/zur\nA0012/26 – Fraktion Weiher, Fraktionsvorsitzende Ada Beispiel',
  name: 'Bezeichnung\nBänke am Weiher',
  rows: 'Verteiler\tTag\nBauausschuss\t24.03.2026\nStadtrat\t09.04.2026',
  quotation: '\nDie Verwaltung soll Bänke aufstellen.',
  hinge: '\nDie Verwaltung nimmt zum **Antrag A0012/26** wie folgt Stellung:',
  reply: '\nDie Bänke werden im Mai aufgestellt.',
  signatory: '\nEva Muster',
};
const textWithout = (...parts: (keyof typeof PARTS)[]): string =>
  Object.entries(PARTS)
    .filter(([part]) => !parts.includes(part as keyof typeof PARTS))
    .map(([, lines]) => lines)
    .join('\n');

describe('reading a printed statement', () => {
  it('finds every part of a whole one and has nothing to say', () => {
    const { reference, content, notes } = read(textWithout());
    expect(notes).toEqual([]);
    expect(reference).toBe('S0021/26');
    expect(content).toMatchObject({
      bodyName: 'Stadt Auental',
      date: '2026-03-12',
      leadUnit: 'FB 7',
      publicity: 'public',
      name: 'Bänke am Weiher',
      answers: [
        {
          reference: 'A0012/26',
          paperType: 'motion',
          originators: [{ organization: 'Fraktion Weiher', person: 'Ada Beispiel', function: 'Fraktionsvorsitzende' }],
        },
      ],
      consultations: [
        { organization: 'Bauausschuss', date: '2026-03-24', role: null },
        { organization: 'Stadtrat', date: '2026-04-09', role: null },
      ],
      hinge: 'Die Verwaltung nimmt zum **Antrag A0012/26** wie folgt Stellung:',
      signatory: { name: 'Eva Muster', role: null, prefix: null },
    });
    expect(plainParagraphs(content.quotation)).toEqual(['Die Verwaltung soll Bänke aufstellen.']);
    expect(plainParagraphs(content.reply)).toEqual(['Die Bänke werden im Mai aufgestellt.']);
  });

  it.each([
    ['body', ['body-missing']],
    ['identity', ['head-missing']],
    ['answers', ['answers-missing']],
    ['name', ['name-missing']],
    ['rows', ['consultations-missing']],
    ['hinge', ['hinge-missing']],
    ['signatory', ['signatory-missing']],
    ['quotation', []],
  ] as const)('names the missing %s', (part, expected) => {
    expect(codes(read(textWithout(part)))).toEqual(expected);
  });

  it('keeps all the text of an unknown layout as reply and says so', () => {
    const text =
      'Sehr geehrte Frau Muster,\n\nwir antworten am 1.2.2026:\nalles gut.\n\n- eins\n- zwei\n\nAda Beispiel';
    const { reference, content, notes } = read(text);
    expect(notes.map((note) => note.code)).toEqual(['layout-unknown', 'publicity-unknown', 'hinge-missing']);
    expect(reference).toBeNull();
    expect(content).toMatchObject({ name: '', signatory: null, bodyName: 'Auental', answers: [], consultations: [] });
    expect(plainParagraphs(content.reply)).toEqual([
      'Sehr geehrte Frau Muster,',
      'wir antworten am 1.2.2026:\nalles gut.',
      'eins',
      'zwei',
      'Ada Beispiel',
    ]);
  });

  it('reads the non-public mark', () => {
    expect(read(textWithout().replace('öffentlich', 'nichtöffentlich')).content.publicity).toBe('non-public');
    expect(read(textWithout().replace('öffentlich', 'nicht öffentlich')).content.publicity).toBe('non-public');
  });

  it('keeps an impossible day and an unknown number in the text, each with a note', () => {
    const recognition = read(textWithout().replace('12.03.2026', '31.02.2026').replace('S0021/26', 'Nr. 21'));
    expect(recognition.notes).toEqual([
      { code: 'head-missing', text: 'Nr. 21' },
      { code: 'date-odd', text: '31.02.2026' },
    ]);
    expect(recognition.content.date).toBeNull();
    expect(plainParagraphs(recognition.content.reply).slice(0, 2)).toEqual(['Nr. 21', '31.02.2026']);
  });

  it('keeps a row it cannot read whole', () => {
    const recognition = read(textWithout().replace('24.03.2026', 'vertagt'));
    expect(recognition.notes).toEqual([{ code: 'row-unclear', text: 'Bauausschuss vertagt' }]);
    expect(recognition.content.consultations[0]).toMatchObject({ organization: 'Bauausschuss vertagt', date: null });
  });

  it('keeps the dirty original of a number beside its normal form', () => {
    const recognition = read(textWithout().replace('S0021/26', 'S0021/26 /1'));
    expect(recognition).toMatchObject({ reference: 'S0021/26/1', originalReference: 'S0021/26 /1' });
  });

  it('reads prefix and role of the signatory', () => {
    const { signatory } = read(textWithout().replace('Eva Muster', 'i. V. Dr. Jan von Muster\nAmtsleiter')).content;
    expect(signatory).toEqual({ prefix: 'i. V.', name: 'Dr. Jan von Muster', role: 'Amtsleiter' });
  });

  it('reads the labels and hinge of the office as well as the usual ones', () => {
    const own = builtInProfile('Auental');
    const office = {
      ...own,
      labels: { ...own.labels, name: 'Betreff' },
      hinge: { ...own.hinge, motion: 'Zu {reference} sagen wir:' },
    };
    const text = textWithout().replace('Bezeichnung', 'Betreff:').replace(PARTS.hinge, '\nZu **A0012/26** sagen wir:');
    const recognition = recogniseStatement({ source: textSource(text), today: '2026-03-02' }, office, countingIds());
    expect(recognition.notes).toEqual([]);
    expect(recognition.content).toMatchObject({ name: 'Bänke am Weiher', hinge: 'Zu **A0012/26** sagen wir:' });
  });

  it('gives every row and block an id', () => {
    const { content } = read(textWithout());
    const ids = [
      ...content.consultations.map((row) => row.id),
      ...[...content.quotation.content, ...content.reply.content].map((block) => block.attrs.id),
    ];
    expect(ids).not.toContain(null);
    expect(new Set(ids).size).toBe(4);
  });
});
