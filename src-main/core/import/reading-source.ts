/** What a file turned out to hold, made ready for recognising, and what its reader asks to look at. Pure. */
import { shorten } from '../../base/shorten.ts';
import type { IsoDate } from '../../base/german-date.ts';
import type { ImportNote } from '../../contract/import/shapes.ts';
import type { FileReading } from '../ports/ports.ts';
import type { LeftOutKind } from '../ports/read-document.ts';
import type { StatementSource } from './recognise-statement.ts';
import { documentSource, textSource, type ImportSource } from './source-lines.ts';

type WordsReading = Exclude<FileReading, { kind: 'record' }>;

export const sourceOf = (reading: WordsReading): ImportSource =>
  reading.kind === 'text' ? textSource(reading.text) : documentSource(reading.document.blocks);

/** `today`: of whoever takes it over. */
export function statementSource(reading: WordsReading, today: IsoDate): StatementSource {
  const source = sourceOf(reading);
  if (reading.kind === 'text') return { source, today };
  const { notes, pageMarks } = reading.document;
  return { source, notes, pageMarks, today };
}

const CODES: Readonly<Record<LeftOutKind, ImportNote['code']>> = {
  struck: 'words-left-out',
  hidden: 'words-left-out',
  deleted: 'deletion-open',
  comment: 'comment-left-out',
  symbol: 'symbol-unknown',
  drawing: 'drawing-left-out',
  lost: 'words-lost',
};
/** More of one kind is said by a number, so that the list can be read. */
const MOST_OF_A_KIND = 20;
const LONGEST = 200;

/** What stands in the file and not in the text, by name. */
export function readingNotes(reading: FileReading): ImportNote[] {
  if (reading.kind !== 'document') return [];
  const counts = new Map<ImportNote['code'], number>();
  const notes = reading.document.leftOut.flatMap(({ kind, text }): ImportNote[] => {
    const code = CODES[kind];
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count > MOST_OF_A_KIND ? [] : [{ code, text: shorten(text, LONGEST) }];
  });
  const more = [...counts].filter(([, count]) => count > MOST_OF_A_KIND);
  return [...notes, ...more.map(([code, count]) => ({ code, text: `+ ${count - MOST_OF_A_KIND}` }))];
}
