/** The picture of a handwritten name above the printed one: a paragraph of its own, because exact line heights would cut it off. */
import { ImageRun, LineRuleType, Paragraph } from 'docx';
import type { PrintBlock, PrintDocument } from '../../core/print/model.ts';
import { STYLE } from './styles.ts';
import { pixelsOfMm } from './units.ts';

export function signaturePicture(
  block: Extract<PrintBlock, { kind: 'signature' }>,
  { signaturePicture: picture }: PrintDocument,
): Paragraph[] {
  if (!block.picture || !picture) return [];
  const height = pixelsOfMm(block.picture.heightMm);
  const { alternativeText } = block.picture;
  const image = new ImageRun({
    type: picture.mimeType === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(picture.data, 'base64'),
    transformation: { height, width: Math.round((height * picture.widthPx) / picture.heightPx) },
    altText: { name: alternativeText, title: alternativeText, description: alternativeText },
  });
  const spacing = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 };
  return [new Paragraph({ style: STYLE.signature, keepNext: true, spacing, children: [image] })];
}
