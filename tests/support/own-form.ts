/** A short statement in our own form, as text that is taken over; `title` is what stands behind its title. */
export const ownForm = (title: string, ...above: string[]): string =>
  [
    ...above,
    'Stadt Auental',
    `Stellungnahme der Verwaltung${title}`,
    'Stadtamt\tStellungnahme-Nr.\tDatum',
    'FB 7\tS0021/26\t12.03.2026',
    'Bezeichnung',
    'Bänke am Weiher',
    'Verteiler\tTag',
    'Stadtrat\t09.04.2026',
    '',
    'Bitte Bänke.',
    '',
    'Die Verwaltung nimmt zum Antrag A0012/26 wie folgt Stellung:',
    '',
    'Ja.',
  ].join('\n');
