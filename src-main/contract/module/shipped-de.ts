/** Modules that come with Stellwerk: openings, closings and usual sentences of statements. Brackets are placeholders. */
import type { ModulePlace } from './shapes.ts';

export interface ShippedModule {
  readonly code: string;
  readonly title: string;
  readonly place: ModulePlace;
  readonly paperTypes: readonly string[];
  /** A paragraph each. */
  readonly text: readonly string[];
}

export const SHIPPED_MODULES: readonly ShippedModule[] = [
  {
    code: 'antrag-zustimmung',
    title: 'Antrag: Zustimmung empfehlen',
    place: 'closing',
    paperTypes: ['motion', 'amendment'],
    text: ['Die Verwaltung empfiehlt, dem Antrag zuzustimmen.'],
  },
  {
    code: 'antrag-ablehnung',
    title: 'Antrag: Ablehnung empfehlen',
    place: 'closing',
    paperTypes: ['motion', 'amendment'],
    text: ['Die Verwaltung empfiehlt, den Antrag aus den genannten Gründen abzulehnen.'],
  },
  {
    code: 'antrag-erledigt',
    title: 'Antrag: durch Umsetzung erledigt',
    place: 'closing',
    paperTypes: ['motion', 'amendment'],
    text: [
      'Das Anliegen ist seit dem [Datum: Umsetzung] umgesetzt. Die Verwaltung empfiehlt, den Antrag für erledigt zu erklären.',
    ],
  },
  {
    code: 'antrag-alternative',
    title: 'Antrag: Alternative vorschlagen',
    place: 'closing',
    paperTypes: ['motion', 'amendment'],
    text: ['Die Verwaltung schlägt vor, den Beschluss wie folgt zu fassen:', '[Wortlaut des Beschlusses]'],
  },
  {
    code: 'aenderung-ersetzt',
    title: 'Änderungsantrag: bisherige Stellungnahme gilt weiter',
    place: 'opening',
    paperTypes: ['amendment'],
    text: [
      'Die Stellungnahme [Papier: Stellungnahme] gilt für die unveränderten Punkte weiter. Zu den Änderungen nimmt die Verwaltung wie folgt Stellung:',
    ],
  },
  {
    code: 'anfrage-fristen',
    title: 'Anfrage: Antwort folgt',
    place: 'text',
    paperTypes: ['inquiry'],
    text: ['Die Angaben werden derzeit erhoben. Die Verwaltung legt sie bis zum [Datum: Nachreichung] vor.'],
  },
  {
    code: 'anfrage-keine-daten',
    title: 'Anfrage: Daten werden nicht erfasst',
    place: 'text',
    paperTypes: ['inquiry'],
    text: [
      'Diese Angaben werden nicht statistisch erfasst. Eine Auszählung von Hand wäre nur mit [Zahl: Stunden] Arbeitsstunden möglich.',
    ],
  },
  {
    code: 'anfrage-zustaendigkeit',
    title: 'Anfrage: nicht in der Zuständigkeit der Stadt',
    place: 'text',
    paperTypes: ['inquiry'],
    text: [
      'Die Zuständigkeit liegt nicht bei der Stadt, sondern bei [Person: zuständige Stelle]. Die Verwaltung hat die Frage dorthin weitergeleitet.',
    ],
  },
  {
    code: 'anfrage-datenschutz',
    title: 'Anfrage: Schutz persönlicher Daten',
    place: 'text',
    paperTypes: ['inquiry'],
    text: [
      'Auf diese Frage kann öffentlich nicht geantwortet werden, weil die Antwort Rückschlüsse auf einzelne Personen zuließe.',
    ],
  },
  {
    code: 'finanzen-keine',
    title: 'Finanzielle Auswirkungen: keine',
    place: 'text',
    paperTypes: [],
    text: ['Finanzielle Auswirkungen entstehen nicht.'],
  },
  {
    code: 'finanzen-mittel',
    title: 'Finanzielle Auswirkungen: Mittel fehlen',
    place: 'text',
    paperTypes: [],
    text: [
      'Für die Umsetzung werden [Zahl: Betrag] Euro benötigt. Im Haushalt [Zahl: Jahr] sind dafür [Auswahl: keine Mittel | nicht genügend Mittel] eingestellt.',
    ],
  },
  {
    code: 'information-kenntnis',
    title: 'Information: um Kenntnisnahme bitten',
    place: 'closing',
    paperTypes: ['information'],
    text: ['Die Verwaltung bittet, die Information zur Kenntnis zu nehmen.'],
  },
  {
    code: 'bericht',
    title: 'Bericht ankündigen',
    place: 'closing',
    paperTypes: [],
    text: ['Die Verwaltung berichtet dem Ausschuss für [Ausschuss] bis zum [Datum: Bericht] über den Stand.'],
  },
];
