/** What is known of numbers: one that somebody is typing, and the row of a class and year with what is missing in it. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { NumberLook, NumberRows } from '../../contract/number/shapes.ts';
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import { currentOffice } from '../office/office-service.ts';
import { formatReference, readTyped, type PaperReference } from '../paper/paper-reference.ts';
import type { NumberEntry, Ports, ReadStores } from '../ports/ports.ts';
import { entryOf, exampleNumber, faultSentence, isHeld, nextReference, weGiveNumbers } from './give-number.ts';

export interface NumberService {
  /** What a number typed for a statement would mean. Never refuses. */
  look(input: {
    readonly text: string;
    readonly paperId: string | null;
    readonly year: number | null;
  }): Promise<NumberLook>;
  /** All numbers of a class and year. Refuses with `class-unknown`. */
  rows(input: { readonly class: string; readonly year: number }): Promise<NumberRows>;
}

type Gap = NumberRows['gaps'][number];

/** Runs of numbers that nobody bears, before and between those that count. */
function gapsIn(
  taken: ReadonlySet<number>,
  below: number,
  base: Pick<PaperReference, 'class' | 'paperType' | 'year'>,
  patterns: readonly NumberPattern[],
): Gap[] {
  const text = (number: number): string => formatReference({ ...base, number, suffixes: [] }, patterns);
  const gaps: Gap[] = [];
  let from = 1;
  for (const number of [...taken, below].filter((each) => each <= below).sort((a, b) => a - b)) {
    if (number > from) gaps.push({ from: text(from), to: text(number - 1), count: number - from });
    from = Math.max(from, number + 1);
  }
  return gaps;
}

const numbersOf = (entries: readonly NumberEntry[]): Set<number> => new Set(entries.map(({ number }) => number));
/** What stands in the row for good: a number that is free again does not. */
const isTaken = ({ state }: NumberEntry): boolean => state !== 'free';
/** What was given elsewhere was never left out by us, whoever bears it. */
const isNoGap = (entry: NumberEntry): boolean => isTaken(entry) || entry.givenBy === 'elsewhere';

export function numberService(ports: Pick<Ports, 'database' | 'dataFolder' | 'clock'>): NumberService {
  const patternsOf = async (stores: ReadStores): Promise<readonly NumberPattern[]> =>
    (await currentOffice(stores.office, ports.dataFolder)).profile.numberPatterns;

  const nextOf = async (stores: ReadStores, year: number, patterns: readonly NumberPattern[]) =>
    patterns.some((pattern) => weGiveNumbers(pattern.class, patterns))
      ? formatReference(await nextReference(stores, 'statement', year, patterns), patterns)
      : null;

  const gapBefore = async (
    stores: ReadStores,
    number: PaperReference,
    patterns: readonly NumberPattern[],
  ): Promise<Gap | null> => {
    if (!weGiveNumbers(number.class, patterns)) return null;
    const taken = numbersOf((await stores.numbers.list(number.class, number.year)).filter(isNoGap));
    return gapsIn(taken, number.number, number, patterns).at(-1) ?? null;
  };

  return {
    look: ({ text, paperId, year }) =>
      ports.database.read(async (stores): Promise<NumberLook> => {
        const patterns = await patternsOf(stores);
        const parsed = readTyped(text, patterns);
        const at = parsed?.year ?? year ?? Number(ports.clock.today().slice(0, 4));
        const known = {
          reference: null,
          isGivenElsewhere: !patterns.some((pattern) => weGiveNumbers(pattern.class, patterns)),
          example: exampleNumber(patterns, at, 'statement'),
          fault: null,
          holder: null,
          reason: null,
          gap: null,
          next: await nextOf(stores, at, patterns),
        };
        if (text.trim() === '') return { ...known, kind: 'empty' };
        if (!parsed) return { ...known, kind: 'malformed', fault: faultSentence(text, patterns) };
        const reference = formatReference(parsed, patterns);
        const isGivenElsewhere = !weGiveNumbers(parsed.class, patterns);
        if (parsed.paperType !== 'statement') return { ...known, kind: 'other-class', reference };
        const bearer = await stores.papers.findByReference(reference);
        const entry = await entryOf(stores.numbers, parsed);
        const found = { ...known, reference, isGivenElsewhere };
        if (bearer && bearer.id !== paperId) {
          const { id, paperType, name } = bearer;
          return { ...found, kind: 'taken', holder: { id, paperType, name } };
        }
        if (bearer) return { ...found, kind: 'own' };
        // A number that was taken from this very paper comes back to it.
        if (entry && entry.paperId !== paperId) {
          if (entry.state === 'void') return { ...found, kind: 'void', reason: entry.reason };
          if (isHeld(entry)) return { ...found, kind: 'taken' };
        }
        return { ...found, kind: 'free', gap: entry ? null : await gapBefore(stores, parsed, patterns) };
      }),
    rows: ({ class: className, year }) =>
      ports.database.read(async (stores): Promise<NumberRows> => {
        const patterns = await patternsOf(stores);
        const pattern = patterns.find((candidate) => candidate.class === className);
        if (!pattern)
          throw new Refusal('class-unknown', { class: className, known: patterns.map((known) => known.class) });
        const entries = await stores.numbers.list(className, year);
        const isGivenElsewhere = !weGiveNumbers(className, patterns);
        const base = { class: className, paperType: pattern.paperType, year };
        const text = ({ number, suffix }: NumberEntry): string =>
          formatReference({ ...base, number, suffixes: suffix.split('/').filter(Boolean).map(Number) }, patterns);
        const highest = Math.max(0, ...numbersOf(entries.filter(isTaken)));
        return {
          class: className,
          year,
          isGivenElsewhere,
          rows: entries.map((entry) => ({
            reference: text(entry),
            state: entry.state,
            givenBy: entry.givenBy,
            paperId: entry.paperId,
            reason: entry.reason,
          })),
          // What has a line of its own, also as one that is free again, is not missing.
          gaps: isGivenElsewhere ? [] : gapsIn(numbersOf(entries), highest, base, patterns),
        };
      }),
  };
}
