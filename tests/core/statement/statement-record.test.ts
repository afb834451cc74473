import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementRecordSchema } from '../../../src-main/record/statement-record.ts';
import { statementContentSchema } from '../../../src-main/contract/statement/shapes.ts';
import { withoutIds } from '../../../src-main/record/rich-text/block-ids.ts';
import { fromRecord, sameSheet, toRecord } from '../../../src-main/core/statement/statement-record.ts';
import { anyContent, anyRecord, anyReference } from '../../support/arbitrary-record.ts';
import { consultation, countingIds, paragraph, richText, statementContent } from '../../support/builders.ts';

describe('the printed record', () => {
  it('comes back from working content exactly as it went in', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(toRecord(record.reference, fromRecord(record, countingIds()))).toEqual(record);
      }),
      { numRuns: 200 },
    );
  });

  it('comes back from its JSON text exactly as it went in', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(statementRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
      }),
      { numRuns: 200 },
    );
  });

  it('gives back working content that the contract takes, with everything that prints', () => {
    fc.assert(
      fc.property(anyReference, anyContent, (reference, content) => {
        const back = fromRecord(toRecord(reference, content), countingIds());
        expect(statementContentSchema.parse(back)).toEqual(back);
        expect({
          ...back,
          consultations: [],
          quotation: withoutIds(back.quotation),
          reply: withoutIds(back.reply),
        }).toEqual({
          ...content,
          consultations: [],
          quotation: withoutIds(content.quotation),
          reply: withoutIds(content.reply),
        });
      }),
      { numRuns: 200 },
    );
  });

  it('holds no non-public row in a public paper, and every row in a non-public one', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const printed = toRecord('S0001/26', content).consultations;
        const expected = content.consultations.filter(
          (row) => content.publicity === 'non-public' || row.publicity === 'public',
        );
        expect(printed).toEqual(expected.map(({ organization, date, role }) => ({ organization, date, role })));
      }),
    );
  });

  it('carries nothing secret, whatever hangs on the content', () => {
    const secret = (what: string): string => `GEHEIM-${what}`;
    const content = {
      ...statementContent({
        fileReference: '61.20-03',
        receivedOn: '2026-02-01',
        consultations: [
          consultation({ organization: 'Stadtrat', date: '2026-03-05' }),
          consultation({ organization: secret('Gremium'), role: secret('Rolle'), publicity: 'non-public' }),
        ],
        quotation: richText(paragraph('Zitat', secret('Block'))),
        reply: richText({
          type: 'bulletList',
          attrs: { id: secret('Liste') },
          content: [{ type: 'listItem', content: [paragraph('x', secret('Punkt'))] }],
        }),
      }),
      // What a draft, a stored statement and the log know besides.
      notes: secret('Notiz'),
      quotationSource: secret('Quelle'),
      actor: secret('Benutzer'),
      updatedAt: secret('Zeit'),
      state: secret('Stand'),
      positions: [secret('Votum')],
      attachments: [{ fileName: secret('Anlage'), publicity: 'non-public' }],
    };
    const record = toRecord('S0001/26', content);
    expect(JSON.stringify(record)).not.toContain('GEHEIM');
    expect(JSON.stringify(record)).not.toContain('non-public');
    for (const row of content.consultations) expect(JSON.stringify(record)).not.toContain(row.id);
    expect(Object.keys(record).sort()).toEqual(Object.keys(statementRecordSchema.shape).sort());
  });

  it('derives the plain paragraphs from the rich text', () => {
    const record = toRecord(
      null,
      statementContent({ quotation: richText('eins', '', 'zwei'), reply: richText('drei') }),
    );
    expect(record.quotation).toEqual(['eins', 'zwei']);
    expect(record.replyText).toEqual(['drei']);
  });

  it('gives the flat keys of the first originator, and null for what it does not have', () => {
    const [answer] = toRecord(
      null,
      statementContent({
        answers: [
          {
            reference: 'A0001/26',
            paperType: 'motion',
            originators: [
              { organization: 'Fraktion A', person: '', function: '' },
              { organization: 'Fraktion B', person: 'Bea Beispiel', function: 'Stadträtin' },
            ],
            printedOriginators: '',
          },
        ],
      }),
    ).answers;
    expect(answer).toMatchObject({
      originatorOrganization: 'Fraktion A',
      originatorPerson: null,
      originatorFunction: null,
      originators: [{ printed: 'Fraktion A' }, { printed: 'Fraktion B, Stadträtin Bea Beispiel' }],
    });
  });

  it('keeps the line of an originator as it was printed', () => {
    const printed = 'Fraktion A – Frau Stadträtin Ada Beispiel';
    const originator = { organization: 'Fraktion A', person: 'Ada Beispiel', function: 'Stadträtin' };
    const answers = [
      { reference: 'A0001/26', paperType: 'motion' as const, originators: [originator], printedOriginators: printed },
    ];
    const record = toRecord('S0001/26', statementContent({ answers }));
    expect(record.answers[0]?.originators[0]?.printed).toBe(printed);
    expect(fromRecord(record, countingIds()).answers[0]?.printedOriginators).toBe(printed);
  });

  it('calls records the same whatever the order of their keys, and different after one changed sign', () => {
    const record = toRecord('S0001/26', statementContent());
    const turned = Object.fromEntries(Object.entries(record).reverse()) as typeof record;
    expect(sameSheet(record, turned)).toBe(true);
    expect(sameSheet(record, { ...record, name: `${record.name}.` })).toBe(false);
  });
});
