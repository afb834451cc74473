/** Letters and figures of a file against those that were handed over: what a reader does not bring along is named, whatever the reason. */
const SIGN = /[\p{L}\p{N}]/gu;
const LONGEST_PLACE = 120;
const MOST_PLACES = 20;
/** Searches through the whole text; each costs as much as the text is long. */
const MOST_SEARCHES = 100;

type Counts = Map<string, number>;

/** A raised figure is that figure, however it is raised. */
const signsIn = (text: string): readonly string[] => text.normalize('NFKC').match(SIGN) ?? [];

function count(counts: Counts, text: string, by: number): void {
  for (const sign of signsIn(text)) counts.set(sign, (counts.get(sign) ?? 0) + by);
}

const signsOf = (text: string): string => signsIn(text).join('');

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
  const places = missingFrom(raw, arrived);
  const named = places.length > 0 ? places : raw.slice(0, 1);
  return named.map((text) => text.trim().slice(0, LONGEST_PLACE));
}

/** The first paragraphs that arrived neither for themselves nor as a part of something. */
function missingFrom(raw: readonly string[], arrived: readonly string[]): string[] {
  const known = new Set(arrived.map(signsOf));
  const whole = signsOf(arrived.join(''));
  const places: string[] = [];
  let reached = 0;
  let searches = 0;
  for (const text of raw) {
    const signs = signsOf(text);
    if (known.has(signs)) continue;
    // They arrive in their order, as a rule: most stand right behind the one before.
    const next = whole.indexOf(signs, reached);
    if (next !== -1) {
      reached = next + signs.length;
      continue;
    }
    searches += 1;
    if (!whole.includes(signs)) places.push(text);
    if (places.length >= MOST_PLACES || searches >= MOST_SEARCHES) break;
  }
  return places;
}
