/** Associated files (ISO 32000-2, 14.13; ISO 19005-3, 6.8): the record and the editable document travel inside the PDF. */
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString, type PDF } from '@libpdf/core';
import type { PdfAttachment } from '../../core/ports.ts';

function dateString(day: string): PdfString {
  return PdfString.fromString(`D:${day.replaceAll('-', '')}000000Z`);
}

function fileSpecification(pdf: PDF, attachment: PdfAttachment, day: string): PdfRef {
  const { context } = pdf;
  const stream = new PdfStream(
    [
      ['Type', PdfName.of('EmbeddedFile')],
      ['Subtype', PdfName.of(attachment.mimeType)],
      [
        'Params',
        PdfDict.of({
          Size: PdfNumber.of(attachment.bytes.length),
          ModDate: dateString(day),
          CreationDate: dateString(day),
        }),
      ],
    ],
    attachment.bytes,
  );
  const embedded = context.register(stream);
  return context.register(
    PdfDict.of({
      Type: PdfName.of('Filespec'),
      F: PdfString.fromString(attachment.fileName),
      UF: PdfString.fromString(attachment.fileName),
      Desc: PdfString.fromString(attachment.description),
      AFRelationship: PdfName.of(attachment.relationship),
      EF: PdfDict.of({ F: embedded, UF: embedded }),
    }),
  );
}

/** Every file stands in the catalog's `/AF` and, for readers with a paper clip, in the name tree; names there must be sorted. */
export function attachFiles(pdf: PDF, attachments: readonly PdfAttachment[], day: string): void {
  if (attachments.length === 0) return;
  const sorted = [...attachments].sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  const specifications = sorted.map((attachment) => ({ attachment, ref: fileSpecification(pdf, attachment, day) }));
  const catalog = pdf.getCatalog();
  catalog.set('AF', new PdfArray(specifications.map(({ ref }) => ref)));
  const names = new PdfArray(
    specifications.flatMap(({ attachment, ref }) => [PdfString.fromString(attachment.fileName), ref]),
  );
  const tree = pdf.context.register(PdfDict.of({ Names: names }));
  pdf.context.catalog.getOrCreateNames().set('EmbeddedFiles', tree);
}
