import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RedactionMark } from '../../../src-main/contract/redaction/shapes.ts';
import { REDACTED_MARK, type Inline, type RichText } from '../../../src-main/record/rich-text/rich-text.ts';
import { statementRecordSchema, type StatementRecord } from '../../../src-main/record/statement-record.ts';
import { documentTitle, formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { isRedacted } from '../../../src-main/core/print/redacted-text.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { occurrencesOf } from '../../../src-main/core/redaction/find-words.ts';
import { passagesOf } from '../../../src-main/core/redaction/passages.ts';
import { redactRecord } from '../../../src-main/core/redaction/redact-record.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import { anyRecord } from '../../support/arbitrary-record.ts';
import { refusalOf, richText } from '../../support/builders.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';

function recordWith(reply: RichText, changes: Partial<StatementRecord> = {}): StatementRecord {
  return { ...sampleRecord(), reply, replyText: plainParagraphs(reply), ...changes };
}
const paragraphOf = (...content: Inline[]): RichText => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: null }, content }],
});
const text = (words: string, ...marks: NonNullable<Extract<Inline, { type: 'text' }>['marks']>): Inline =>
  marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks };
const all = (record: StatementRecord, words: string): RedactionMark[] =>
  occurrencesOf(passagesOf(record), words, 'Probe');
const redact = (record: StatementRecord, ...words: string[]): StatementRecord =>
  redactRecord(
    record,
    words.flatMap((one) => all(record, one)),
  );
const contentOf = (record: StatementRecord): unknown => {
  const [block] = record.reply.content;
  return block?.type === 'paragraph' ? block.content : undefined;
};

describe('blackened words', () => {
  it('leave text and plain paragraphs; what stands around them stays', () => {
    const record = redact(recordWith(richText('Herr Otto Beispiel klagt über Lärm.')), 'Otto Beispiel');
    expect(contentOf(record)).toEqual([text('Herr '), { type: 'redacted' }, text(' klagt über Lärm.')]);
    expect(record.replyText).toEqual([`Herr ${REDACTED_MARK} klagt über Lärm.`]);
  });

  it('leave one mark of the same length, however long they were and however many touch', () => {
    const short = redact(recordWith(richText('Von Ute an alle.')), 'Ute');
    const long = redact(
      recordWith(richText('Von Friederike-Wilhelmine Hohenstein-Beispiel an alle.')),
      'Friederike-Wilhelmine',
      'Hohenstein-Beispiel',
    );
    expect(long.replyText).toEqual(short.replyText);
    expect(long.reply).toEqual(short.reply);
  });

  it('go as a whole through bold parts, line breaks, placeholders and links', () => {
    const reply = paragraphOf(
      text('Von '),
      text('Otto', { type: 'bold' }),
      { type: 'hardBreak' },
      text('Beispiel, siehe '),
      text('A0193/22 Weg', { type: 'paperReference', attrs: { reference: 'A0193/22' } }),
      { type: 'placeholder', attrs: { label: 'Datum' } },
      text('.'),
    );
    expect(contentOf(redact(recordWith(reply), 'Otto Beispiel', 'A0193/22', 'Datum'))).toEqual([
      text('Von '),
      { type: 'redacted' },
      text(', siehe '),
      { type: 'redacted' },
      text(' Weg'),
      { type: 'redacted' },
      text('.'),
    ]);
  });

  it('leave title, quotation, hinge, originators and attachments, too, though only one place was marked', () => {
    const quoted = richText('Auch Otto  Beispiel fragt.');
    const record: StatementRecord = {
      ...recordWith(richText('Otto Beispiel wohnt hier.')),
      name: 'Beschwerde von OTTO BEISPIEL',
      hinge: 'Zur Beschwerde von **Otto** **Beispiel** vom Mai:',
      quotationRich: quoted,
      quotation: plainParagraphs(quoted),
      attachments: [{ name: 'Brief Otto Beispiels' }],
      answers: [
        {
          reference: 'F0001/26',
          paperType: 'inquiry',
          originators: [
            {
              organization: 'Bürgerverein',
              person: 'Otto Beispiel',
              function: 'Sprecher',
              printed: 'Bürgerverein, Sprecher Otto Beispiel',
            },
          ],
          originatorOrganization: 'Bürgerverein',
          originatorPerson: 'Otto Beispiel',
          originatorFunction: 'Sprecher',
        },
      ],
    };
    const mark = all(record, 'Otto Beispiel').filter(({ field }) => field === 'reply');
    expect(mark).toHaveLength(1);
    const left = redactRecord(record, mark);
    expect(JSON.stringify(left)).not.toMatch(/otto|beispiel/i);
    expect(left).toMatchObject({
      name: `Beschwerde von ${REDACTED_MARK}`,
      quotation: [`Auch ${REDACTED_MARK} fragt.`],
      attachments: [{ name: `Brief ${REDACTED_MARK}s` }],
      answers: [{ originatorPerson: REDACTED_MARK, originatorFunction: 'Sprecher' }],
    });
    expect(left.answers[0]?.originators[0]?.printed).toBe(`Bürgerverein, Sprecher ${REDACTED_MARK}`);
    expect(left.hinge).toBe(`Zur Beschwerde von **${REDACTED_MARK}** vom Mai:`);
    expect(statementRecordSchema.parse(left)).toEqual(left);
  });

  it('are the same telephone number with other separators, and no part of other words when they are short', () => {
    const record = recordWith(richText('Tel. 0391 540-1234 oder (0391) 5401234.', 'Uwe isst im Ruwental. UWE!'));
    expect(redact(record, '0391 540-1234', 'Uwe').replyText).toEqual([
      `Tel. ${REDACTED_MARK} oder ${REDACTED_MARK}.`,
      `${REDACTED_MARK} isst im Ruwental. ${REDACTED_MARK}!`,
    ]);
  });

  it('never cut a character in half', () => {
    const record = recordWith(richText('A😀B'));
    const half = { field: 'reply', blockId: '0', start: 2, end: 3, words: '\ude00', reason: '' } as const;
    expect(redactRecord(record, [half]).replyText).toEqual([`A${REDACTED_MARK}B`]);
  });

  it('are refused where the text is shorter, says something else or is not there at all', async () => {
    const record = recordWith(richText('Kurz.'));
    const mark = { field: 'reply', blockId: '0', start: 0, end: 4, words: 'Kurz', reason: '' } as const;
    expect(redactRecord(record, [mark]).replyText).toEqual([`${REDACTED_MARK}.`]);
    for (const wrong of [
      { ...mark, end: 400 },
      { ...mark, words: 'Lang' },
      { ...mark, blockId: '7' },
      { ...mark, field: 'attachments' as const },
      { ...mark, start: 4 },
    ]) {
      expect(await refusalOf(() => redactRecord(record, [wrong]))).toMatchObject({ code: 'input-invalid' });
    }
  });

  it('may overlap and come in any order', () => {
    const record = recordWith(richText('eins zwei drei vier'));
    const mark = (start: number, end: number): RedactionMark => ({
      field: 'reply',
      blockId: '0',
      start,
      end,
      words: 'eins zwei drei vier'.slice(start, end),
      reason: '',
    });
    const left = redactRecord(record, [mark(10, 14), mark(5, 12), mark(5, 9)]);
    expect(left.replyText).toEqual([`eins ${REDACTED_MARK} vier`]);
    expect(redactRecord(left, [{ ...mark(0, 4) }]).replyText).toEqual([`${REDACTED_MARK} vier`]);
  });
});

describe('any record', () => {
  it('has no word left that was marked in any of its passages', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(), fc.nat(), (record, which, where) => {
        const words = passagesOf(record).flatMap((passage) =>
          [...passage.text.matchAll(/[\p{L}\p{N}]{6,}/gu)].map(({ 0: found, index }) => ({ passage, found, index })),
        );
        const chosen = [words[which % Math.max(1, words.length)], words[where % Math.max(1, words.length)]];
        const marks = chosen.flatMap((word): RedactionMark[] =>
          word
            ? [
                {
                  field: word.passage.field,
                  blockId: word.passage.blockId,
                  start: word.index,
                  end: word.index + word.found.length,
                  words: word.found,
                  reason: '',
                },
              ]
            : [],
        );
        const { reference: _, answers, ...left } = redactRecord(record, marks);
        const printed = JSON.stringify([left, answers.map(({ reference: _reference, ...rest }) => rest)]);
        for (const { words: gone } of marks) expect(printed).not.toContain(gone);
        expect(statementRecordSchema.safeParse({ ...left, reference: null, answers }).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('stays as it is without marks', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(redactRecord(record, [])).toEqual(record);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the blackened version', () => {
  it('says so in its title, its properties and on every page, and the sample does not', () => {
    const profile = builtInProfile();
    const record = redact(
      sampleRecord(),
      passagesOf(sampleRecord())
        .find(({ field }) => field === 'name')
        ?.text.split(' ')[0] ?? '',
    );
    const document = formSheet(record, profile);
    expect(document.properties.title).toMatch(
      /^Stellungnahme der Verwaltung – geschwärzte Fassung .* – \[geschwärzt\]/,
    );
    expect(document.properties.subject).toContain('[geschwärzt]');
    expect(document.footer).toContain(' · geschwärzte Fassung · ');
    expect(JSON.stringify(document)).not.toContain(REDACTED_MARK);
    expect(isRedacted(sampleRecord())).toBe(false);
    expect(documentTitle(sampleRecord(), profile)).not.toContain('geschwärzt');
  });

  it('is not every paper that shows black blocks in its text', () => {
    expect(isRedacted(recordWith(richText('{"type":"redacted"} █████')))).toBe(false);
  });
});

describe('a field that the redaction does not know', () => {
  const SECRET = 'Otto Beispiel';
  /** Every object inside gets one field more, as a later version or a strange file may bring it. */
  function withSecrets(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withSecrets);
    if (value === null || typeof value !== 'object') return value;
    const inside = Object.entries(value).map(([field, inner]) => [field, withSecrets(inner)]);
    return { ...Object.fromEntries(inside), remark: SECRET, remarks: [{ text: SECRET }] };
  }
  const table: RichText = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { id: 'h', level: 1 }, content: [text('Lage', { type: 'bold' })] },
      {
        type: 'table',
        attrs: { id: 't' },
        content: [
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableCell',
                attrs: { colspan: 1, rowspan: 1 },
                content: [
                  {
                    type: 'paragraph',
                    attrs: { id: 'p' },
                    content: [
                      text('S0001/26', { type: 'paperReference', attrs: { reference: 'S0001/26' } }),
                      { type: 'placeholder', attrs: { label: 'Betrag' } },
                      { type: 'hardBreak' },
                      { type: 'redacted' },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      { type: 'pageBreak', attrs: { id: 'b' } },
      ...(['bulletList', 'blockquote'] as const).map((type) =>
        type === 'bulletList'
          ? { type, attrs: { id: 'l' }, content: [{ type: 'listItem' as const, content: richText('Punkt').content }] }
          : { type, attrs: { id: 'z' }, content: richText('Zitat').content },
      ),
      {
        type: 'orderedList',
        attrs: { id: 'o', start: 3 },
        content: [{ type: 'listItem', content: richText('drittens').content }],
      },
    ],
  };

  it('is gone, at whatever depth it stands, while everything known stays', () => {
    const sample = recordWith(table, { attachments: [{ name: 'Plan' }] });
    const record = { ...sample, quotation: plainParagraphs(sample.quotationRich) };
    const strange = withSecrets(record) as StatementRecord;
    expect(JSON.stringify(strange).split(SECRET).length).toBeGreaterThan(60);
    const redacted = redactRecord(strange, []);
    expect(JSON.stringify(redacted)).not.toContain(SECRET);
    expect(redacted).toEqual(record);
  });

  it('is gone from any record', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const redacted = redactRecord(withSecrets(record) as StatementRecord, []);
        expect(JSON.stringify(redacted)).not.toContain(SECRET);
        expect(redacted).toEqual(redactRecord(record, []));
      }),
    );
  });

  it('stops everything when it is a piece of a sentence', () => {
    const strange = { type: 'footnote', text: SECRET } as unknown as Inline;
    const record = recordWith(richText('Satz.'));
    const reply = paragraphOf(text('Satz'), strange);
    expect(() => redactRecord({ ...record, reply }, [])).toThrow('unhandled case');
  });
});
