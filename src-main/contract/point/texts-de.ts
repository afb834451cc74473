/** Positions and states in German, in the window, on the command line and in the reply. */
import type { AnswerState, PointAnswer, Point, PointKind, Position } from './shapes.ts';

export const positionNames: Record<Position, string> = {
  approve: 'Zustimmung',
  partly: 'teilweise Zustimmung',
  reject: 'Ablehnung',
  alternative: 'Alternativvorschlag',
  'already-done': 'bereits umgesetzt',
  'not-competent': 'nicht zuständig',
};
export const answerStateNames: Record<AnswerState, string> = {
  open: 'offen',
  answered: 'beantwortet',
  partly: 'teilweise beantwortet',
  cannot: 'nicht beantwortbar',
  withdrawn: 'zurückgezogen',
};
export const changeNames: Record<NonNullable<Point['change']>, string> = {
  new: 'neu',
  changed: 'geändert',
  gone: 'nicht mehr im Text',
};

export const pointTexts = {
  kinds: { demand: ['Forderung', 'Forderungen'], question: ['Frage', 'Fragen'] } satisfies Record<PointKind, unknown>,
  count: (kind: PointKind, n: number): string => `${n} ${pointTexts.kinds[kind][n === 1 ? 0 : 1]}`,
  open: (n: number): string => (n === 0 ? 'nichts offen' : `${n} offen`),
  proposed: 'Vorschlag, noch nicht übernommen',
  none: 'Keine Punkte erkannt.',
  nothingAsked: 'Papiere dieser Art stellen weder Fragen noch Forderungen.',
  to: (kind: PointKind, label: string): string => `Zu ${kind === 'question' ? 'Frage' : 'Punkt'} ${label}:`,
  sameAs: (label: string): string => `siehe Antwort zu ${label}`,
  gone: 'Der Bezug zeigt auf einen Punkt, den es nicht mehr gibt',
  stale: 'seither geändert',
  written: 'im Text beantwortet',
  labelTwice: (label: string): string => `Die Bezeichnung „${label}“ steht zweimal; jeder Punkt braucht eine eigene`,
  levelJumps: (label: string): string => `„${label}“ steht tiefer, als der Punkt davor es zulässt.`,
  idTwice: 'Ein Punkt steht zweimal in der Liste',
  foreign: 'Der Bezug zeigt auf einen Punkt, der nicht zu dieser Stellungnahme gehört.',
  sameAsItself: 'Ein Punkt kann nicht auf sich selbst verweisen.',
  positionOfQuestion:
    'Zu einer Frage gibt es kein Votum; sie ist beantwortet, teilweise beantwortet oder nicht beantwortbar.',
  stateOfDemand: 'Zu einer Forderung gehört ein Votum; daneben kann sie nur offen oder zurückgezogen sein.',
  groupAnswered: (label: string): string =>
    `„${label}“ ist nur eine Überschrift; beantwortet werden die Punkte darunter.`,
} as const;

const folded = (words: string): string => words.toLowerCase().replace(/[^\p{L}\d]/gu, '');
const SPOKEN: readonly (readonly [words: string, meaning: Partial<Pick<PointAnswer, 'position' | 'state'>>])[] = [
  ...Object.entries(positionNames).flatMap(([key, name]) => [
    [key, { position: key as Position }] as const,
    [name, { position: key as Position }] as const,
  ]),
  ['teilweise', { position: 'partly' }],
  ['Alternative', { position: 'alternative' }],
  ['zugestimmt', { position: 'approve' }],
  ['abgelehnt', { position: 'reject' }],
  ['umgesetzt', { position: 'already-done' }],
];
const STATES: typeof SPOKEN = [
  ...Object.entries(answerStateNames).flatMap(([key, name]) => [
    [key, { state: key as AnswerState }] as const,
    [name, { state: key as AnswerState }] as const,
  ]),
  ['teilweise', { state: 'partly' }],
];

/** What was typed for a point of this kind, in English or German, in any spelling; undefined where it is neither position nor state. */
export function typedAnswer(
  kind: PointKind,
  words: string,
): Partial<Pick<PointAnswer, 'position' | 'state'>> | undefined {
  const wanted = folded(words);
  const tables = kind === 'demand' ? [SPOKEN, STATES.filter(([, { state }]) => state !== 'partly')] : [STATES];
  for (const table of tables) for (const [known, meaning] of table) if (folded(known) === wanted) return meaning;
  return undefined;
}

/** All that can be typed for a point of this kind, for the sentence of a refusal. */
export const answerWords = (kind: PointKind): string =>
  [
    ...(kind === 'demand' ? Object.entries(positionNames).map(([key, name]) => `${key} (${name})`) : []),
    ...Object.entries(answerStateNames)
      .filter(([key]) => kind === 'question' || key === 'open' || key === 'withdrawn')
      .map(([key, name]) => `${key} (${name})`),
    'siehe NUMMER',
  ].join(', ');

/** In one line: position or state, what it points at, why. `labelOf` names another point. */
export function answerSentence(
  kind: PointKind,
  answer: PointAnswer | undefined,
  labelOf: (pointId: string) => string | undefined,
  isWritten = false,
): string {
  const isUnsaid = !answer || (kind === 'question' && answer.state === 'open' && answer.sameAs === null);
  if (isUnsaid && kind === 'question' && isWritten) return pointTexts.written;
  if (!answer) return answerStateNames.open;
  const { position, state, reason, sameAs, isStale } = answer;
  const label = sameAs === null ? undefined : labelOf(sameAs);
  const own =
    kind === 'demand' && state !== 'withdrawn'
      ? position === null
        ? answerStateNames.open
        : positionNames[position]
      : answerStateNames[state];
  const said = sameAs === null ? own : label === undefined ? pointTexts.gone : pointTexts.sameAs(label);
  return [said, reason === '' ? '' : `(${reason})`, isStale ? `– ${pointTexts.stale}` : ''].filter(Boolean).join(' ');
}

interface CalledPaper {
  /** "dem Antrag", "den Antrag", "des Antrags", "der Antrag". */
  readonly to: string;
  readonly it: string;
  readonly of: string;
  /** With a blank before it, where several papers are answered. */
  readonly number: string;
}
const masculine = (noun: string, genitive: string): Omit<CalledPaper, 'number'> => ({
  to: `dem ${noun}`,
  it: `den ${noun}`,
  of: `des ${genitive}`,
});
const point = (labels: string, isMany: boolean, one: string, many: string): string =>
  `${isMany ? many : one} ${labels}`;

/** What the administration recommends, as a sentence that follows the positions. */
export const recommendationTexts = {
  paper: (type: string): Omit<CalledPaper, 'number'> => {
    if (type === 'amendment') return masculine('Änderungsantrag', 'Änderungsantrags');
    if (type === 'proposal') return { to: 'der Vorlage', it: 'die Vorlage', of: 'der Vorlage' };
    return masculine('Antrag', 'Antrags');
  },
  whole: {
    approve: ({ to, number }) => `Die Verwaltung empfiehlt, ${to}${number} zuzustimmen.`,
    partly: ({ to, number }) => `Die Verwaltung empfiehlt, ${to}${number} teilweise zuzustimmen.`,
    alternative: ({ to, number }) =>
      `Die Verwaltung empfiehlt, ${to}${number} in der vorgeschlagenen anderen Fassung zuzustimmen.`,
    reject: ({ it, number }) => `Die Verwaltung empfiehlt, ${it}${number} abzulehnen.`,
    'already-done': ({ it, number }) => `Die Verwaltung empfiehlt, ${it}${number} für erledigt zu erklären.`,
    'not-competent': ({ it, number }) =>
      `Die Verwaltung empfiehlt, ${it}${number} nicht zu beschließen, weil die Stadt nicht zuständig ist.`,
  } satisfies Record<Position, (paper: CalledPaper) => string>,
  part: {
    approve: (labels, isMany) => `${point(labels, isMany, 'Punkt', 'den Punkten')} zuzustimmen`,
    partly: (labels, isMany) => `${point(labels, isMany, 'Punkt', 'den Punkten')} teilweise zuzustimmen`,
    alternative: (labels, isMany) => `${point(labels, isMany, 'Punkt', 'den Punkten')} in anderer Fassung zuzustimmen`,
    reject: (labels, isMany) => `${point(labels, isMany, 'Punkt', 'die Punkte')} abzulehnen`,
    'already-done': (labels, isMany) => `${point(labels, isMany, 'Punkt', 'die Punkte')} für erledigt zu erklären`,
    'not-competent': (labels, isMany) =>
      `${point(labels, isMany, 'Punkt', 'die Punkte')} mangels Zuständigkeit nicht zu beschließen`,
  } satisfies Record<Position, (labels: string, isMany: boolean) => string>,
  of: ({ of, number }: CalledPaper): string => ` von den Punkten ${of}${number}`,
  sentence: (of: string, parts: string): string =>
    of === '' ? `Die Verwaltung empfiehlt, ${parts}.` : `Die Verwaltung empfiehlt${of}, ${parts}.`,
  head: ['Punkt', 'Forderung', 'Votum'],
} as const;
