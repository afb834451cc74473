/** Giving numbers: unique per class and year, gap-free as issued, never reused; a voided number is never given again (record.md 8). */
import { Refusal } from '../../contract/errors.ts';
import type { NumberPattern } from '../../contract/office-profile.ts';
import { formatReference, parseReference, type PaperReference } from '../paper/paper-reference.ts';
import type { WriteStores } from '../ports.ts';

/** Takes exactly this number for the paper; refuses when it is taken or void. Repeating it for the same paper is harmless. */
export async function takeNumber(
  stores: WriteStores,
  reference: PaperReference,
  paperId: string,
  patterns: readonly NumberPattern[],
): Promise<void> {
  const suffix = reference.suffixes.map((part) => `/${part}`).join('');
  const entry = await stores.numbers.find(reference.class, reference.year, reference.number, suffix);
  const free = !entry || (entry.state === 'reserved' && entry.paperId === null);
  if (!free && entry.paperId !== paperId) {
    throw new Refusal('reference-taken', { reference: formatReference(reference, patterns), state: entry.state });
  }
  await stores.numbers.put({
    class: reference.class,
    year: reference.year,
    number: reference.number,
    suffix,
    state: 'given',
    paperId,
    reason: null,
  });
}

/** The next number of the statement class in a year (four digits). */
export async function nextReference(
  stores: WriteStores,
  paperType: NumberPattern['paperType'],
  year: number,
  patterns: readonly NumberPattern[],
): Promise<PaperReference> {
  const pattern = patterns.find((candidate) => candidate.paperType === paperType);
  if (!pattern) throw new Refusal('reference-malformed', { reference: paperType, example: patterns[0]?.pattern ?? '' });
  const number = (await stores.numbers.highest(pattern.class, year)) + 1;
  return { class: pattern.class, paperType, year, number, suffixes: [] };
}

/** Reads a reference a person typed; refuses with an example of the office's own pattern. */
export function requireReference(text: string, patterns: readonly NumberPattern[]): PaperReference {
  const reference = parseReference(text, patterns);
  if (!reference) {
    const [first] = patterns;
    const example = first
      ? formatReference(
          { class: first.class, paperType: first.paperType, year: 2022, number: 386, suffixes: [] },
          patterns,
        )
      : 'S0386/22';
    throw new Refusal('reference-malformed', { reference: text, example });
  }
  return reference;
}

/** A number of the statements' class; another class's number would break the gap-free row of that class. */
export function requireStatementNumber(text: string, patterns: readonly NumberPattern[]): PaperReference {
  const reference = requireReference(text, patterns);
  if (reference.paperType === 'statement') return reference;
  const pattern = patterns.find((candidate) => candidate.paperType === 'statement') ?? patterns[0];
  const example = pattern
    ? formatReference(
        { class: pattern.class, paperType: 'statement', year: reference.year, number: 386, suffixes: [] },
        patterns,
      )
    : '';
  throw new Refusal('reference-malformed', { reference: text, example });
}

/** Marks a given number as void with its reason. A reference of foreign form has no entry. */
export async function voidNumber(
  stores: WriteStores,
  reference: string,
  reason: string,
  patterns: readonly NumberPattern[],
): Promise<void> {
  const parsed = parseReference(reference, patterns);
  if (!parsed) return;
  const suffix = parsed.suffixes.map((part) => `/${part}`).join('');
  const entry = await stores.numbers.find(parsed.class, parsed.year, parsed.number, suffix);
  if (entry && entry.state !== 'void') await stores.numbers.put({ ...entry, state: 'void', reason });
}
