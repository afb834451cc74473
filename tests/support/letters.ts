/** Letters of every kind and with every difficulty, for tests. All names are invented. */
import { letterContentSchema, type LetterContent } from '../../src-main/contract/letter/shapes.ts';
import { LETTER_KINDS } from '../../src-main/contract/letter/kinds.ts';
import type { LetterForm } from '../../src-main/contract/letter/letter-texts.ts';
import type { OfficeProfile } from '../../src-main/contract/settings/office-profile.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import { richText } from './builders.ts';

/** A picture of four grey points. */
const PIXELS = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEUlEQVR4nGOwsbGpqKhggFAAG3oEOd5nA9AAAAAASUVORK5CYII=';

export function letterProfile(form: LetterForm, changes: Partial<OfficeProfile> = {}): OfficeProfile {
  return {
    ...builtInProfile('Stadt Prüfingen'),
    address: {
      street: 'Am Markt 1',
      postalCode: '09999',
      city: 'Prüfingen',
      telephone: '0999 100',
      email: 'rathaus@pruefingen.example',
      web: 'www.pruefingen.example',
    },
    letterForm: form,
    ...changes,
  };
}

export const withArms = (profile: OfficeProfile): OfficeProfile => ({
  ...profile,
  coatOfArms: {
    data: PIXELS,
    mimeType: 'image/png',
    alternativeText: 'Wappen der Stadt: vier Felder',
    heightMm: 30,
    raster: { data: PIXELS, mimeType: 'image/png', widthPx: 2, heightPx: 2 },
  },
});

export const letter = (changes: Partial<LetterContent> = {}): LetterContent =>
  letterContentSchema.parse({
    kind: 'cover-letter',
    recipient: {
      lines: ['Fraktion Neue Mitte', 'Frau Dr. Anna von der Heide', 'Lange Gasse 12', '09999 Prüfingen'],
      organization: 'Fraktion Neue Mitte',
      persons: [],
    },
    notes: '',
    information: {
      unit: 'FB 61',
      yourMessageDate: '12.01.2026',
      ourSign: '61/2026-014',
      name: 'Kim Sander',
      telephone: '0999 123',
      email: 'kim.sander@pruefingen.example',
    },
    date: '2026-03-02',
    subject: 'Stellungnahme S0001/26 zum Antrag A0001/26: Bänke am Weiher',
    salutation: 'Sehr geehrte Frau Dr. von der Heide,',
    body: richText(
      'als Anlage erhalten Sie die Stellungnahme der Verwaltung.',
      'Für Rückfragen stehe ich Ihnen gern zur Verfügung.',
    ),
    closing: 'Mit freundlichen Grüßen',
    signatory: { name: 'Erika Muster', role: 'Fachbereichsleiterin', prefix: 'i. A.' },
    enclosures: ['Stellungnahme S0001/26'],
    distribution: ['Büro des Stadtrats'],
    publicity: 'public',
    ...changes,
  });

/** Six lines of 55 to 60 characters. */
export const LONG_ADDRESS = [
  'Fraktionsgemeinschaft der Freien Wählerinnen und Wähler',
  'im Rat der Landeshauptstadt und der Ortschaften im Umland',
  'Geschäftsstelle für die Arbeit mit den Ortschaftsräten',
  'Herrn Professor Doktor Maximilian Alexander Oberhausen-Tal',
  'Straße der Einheit und der Freundschaft der Städte Nr. 1234',
  '09999 Prüfingen an der Langen Wasserscheide zwischen Bergen',
] as const;

/** The subject fills its 250 characters with words. */
export const LONG_SUBJECT = 'Stellungnahme zu Wegen, Plätzen und Bänken am Weiher '.repeat(6).slice(0, 250).trimEnd();

const long = 'Die Verwaltung hat den Vorschlag geprüft und mit allen beteiligten Fachbereichen abgestimmt. '.repeat(6);

export const LETTERS: readonly { readonly what: string; readonly content: LetterContent }[] = [
  ...LETTER_KINDS.map((kind) => ({ what: kind, content: letter({ kind }) })),
  { what: 'long-address', content: letter({ recipient: { lines: [...LONG_ADDRESS], organization: '', persons: [] } }) },
  { what: 'long-subject', content: letter({ subject: LONG_SUBJECT, notes: 'Einschreiben' }) },
  { what: 'three-pages', content: letter({ body: richText(...Array.from({ length: 16 }, () => long)) }) },
  {
    what: 'full-information',
    content: letter({
      publicity: 'non-public',
      information: {
        unit: 'Fachbereich Stadtentwicklung, Bauen, Verkehr und Umwelt',
        yourSign: 'FNM/14',
        yourMessageDate: '12.01.2026',
        ourSign: '61/2026-014',
        ourMessageDate: '20.01.2026',
        name: 'Maximiliane Oberhausen-Brettschneider',
        room: '214',
        telephone: '0999 123 456',
        email: 'maximiliane.oberhausen-brettschneider@pruefingen.example',
      },
    }),
  },
  {
    what: 'nothing-known',
    content: letter({
      recipient: { lines: [], organization: '', persons: [] },
      information: letterContentSchema.shape.information.parse({}),
      subject: 'Zwischennachricht {toAnswers}',
      salutation: 'Sehr geehrte Damen und Herren,',
      signatory: null,
      enclosures: [],
      distribution: [],
      date: null,
    }),
  },
];
