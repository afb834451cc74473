/** The document model as Word document (ECMA-376 transitional): named styles, repeated table heads, page fields, record inside. */
import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { DocxWriter } from '../../core/ports/ports.ts';
import type { PrintDocument } from '../../core/print/model.ts';
import { FIRST_TOP_MM, firstHeader, followingHeader, HEADER_TOP_MM, letterOpeningOf } from './letter-opening.ts';
import { normalisePackage } from './normalise-package.ts';
import { documentStyles, STYLE } from './styles.ts';
import { TextBlocks } from './text-blocks.ts';
import { twipsOfMm } from './units.ts';
import { copyOptions } from './editing-copy.ts';

function footerRuns(template: string): TextRun[] {
  return template.split(/(\{pages?\})/).flatMap((part) => {
    if (part === '') return [];
    if (part === '{page}') return [new TextRun({ children: [PageNumber.CURRENT] })];
    if (part === '{pages}') return [new TextRun({ children: [PageNumber.TOTAL_PAGES] })];
    return [new TextRun({ text: part })];
  });
}

export function createDocxWriter(): DocxWriter {
  return {
    write: async (model: PrintDocument, recordJson) => {
      const { style, properties } = model;
      const text = new TextBlocks(model);
      const children = text.all();
      const letter = letterOpeningOf(model);
      const footer = (): Footer =>
        new Footer({ children: [new Paragraph({ style: STYLE.footer, children: footerRuns(model.footer) })] });
      const document = new Document({
        title: properties.title,
        creator: properties.author,
        subject: properties.subject,
        styles: documentStyles(model),
        numbering: { config: [...text.numbering] },
        ...copyOptions(model),
        sections: [
          {
            properties: {
              ...(letter && { titlePage: true }),
              page: {
                size: { width: twipsOfMm(210), height: twipsOfMm(297) },
                margin: {
                  top: twipsOfMm(letter ? FIRST_TOP_MM : style.marginTopMm),
                  bottom: twipsOfMm(style.marginBottomMm),
                  left: twipsOfMm(style.marginLeftMm),
                  right: twipsOfMm(style.marginRightMm),
                  header: twipsOfMm(letter ? HEADER_TOP_MM : 8),
                  footer: twipsOfMm(Math.max(6, style.marginBottomMm - 12)),
                },
              },
            },
            ...(letter && { headers: { first: firstHeader(letter), default: followingHeader(letter, model) } }),
            footers: { default: footer(), ...(letter && { first: footer() }) },
            children,
          },
        ],
      });
      const raw = await Packer.toBuffer(document);
      return normalisePackage(raw, properties, recordJson);
    },
  };
}
