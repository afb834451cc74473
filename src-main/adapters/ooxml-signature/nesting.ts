/** How deep XML nests, told without parsing it, in one pass: the parser's time grows with the square of the depth. */

/** Where the tag that begins at `start` ends; throws where it does not, or where another one begins inside it. */
function endOfTag(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '>') return at;
    if (sign === '<') break;
    if (sign === '"' || sign === "'") at = endOf(text, sign, at + 1);
  }
  throw new Error('a tag without its end');
}

/** Where the next `mark` ends. */
function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at === -1) throw new Error(`${mark} is missing`);
  return at + mark.length - 1;
}

const ENCLOSED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Throws where XML is so broken that no parser would read it. */
export function isDeeperThan(text: string, deepest: number): boolean {
  let depth = 0;
  for (let at = text.indexOf('<'); at !== -1;) {
    const start = at;
    const enclosed = ENCLOSED.find(([opening]) => text.startsWith(opening, start));
    const end = enclosed ? endOf(text, enclosed[1], start + enclosed[0].length) : endOfTag(text, start);
    if (!enclosed && text[end - 1] !== '/') depth += text[start + 1] === '/' ? -1 : 1;
    if (depth > deepest) return true;
    at = text.indexOf('<', end + 1);
  }
  return false;
}
