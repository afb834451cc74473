/** A review beside the text of its statement: as it is kept, and as it is shown. */
import * as z from 'zod';
import {
  groundSchema,
  namedChangeSchema,
  proposalSchema,
  type Ground,
  type Passage,
  type Review,
  type TextField,
} from '../../contract/proposal/shapes.ts';
import { keptThings } from '../../contract/shared/kept-de.ts';
import { readKept } from '../../contract/shared/read-kept.ts';
import { keptForm } from '../../record/kept-form.ts';
import { textBlocks } from '../../record/rich-text/plain-text.ts';
import type { ReadStores, WriteStores } from '../ports/ports.ts';
import type { StoredReview } from '../ports/review-ports.ts';
import { Placing, type PlacingInput } from './place-proposals.ts';
import type { ReviewContent } from './review-of-file.ts';

type Stores = Pick<ReadStores, 'comments' | 'statements'> | Pick<WriteStores, 'comments' | 'statements'>;

const REVIEW = keptForm(null, [
  {
    schema: z.object({
      fileId: z.string().max(64),
      revision: z.number().int().nullable(),
      ground: groundSchema,
      proposals: z.array(proposalSchema),
      named: z.array(namedChangeSchema),
    }),
  },
]);

/** Where a comment came from. */
export const sourceOf = (fileId: string, proposal: string): string => `${fileId}/${proposal}`;
const idOf = (source: string): string => source.replace(/^.*\//, '');
export const placingOf = async (
  stores: Stores,
  refused: readonly string[],
  statementId: string,
  content: ReviewContent,
  now: Ground,
): Promise<PlacingInput> => {
  const comments = await stores.comments.of(statementId);
  const kept = comments.flatMap(({ source }) =>
    source?.startsWith(`${content.fileId}/`) === true ? [idOf(source)] : [],
  );
  return {
    proposals: content.proposals,
    ground: content.ground,
    now,
    refused: new Set(refused),
    kept: new Set(kept),
    isQuotationLocked: (await stores.statements.get(statementId))?.quotationLocked ?? false,
  };
};

export const shown = (
  { id, fileName, at, actor }: Pick<Review, 'id' | 'fileName' | 'at' | 'actor'>,
  { revision, named }: ReviewContent,
  input: PlacingInput,
): Review => ({ id, fileName, at, actor, revision, named: [...named], proposals: new Placing(input).all() });

export const contentOf = ({ content, fileName }: StoredReview): ReviewContent =>
  readKept(REVIEW, content, keptThings.review(fileName));

export const placed = async (stores: Stores, review: StoredReview, now: Ground): Promise<Review> => {
  const content = contentOf(review);
  return shown(review, content, await placingOf(stores, review.refused, review.statementId, content, now));
};

/** The words of a passage; "" where there is none. */
export function wordsAt(text: Ground, field: TextField, place: Passage | null): string {
  const block = textBlocks(text[field].content).find(({ id }) => id === place?.block);
  return place && block ? block.text.slice(place.start, place.end) : '';
}
