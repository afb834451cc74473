/** Statements of known length to measure with; invented words. */
import { letterContentSchema, type LetterContent } from '../../src-main/contract/letter/shapes.ts';
import type { Block } from '../../src-main/record/rich-text/rich-text.ts';
import type { StatementRecord } from '../../src-main/record/statement-record.ts';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';

const SENTENCE =
  'Die Verwaltung hat den Vorschlag geprüft und mit den beteiligten Fachbereichen abgestimmt, die Umsetzung ist im Rahmen der verfügbaren Mittel möglich. ';

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  attrs: { id: null },
  content: [{ type: 'text', text }],
});

/** So many paragraphs of three sentences fill the pages beside the head of the form; looked up with pdfinfo. */
export function statementOfPages(pages: number, word = 'Beginn'): StatementRecord {
  const paragraphs = Math.round(pages * 7.8 - 6.4);
  const reply: Block[] = Array.from({ length: paragraphs }, (_, index) =>
    paragraph(index === Math.floor(paragraphs / 2) ? `${word} ${SENTENCE.repeat(3)}` : SENTENCE.repeat(3).trim()),
  );
  const sample = sampleRecord();
  return { ...sample, reply: { type: 'doc', content: [...sample.reply.content, ...reply] } };
}

export function letterOfPages(pages: number, word = 'Beginn'): LetterContent {
  const paragraphs = Math.round(pages * 7.2 - 3.4);
  return letterContentSchema.parse({
    kind: 'cover-letter',
    recipient: {
      lines: ['Fraktion Messung', 'Lange Gasse 12', '09999 Auental'],
      organization: 'Fraktion Messung',
      persons: [],
    },
    notes: '',
    information: {
      unit: 'FB 1',
      yourMessageDate: '',
      ourSign: '1/2026',
      name: 'Kim Sander',
      telephone: '0999 1',
      email: '',
    },
    date: '2026-03-02',
    subject: 'Stellungnahme S0001/26',
    salutation: 'Sehr geehrte Damen und Herren,',
    body: {
      type: 'doc',
      content: Array.from({ length: paragraphs }, (_, index) =>
        paragraph(`${index === 0 ? `${word} ` : ''}${SENTENCE.repeat(3).trim()}`),
      ),
    },
    closing: 'Mit freundlichen Grüßen',
    signatory: null,
    enclosures: [],
    distribution: [],
    publicity: 'public',
  });
}
