/** What the placeholders of the stored texts are called, setting by setting. The stored form in braces is never shown. */
import { letterPlaceholderLabels } from '../../src-main/contract/letter/texts-de.ts';

export type PlaceholderNames = Readonly<Record<string, string>>;

const NONE: PlaceholderNames = {};
const OF_COPY: PlaceholderNames = { recipient: 'Empfänger', date: 'Tag der Wiedervorlage' };
const BY_PATH: Readonly<Record<string, PlaceholderNames>> = {
  'copies.marks.copy': OF_COPY,
  'copies.marks.draft': OF_COPY,
  'copies.marks.follow-up': OF_COPY,
  'copies.followUpNote': { date: 'Tag der Wiedervorlage' },
  'copies.fileName': { reference: 'Nummer', kind: 'Art der Kopie', recipient: 'Empfänger' },
  'labels.correction': { n: 'Zahl' },
  'labels.facsimile': { name: 'Name' },
  'labels.page': { page: 'Seite', pages: 'Seitenzahl' },
};
const OF_NUMBER: PlaceholderNames = {
  '0000': 'Nummer, 4-stellig',
  '000': 'Nummer, 3-stellig',
  '00000': 'Nummer, 5-stellig',
  '000000': 'Nummer, 6-stellig',
  '00': 'Nummer, 2-stellig',
  '0': 'Nummer ohne Nullen',
  YY: 'Jahr, 2-stellig',
  YYYY: 'Jahr, 4-stellig',
};

/** @param path of the setting in the office profile */
export function placeholderNames(path: string): PlaceholderNames {
  if (path.startsWith('hinge.')) return { reference: 'Nummer' };
  if (path.startsWith('letters.')) return letterPlaceholderLabels;
  if (path.endsWith('.pattern')) return OF_NUMBER;
  return BY_PATH[path] ?? NONE;
}

/** Only hinge sentences have bold words. */
export const canBeBold = (path: string): boolean => path.startsWith('hinge.');
