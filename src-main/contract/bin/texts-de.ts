/** Why a paper stays in the register. */
export const binTexts = {
  issued: 'Was ausgefertigt wurde, bleibt erhalten. Möglich sind Zurückziehen und Berichtigung.',
  released: 'Sie ist freigegeben. Bitte zuerst in den Entwurf zurückgeben.',
  sent: 'Dazu gibt es einen Versandnachweis.',
  answered: (statements: string): string =>
    `Dazu gibt es ${statements}. Bitte zuerst die Stellungnahme verwerfen oder sie von diesem Papier lösen.`,
  statement: (reference: string | null): string =>
    reference === null ? 'eine Stellungnahme ohne Nummer' : `die Stellungnahme ${reference}`,
} as const;
