/** Words of redaction: marking, list, preview. */
import { count } from './count.ts';

export const redaction = {
  title: (reference: string): string => `Schwärzen – ${reference}`,
  text: 'Text',
  fields: {
    answers: 'Einreicher',
    name: 'Bezeichnung',
    quotation: 'Zitat der Vorlage',
    hinge: 'Überleitung',
    reply: 'Antwort der Verwaltung',
    attachments: 'Anlagen',
  },
  mark: 'Schwärzen',
  hint: 'Mit der Maus oder mit Umschalt und Pfeiltasten auswählen, dann Eingabetaste.',
  marks: 'Geschwärzte Wörter',
  everywhere: 'Diese Wörter verschwinden überall; sehr kurze (unter drei Zeichen) nur an der markierten Stelle.',
  empty: 'Noch nichts markiert. Stellwerk schlägt hier nichts vor; bitte selbst lesen.',
  places: (n: number): string => count(n, 'Stelle', 'Stellen'),
  toggle: (words: string): string => `„${words}“ schwärzen`,
  reason: 'Begründung',
  reasonOf: (words: string): string => `Begründung für „${words}“`,
  back: 'Zur Stellungnahme',
  make: 'Geschwärzte Fassung erstellen',
  deliver: 'Ausgeben',
  working: 'Geschwärzte Fassung wird erstellt …',
  kept: (name: string): string => `Aufbewahrt bei der Ausfertigung: ${name}`,
  delivered: (names: string): string => `Erstellt: ${names}`,
  keptForGood: 'Die geschwärzte Fassung kommt als eigene Datei zur Ausfertigung und bleibt dort.',
  ownReason: 'Schutz persönlicher Angaben',
  notIssued:
    'Noch nicht ausgefertigt: Die geschwärzte Fassung wird ausgegeben, aber nicht aufbewahrt. Ändert sich der Text, ist sie neu zu erstellen.',
} as const;
