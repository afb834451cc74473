/** Changes of one paragraph, as a word processor tracked them, in the signs of the paragraph as it was before. Pure. */
import type { TrackedChange, TrackedParagraph } from '../ports/returned-file.ts';
import type { NewParagraph } from '../../contract/proposal/shapes.ts';
import type { Inline } from '../../record/rich-text/rich-text.ts';
import { runText, type Group } from './match-paragraphs.ts';
import { joinInlines } from './text-index.ts';

export interface Signed {
  readonly author: string;
  readonly at: string;
  readonly move: string | null;
}

/** Words of one person that stand together: what went, and what came in its place. */
export interface RawEdit extends Signed {
  readonly start: number;
  readonly end: number;
  /** More than one: a paragraph was broken in between. */
  readonly parts: readonly NewParagraph[];
}

interface OpenEdit extends Signed {
  readonly start: number;
  end: number;
  parts: NewParagraph[];
}

const HEADING_OF_TEXT = 3;

const lookOf = ({ outline, list }: TrackedParagraph): NewParagraph => ({
  heading: outline === null ? null : outline <= HEADING_OF_TEXT ? 1 : 2,
  list: outline === null ? list : null,
  content: [],
});

const isOf = (edit: Signed, change: TrackedChange): boolean =>
  edit.author === change.author && edit.move === change.move;

/** Neighbouring runs of one person are one change. */
export function trackedEdits({ paragraphs }: Group): RawEdit[] {
  const edits: OpenEdit[] = [];
  let open: OpenEdit | null = null;
  let offset = 0;
  const begin = (change: TrackedChange, look: NewParagraph): OpenEdit => {
    if (open && isOf(open, change)) return open;
    const { author, at, move } = change;
    open = { author, at, move, start: offset, end: offset, parts: [look] };
    edits.push(open);
    return open;
  };
  const add = (edit: OpenEdit, inline: Inline): void => {
    const last = edit.parts.at(-1);
    if (last) edit.parts[edit.parts.length - 1] = { ...last, content: joinInlines(last.content, [inline]) };
  };
  for (const [at, paragraph] of paragraphs.entries()) {
    const look = lookOf(paragraph);
    for (const run of paragraph.runs) {
      const { length } = runText(run);
      if (run.change === null) {
        open = null;
        offset += length;
      } else if (run.change.kind === 'added') add(begin(run.change, look), run.inline);
      else {
        const edit = begin(run.change, look);
        offset += length;
        edit.end = offset;
      }
    }
    const next = paragraphs[at + 1];
    if (next && paragraph.end?.kind === 'added') {
      // Where a move ends before its paragraph does, the end still belongs to it.
      const edit: OpenEdit = begin({ ...paragraph.end, move: paragraph.end.move ?? moveOf(edits, offset) }, look);
      edit.parts = [...edit.parts, lookOf(next)];
    }
  }
  return edits;
}

const moveOf = (edits: readonly OpenEdit[], offset: number): string | null => {
  const last = edits.at(-1);
  return last?.end === offset ? last.move : null;
};

/** A paragraph that was not there before, as it would be. */
export function newParagraphs({ paragraphs }: Group): NewParagraph[] {
  const made: NewParagraph[] = [];
  let isOpen = false;
  for (const paragraph of paragraphs) {
    const kept = paragraph.runs.filter(({ change }) => change?.kind !== 'removed').map(({ inline }) => inline);
    const before = isOpen ? made.pop() : undefined;
    made.push({ ...(before ?? lookOf(paragraph)), content: joinInlines(before?.content ?? [], kept) });
    isOpen = paragraph.goesOn;
  }
  return made;
}
