/** Words of printing. */
import type { Duplex, PrintKind } from '../../src-main/contract/shell/printing.ts';
import { copyKindNames } from '../../src-main/contract/distribution/texts-de.ts';

const kinds: Readonly<Record<PrintKind, string>> = { ...copyKindNames, other: 'Andere Ausdrucke' };
const duplex: Readonly<Record<Duplex, string>> = {
  simplex: 'Einseitig',
  'long-edge': 'Beidseitig, lange Kante',
  'short-edge': 'Beidseitig, kurze Kante',
};

export const printing = {
  title: 'Drucken',
  summary: 'Kopien auf Papier bringen',
  kind: 'Einstellungen für',
  printer: 'Drucker',
  standardPrinter: 'Standarddrucker',
  missingPrinter: (name: string): string => `${name} (nicht gefunden)`,
  count: 'Exemplare je Kopie',
  sides: 'Ein- oder beidseitig',
  silent: 'Ohne Nachfrage drucken',
  all: 'Alle drucken',
  one: (name: string): string => `Kopie für „${name}“ drucken`,
  progress: (done: number, total: number): string => `${done} von ${total} Kopien gedruckt`,
  done: (count: number): string =>
    count === 1
      ? '1 Kopie gedruckt und als Nachweis gespeichert.'
      : `${count} Kopien gedruckt und als Nachweis gespeichert.`,
  cancelled: 'Druck abgebrochen.',
  opened: 'Die Druckansicht ist geöffnet. Sind alle offenen Kopien gedruckt, bitte mit „Versenden“ vermerken.',
  byBrowser:
    'Das Symbol mit dem Drucker öffnet eine Kopie in der Druckansicht des Browsers. Dort wählen Sie Drucker, Exemplare und Seiten.',
  printed: 'Gedruckt.',
  unknown: 'Ob gedruckt wurde, ist nicht bekannt. Bitte am Drucker nachsehen.',
  unknownCopy:
    'Ob die letzte Kopie gedruckt wurde, ist nicht bekannt; für sie ist kein Nachweis gespeichert. Bitte am Drucker nachsehen und sie mit „Versenden“ vermerken oder noch einmal drucken.',
  kinds,
  duplex,
} as const;
