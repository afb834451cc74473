/** A statement as a Word file for somebody who is to edit it. Pure but for the writer it is given. */
import { plainEmphasis } from '../../base/emphasis.ts';
import type { Comment } from '../../contract/comment/shapes.ts';
import type { TextField } from '../../contract/proposal/shapes.ts';
import { proposalTexts } from '../../contract/proposal/texts-de.ts';
import type { Finding } from '../../contract/release/shapes.ts';
import { findingSentence } from '../../contract/release/texts-de.ts';
import type { StatementContent } from '../../contract/statement/shapes.ts';
import type { FormSheetCopy } from '../print/form-sheet.ts';
import type { BlockPlace } from '../print/model.ts';
import { blockName } from './match-paragraphs.ts';
import { indexText } from './text-index.ts';

export interface CopyNotes {
  readonly findings: readonly Finding[];
  readonly comments: readonly Comment[];
  /** Instant of the copy, in local time without a zone. */
  readonly now: string;
  /** An instant in local time without a zone. */
  readonly localTime: (instant: string) => string;
}

export const NOTHING_NOTED: CopyNotes = { findings: [], comments: [], now: '', localTime: (instant) => instant };

interface PlacedRemark {
  readonly field: TextField;
  readonly block: string;
  readonly start: number;
  readonly end: number;
  readonly author: string;
  readonly at: string;
  readonly text: string;
}

const isField = (field: string): field is TextField => field === 'quotation' || field === 'reply';

/** Findings about the head have no words in the text to stand at: they stand at its beginning. */
function remarksOf(content: StatementContent, { findings, comments, now, localTime }: CopyNotes): PlacedRemark[] {
  const first = indexText(content.reply)[0]?.id ?? '';
  return [
    ...findings.map((finding): PlacedRemark => {
      const { field, blockId, start, end } = finding.place;
      const isPlaced = isField(field) && blockId !== null;
      return {
        field: isPlaced ? field : 'reply',
        block: isPlaced ? blockId : first,
        start: isPlaced ? start : 0,
        end: isPlaced ? end : 0,
        author: proposalTexts.checker,
        at: now,
        text: plainEmphasis(findingSentence(finding)),
      };
    }),
    ...comments.map(({ field, place, author, writtenAt, text }): PlacedRemark => ({
      field: place === null ? 'reply' : field,
      block: place?.block ?? first,
      start: place?.start ?? 0,
      end: place?.end ?? 0,
      author,
      at: localTime(writtenAt),
      text,
    })),
  ];
}

/** `of` names statement and state in the file. */
export function formSheetCopy(
  content: StatementContent,
  of: string,
  isQuotationLocked: boolean,
  notes: CopyNotes,
): FormSheetCopy {
  const remarks = remarksOf(content, notes);
  const placesOf = (field: TextField): ((index: number) => BlockPlace) => {
    const ids = indexText(content[field]).map(({ id }) => id);
    return (index) => ({
      name: blockName(field, index),
      remarks: remarks.flatMap((remark, number) =>
        // In an empty text there is no block that could bear them.
        remark.field === field && remark.block === (ids[index] ?? '')
          ? [{ remark: number, start: remark.start, end: remark.end }]
          : [],
      ),
    });
  };
  const quotationAt = placesOf('quotation');
  return {
    of,
    remarks: remarks.map(({ author, at, text }) => ({ author, at, text })),
    quotationAt: (index) => (isQuotationLocked ? undefined : quotationAt(index)),
    replyAt: placesOf('reply'),
  };
}
