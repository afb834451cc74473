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

/** Breaks between words; a word that is too wide alone breaks before "@", and only then after signs. What still does not fit stands as it is. */
export function wrapText(text: string, sizePt: number, widthMm: number): string[] {
  const fits = (line: string): boolean => textWidthMm(line, sizePt) <= widthMm;
  const lines: string[] = [];
  const put = (piece: string, glue: string): void => {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last}${glue}${piece}`)) lines[lines.length - 1] = `${last}${glue}${piece}`;
    else lines.push(piece);
  };
  for (const word of text.split(' ').filter(Boolean)) {
    if (fits(word)) put(word, ' ');
    else {
      for (const half of word.split(/(?=@)/u)) {
        if (fits(half)) lines.push(half);
        else half.split(/(?<=[-/_.])/u).forEach((piece, index) => (index === 0 ? lines.push(piece) : put(piece, '')));
      }
    }
  }
  return lines;
}

/** A line without blanks that is wider than its room, cut between letters where the room ends; any other stands alone as it is. */
export function breakLine(line: string, sizePt: number, widthMm: number): string[] {
  if (textWidthMm(line, sizePt) <= widthMm) return [line];
  const pieces: string[] = [''];
  for (const { segment } of new Intl.Segmenter('de').segment(line)) {
    const grown = `${pieces.at(-1) ?? ''}${segment}`;
    if (pieces.at(-1) === '' || textWidthMm(grown, sizePt) <= widthMm) pieces[pieces.length - 1] = grown;
    else pieces.push(segment);
  }
  return pieces;
}

/** The text, or as much of its beginning as fits with "…". */
export function cutText(text: string, sizePt: number, widthMm: number): string {
  if (textWidthMm(text, sizePt) <= widthMm) return text;
  let cut = text;
  while (cut !== '' && textWidthMm(`${cut}…`, sizePt) > widthMm) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}
