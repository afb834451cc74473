/** Statements of known length to measure with; invented words. */
import type { Block } from '../../src-main/contract/rich-text.ts';
import type { StatementRecord } from '../../src-main/contract/statement-record.ts';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';

const SENTENCE =
  'Die Verwaltung hat den Vorschlag geprüft und mit den beteiligten Fachbereichen abgestimmt, die Umsetzung ist im Rahmen der verfügbaren Mittel möglich. ';

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  attrs: { id: null },
  content: [{ type: 'text', text }],
});

/** About 28 paragraphs of four sentences fill two pages beside the head of the form. */
export function statementOfPages(pages: number, word = 'Beginn'): StatementRecord {
  const paragraphs = Math.round(pages * 8.6 - 3);
  const reply: Block[] = Array.from({ length: paragraphs }, (_, index) =>
    paragraph(index === Math.floor(paragraphs / 2) ? `${word} ${SENTENCE.repeat(3)}` : SENTENCE.repeat(3).trim()),
  );
  const sample = sampleRecord();
  return { ...sample, reply: { type: 'doc', content: [...sample.reply.content, ...reply] } };
}
