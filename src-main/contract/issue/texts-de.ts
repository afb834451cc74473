/** Why a step is not possible in a state, and what is possible instead. */
import type { StatementState } from '../statement/shapes.ts';

type Why = Partial<Record<StatementState, string>>;

const alreadyIssued = 'Was ausgefertigt ist, ändert sich nicht mehr; möglich ist eine Berichtigung.';
const notKept =
  'Aufbewahrt wird eine geschwärzte Fassung erst nach der Ausfertigung; ausgegeben werden kann sie schon jetzt.';
const notIssued = 'Bitte zuerst freigeben und ausfertigen.';
const importedFinished = 'Sie wurde fertig übernommen. Bitte zuerst „Zur Bearbeitung aufnehmen“ wählen.';

/** Files that every issue has, as they are named where one is missing. */
export const issueFileNames = {
  'form-sheet-pdf': (reference: string): string => `${reference}, Stellungnahme (PDF)`,
  'form-sheet-docx': (reference: string): string => `${reference}, Stellungnahme (Word)`,
  'distribution-pdf': (reference: string): string => `${reference}, Verteilerliste (PDF)`,
  'distribution-docx': (reference: string): string => `${reference}, Verteilerliste (Word)`,
  'protocol-pdf': (reference: string): string => `${reference}, Protokoll der Freigabe`,
  record: (reference: string): string => `${reference}, Datensatz`,
} as const;

export const stepTexts = {
  states: {
    draft: 'Entwurf',
    imported: 'übernommen',
    released: 'freigegeben',
    issued: 'ausgefertigt',
    dispatched: 'versandt',
  },
  withdrawn: 'zurückgezogen',
  why: {
    edit: { imported: importedFinished, issued: alreadyIssued, dispatched: alreadyIssued },
    release: {
      imported: importedFinished,
      released: 'Sie ist schon freigegeben; der nächste Schritt ist die Ausfertigung.',
      issued: alreadyIssued,
      dispatched: alreadyIssued,
    },
    return: {
      draft: 'Sie kann bereits bearbeitet werden.',
      imported: importedFinished,
      issued: alreadyIssued,
      dispatched: alreadyIssued,
    },
    'take-up': {
      draft: 'Sie kann bereits bearbeitet werden.',
      released: 'Bitte in den Entwurf zurückgeben und dort ändern.',
      issued: alreadyIssued,
      dispatched: alreadyIssued,
    },
    'put-back': {
      draft: 'Sie wurde nicht fertig übernommen oder seither freigegeben und bleibt deshalb ein Entwurf.',
    },
    protocol: {
      draft: 'Ein Protokoll entsteht mit der Freigabe.',
      imported: 'Ein Protokoll entsteht mit der Freigabe.',
    },
    'change-signatory': { imported: importedFinished, issued: alreadyIssued, dispatched: alreadyIssued },
    issue: {
      draft: 'Bitte zuerst freigeben.',
      imported: importedFinished,
      issued: alreadyIssued,
      dispatched: alreadyIssued,
    },
    correct: {
      imported: importedFinished,
      draft: 'Sie kann bereits bearbeitet werden.',
      released: 'Bitte in den Entwurf zurückgeben und dort ändern.',
    },
    withdraw: { draft: notIssued, imported: importedFinished, released: notIssued },
    dispatch: { draft: notIssued, imported: importedFinished, released: notIssued },
    redact: { draft: notKept, imported: notKept, released: notKept },
  } satisfies Record<string, Why> as Record<string, Why>,
} as const;
