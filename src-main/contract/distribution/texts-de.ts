/** German words of copies, envelopes, labels and dispatch. */
import type { CopyKind } from './shapes.ts';
import type { DispatchChannel } from '../dispatch/shapes.ts';

export const copyKindNames: Readonly<Record<CopyKind, string>> = {
  original: 'Original',
  copy: 'Abdruck',
  draft: 'Entwurf',
  'follow-up': 'Wiedervorlage',
};

export const channelNames: Readonly<Record<DispatchChannel, string>> = {
  print: 'gedruckt',
  folder: 'in Ordner abgelegt',
  email: 'E-Mail-Entwurf',
  hand: 'persönlich übergeben',
};

export const copyTexts = {
  marks: {
    copy: 'Abdruck für: {recipient}',
    draft: 'Entwurf – verbleibt bei den Akten',
    'follow-up': 'Wiedervorlage am {date}',
  },
  /** Without a day the mark is the bare name of the kind. */
  followUpWithoutDate: 'Wiedervorlage',
  followUpNote: 'Bitte am {date} wieder vorlegen. Erledigt: ________________',
  recipients: 'Verteiler',
  fileName: '{reference}-{kind}-{recipient}',
  combined: 'Kopien',
  labels: 'Etiketten',
  envelopes: 'Umschläge',
  dispatchList: 'Versandnachweis',
  letters: 'Serienbrief',
  pieces: (copies: number): string => (copies === 1 ? '' : `${copies} × `),
  missingPlaceholders: (names: string): string => `es fehlt noch: ${names}`,
} as const;

export const dispatchListTexts = {
  issued: (edition: string, day: string): string => `Ausfertigung${edition} vom ${day}`,
  noEntries: 'Noch nichts versandt.',
  when: 'Zeit',
  recipient: 'Empfänger',
  copy: 'Kopie',
  channel: 'Weg',
  file: 'Datei und Prüfsumme (SHA-512)',
  letter: 'Brief',
  actor: (name: string): string => `durch ${name}`,
  open: 'Noch nicht versandt',
} as const;

export const mailTexts = {
  subject: (reference: string, name: string): string => `Stellungnahme ${reference}: ${name}`,
  body: (kind: string, reference: string, name: string): string =>
    `Guten Tag,\n\nanbei erhalten Sie die Stellungnahme ${reference} (${kind}): ${name}.\n`,
  greeting: 'Mit freundlichen Grüßen',
} as const;
