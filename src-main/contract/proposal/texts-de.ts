/** Words about proposals from an edited copy, in files, window and command line. */
import type { NamedChange, PlacedProposal, Proposal, ProposalState } from './shapes.ts';

export const proposalTexts = {
  /** Who speaks in the findings that go along as comments. */
  checker: 'Stellwerk (Prüfung)',
  /** Version that keeps what was given out. */
  version: (day: string): string => `Zum Bearbeiten gegeben am ${day}`,
  fileSuffix: '-zum-Bearbeiten',
  nobody: 'ohne Nachverfolgung',
  nothing: 'In der Datei ist nichts geändert.',
  accepted: (count: number): string => (count === 1 ? '1 Vorschlag übernommen.' : `${count} Vorschläge übernommen.`),
  left: (ids: readonly string[]): string => `Nicht übernommen: ${ids.join(', ')}`,
} as const;

export const proposalKinds: Record<Proposal['kind'], string> = {
  changed: 'Änderung',
  added: 'Einfügung',
  removed: 'Streichung',
  moved: 'Verschiebung',
  remark: 'Kommentar',
};

export const proposalStates: Record<ProposalState, string> = {
  open: 'offen',
  applied: 'übernommen',
  refused: 'abgelehnt',
  'moved-on': 'Text hat sich seither geändert',
  locked: 'Zitat ist geschützt',
};

export const fieldNames: Record<Proposal['field'], string> = { quotation: 'Zitat der Vorlage', reply: 'Antwort' };

const QUOTED = (text: string): string => (text === '' ? '' : `: „${text}“`);
const SENTENCES: Record<NamedChange['kind'], (text: string) => string> = {
  head: (text) =>
    `Im Kopf steht in der Datei etwas anderes bei: ${text}. Es wird nicht übernommen; bitte im Formular ändern.`,
  table: (text) =>
    `In einer Tabelle sind Zeilen, Spalten oder Zellen anders${QUOTED(text)}. Bitte hier von Hand nachziehen.`,
  format: (text) => `Anders gestaltet, die Wörter sind gleich${QUOTED(text)}.`,
  note: (text) => `Eine Fußnote steht in der Datei${QUOTED(text)}. Bitte hier von Hand nachziehen.`,
  'other-copy': (text) => `Die Datei sagt von sich, sie sei eine Kopie einer anderen Stellungnahme${QUOTED(text)}.`,
  'unknown-ground': () =>
    'Aus welchem Stand die Datei entstanden ist, ist hier nicht bekannt. Verglichen wird mit dem heutigen Text.',
  unplaced: (text) =>
    `Zu diesem Absatz der Datei gibt es hier keine Stelle${QUOTED(text)}. Bitte von Hand übernehmen, was gelten soll.`,
  lost: (text) => `Nicht gelesen${QUOTED(text)}.`,
};
/** What came back and is no proposal, as a sentence; with whoever did it, where that is known. */
export const namedSentence = ({ kind, author, text }: NamedChange): string =>
  author === '' ? SENTENCES[kind](text) : `${author}: ${SENTENCES[kind](text)}`;

/** "2026-03-02T14:05:00Z" is local time in the files of word processors: "02.03.2026 14:05". */
export function writtenAt(at: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(at) ?? [];
  // Programs write zeros where they know of no time.
  return year === undefined || year === '0000' ? '' : [`${day}.${month}.${year}`, time].filter(Boolean).join(' ');
}

/** "Kim Beispiel, 02.03.2026 14:05". */
export const writtenBy = ({ author, at }: Pick<PlacedProposal, 'author' | 'at'>): string =>
  [author || proposalTexts.nobody, writtenAt(at)].filter(Boolean).join(', ');
