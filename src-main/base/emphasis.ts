/** One line with bold words written as `**bold**`; `\*` is a printed asterisk, `\\` a printed backslash. Used by hinge sentences. */

export interface EmphasisedPart {
  readonly text: string;
  readonly bold: boolean;
}

/** Splits the line into parts; an opening `**` without its closing partner is printed as it stands, so no character is lost. */
export function parseEmphasis(line: string): readonly EmphasisedPart[] {
  const tokens = line.match(/\\[\\*]|\*\*|[^\\*]+|[\\*]/g) ?? [];
  const markerCount = tokens.filter((token) => token === '**').length;
  const parts: EmphasisedPart[] = [];
  let bold = false;
  let seen = 0;
  for (const token of tokens) {
    if (token === '**') {
      seen += 1;
      const isLonely = seen === markerCount && markerCount % 2 === 1;
      if (!isLonely) {
        bold = !bold;
        continue;
      }
    }
    const text = /^\\[\\*]$/.test(token) ? token.slice(1) : token;
    const last = parts.at(-1);
    if (last?.bold === bold) parts[parts.length - 1] = { text: last.text + text, bold };
    else parts.push({ text, bold });
  }
  return parts;
}

/** The printed text without its markers. */
export function plainEmphasis(line: string): string {
  return parseEmphasis(line)
    .map((part) => part.text)
    .join('');
}

/** The counterpart of `parseEmphasis`: markers set, asterisks and backslashes kept from being read as markers. */
export function joinEmphasis(parts: readonly EmphasisedPart[]): string {
  return parts
    .map(({ text, bold }) => {
      const escaped = text.replace(/\*(?=\*|$)|\\(?=[\\*]|$)/g, '\\$&');
      return bold && escaped !== '' ? `**${escaped}**` : escaped;
    })
    .join('');
}
