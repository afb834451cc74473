/** Files that cannot be taken over, by their names, and what to do instead; what an import asks to look at. */
import type { ImportNote } from './shapes.ts';

interface FormatTexts {
  readonly format: string;
  readonly advice: string;
}

const asDocx = 'Bitte dort als „Word-Dokument (.docx)“ speichern und diese Datei übernehmen.';
const noText = 'Bitte die Stellungnahme als Text, DOCX oder als PDF aus Stellwerk wählen.';

const FORMATS: Readonly<Record<string, FormatTexts>> = {
  'application/vnd.oasis.opendocument.spreadsheet': { format: 'eine OpenDocument-Tabelle (.ods)', advice: noText },
  'application/rtf': { format: 'ein Rich-Text-Dokument (.rtf)', advice: asDocx },
  'application/msword': { format: 'ein Dokument aus altem Word (.doc)', advice: asDocx },
  'application/vnd.ms-excel': { format: 'eine Tabelle aus altem Excel (.xls)', advice: noText },
  'application/vnd.ms-powerpoint': { format: 'eine Präsentation aus altem PowerPoint (.ppt)', advice: noText },
  'application/vnd.ms-outlook': {
    format: 'eine Nachricht aus Outlook (.msg)',
    advice: 'Bitte die Anlage der Nachricht speichern und diese Datei übernehmen.',
  },
  'message/rfc822': {
    format: 'eine gespeicherte E-Mail (.eml)',
    advice: 'Bitte die Anlage der E-Mail speichern und diese Datei übernehmen.',
  },
  'application/x-ole-storage': { format: 'eine Datei aus einem alten Büroprogramm', advice: asDocx },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    format: 'eine Excel-Tabelle (.xlsx)',
    advice: noText,
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    format: 'eine PowerPoint-Präsentation (.pptx)',
    advice: noText,
  },
  'application/zip': { format: 'ein ZIP-Archiv', advice: 'Bitte entpacken und die enthaltene Datei übernehmen.' },
  'text/html': {
    format: 'eine HTML-Seite',
    advice: 'Bitte in Word öffnen, als „Word-Dokument (.docx)“ speichern und diese Datei übernehmen.',
  },
  'multipart/related': {
    format: 'eine gespeicherte Webseite (.mht)',
    advice: 'Bitte in Word öffnen, als „Word-Dokument (.docx)“ speichern und diese Datei übernehmen.',
  },
  'application/vnd.fdf': {
    format: 'eine Datei mit Formulareinträgen (FDF)',
    advice: 'Bitte das PDF oder das Dokument wählen, zu dem sie gehört.',
  },
  'application/postscript': {
    format: 'eine Druckdatei (PostScript)',
    advice: 'Bitte das Dokument wählen, aus dem sie gedruckt wurde.',
  },
  'text/vcard': {
    format: 'eine Datei mit Kontakten (vCard)',
    advice:
      'Kontakte kommen in den Einstellungen über „Liste übernehmen“ herein. Bitte für eine Stellungnahme ihren Text wählen.',
  },
  'text/calendar': { format: 'eine Kalenderdatei (.ics)', advice: noText },
  'text/csv': {
    format: 'eine Tabelle als Text (CSV)',
    advice:
      'Listen von Personen und Gremien kommen in den Einstellungen über „Liste übernehmen“ herein. Bitte für eine Stellungnahme ihren Text wählen.',
  },
  'application/x-tex': {
    format: 'ein Satzdokument (LaTeX)',
    advice: 'Bitte den Text kopieren, als Textdatei speichern und diese übernehmen.',
  },
  'application/x-pem-file': { format: 'eine Datei mit Zertifikaten oder Schlüsseln (PEM)', advice: noText },
  'text/x-script': { format: 'ein Programm (Skript)', advice: noText },
  'application/xml': { format: 'eine XML-Datei', advice: noText },
  'image/svg+xml': { format: 'eine Zeichnung (.svg)', advice: noText },
};

const AGAIN = 'Bitte noch einmal beschaffen oder im Ursprungsprogramm neu speichern und diese Datei übernehmen.';
/** Archives that end before their directory. */
export const brokenOff: Readonly<Record<'word' | 'office' | 'archive', FormatTexts>> = {
  word: { format: 'ein unvollständiges Word-Dokument (die Datei bricht ab)', advice: AGAIN },
  office: { format: 'ein unvollständiges Office-Dokument (die Datei bricht ab)', advice: AGAIN },
  archive: { format: 'ein unvollständiges ZIP-Archiv (die Datei bricht ab)', advice: AGAIN },
};

const OPEN_DOCUMENT: FormatTexts = { format: 'eine OpenDocument-Datei', advice: noText };
const PICTURE: FormatTexts = {
  format: 'ein Bild',
  advice: 'Text in Bildern wird nicht gelesen. Bitte das Dokument wählen, aus dem das Bild stammt.',
};

/** Undefined for what may be tried. */
export function notImportable(mimeType: string): FormatTexts | undefined {
  if (Object.hasOwn(FORMATS, mimeType)) return FORMATS[mimeType];
  if (mimeType.startsWith('application/vnd.oasis.opendocument.')) return OPEN_DOCUMENT;
  return mimeType.startsWith('image/') ? PICTURE : undefined;
}

/** Sizes for the sentence of `contents-too-large`. */
export const archiveLimits = {
  unpacked: (mb: number): string => `${mb.toLocaleString('de')} MB`,
  parts: (n: number): string => `${n.toLocaleString('de')} einzelne Dateien`,
  more: (limit: string): string => `mehr als ${limit}`,
} as const;

/** What is counted in a text that is too long. */
export const importUnits = { lines: 'Zeilen', characters: 'Zeichen', references: 'Nummern von Papieren' } as const;

/** What a file was to be read as, for the sentence of `document-unreadable`. */
export const documentKinds = { pdf: 'PDF', docx: 'Word-Dokument (.docx)', odt: 'OpenDocument-Text (.odt)' } as const;

/** Why a JSON file is no record, for the sentence of `record-foreign`. */
export const foreignJson = {
  settings: 'es sind Einstellungen von Stellwerk',
  draft: 'es ist ein Entwurf, über dessen Öffentlichkeit noch nicht entschieden ist',
  other: (schema: string): string => `das Schema heißt „${schema}“`,
  none: 'die Angabe des Schemas fehlt',
  broken: 'die Datei bricht ab oder ist kein gültiges JSON',
} as const;

const NOTES: Readonly<Record<ImportNote['code'], string>> = {
  'layout-unknown': 'Das Formblatt wurde nicht erkannt; der ganze Text steht in der Stellungnahme.',
  'body-missing': 'Der Name der Körperschaft fehlt.',
  'body-assumed': 'Als Name der Körperschaft gilt die Zeile über dem Titel. Bitte prüfen',
  'head-missing': 'Stadtamt, Nummer und Datum wurden nicht erkannt.',
  'answers-missing': 'Worauf geantwortet wird (zum/zur), wurde nicht erkannt.',
  'name-missing': 'Die Bezeichnung wurde nicht erkannt.',
  'consultations-missing': 'Die Beratungsfolge wurde nicht erkannt.',
  'hinge-missing': 'Der Überleitungssatz wurde nicht gefunden; Zitat und Antwort sind nicht getrennt.',
  'signatory-missing': 'Der Unterzeichner wurde nicht erkannt.',
  'originator-unclear': 'Bitte den Einreicher prüfen',
  'date-odd': 'Bitte das Datum prüfen',
  'row-unclear': 'Bitte die Zeile der Beratungsfolge prüfen',
  'line-too-long': 'Eine Angabe im Kopf ist zu lang und steht jetzt als Text in der Stellungnahme',
  'text-after-head': 'Text hinter dem Kopf steht jetzt in der Stellungnahme',
  'publicity-unknown':
    'Ob das Papier öffentlich oder nichtöffentlich ist, steht nicht eindeutig im Kopf. Bitte dort unter „Öffentlichkeit“ wählen; bis dahin geht nichts hinaus.',
  'publicity-contradictory': 'Die Angaben zur Öffentlichkeit im Kopf sind nicht eindeutig oder widersprechen sich.',
  'row-publicity-unclear': 'Ob dieser Schritt der Beratungsfolge öffentlich ist, bitte dort wählen',
  'deletion-open': 'In der Datei gelöscht, aber noch nicht entschieden (Änderungen nachverfolgen); nicht übernommen',
  'comment-left-out': 'Ein Kommentar der Datei wurde nicht übernommen',
  'symbol-unknown': 'Ein Zeichen einer Symbolschrift ist unbekannt; dort steht jetzt �. Bitte ersetzen',
  'drawing-left-out': 'Wörter in einer Zeichnung oder eingebetteten Datei wurden nicht übernommen',
  'words-lost': 'Nicht alle Wörter dieser Stelle kamen an. Bitte mit der Datei vergleichen',
  'footnote-kept': 'Eine Fußnote steht jetzt am Ende des Textes',
  'words-left-out': 'Durchgestrichene oder ausgeblendete Wörter der Datei wurden nicht übernommen',
  'head-line-kept': 'Diese Zeile des Kopfes wurde nicht erkannt und steht jetzt als Text in der Stellungnahme',
  'edited-document': 'Das Dokument wurde außerhalb von Stellwerk geändert; der Text wurde neu gelesen.',
};

/** What somebody should look at after an import, with the words in question. */
export const importNoteSentence = ({ code, text }: ImportNote): string =>
  text === '' ? NOTES[code] : `${NOTES[code]}: „${text}“`;
