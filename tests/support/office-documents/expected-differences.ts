/** Where LibreOffice and the readers of the project rightly differ, document by document: what it cannot show, and what we leave out on purpose. */
import { instead, missing, only, type Difference } from './office-case.ts';

const BOXES = 'the text export of LibreOffice leaves out boxes';
const CHANGES = 'the text export of LibreOffice brings tracked deletions, here they are named';
const FORMS = 'the text export of LibreOffice leaves out form fields';
const FORMULAS = 'the text export of LibreOffice leaves out formulas';
const LOOKS = 'the text export of LibreOffice brings struck and hidden words, here they are named';
const NOTES = 'the text export of LibreOffice has the marks of notes without the notes';
const SIGNS = 'the text export of LibreOffice has the codes of symbol fonts, not what they show';

interface Expected {
  readonly differences?: readonly Difference[];
  /** The same for the ODT that LibreOffice makes of a DOCX; without it, as for the DOCX. */
  readonly convertedDifferences?: readonly Difference[];
}

export const EXPECTED_DIFFERENCES: Readonly<Record<string, Expected>> = {
  'struck-and-hidden': { differences: [missing('nicht doppelt versteckt', LOOKS)] },
  'struck-by-style': { differences: [missing('alte Satz fällt Der', LOOKS)] },
  'toggled-by-two-styles': {
    differences: [missing('Dieser Satz fiel weg', LOOKS), missing('Versteckt', LOOKS)],
    // Strike and hide do not take each other back in LibreOffice, so that its own file says them of the whole.
    convertedDifferences: [missing('Dieser Satz fiel weg und dieser steht da Versteckt und sichtbar', LOOKS)],
  },
  'odt-hidden-paragraph': { differences: [missing('Jener Absatz ruht', LOOKS)] },
  'tracked-runs': {
    differences: [
      instead('Donnerstag', 'DienstagDonnerstag', CHANGES),
      instead('Bleibt', 'verschobener Satz altBleibt', CHANGES),
    ],
  },
  'field-in-link-in-control': {
    differences: [
      missing(
        'HYPERLINK l ziel REF x',
        'LibreOffice shows the instructions of a field that fills a link in a control of a whole block',
      ),
    ],
    convertedDifferences: [],
  },
  'tick-boxes': { differences: [only('☒', FORMS), only('☐', FORMS)], convertedDifferences: [] },
  'form-fields': { differences: [only('Anfrage', FORMS)], convertedDifferences: [] },
  symbols: {
    differences: [only('α', SIGNS), instead('☐', 'o', SIGNS), instead('☒', 'þ', SIGNS), instead('αβ', 'ab', SIGNS)],
  },
  formulas: {
    differences: [only('A a b 2', FORMULAS), only('xy3', FORMULAS), only('q', FORMULAS)],
    convertedDifferences: [],
  },
  'footnotes-and-endnotes': {
    differences: [
      only('Büro Kauz 2025 Maßstab eins zu tausend Nachgereicht wird sie im April Zweiter Absatz der Note', NOTES),
    ],
  },
  'changes-in-changes': {
    differences: [instead('neuer', 'doch nicht alter Verweisneuer', CHANGES), instead('Rest', 'wegRest', CHANGES)],
    convertedDifferences: [instead('neuer', 'alter Verweisneuer', CHANGES), instead('Rest', 'wegRest', CHANGES)],
  },
  'list-legal': {
    differences: [
      instead('1', 'I', 'LibreOffice knows no legal numbering (17.9.4)'),
      instead('1', 'I', 'LibreOffice knows no legal numbering (17.9.4)'),
    ],
    convertedDifferences: [],
  },
  'list-override-deeper-level': {
    differences: [
      instead('c', 'a', 'LibreOffice leaves out where a deeper level begins'),
      instead('c', 'a', 'LibreOffice leaves out where a deeper level begins'),
    ],
    convertedDifferences: [],
  },
  'list-no-restart': {
    differences: [instead('b', 'a', 'LibreOffice begins every deeper level anew (17.9.10)')],
    convertedDifferences: [],
  },
  'list-in-cell': {
    convertedDifferences: [instead('1', '2', 'the file that LibreOffice writes goes on with a list that is not in it')],
  },
  'table-deleted-row': { differences: [missing('weg eins weg zwei', CHANGES)] },
  'table-covered-words': {
    differences: [missing('verdeckt', 'LibreOffice keeps the words of a cell that another one covers')],
  },
  'box-shape': { differences: [only('Im Kasten', BOXES)] },
  'box-in-hidden-run': {
    convertedDifferences: [only('verborgener Kasten', 'LibreOffice shows a box that hangs on hidden signs')],
  },
  'box-with-fallback': { differences: [only('Kasten neu', BOXES)] },
  'box-vml': { differences: [only('Alter Kasten zweite Zeile', BOXES)] },
  'box-table-in-table': {
    differences: [only('Zelle im Kasten Tabelle in Zelle zweite Zelle unter der Tabelle', BOXES)],
  },
  'box-list': { differences: [only('1 im Kasten gezählt', BOXES)] },
  'box-in-box': { differences: [only('äußerer Kasten innerer Kasten', BOXES)] },
  'box-over-paragraphs-of-a-field': { differences: [only('Kasten im Feld', BOXES)] },
  'box-in-cell': { differences: [only('Kasten in Zelle', BOXES)] },
  'package-signs': { differences: [only('☒', SIGNS)] },
  'package-notes': { differences: [only('Quelle ist das Amtsblatt Nachweis beim Archiv', NOTES)] },
  'package-changes': { differences: [instead('vier', 'dreivier', CHANGES), missing('keine unsichtbare', LOOKS)] },
  'package-formula': { differences: [only('a bc2', FORMULAS)], convertedDifferences: [] },
  'odt-changes': { differences: [instead('und', 'gelöschte Wörterund', CHANGES)] },
  'odt-notes': { differences: [only('Siehe Amtsblatt Am Schluss', NOTES)] },
  'odt-frames': { differences: [only('Im Rahmen Zweiter Absatz', BOXES)] },
  'odt-sections': {
    differences: [missing('in keinem sichtbaren', 'the text export of LibreOffice brings hidden sections')],
  },
  'odt-formula': { differences: [only('F a 2', FORMULAS)] },
  'odt-form': { differences: [only('☒', FORMS)] },
  'odt-looks': {
    differences: [missing('nicht heimlich', LOOKS), instead('☐', 'o', SIGNS), instead('Ende', 'verborgenEnde', LOOKS)],
  },
  'python-runs': { differences: [missing('durchgestrichen verborgen', LOOKS)] },
  'python-styles': { differences: [missing('Sieht niemand', LOOKS), missing('gestrichen', LOOKS)] },
};
