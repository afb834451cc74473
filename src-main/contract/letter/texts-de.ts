/** German words of letters: what DIN 5008 calls its parts, the placeholders with their meaning, and the texts an office starts with. */
import type { LetterKind, LetterPlaceholder, LetterText } from './kinds.ts';

/** Names of the kinds as they are offered, and as their files are called. */
export const letterKindNames: Readonly<Record<LetterKind, string>> = {
  'cover-letter': 'Anschreiben an die Fraktion',
  'interim-reply': 'Zwischennachricht',
  extension: 'Fristverlängerung',
  transmission: 'Weiterleitung an einen Ausschuss',
  'citizen-reply': 'Antwort an Bürgerinnen und Bürger',
  internal: 'Interner Brief',
};

export const letterFileNames: Readonly<Record<LetterKind, string>> = {
  'cover-letter': 'Anschreiben',
  'interim-reply': 'Zwischennachricht',
  extension: 'Fristverlängerung',
  transmission: 'Weiterleitung',
  'citizen-reply': 'Antwort',
  internal: 'Intern',
};

export const letterPlaceholderMeanings: Readonly<Record<LetterPlaceholder, string>> = {
  reference: 'Nummer der Stellungnahme',
  name: 'Bezeichnung des Papiers',
  answers: 'Art und Nummer des Antrags oder der Anfrage, zum Beispiel „Antrag A0193/22“',
  toAnswers: 'dasselbe mit „zum“ oder „zur“, zum Beispiel „zum Antrag A0193/22“',
  answersDate: 'Datum des Antrags oder der Anfrage',
  originators: 'wer den Antrag oder die Anfrage eingereicht hat',
  date: 'Datum des Briefes',
  meeting: 'nächste Beratung, zum Beispiel „Stadtrat am 16.02.2023“',
  meetingDate: 'Tag der nächsten Beratung',
  deadline: 'bisherige Frist',
  newDeadline: 'neue Frist',
  recipient: 'Name des Empfängers',
  leadUnit: 'federführendes Amt',
  bodyName: 'Name der Körperschaft',
};

/** What stands in place of a value that is not known yet. */
export const letterPlaceholderLabels: Readonly<Record<LetterPlaceholder, string>> = {
  reference: 'Nummer der Stellungnahme',
  name: 'Bezeichnung',
  answers: 'Antrag oder Anfrage',
  toAnswers: 'zum Antrag oder zur Anfrage',
  answersDate: 'Datum des Antrags',
  originators: 'Einreicher',
  date: 'Datum',
  meeting: 'Gremium und Sitzungstag',
  meetingDate: 'Sitzungstag',
  deadline: 'Frist',
  newDeadline: 'neue Frist',
  recipient: 'Empfänger',
  leadUnit: 'Amt',
  bodyName: 'Körperschaft',
};

const GREETING = 'Mit freundlichen Grüßen';

export const letterTextDefaults: Readonly<Record<LetterKind, LetterText>> = {
  'cover-letter': {
    subject: 'Stellungnahme {reference} {toAnswers}: {name}',
    paragraphs: [
      'als Anlage erhalten Sie die Stellungnahme {reference} der Verwaltung {toAnswers}.',
      'Die nächste Beratung: {meeting}.',
      'Für Rückfragen stehe ich Ihnen gern zur Verfügung.',
    ],
    closing: GREETING,
  },
  'interim-reply': {
    subject: 'Zwischennachricht {toAnswers}: {name}',
    paragraphs: [
      'vielen Dank für Ihr Schreiben. Die Stellungnahme der Verwaltung {toAnswers} ist in Arbeit.',
      'Für eine vollständige Antwort brauchen wir noch etwas Zeit. Sie erhalten die Stellungnahme bis zum {newDeadline}.',
      'Ich bitte Sie um Verständnis. Für Rückfragen stehe ich Ihnen gern zur Verfügung.',
    ],
    closing: GREETING,
  },
  extension: {
    subject: 'Fristverlängerung {toAnswers}: {name}',
    paragraphs: [
      'die Stellungnahme der Verwaltung {toAnswers} ist bis zum {deadline} vorzulegen. Die fachliche Prüfung ist noch nicht abgeschlossen.',
      'Ich bitte Sie deshalb, die Frist bis zum {newDeadline} zu verlängern.',
      'Für Rückfragen stehe ich Ihnen gern zur Verfügung.',
    ],
    closing: GREETING,
  },
  transmission: {
    subject: 'Stellungnahme {reference} {toAnswers}: {name}',
    paragraphs: [
      'zur Beratung in Ihrer Sitzung am {meetingDate} übersende ich Ihnen die Stellungnahme {reference} der Verwaltung {toAnswers}.',
      'Für Auskünfte in der Sitzung steht das federführende Amt ({leadUnit}) zur Verfügung.',
    ],
    closing: GREETING,
  },
  'citizen-reply': {
    subject: 'Ihr Anliegen: {name}',
    paragraphs: [
      'vielen Dank für Ihr Schreiben vom {answersDate}. Gern antworte ich Ihnen darauf.',
      'Die Verwaltung hat Ihr Anliegen geprüft. Das Ergebnis finden Sie in der beigefügten Stellungnahme {reference}.',
      'Für Rückfragen stehe ich Ihnen gern zur Verfügung.',
    ],
    closing: GREETING,
  },
  internal: {
    subject: '{answers}: {name}',
    paragraphs: [
      'Die Verwaltung bereitet die Stellungnahme {toAnswers} vor. Ich bitte um Ihre Zuarbeit bis zum {deadline}.',
      'Bitte senden Sie Ihren Beitrag an das federführende Amt ({leadUnit}).',
    ],
    closing: '',
  },
};

/** The parts of a letter as they are printed. */
export const letterWords = {
  unit: 'Amt',
  yourSign: 'Ihr Zeichen',
  yourMessageDate: 'Ihre Nachricht vom',
  ourMessageDate: 'Unsere Nachricht vom',
  name: 'Name',
  publicity: 'Öffentlichkeit',
  enclosures: { one: 'Anlage', many: 'Anlagen' },
  distribution: 'Verteiler',
  to: 'An',
  from: 'Von',
  room: 'Zimmer',
  statement: 'Stellungnahme',
  madam: 'Sehr geehrte Frau',
  sir: 'Sehr geehrter Herr',
  family: 'Sehr geehrte Familie',
  couple: 'Sehr geehrte Eheleute',
  goodDay: 'Guten Tag',
  everybody: 'Sehr geehrte Damen und Herren,',
  on: 'am',
  toMasculine: 'zum',
  toFeminine: 'zur',
  and: 'und',
  letter: 'Brief',
  missingRecipient: 'Empfänger',
  missingAddress: 'Anschrift',
  missingSignatory: 'Unterzeichner',
  unknownPlaceholder: (names: string): string => `Den Platzhalter ${names} gibt es nicht`,
} as const;
