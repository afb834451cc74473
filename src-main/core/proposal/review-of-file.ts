/** What a copy that came back proposes, beside the state it was made from. Pure. */
import type { ReturnedFile } from '../ports/returned-file.ts';
import type { Ground, NamedChange, Proposal } from '../../contract/proposal/shapes.ts';
import { textLines } from '../../record/rich-text/text-lines.ts';
import type { PrintDocument } from '../print/model.ts';
import { Collector } from './collect-proposals.ts';
import { formParts, headChanges } from './head-changes.ts';

/** As it is kept: everything that placing needs, whatever becomes of the statement. */
export interface ReviewContent {
  readonly fileId: string;
  readonly revision: number | null;
  readonly ground: Ground;
  readonly proposals: readonly Proposal[];
  readonly named: readonly NamedChange[];
}

export interface ReviewedFile {
  readonly file: ReturnedFile;
  /** The same for the same bytes. */
  readonly fileId: string;
  /** State that was given out, or the present one where nobody knows which was. */
  readonly ground: Ground;
  readonly revision: number | null;
  /** The form of that state. */
  readonly form: PrintDocument;
}

export function reviewOfFile({ file, fileId, ground, revision, form }: ReviewedFile): ReviewContent {
  // Without its ground the numbers of the bookmarks say nothing.
  const known: ReturnedFile = {
    ...file,
    ...(revision === null && { paragraphs: file.paragraphs.map((paragraph) => ({ ...paragraph, names: [] })) }),
  };
  const parts = formParts(form);
  const collector = new Collector(
    known,
    ground,
    parts.flatMap(({ lines }) => (lines.length === 0 ? [] : [...lines, lines.join('\n')])),
  );
  const { proposals, named } = collector.collected();
  const notes = file.document.notes.map(({ blocks }): NamedChange => ({
    kind: 'note',
    author: '',
    text: textLines(blocks).filter(Boolean).join(' '),
  }));
  const lost = file.document.leftOut
    .filter(({ kind }) => kind === 'symbol' || kind === 'drawing' || kind === 'lost')
    .map(({ text }): NamedChange => ({ kind: 'lost', author: '', text }));
  return {
    fileId,
    revision,
    ground,
    proposals,
    named: [
      ...(revision === null ? [{ kind: 'unknown-ground' as const, author: '', text: '' }] : []),
      ...headChanges(parts, collector.matches),
      ...named,
      ...notes,
      ...lost,
    ],
  };
}
