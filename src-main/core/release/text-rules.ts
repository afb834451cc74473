/** Rules about the words: no open placeholder, nothing that cannot be printed, no date that does not exist. */
import type { FindingPlace } from '../../contract/release/shapes.ts';
import type { Block, Inline, RichText } from '../../record/rich-text/rich-text.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { plainEmphasis } from '../../base/emphasis.ts';
import { FIELDS, valueAt, type StatementField } from '../../record/statement-fields.ts';
import { assertNever } from '../../base/assert-never.ts';
import { inlineText, textBlocks } from '../../record/rich-text/plain-text.ts';
import { fieldPlace, finding, type ReleaseRule } from './release-rule.ts';
import type { ReleaseSubject } from './release-subject.ts';
import { writtenDates } from './written-dates.ts';

export interface CheckedText {
  readonly field: string;
  readonly blockId: string | null;
  readonly text: string;
}

const LISTED: readonly StatementField[] = FIELDS;
const OWN_WORDS = LISTED.filter(({ isOwnWords }) => isOwnWords === true);

/** Words that the office itself writes; the quotation belongs to others and is never corrected. */
export function ownTexts({ content }: Pick<ReleaseSubject, 'content'>): readonly CheckedText[] {
  return OWN_WORDS.flatMap(({ key, kind }) => {
    const value = valueAt(content, key);
    if (kind === 'rich-text')
      return textBlocks((value as RichText).content).map(({ id, text }) => ({ field: key, blockId: id, text }));
    const text = typeof value === 'string' ? value : '';
    return [{ field: key, blockId: null, text: kind === 'sentence' ? plainEmphasis(text) : text }];
  });
}

export const textsOf = (content: ReleaseSubject['content']): readonly string[] =>
  ownTexts({ content }).map(({ text }) => text);

export const placeIn = (
  { field, blockId }: Pick<CheckedText, 'field' | 'blockId'>,
  start: number,
  end: number,
): FindingPlace => ({ field, blockId, start, end });

function placeholders(blocks: readonly Block[]): { blockId: string | null; start: number; label: string }[] {
  const inInlines = (blockId: string | null, content: readonly Inline[] = []) => {
    let start = 0;
    return content.flatMap((inline) => {
      const at = start;
      start += inlineText([inline]).length;
      return inline.type === 'placeholder' ? [{ blockId, start: at, label: inline.attrs.label }] : [];
    });
  };
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return inInlines(block.attrs.id, block.content);
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap((item) => placeholders(item.content));
      case 'blockquote':
        return placeholders(block.content);
      case 'table':
        return block.content.flatMap((row) => row.content.flatMap((cell) => placeholders(cell.content)));
      case 'pageBreak':
        return [];
      default:
        return assertNever(block);
    }
  });
}

export const hasPlaceholder = ({ content }: RichText): boolean => placeholders(content).length > 0;

export const noOpenPlaceholder: ReleaseRule = {
  rule: 'placeholder-open',
  find: ({ content }) =>
    (['quotation', 'reply'] as const).flatMap((field) =>
      placeholders(content[field].content).map(({ blockId, start, label }) =>
        finding('placeholder-open', 'blocking', { field, blockId, start, end: start + label.length + 2 }, { label }),
      ),
    ),
};

/** The first place with the character in what was written; what the office's settings print has none in the statement. */
function placeOfCharacter(subject: ReleaseSubject, character: string): FindingPlace {
  const quoted = textBlocks(subject.content.quotation.content).map(({ id, text }) => ({
    field: 'quotation',
    blockId: id,
    text,
  }));
  for (const checked of [...ownTexts(subject), ...quoted]) {
    const start = checked.text.indexOf(character);
    if (start !== -1) return placeIn(checked, start, start + character.length);
  }
  return fieldPlace('');
}

export const everythingPrintable: ReleaseRule = {
  rule: 'character-unprintable',
  find: (subject) =>
    subject.unprintable.map(({ place, character, codePoint }) =>
      finding('character-unprintable', 'blocking', placeOfCharacter(subject, character), {
        character,
        codePoint,
        where: place,
      }),
    ),
};

export const noImpossibleDate: ReleaseRule = {
  rule: 'date-impossible',
  find: (subject) =>
    ownTexts(subject).flatMap((checked) =>
      writtenDates(checked.text)
        .filter(({ date }) => date === undefined)
        .map(({ start, text }) =>
          finding('date-impossible', 'blocking', placeIn(checked, start, start + text.length), { text }),
        ),
    ),
};

export const datesComplete: ReleaseRule = {
  rule: 'date-malformed',
  find: (subject) =>
    ownTexts(subject).flatMap((checked) =>
      writtenDates(checked.text).flatMap(({ start, text, date, isComplete }) =>
        isComplete || date === undefined
          ? []
          : [
              finding('date-malformed', 'warning', placeIn(checked, start, start + text.length), {
                text,
                wanted: formatGermanDate(date),
              }),
            ],
      ),
    ),
};
