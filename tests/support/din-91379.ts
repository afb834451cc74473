/** Letters of DIN 91379 that Unicode has no code point of their own for: base and combining marks, as the standard's annex lists them. */
const SEQUENCES = `
0041+030B 0043+0300 0043+0304 0043+0306 0043+0308 0043+0315 0043+0323 0043+0326 0043+0328+0306 0044+0302 0046+0300 0046+0304 0047+0300
0048+0304 0048+0326 0048+0331 004A+0301 004A+030C 004B+0300 004B+0302 004B+0304 004B+0307 004B+0315 004B+031B 004B+0326 004B+035F+0048
004B+035F+0068 004C+0302 004C+0325 004C+0325+0304 004C+0326 004D+0300 004D+0302 004D+0306 004D+0310 004E+0302 004E+0304 004E+0306 004E+0326
0050+0300 0050+0304 0050+0315 0050+0323 0052+0306 0052+0325 0052+0325+0304 0053+0300 0053+0304 0053+031B+0304 0053+0331 0054+0300 0054+0304
0054+0308 0054+0315 0054+031B 0055+0307 005A+0300 005A+0304 005A+0306 005A+0308 005A+0327 0061+030B 0063+0300 0063+0304 0063+0306 0063+0308
0063+0315 0063+0323 0063+0326 0063+0328+0306 0064+0302 0066+0300 0066+0304 0067+0300 0068+0304 0068+0326 0068+0331 006A+0301 006B+0300
006B+0302 006B+0304 006B+0307 006B+0315 006B+031B 006B+0326 006B+035F+0068 006C+0302 006C+0325 006C+0325+0304 006C+0326 006D+0300 006D+0302
006D+0306 006D+0310 006E+0302 006E+0304 006E+0306 006E+0326 0070+0300 0070+0304 0070+0315 0070+0323 0072+0306 0072+0325 0072+0325+0304
0073+0300 0073+0304 0073+031B+0304 0073+0331 0074+0300 0074+0304 0074+0315 0074+031B 0075+0307 007A+0300 007A+0304 007A+0306 007A+0308
007A+0327 00C7+0306 00DB+0304 00E7+0306 00FB+0304 00FF+0301 010C+0315 010C+0323 010D+0315 010D+0323 012A+0301 012B+0301 017D+0326 017D+0327
017E+0326 017E+0327 1E32+0304 1E33+0304 1E62+0304 1E63+0304 1E6C+0304 1E6D+0304 1EA0+0308 1EA1+0308 1ECC+0308 1ECD+0308 1EE4+0304 1EE4+0308
1EE5+0304 1EE5+0308`;

export const DIN_91379_SEQUENCES: readonly string[] = SEQUENCES.trim()
  .split(/\s+/)
  .map((codes) => String.fromCodePoint(...codes.split('+').map((code) => parseInt(code, 16))).normalize('NFC'));

/** Keys of a document whose strings are no words. */
const NO_WORDS = new Set(['kind', 'mimeType', 'data', 'accent', 'date', 'language', 'footer']);

/**
 * The same document with every letter "n" in its words turned into one of these letters, one after the other: for every kind of document,
 * wherever its words stand.
 */
export function withLetters<T>(document: T, letters: readonly string[] = DIN_91379_SEQUENCES): T {
  let next = 0;
  const spelt = (text: string): string =>
    text.replace(/n/g, () => letters[(next += 1) % letters.length] ?? 'n').normalize('NFC');
  const mapped = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return NO_WORDS.has(key) ? value : spelt(value);
    if (Array.isArray(value)) return value.map((each) => mapped(each, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapped(each, name)]));
  };
  return mapped(document, '') as T;
}
