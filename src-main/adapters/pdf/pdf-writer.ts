/** Finishes the typesetter's PDF: claims of PDF/A-3a and PDF/UA-1, title in the window bar, tab order, associated files. */
import { PDF, PdfBool, PdfDict, PdfName, PdfStream } from '@libpdf/core';
import type { PdfAttachment, PdfWriter, Typesetter } from '../../core/ports.ts';
import { attachFiles } from './attach-files.ts';
import { withClaims } from './xmp-claims.ts';

function claim(pdf: PDF): void {
  const catalog = pdf.getCatalog();
  const resolve = (ref: Parameters<PDF['getObject']>[0]) => pdf.getObject(ref);
  const metadata = catalog.get('Metadata', resolve);
  if (!(metadata instanceof PdfStream)) throw new Error('the typeset PDF has no XMP metadata');
  // Metadata must stay readable without decompression (ISO 19005-3, 6.6.2.1).
  const packet = withClaims(new TextDecoder().decode(metadata.getDecodedData()));
  const plain = new PdfStream(
    [
      ['Type', PdfName.of('Metadata')],
      ['Subtype', PdfName.of('XML')],
    ],
    new TextEncoder().encode(packet),
  );
  catalog.set('Metadata', pdf.context.register(plain));
  // "Suspects false" is the default; one much used reader (poppler) complains when it is written.
  const markInfo = catalog.getDict('MarkInfo', resolve);
  markInfo?.delete('Suspects');
  catalog.set('ViewerPreferences', PdfDict.of({ DisplayDocTitle: PdfBool.TRUE }));
  for (const page of pdf.getPages()) page.dict.set('Tabs', PdfName.of('S'));
}

/** Same input, same bytes: nothing here looks at the clock. An appended update, because a rewrite would cost as much as the typesetting. */
async function finishPdf(typeset: Uint8Array, attachments: readonly PdfAttachment[], day: string): Promise<Uint8Array> {
  const pdf = await PDF.load(typeset);
  claim(pdf);
  attachFiles(pdf, attachments, day);
  return pdf.save({ incremental: true, compressStreams: false });
}

export function createPdfWriter(typesetter: Typesetter): PdfWriter {
  return {
    write: async (document, attachments) => {
      const [pages, files] = await Promise.all([typesetter.pdf(document), attachments]);
      return finishPdf(pages, files, document.properties.date);
    },
  };
}
