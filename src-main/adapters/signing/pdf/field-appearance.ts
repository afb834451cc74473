/** What a visible signature field shows: a thin frame and lines of text, with a font of its own inside the file. */
import {
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  PdfRef,
  PdfStream,
  type EmbeddedFont,
  type PDF,
} from '../../formats/pdf/library.ts';

const LARGEST_TEXT = 9;
const SMALLEST_TEXT = 4;
const LINE_HEIGHT = 1.25;
const PADDING = 4;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest size at which every line fits the box. */
function textSize(font: EmbeddedFont, lines: readonly string[], box: Size): number {
  const widest = Math.max(...lines.map((line) => font.widthOfTextAtSize(line, 1)), 0.001);
  const byWidth = (box.width - 2 * PADDING) / widest;
  const byHeight = (box.height - 2 * PADDING) / (lines.length * LINE_HEIGHT);
  return Math.max(SMALLEST_TEXT, Math.min(LARGEST_TEXT, byWidth, byHeight));
}

/** Characters the font lacks would be empty boxes, which PDF/A forbids (ISO 19005-3, 6.2.11.8). */
function drawable(font: EmbeddedFont, text: string): string {
  return [...text.normalize('NFC')].map((character) => (font.canEncode(character) ? character : '?')).join('');
}

function content(font: EmbeddedFont, lines: readonly string[], box: Size): string {
  const size = textSize(font, lines, box);
  const fixed = (value: number): string => value.toFixed(2);
  const first = box.height / 2 + (lines.length * size * LINE_HEIGHT) / 2 - size;
  const shown = lines.map((line) => {
    const glyphs = font.encodeTextToGids(line).map((glyph) => glyph.toString(16).padStart(4, '0'));
    return `<${glyphs.join('')}> Tj T*`;
  });
  return [
    '/Gray CS 0.4 SC 0.5 w',
    `0.25 0.25 ${fixed(box.width - 0.5)} ${fixed(box.height - 0.5)} re S`,
    '/Gray cs 0 sc BT',
    `/Text ${fixed(size)} Tf ${fixed(size * LINE_HEIGHT)} TL`,
    `${PADDING} ${fixed(first)} Td`,
    ...shown,
    'ET',
  ].join('\n');
}

/**
 * CalGray instead of DeviceGray: a device colour needs an output intent, which the document may lack (ISO 19005-3, 6.2.4.3).
 * No transparency, for the same reason.
 */
export function fieldAppearance(pdf: PDF, lines: readonly string[], box: Size, fontFile: Uint8Array): PdfRef {
  const font = pdf.embedFont(fontFile);
  const whitePoint = new PdfArray([0.9505, 1, 1.089].map((value) => PdfNumber.of(value)));
  const gray = PdfArray.of(PdfName.of('CalGray'), PdfDict.of({ WhitePoint: whitePoint, Gamma: PdfNumber.of(2.2) }));
  const drawn = content(
    font,
    lines.map((line) => drawable(font, line)),
    box,
  );
  const stream = PdfStream.fromDict(
    {
      Type: PdfName.of('XObject'),
      Subtype: PdfName.of('Form'),
      BBox: new PdfArray([0, 0, box.width, box.height].map((value) => PdfNumber.of(value))),
      Resources: PdfDict.of({
        Font: PdfDict.of({ Text: pdf.context.getFontRef(font) }),
        ColorSpace: PdfDict.of({ Gray: gray }),
      }),
    },
    new TextEncoder().encode(drawn),
  );
  return pdf.register(stream);
}
