/** The stretches of a record that can be marked, with names that depend on the printed text alone. Pure. */
import type { Passage, RedactionField } from '../../contract/redaction/shapes.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import { FIELDS, valueAt, type StatementField } from '../../record/statement-fields.ts';
import { RICH_TEXT_KEYS, type StatementRecord } from '../../record/statement-record.ts';
import { plainEmphasis } from '../../base/emphasis.ts';
import { textBlocks } from '../../record/rich-text/plain-text.ts';

const blocksOf = (field: 'quotation' | 'reply', text: RichText): Passage[] =>
  textBlocks(text.content).map((block, index) => ({ field, blockId: String(index), text: block.text }));

function passagesIn({ key, kind }: StatementField, record: StatementRecord): Passage[] {
  const field = key as RedactionField;
  if (kind === 'answers')
    return record.answers.flatMap(({ originators }, answer) =>
      originators.map(({ printed }, index) => ({ field, blockId: `${answer}.${index}`, text: printed })),
    );
  if (kind === 'rich-text') {
    const text = field as keyof typeof RICH_TEXT_KEYS;
    return blocksOf(text, record[RICH_TEXT_KEYS[text].rich]);
  }
  if (kind === 'attachments')
    return record.attachments.map(({ name }, index) => ({ field, blockId: String(index), text: name }));
  const value = valueAt(record, key);
  const text = typeof value === 'string' ? value : '';
  return [{ field, blockId: null, text: kind === 'sentence' ? plainEmphasis(text) : text }];
}

const LISTED: readonly StatementField[] = FIELDS;

/** In the order of the page; passages without words are left out, their numbers stay. */
export const passagesOf = (record: StatementRecord): readonly Passage[] =>
  LISTED.filter(({ isMarked }) => isMarked === true)
    .flatMap((field) => passagesIn(field, record))
    .filter(({ text }) => text.trim() !== '');
