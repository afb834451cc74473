/** A small statement with every kind of block: warms up the typesetter and stands in tests. No real paper. */
import { NO_CONTACT } from '../../record/basics.ts';
import type { Block } from '../../record/rich-text/rich-text.ts';
import { STATEMENT_SCHEMA, type StatementRecord } from '../../record/statement-record.ts';

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  attrs: { id: null },
  content: [{ type: 'text', text }],
});

export function sampleRecord(): StatementRecord {
  const quotation: Block[] = [paragraph('Die Verwaltung wird gebeten, über den Stand zu berichten.')];
  const reply: Block[] = [
    { type: 'heading', attrs: { id: null, level: 1 }, content: [{ type: 'text', text: 'Sachstand' }] },
    paragraph('Die Arbeiten liegen im Plan. '.repeat(12).trim()),
    {
      type: 'bulletList',
      attrs: { id: null },
      content: [{ type: 'listItem', content: [paragraph('Planung abgeschlossen')] }],
    },
    {
      type: 'table',
      attrs: { id: null },
      content: [
        {
          type: 'tableRow',
          content: ['Abschnitt', 'Kosten'].map((text) => ({
            type: 'tableHeader' as const,
            attrs: { colspan: 1, rowspan: 1 },
            content: [paragraph(text)],
          })),
        },
        {
          type: 'tableRow',
          content: ['Nord', '12.000 €'].map((text) => ({
            type: 'tableCell' as const,
            attrs: { colspan: 1, rowspan: 1 },
            content: [paragraph(text)],
          })),
        },
      ],
    },
  ];
  return {
    schema: STATEMENT_SCHEMA,
    reference: 'S0001/26',
    date: '2026-01-15',
    edition: 1,
    publicity: 'public',
    bodyName: 'Musterstadt',
    leadUnit: 'FB 1',
    answers: [],
    name: 'Sachstand',
    consultations: [{ organization: 'Stadtrat', date: '2026-02-05', role: null }],
    quotation: [],
    quotationRich: { type: 'doc', content: quotation },
    hinge: 'Die Verwaltung nimmt zum **Antrag A0001/26** wie folgt Stellung:',
    reply: { type: 'doc', content: reply },
    replyText: [],
    signatory: { name: 'Erika Muster', role: 'Fachbereichsleiterin', prefix: null },
    contact: NO_CONTACT,
    attachments: [],
  };
}
