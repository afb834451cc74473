/**
 * Which papers are about the same matter, told by their titles: parts of words that few titles share weigh most (tf-idf over letters in
 * threes, cosine), so that "Radweg", "Radwege" and "Radwegsanierung" meet, as parts of compounds do. Kept in memory and brought up to
 * date title by title.
 */

export interface NamedPaper {
  readonly id: string;
  /** Folded. */
  readonly name: string;
}

const LENGTH = 3;
/** They stand in every second title of an office and tell no matter from another. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'und|oder|der|die|das|des|dem|den|ein|eine|einer|eines|fur|im|in|an|am|auf|zum|zur|von|vom|mit|zu|bei|nach|aus|uber|hier|stadt|antrag|anfrage|stellungnahme|information|drucksache|beschluss'.split(
    '|',
  ),
);
/** Below it two titles share chance only. */
const LEAST_LIKENESS = 0.12;

function partsOf(name: string): readonly string[] {
  const parts = new Set<string>();
  for (const word of name.match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (EMPTY_WORDS.has(word)) continue;
    const edged = ` ${word} `;
    for (let at = 0; at + LENGTH <= edged.length; at += 1) parts.add(edged.slice(at, at + LENGTH));
  }
  return [...parts];
}

interface Entry {
  readonly name: string;
  readonly parts: Uint32Array;
}

export class RelatedPapers {
  readonly #numbers = new Map<string, number>();
  /** How many titles have the part of this number. */
  readonly #counts: number[] = [];
  readonly #entries = new Map<string, Entry>();

  /** Brings the index to these papers and no others. */
  update(papers: readonly NamedPaper[]): void {
    const present = new Set<string>();
    for (const { id, name } of papers) {
      present.add(id);
      const known = this.#entries.get(id);
      if (known?.name === name) continue;
      if (known) this.#count(known.parts, -1);
      const parts = Uint32Array.from(partsOf(name), (part) => this.#numberOf(part));
      this.#count(parts, 1);
      this.#entries.set(id, { name, parts });
    }
    for (const [id, { parts }] of this.#entries) {
      if (present.has(id)) continue;
      this.#count(parts, -1);
      this.#entries.delete(id);
    }
  }

  /** The likest first; `names` together are the matter, folded. `without` are left out. */
  find(names: readonly string[], without: ReadonlySet<string>, limit: number): readonly string[] {
    const weights = new Map<number, number>();
    for (const part of new Set(names.flatMap(partsOf))) {
      const number = this.#numbers.get(part);
      if (number !== undefined && (this.#counts[number] ?? 0) > 0) weights.set(number, this.#weight(number) ** 2);
    }
    const own = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight, 0));
    if (own === 0) return [];
    const found: { readonly id: string; readonly likeness: number }[] = [];
    for (const [id, { parts }] of this.#entries) {
      if (without.has(id)) continue;
      let shared = 0;
      for (const part of parts) shared += weights.get(part) ?? 0;
      if (shared === 0) continue;
      let all = 0;
      for (const part of parts) all += this.#weight(part) ** 2;
      const likeness = shared / (own * Math.sqrt(all));
      if (likeness >= LEAST_LIKENESS) found.push({ id, likeness });
    }
    return found
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, limit)
      .map(({ id }) => id);
  }

  #numberOf(part: string): number {
    const known = this.#numbers.get(part);
    if (known !== undefined) return known;
    const number = this.#counts.length;
    this.#numbers.set(part, number);
    this.#counts.push(0);
    return number;
  }
  #count(parts: Uint32Array, by: 1 | -1): void {
    for (const part of parts) this.#counts[part] = (this.#counts[part] ?? 0) + by;
  }
  #weight(part: number): number {
    return Math.log(1 + this.#entries.size / Math.max(1, this.#counts[part] ?? 1));
  }
}
