/** What copies that come back from Word and from LibreOffice have in common. */
import type { ReturnedFile, TrackedChange, TrackedRun } from '../../../core/ports/returned-file.ts';
import { normaliseText } from '../../../base/normalise.ts';
import { marksOf, type ContentPiece } from './inline-content.ts';

/** Property of the file that names the statement and its state; programs keep it when they save. */
export const COPY_PROPERTY = 'StellwerkKopie';
/** Tags of controls that lock what stands in them begin so. */
export const LOCKED_TAG = 'stellwerk-';

/** In place of initials at the remarks that go along with a copy: by it they are known when they come back. */
export const ownMark = (index: number): string => `SW#${index + 1}`;
export const isOwnMark = (initials: string): boolean => /^SW#\d+$/.test(initials.trim());

/** "id#revision". */
export function copyNamed(text: string): ReturnedFile['copyOf'] {
  const [, id = '', revision] = /^([\w-]{1,64})#(\d{1,9})$/.exec(text.trim()) ?? [];
  return revision === undefined ? null : { id, revision: Number(revision) };
}

/** A tabulator is a blank in texts of the record. */
export function trackedRun(
  piece: Exclude<ContentPiece, { kind: 'page' }>,
  isHeading: boolean,
  change: TrackedChange | null,
): TrackedRun {
  if (piece.kind === 'break') return { inline: { type: 'hardBreak' }, change };
  const marks = marksOf(piece, isHeading);
  // As the record keeps it: what is stored is compared with what came.
  const text = normaliseText(piece.text).replace(/[\n\t]/g, ' ');
  return { inline: { type: 'text', text, ...(marks.length > 0 && { marks }) }, change };
}
