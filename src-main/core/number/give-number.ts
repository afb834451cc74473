/**
 * Giving numbers: unique per class and year, gap-free where we give them. A number we gave is never another paper's; what a person typed, and
 * what came with its paper – every motion's and inquiry's, a statement's where another office numbers them –, is free again once the paper
 * lets it go (record.md 8).
 */
import { Refusal } from '../../contract/shared/errors.ts';
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import { assertNever } from '../../base/assert-never.ts';
import { numberFaults } from '../../contract/number/texts-de.ts';
import {
  formatReference,
  numberFault,
  parseReference,
  readTyped,
  type PaperReference,
} from '../paper/paper-reference.ts';
import type { NumberEntry, NumberReader, WriteStores } from '../ports/ports.ts';

const suffixOf = ({ suffixes }: PaperReference): string => suffixes.map((part) => `/${part}`).join('');

/** Only statements are numbered here, and only where the office does not say otherwise. */
export const weGiveNumbers = (className: string, patterns: readonly NumberPattern[]): boolean =>
  patterns.some(
    (pattern) => pattern.class === className && pattern.paperType === 'statement' && !pattern.givenElsewhere,
  );

/** Of a number that a person types for a statement. */
export const typedBy = (className: string, patterns: readonly NumberPattern[]): NumberEntry['givenBy'] =>
  weGiveNumbers(className, patterns) ? 'typed' : 'elsewhere';

export const entryOf = (numbers: NumberReader, reference: PaperReference): Promise<NumberEntry | undefined> =>
  numbers.find(reference.class, reference.year, reference.number, suffixOf(reference));

/** What was given elsewhere is its paper's only as long as the paper bears it; what nobody holds yet may be taken. */
export const isHeld = ({ state, givenBy, paperId }: NumberEntry): boolean =>
  (state === 'given' && givenBy === 'office') || (state === 'reserved' && paperId !== null);

/**
 * Takes exactly this number for the paper; refuses with `reference-taken`. Repeating it for the same paper is
 * harmless, and a paper gets the number back that was taken from it. `givenBy` says who gave it where the class does not.
 */
export async function takeNumber(
  stores: Pick<WriteStores, 'numbers' | 'papers'>,
  reference: PaperReference,
  paperId: string,
  patterns: readonly NumberPattern[],
  givenBy: NumberEntry['givenBy'] = weGiveNumbers(reference.class, patterns) ? 'office' : 'elsewhere',
): Promise<void> {
  const text = formatReference(reference, patterns);
  const holder = await stores.papers.findByReference(text);
  if (holder && holder.id !== paperId)
    throw new Refusal('reference-taken', { reference: text, state: 'given', id: holder.id });
  const entry = await entryOf(stores.numbers, reference);
  const own = entry?.paperId === paperId ? entry : undefined;
  if (entry && !own) {
    if (entry.state === 'void')
      throw new Refusal('reference-taken', { reference: text, state: entry.state, reason: entry.reason });
    if (isHeld(entry)) throw new Refusal('reference-taken', { reference: text, state: entry.state });
  }
  if (own?.state === 'given') return;
  await stores.numbers.put({
    class: reference.class,
    year: reference.year,
    number: reference.number,
    suffix: suffixOf(reference),
    state: 'given',
    // What was given back void was ours and stays so; what was free is given anew.
    givenBy: own?.state === 'void' ? own.givenBy : givenBy,
    paperId,
    reason: null,
  });
}

/** The next number of a paper type in a year (four digits). Refuses with `number-given-elsewhere` where another office gives them. */
export async function nextReference(
  { numbers }: { readonly numbers: NumberReader },
  paperType: NumberPattern['paperType'],
  year: number,
  patterns: readonly NumberPattern[],
): Promise<PaperReference> {
  const ofType = patterns.filter((candidate) => candidate.paperType === paperType);
  const pattern = ofType.find((candidate) => weGiveNumbers(candidate.class, patterns));
  const [first] = ofType;
  if (!first)
    throw new Refusal('reference-malformed', {
      reference: paperType,
      fault: numberFaults.other,
      example: patterns[0]?.pattern ?? '',
    });
  if (!pattern) throw new Refusal('number-given-elsewhere', { class: first.class });
  const number = (await numbers.highest(pattern.class, year)) + 1;
  return { class: pattern.class, paperType, year, number, suffixes: [] };
}

/** A number of this kind of paper as the office writes it, for sentences. */
export function exampleNumber(
  patterns: readonly NumberPattern[],
  year: number,
  paperType?: NumberPattern['paperType'],
): string {
  const pattern = patterns.find((candidate) => candidate.paperType === paperType) ?? patterns[0];
  if (!pattern) return '';
  return formatReference(
    { class: pattern.class, paperType: pattern.paperType, year, number: 386, suffixes: [] },
    patterns,
  );
}

const EXAMPLE_YEAR = 2022;

/** Why a text is no number, as a sentence. */
export function faultSentence(text: string, patterns: readonly NumberPattern[]): string {
  const fault = numberFault(text, patterns);
  switch (fault.kind) {
    case 'class':
      return numberFaults.class(fault.classes);
    case 'digits':
      return numberFaults.digits(fault.after);
    case 'year':
      return numberFaults.year(fault.digits);
    case 'nought':
    case 'long':
    case 'other':
      return numberFaults[fault.kind];
    default:
      return assertNever(fault);
  }
}

/** Reads a reference a person typed; refuses with what is wrong and an example of the office's own pattern. */
export function requireReference(text: string, patterns: readonly NumberPattern[]): PaperReference {
  const reference = readTyped(text, patterns);
  if (reference) return reference;
  const example = exampleNumber(patterns, EXAMPLE_YEAR);
  throw new Refusal('reference-malformed', { reference: text, fault: faultSentence(text, patterns), example });
}

/** A number of the statements' class; another class's number would break the gap-free row of that class. */
export function requireStatementNumber(text: string, patterns: readonly NumberPattern[]): PaperReference {
  const reference = requireReference(text, patterns);
  if (reference.paperType === 'statement') return reference;
  const example = exampleNumber(patterns, reference.year, 'statement');
  throw new Refusal('reference-malformed', { reference: text, fault: numberFaults.otherClass, example });
}

/**
 * Takes a number from its paper: void with its reason where we gave it or where the paper was released under it, free where it was typed or
 * came with the paper. One of foreign form has no entry.
 */
export async function releaseNumber(
  stores: Pick<WriteStores, 'numbers' | 'log'>,
  reference: string,
  reason: string,
  patterns: readonly NumberPattern[],
  wasReleased = false,
): Promise<void> {
  const parsed = parseReference(reference, patterns);
  const entry = parsed && (await entryOf(stores.numbers, parsed));
  if (entry?.state !== 'given') return;
  const state = entry.givenBy === 'office' || (entry.givenBy === 'typed' && wasReleased) ? 'void' : 'free';
  await stores.numbers.put({ ...entry, state, reason });
  await stores.log.append({
    action: state === 'void' ? 'number-voided' : 'number-freed',
    entity: 'number',
    entityId: reference,
    revision: null,
  });
}
