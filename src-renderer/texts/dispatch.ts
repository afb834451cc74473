/** Words of copies, dispatch and serial letters. */
import type { CopyKind } from '../../src-main/contract/distribution/shapes.ts';
import type { DispatchChannel } from '../../src-main/contract/dispatch/shapes.ts';
import type { EnvelopeFormatId, LabelFormatId } from '../../src-main/contract/distribution/sheet-formats.ts';
import type { LetterKind } from '../../src-main/contract/letter/kinds.ts';
import { channelNames, copyKindNames } from '../../src-main/contract/distribution/texts-de.ts';
import { letterKindNames } from '../../src-main/contract/letter/texts-de.ts';

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

const copiesOf = (n: number): string => (n === 1 ? '1 Kopie' : `${n} Kopien`);

export const dispatch = {
  title: 'Versand',
  open: 'Versand',
  toIssue: 'Zur Ausfertigung',
  pending: {
    empty: 'Alles Ausgefertigte ist versandt.',
    table: 'Noch nicht vollständig versandt',
    more: 'Weitere anzeigen',
    done: 'Zuletzt versandt',
    doneCount: (papers: number): string => (papers === 1 ? '1 Papier' : `${papers} Papiere`),
    doneAt: (total: number, day: string): string => `${copiesOf(total)}, zuletzt am ${day}`,
    openOf: (open: number, total: number): string => `${open} von ${total} Kopien offen`,
  },
  distribution: {
    title: 'Verteiler',
    summary: copiesOf,
    openOf: (open: number, copies: number): string => `${open} von ${copiesOf(copies)} offen`,
    allSent: 'alles versandt',
    suggested: 'Vorschlag aus Beratungsfolge, Einreichern und federführendem Amt. Eine Änderung speichert ihn.',
    reset: 'Vorschlag wiederherstellen',
    recipient: 'Empfänger',
    kind: 'Kopie',
    count: 'Anzahl',
    followUp: 'Wiedervorlage am',
    followUpOn: (day: string): string => `am ${day}`,
    address: 'Anschrift',
    addressIs: (lines: string): string => `Anschrift: ${lines}`,
    email: 'E-Mail',
    detailsOf: (name: string): string => `Angaben zu ${name}`,
    newRecipient: 'Neuer Empfänger',
    addressHint: 'Eine Angabe je Zeile',
    show: (name: string): string => `Kopie für „${name}“ ansehen`,
    remove: (name: string): string => `${name} entfernen`,
    removeThis: 'Entfernen',
    add: 'Empfänger hinzufügen',
    members: (name: string): string => `${name} – alle Mitglieder`,
    nobody:
      'Heute gehört niemand dazu. Bitte Mitgliedschaften unter „Personen“ eintragen oder einen anderen Empfänger wählen.',
    nobodyShort: 'heute niemand',
    noAddress: 'ohne Anschrift',
    openCopy: 'offen',
    sent: (channel: string, at: string): string => `${channel}, ${at}`,
    sentOf: (sent: number, total: number): string => `${sent} von ${total} versandt`,
  },
  output: {
    title: 'Ausgeben',
    summary: 'Kopien als Dateien, Etiketten, Umschläge',
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
    titleOfOne: 'Einzeln versenden',
    ways: {
      print: 'Alle offenen als gedruckt vermerken',
      hand: 'Alle offenen als übergeben vermerken',
      folder: 'In Ordner ablegen',
      email: 'E-Mail-Entwürfe',
    },
    waysOfOne: {
      print: 'Als gedruckt vermerken',
      hand: 'Als übergeben vermerken',
      folder: 'In Ordner ablegen',
      email: 'E-Mail-Entwurf',
    },
    asks: {
      printer: (n: number): string => `${copiesOf(n)} drucken?`,
      print: (n: number): string => `${copiesOf(n)} als gedruckt vermerken?`,
      hand: (n: number): string => `${copiesOf(n)} als übergeben vermerken?`,
      folder: (n: number): string => `${copiesOf(n)} in einen Ordner ablegen?`,
      email: (n: number): string => (n === 1 ? 'Einen E-Mail-Entwurf anlegen?' : `${n} E-Mail-Entwürfe anlegen?`),
    } satisfies Record<DispatchChannel | 'printer', (n: number) => string>,
    leads: {
      printer: 'Die Kopien gehen nacheinander zum Drucker. Für jede, die er genommen hat, entsteht ein Nachweis.',
      print: 'Festgehalten wird, dass diese Kopien gedruckt hinausgehen. Gedruckt wird dabei nichts.',
      hand: 'Festgehalten wird, dass diese Kopien persönlich übergeben werden.',
      folder: 'Diese Kopien und die Anlagen werden als Dateien in den Ordner geschrieben.',
      email: 'Für jeden Empfänger entsteht eine fertige E-Mail als Datei; gesendet wird sie im E-Mail-Programm.',
    } satisfies Record<DispatchChannel | 'printer', string>,
    names: (n: number): string => `Empfänger von ${copiesOf(n)}`,
    skips: (names: string): string => `Ohne E-Mail-Adresse und deshalb nicht dabei: ${names}.`,
    forGood: 'Nachweise lassen sich weder ändern noch löschen.',
    contents: 'Jeder nennt Empfänger, Zeit, Weg, Ihren Namen und die Prüfsumme der Datei.',
    first: 'Mit dem ersten gilt das Papier als versandt.',
    confirm: (n: number): string => (n === 1 ? '1 Nachweis schreiben' : `${n} Nachweise schreiben`),
    print: (n: number): string => `${copiesOf(n)} drucken`,
    folder: 'Ordner für die Ablage',
    folderHint: 'Zum Beispiel der Ordner, aus dem das Ratsinformationssystem Dateien übernimmt.',
    done: (count: number): string => (count === 1 ? '1 Nachweis gespeichert.' : `${count} Nachweise gespeichert.`),
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
    forGood: 'Jeder geschriebene Brief bleibt unverändert beim Papier.',
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
