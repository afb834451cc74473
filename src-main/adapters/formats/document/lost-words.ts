/** Letters and figures of a file against those that were handed over: what a reader does not bring along is named, whatever the reason. */
const SIGN = /[\p{L}\p{N}]/gu;
const LONGEST_PLACE = 120;
const MOST_PLACES = 20;

type Counts = Map<string, number>;

function count(counts: Counts, text: string, by: number): void {
  for (const sign of text.match(SIGN) ?? []) counts.set(sign, (counts.get(sign) ?? 0) + by);
}

const signsOf = (text: string): string => (text.match(SIGN) ?? []).join('');

/**
 * Paragraphs whose words did not arrive, shortened; none where every letter and figure of the file is there.
 * `arrived`: everything that was handed over; `added`: what the reader put in itself, such as numbers of lists.
 */
export function lostPlaces(raw: readonly string[], arrived: readonly string[], added: readonly string[]): string[] {
  const missing: Counts = new Map();
  for (const text of raw) count(missing, text, 1);
  for (const text of arrived) count(missing, text, -1);
  for (const text of added) count(missing, text, 1);
  const signs = [...missing.values()].filter((left) => left > 0).reduce((sum, left) => sum + left, 0);
  if (signs === 0) return [];
  const whole = signsOf(arrived.join(''));
  const places = raw.filter((text) => !whole.includes(signsOf(text)));
  const named = places.length > 0 ? places : raw.slice(0, 1);
  return named.slice(0, MOST_PLACES).map((text) => text.trim().slice(0, LONGEST_PLACE));
}
