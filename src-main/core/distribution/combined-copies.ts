/** All copies as one document, each with page numbers of its own, in as many pieces as asked for. Pure. */
import type { PrintDocument } from '../print/model.ts';

export interface CombinedPart {
  readonly document: PrintDocument;
  readonly copies: number;
}

/** `duplex` begins every piece on a front page, so that both sides of the paper can be printed. */
export function combinedDocument(title: string, parts: readonly CombinedPart[], duplex: boolean): PrintDocument {
  const [first] = parts;
  if (!first) throw new Error('nothing to combine');
  const pieces = parts.flatMap(({ document, copies }) => Array.from({ length: copies }, () => document));
  const picture = parts.find(({ document }) => document.signaturePicture)?.document.signaturePicture;
  return {
    ...first.document,
    ...(picture && { signaturePicture: picture }),
    properties: { ...first.document.properties, title },
    footer: '',
    blocks: pieces.flatMap(({ footer, blocks }, index) => [
      { kind: 'piece' as const, index, footer, startsOnFront: duplex },
      ...blocks,
    ]),
  };
}
