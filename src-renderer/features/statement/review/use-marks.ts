/** Marks in the writing fields for what stands in the pane beside them, and comments that move along with their words. */
import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import type { Comment } from '../../../../src-main/contract/comment/shapes.ts';
import type { Passage, Review, TextField } from '../../../../src-main/contract/proposal/shapes.ts';
import { useCore } from '../../../data/core.ts';
import { markedRange, markPassages, onPassage, type MarkedPassage } from '../../../parts/editor/extensions/passages.ts';
import type { DraftView } from '../../../parts/statement/draft-store.ts';
import { positionInBlock, selectRange } from '../../../parts/statement/found-place.ts';
import { passageAt, type Editors, type SelectedPassage } from './selected-passage.ts';

/** Of a proposal: several files can be open beside each other. */
export const proposalKey = (review: Review, proposal: string): string => `${review.id ?? ''}/${proposal}`;

interface Marked {
  readonly key: string;
  readonly kind: MarkedPassage['kind'];
  readonly field: TextField;
  readonly place: Passage;
}

const FIELDS = ['quotation', 'reply'] as const;
/** Words at which a comment is being written. */
const NEW_COMMENT = 'new';

function markedOf(reviews: readonly Review[], comments: readonly Comment[], writing: SelectedPassage | null): Marked[] {
  return [
    ...(writing ? [{ key: NEW_COMMENT, kind: 'comment' as const, field: writing.field, place: writing.place }] : []),
    ...reviews.flatMap((review) =>
      review.proposals.flatMap(({ id, field, place, state }): Marked[] =>
        place && (state === 'open' || state === 'moved-on')
          ? [{ key: proposalKey(review, id), kind: 'proposal', field, place }]
          : [],
      ),
    ),
    ...comments.flatMap(({ id, field, place, resolvedAt }): Marked[] =>
      place && resolvedAt === null ? [{ key: id, kind: 'comment', field, place }] : [],
    ),
  ];
}

function rangeOf({ state }: Editor, { block, start, end }: Passage): { from: number; to: number } | null {
  const from = positionInBlock(state.doc, block, start);
  const to = positionInBlock(state.doc, block, end);
  return from === null || to === null ? null : { from, to };
}

export function useMarks({
  id,
  editors,
  reviews,
  comments,
  chosen,
  writing,
  isOpen,
  setChosen,
  setOpen,
  view,
}: {
  readonly id: string;
  readonly editors: Editors;
  readonly reviews: readonly Review[];
  readonly comments: readonly Comment[];
  readonly chosen: string | null;
  readonly writing: SelectedPassage | null;
  readonly isOpen: boolean;
  readonly setChosen: (key: string) => void;
  readonly setOpen: (isOpen: boolean) => void;
  readonly view: DraftView;
}): void {
  const { client } = useCore();
  /** Where each was said to stand when it was marked: as long as nothing else is said, the mark itself knows better. */
  const placed = useRef(new Map<string, string>());

  useEffect(() => {
    const marked = markedOf(isOpen ? reviews : [], comments, writing);
    const before = placed.current;
    placed.current = new Map(marked.map(({ key, place }) => [key, JSON.stringify(place)]));
    for (const field of FIELDS) {
      const editor = editors[field];
      if (!editor) continue;
      const passages = marked
        .filter((one) => one.field === field)
        .flatMap(({ key, kind, place }): MarkedPassage[] => {
          const isKnown = before.get(key) === JSON.stringify(place);
          const range = (isKnown ? markedRange(editor, key) : null) ?? rangeOf(editor, place);
          return range ? [{ key, kind, ...range, isChosen: key === chosen || key === NEW_COMMENT }] : [];
        });
      markPassages(editor, passages);
      onPassage(editor, (key) => {
        setChosen(key);
        setOpen(true);
      });
    }
  }, [chosen, comments, editors, isOpen, reviews, setChosen, setOpen, writing]);

  // Once the text is stored, comments whose words moved or changed are stored with it.
  const isSaved = view.save.kind === 'saved';
  useEffect(() => {
    if (!isSaved || view.draft.state !== 'draft') return;
    const moved = comments.flatMap((comment) => {
      const editor = editors[comment.field];
      const range = editor && comment.resolvedAt === null ? markedRange(editor, comment.id) : null;
      const now = editor && range ? passageAt(editor.state.doc, comment.field, range.from, range.to) : null;
      const { place } = comment;
      const isSame =
        place?.block === now?.place.block && place?.start === now?.place.start && comment.words === now?.words;
      return now && !isSame ? [{ id: comment.id, field: now.field, place: now.place, words: now.words }] : [];
    });
    if (moved.length > 0) void client.comments.place({ ref: id, places: moved }).catch(() => undefined);
  }, [client, comments, editors, id, isSaved, view.content, view.draft.state]);
}

/** Selects a passage in the text and goes there. */
export function showPassage(editors: Editors, field: TextField, key: string, place: Passage): void {
  const editor = editors[field];
  const range = editor && (markedRange(editor, key) ?? rangeOf(editor, place));
  if (range) selectRange(editor, range.from, range.to);
}
