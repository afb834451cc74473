/** Where things stand on the pages of a PDF, in millimetres from the upper left corner, as Poppler sees them. */
import { readFile, rm } from 'node:fs/promises';
import { outputOf } from '../harness/judges/run-tool.ts';

const MM_PER_PT = 25.4 / 72;

export interface PlacedWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Upper edge: the ascender of the font. */
  readonly top: number;
  readonly bottom: number;
}

const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Words of every page in the order of the content. */
export async function placedWords(pdf: string): Promise<readonly (readonly PlacedWord[])[]> {
  const html = await outputOf('pdftotext', ['-bbox', '-enc', 'UTF-8', pdf, '-']);
  const mm = (points: string | undefined): number => Number(points) * MM_PER_PT;
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g)].map(
        ([, left, top, right, bottom, text]) => ({
          text: unescape(text ?? ''),
          left: mm(left),
          right: mm(right),
          top: mm(top),
          bottom: mm(bottom),
        }),
      ),
    );
}

const DPI = 300;
const MM_PER_PIXEL = 25.4 / DPI;

/** Middles of the dark stretches that a vertical line at `xMm` crosses on a page. */
export async function darkPlacesAt(
  pdf: string,
  page: number,
  xMm: number,
  scratch: string,
): Promise<readonly number[]> {
  const stem = `${scratch}-strip-${page}`;
  const column = String(Math.round(xMm / MM_PER_PIXEL));
  const part = [
    '-r',
    String(DPI),
    '-gray',
    '-f',
    String(page),
    '-l',
    String(page),
    '-x',
    column,
    '-y',
    '0',
    '-W',
    '1',
    '-H',
    '3508',
  ];
  await outputOf('pdftoppm', [...part, '-singlefile', pdf, stem]);
  const file = await readFile(`${stem}.pgm`);
  await rm(`${stem}.pgm`);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'));
  if (head?.[1] !== '1') throw new Error(`unexpected picture of ${pdf}`);
  const pixels = file.subarray(head[0].length);
  const places: number[] = [];
  for (let start = 0, at = 0; at <= pixels.length; at += 1) {
    const isDark = (pixels[at] ?? 255) < 200;
    if (isDark) continue;
    if (at > start) places.push(((start + at) / 2) * MM_PER_PIXEL);
    start = at + 1;
  }
  return places;
}
