/** Why a step is not possible in a state, and what is possible instead. */
import type { StatementState } from '../statement.ts';

type Why = Partial<Record<StatementState, string>>;

const alreadyIssued = 'Was ausgefertigt ist, ändert sich nicht mehr; möglich ist eine Berichtigung.';
const notKept =
  'Aufbewahrt wird eine geschwärzte Fassung erst nach der Ausfertigung; ausgegeben werden kann sie schon jetzt.';
const notIssued = 'Bitte zuerst freigeben und ausfertigen.';

export const stepTexts = {
  states: { draft: 'Entwurf', released: 'freigegeben', issued: 'ausgefertigt', dispatched: 'versandt' },
  why: {
    release: {
      released: 'Sie ist schon freigegeben; der nächste Schritt ist die Ausfertigung.',
      issued: alreadyIssued,
      dispatched: alreadyIssued,
    },
    return: {
      draft: 'Sie kann bereits bearbeitet werden.',
      issued: alreadyIssued,
      dispatched: alreadyIssued,
    },
    protocol: { draft: 'Ein Protokoll entsteht mit der Freigabe.' },
    'change-signatory': { issued: alreadyIssued, dispatched: alreadyIssued },
    issue: { draft: 'Bitte zuerst freigeben.', issued: alreadyIssued, dispatched: alreadyIssued },
    correct: {
      draft: 'Sie kann bereits bearbeitet werden.',
      released: 'Bitte in den Entwurf zurückgeben und dort ändern.',
    },
    withdraw: { draft: notIssued, released: notIssued },
    dispatch: { draft: notIssued, released: notIssued },
    redact: { draft: notKept, released: notKept },
  } satisfies Record<string, Why> as Record<string, Why>,
} as const;
