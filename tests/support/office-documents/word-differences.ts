/** Words of two texts side by side: what stands in only one of them, in the order of the text. */
export interface Hunk {
  readonly ours: string;
  readonly theirs: string;
}

/** Runs of letters and figures, and boxes that are ticked or not; raised figures count as figures. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replaceAll('\u00ad', '')
    .match(/[\p{L}\p{N}]+|[☐☒]/gu) ?? [];

/** Lengths of the longest common sequences of what is left, from each pair of places on. */
function commonLengths(ours: readonly string[], theirs: readonly string[]): (a: number, b: number) => number {
  const width = theirs.length + 1;
  const lengths = new Uint32Array((ours.length + 1) * width);
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0;
  for (let a = ours.length - 1; a >= 0; a -= 1)
    for (let b = theirs.length - 1; b >= 0; b -= 1)
      lengths[a * width + b] = ours[a] === theirs[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
  return at;
}

export function wordDifferences(ours: readonly string[], theirs: readonly string[]): Hunk[] {
  const common = commonLengths(ours, theirs);
  const hunks: Hunk[] = [];
  let onlyOurs: string[] = [];
  let onlyTheirs: string[] = [];
  const close = (): void => {
    if (onlyOurs.length + onlyTheirs.length > 0) hunks.push({ ours: onlyOurs.join(' '), theirs: onlyTheirs.join(' ') });
    onlyOurs = [];
    onlyTheirs = [];
  };
  let a = 0;
  let b = 0;
  while (a < ours.length || b < theirs.length) {
    if (a < ours.length && b < theirs.length && ours[a] === theirs[b]) {
      close();
      a += 1;
      b += 1;
    } else if (b >= theirs.length || (a < ours.length && common(a + 1, b) >= common(a, b + 1))) {
      onlyOurs.push(ours[a] ?? '');
      a += 1;
    } else {
      onlyTheirs.push(theirs[b] ?? '');
      b += 1;
    }
  }
  close();
  return hunks;
}
