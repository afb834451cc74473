/** `**bold**` in one line, as the record stores it: `\*` is a printed asterisk, `\\` a printed backslash. */

export interface EmphasisedPart {
  readonly text: string;
  readonly bold: boolean;
}

export function splitEmphasis(line: string): readonly EmphasisedPart[] {
  const tokens = line.match(/\\[\\*]|\*\*|[^\\*]+|[\\*]/g) ?? [];
  const markers = tokens.filter((token) => token === '**').length;
  const parts: EmphasisedPart[] = [];
  let bold = false;
  let seen = 0;
  for (const token of tokens) {
    if (token === '**') {
      seen += 1;
      if (seen < markers || markers % 2 === 0) {
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

export function joinEmphasis(parts: readonly EmphasisedPart[]): string {
  return parts
    .map(({ text, bold }) => {
      const escaped = text.replace(/\*(?=\*|$)|\\(?=[\\*]|$)/g, '\\$&');
      return bold && escaped !== '' ? `**${escaped}**` : escaped;
    })
    .join('');
}
