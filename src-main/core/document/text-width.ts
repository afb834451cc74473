/** How wide a text prints in Arimo (the widths of Arial and Helvetica), for what must fit a fixed place. Pure. */
const THOUSANDTHS: readonly (readonly [number, string])[] = [
  [191, "'"],
  [222, 'ijl'],
  [260, '|'],
  [278, ' !,./:;I[]\\ft·'],
  [333, '()-`r„“”‚‘’'],
  [334, '{}'],
  [355, '"'],
  [389, '*'],
  [469, '^'],
  [500, 'Jckvxyzs'],
  [556, '#$0123456789?_abdeghnopquL§€–'],
  [584, '+<=>~'],
  [611, 'FTZß'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1000, '…—'],
  [1015, '@'],
];
const WIDTHS = new Map(THOUSANDTHS.flatMap(([width, signs]) => Array.from(signs, (sign) => [sign, width] as const)));
const OTHER = 700;
/** Bold letters are about this much wider. */
const BOLD = 1.07;
const MM_PER_PT = 25.4 / 72;

export function textWidthMm(text: string, sizePt: number, isBold = false): number {
  // Letters with marks are as wide as their base.
  const base = text.normalize('NFD').replace(/\p{M}/gu, '');
  const sum = Array.from(base).reduce((total, sign) => total + (WIDTHS.get(sign) ?? OTHER), 0);
  return (sum / 1000) * sizePt * (isBold ? BOLD : 1) * MM_PER_PT;
}

/** Breaks between words, and after "@", "-" and "/" where a word alone is too wide; a part that still does not fit stands as it is. */
export function wrapText(text: string, sizePt: number, widthMm: number): string[] {
  const fits = (line: string): boolean => textWidthMm(line, sizePt) <= widthMm;
  const lines: string[] = [];
  let line = '';
  const put = (piece: string, glue: string): void => {
    const together = line === '' ? piece : `${line}${glue}${piece}`;
    if (line === '' || fits(together)) line = together;
    else {
      lines.push(line);
      line = piece;
    }
  };
  for (const word of text.split(' ').filter(Boolean)) {
    if (fits(word)) put(word, ' ');
    else {
      // An e-mail address breaks before its "@" if that helps; only then at other signs.
      const halves = word.split(/(?=@)/u);
      const pieces = halves.every(fits) ? halves : word.split(/(?=@)|(?<=[-/_.])/u);
      pieces.forEach((piece, index) => put(piece, index === 0 ? ' ' : ''));
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The text, or as much of its beginning as fits with "…". */
export function cutText(text: string, sizePt: number, widthMm: number): string {
  if (textWidthMm(text, sizePt) <= widthMm) return text;
  let cut = text;
  while (cut !== '' && textWidthMm(`${cut}…`, sizePt) > widthMm) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
