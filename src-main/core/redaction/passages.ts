/** The stretches of a record that can be marked, with names that depend on the printed text alone. Pure. */
import type { Passage } from '../../contract/redaction.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import { plainEmphasis } from '../../base/emphasis.ts';
import { textBlocks } from '../../record/rich-text/plain-text.ts';

const blocksOf = (field: 'quotation' | 'reply', text: RichText): Passage[] =>
  textBlocks(text.content).map((block, index) => ({ field, blockId: String(index), text: block.text }));

/** In the order of the page; passages without words are left out, their numbers stay. */
export function passagesOf(record: StatementRecord): readonly Passage[] {
  return [
    ...record.answers.flatMap(({ originators }, answer) =>
      originators.map(({ printed }, index): Passage => ({
        field: 'answers',
        blockId: `${answer}.${index}`,
        text: printed,
      })),
    ),
    { field: 'name' as const, blockId: null, text: record.name },
    ...blocksOf('quotation', record.quotationRich),
    { field: 'hinge' as const, blockId: null, text: plainEmphasis(record.hinge) },
    ...blocksOf('reply', record.reply),
    ...record.attachments.map(({ name }, index): Passage => ({
      field: 'attachments',
      blockId: String(index),
      text: name,
    })),
  ].filter(({ text }) => text.trim() !== '');
}
