/** Associated files (ISO 32000-2, 14.13; ISO 19005-3, 6.8): the record and the editable document travel inside the PDF. */
import type { PdfAttachment } from '../../core/ports/ports.ts';
import type { AppendedUpdate } from './appended-update.ts';
import type { PlainPdf } from './plain-pdf.ts';
import { dict, name, Stream, textString, withEntries, type Ref, type Value } from './plain-values.ts';

function fileSpecification(update: AppendedUpdate, attachment: PdfAttachment, day: string): Ref {
  const date = textString(`D:${day.replaceAll('-', '')}000000Z`);
  const embedded = update.add(
    new Stream(
      dict({
        Type: name('EmbeddedFile'),
        Subtype: name(attachment.mimeType),
        Params: dict({ Size: attachment.bytes.length, ModDate: date, CreationDate: date }),
      }),
      attachment.bytes,
    ),
  );
  return update.add(
    dict({
      Type: name('Filespec'),
      F: textString(attachment.fileName),
      UF: textString(attachment.fileName),
      Desc: textString(attachment.description),
      AFRelationship: name(attachment.relationship),
      EF: dict({ F: embedded, UF: embedded }),
    }),
  );
}

/**
 * Entries of the catalog. Every file stands in its `/AF` and, for readers with a paper clip, in the name tree; names there must be sorted.
 */
export function attachFiles(
  pdf: PlainPdf,
  update: AppendedUpdate,
  attachments: readonly PdfAttachment[],
  day: string,
): Record<string, Value> {
  if (attachments.length === 0) return {};
  const sorted = [...attachments].sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  const specifications = sorted.map((attachment) => ({ attachment, ref: fileSpecification(update, attachment, day) }));
  const names = specifications.flatMap(({ attachment, ref }): Value[] => [textString(attachment.fileName), ref]);
  return {
    AF: specifications.map(({ ref }) => ref),
    Names: withEntries(pdf.dict(pdf.catalog, 'Names') ?? new Map(), {
      EmbeddedFiles: update.add(dict({ Names: names })),
    }),
  };
}
