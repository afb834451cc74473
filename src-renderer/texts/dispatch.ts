/** Words of copies, dispatch and serial letters. */
import type { CopyKind, DispatchChannel } from '../../src-main/contract/copies.ts';
import type { EnvelopeFormatId, LabelFormatId } from '../../src-main/contract/sheet-formats.ts';
import type { LetterKind } from '../../src-main/contract/letter-kinds.ts';
import { channelNames, copyKindNames } from '../../src-main/contract/texts/copies-de.ts';
import { letterKindNames } from '../../src-main/contract/texts/letter-de.ts';

const kinds: Readonly<Record<CopyKind, string>> = copyKindNames;
const channels: Readonly<Record<DispatchChannel, string>> = channelNames;
const letterKinds: Readonly<Record<LetterKind, string>> = letterKindNames;
const labelFormats: Record<LabelFormatId, string> = {
  '70x37': '24 je Blatt, 70 × 37 mm',
  '99.1x38.1': '14 je Blatt, 99,1 × 38,1 mm',
  '63.5x38.1': '21 je Blatt, 63,5 × 38,1 mm',
};
const envelopeFormats: Record<EnvelopeFormatId, string> = {
  dl: 'DL, 220 × 110 mm',
  c6: 'C6, 162 × 114 mm',
  c5: 'C5, 229 × 162 mm',
};

export const dispatch = {
  title: 'Versand',
  open: 'Versand',
  toIssue: 'Zur Ausfertigung',
  pending: {
    empty: 'Alles Ausgefertigte ist versandt.',
    table: 'Noch nicht vollständig versandt',
    openOf: (open: number, total: number): string => `${open} von ${total} Kopien offen`,
  },
  distribution: {
    title: 'Verteiler',
    summary: (copies: number): string => (copies === 1 ? '1 Kopie' : `${copies} Kopien`),
    suggested: 'Vorschlag aus Beratungsfolge, Einreichern und federführendem Amt. Eine Änderung speichert ihn.',
    reset: 'Vorschlag wiederherstellen',
    recipient: 'Empfänger',
    kind: 'Kopie',
    count: 'Anzahl',
    actions: 'Aktionen',
    recipientOf: (n: number): string => `Empfänger in Zeile ${n}`,
    kindOf: (n: number): string => `Art der Kopie in Zeile ${n}`,
    countOf: (n: number): string => `Anzahl in Zeile ${n}`,
    followUpOf: (n: number): string => `Wiedervorlage am, Zeile ${n}`,
    addressOf: (n: number): string => `Anschrift in Zeile ${n}`,
    emailOf: (n: number): string => `E-Mail in Zeile ${n}`,
    addressHint: 'Anschrift, eine Angabe je Zeile',
    emailHint: 'E-Mail',
    show: (name: string): string => `Kopie für „${name}“ ansehen`,
    remove: (n: number): string => `Zeile ${n} entfernen`,
    add: 'Empfänger hinzufügen',
    members: (name: string): string => `${name} – alle Mitglieder`,
    nobody:
      'Heute gehört niemand dazu. Bitte Mitgliedschaften unter „Personen“ eintragen oder einen anderen Empfänger wählen.',
    noAddress: 'ohne Anschrift',
    openCopy: 'noch nicht versandt',
    sent: (channel: string, at: string): string => `${channel}, ${at}`,
  },
  output: {
    title: 'Ausgeben',
    copies: 'Kopien ausgeben',
    copiesMenu: {
      files: 'Eine Datei je Kopie',
      combined: 'Ein PDF mit allen Kopien',
      duplex: 'Ein PDF für beidseitigen Druck',
    },
    labels: 'Etiketten',
    printLabels: 'Etiketten drucken',
    labelFormat: 'Etikettenbogen',
    labelStart: 'Erstes freies Etikett',
    envelopes: 'Umschläge',
    printEnvelopes: 'Umschläge drucken',
    envelopeFormat: 'Umschlag',
  },
  send: {
    title: 'Versenden',
    folder: 'Ordner für die Ablage',
    toFolder: 'In Ordner ablegen',
    folderHint: 'Zum Beispiel der Ordner, aus dem das Ratsinformationssystem Dateien übernimmt.',
    email: 'E-Mail-Entwürfe',
    printed: 'Alle offenen als gedruckt vermerken',
    handed: 'Alle offenen als übergeben vermerken',
    done: (count: number): string => (count === 1 ? '1 Nachweis gespeichert.' : `${count} Nachweise gespeichert.`),
    skipped: (names: string, more: number): string =>
      `Ohne E-Mail-Adresse: ${names}${more === 0 ? '' : ` und ${more} ${more === 1 ? 'weiterer' : 'weitere'}`}`,
  },
  proofs: {
    title: 'Versandnachweis',
    none: 'Noch nichts versandt',
    summary: (count: number): string => (count === 1 ? '1 Nachweis' : `${count} Nachweise`),
    deliver: 'Nachweis ausgeben',
    print: 'Nachweis drucken',
    when: 'Zeit',
    recipient: 'Empfänger',
    copy: 'Kopie',
    channel: 'Weg',
    digest: 'SHA-512',
  },
  letters: {
    title: 'Serienbrief',
    summary: 'Ein Brief an alle Empfänger des Verteilers',
    kind: 'Art des Briefes',
    deadline: 'Bisherige Frist',
    newDeadline: 'Neue Frist',
    start: 'Serienbrief schreiben',
    goOn: 'Fortsetzen',
    progress: (done: number, total: number): string => `${done} von ${total} geschrieben`,
    runs: 'Geschriebene Serienbriefe',
    run: (at: string, kind: string, written: number, total: number): string =>
      `${at} · ${kind} · ${written} von ${total} geschrieben`,
    save: 'Briefe ausgeben',
    problemOf: (name: string, sentence: string): string => `${name}: ${sentence}`,
  },
  settings: {
    kind: 'Art der Kopie',
    shows: 'Was diese Kopie zeigt',
    blocks: {
      quotation: 'Zitat der Vorlage',
      reply: 'Antwort der Verwaltung',
      signature: 'Unterschrift',
      attachments: 'Liste der Anlagen',
      recipients: 'Alle Empfänger am Ende',
      followUpNote: 'Vermerk der Wiedervorlage',
    },
  },
  notIssued: 'Die Vorschau der Kopien zeigt sich nach der Ausfertigung. Den Verteiler können Sie schon vorbereiten.',
  choose: 'Bitte eine Kopie wählen.',
  saved: (names: string): string => `Gespeichert: ${names}`,
  working: 'Wird ausgeführt …',
  kinds,
  channels,
  letterKinds,
  labelFormats,
  envelopeFormats,
} as const;
