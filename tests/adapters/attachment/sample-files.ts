/** Files for the tests, made from as little as a reader needs. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strToU8, type Zippable, zipSync } from 'fflate';

export interface PdfParts {
  /** Objects by number, without "n 0 obj"; a string of Latin-1. */
  readonly objects: readonly string[];
  readonly trailer?: string;
}

/** A PDF of the given objects; the first is the catalogue. */
export function pdfOf({ objects, trailer = '' }: PdfParts): Uint8Array {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

export const stream = (data: string, entries = ''): string =>
  `<< /Length ${data.length} ${entries} >>\nstream\n${data}\nendstream`;

/** Pages of lines in Helvetica. */
export function pdfOfPages(pages: readonly (readonly string[])[], trailer = ''): Uint8Array {
  const FIRST = 4;
  const kids = pages.map((_, index) => `${FIRST + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  pages.forEach((lines, index) => {
    const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
    const content = `BT /F1 11 Tf 14 TL 60 780 Td\n${shown}\nET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${FIRST + index * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(content),
    );
  });
  return pdfOf({ objects, trailer });
}

export async function docxOf(): Promise<Uint8Array> {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: 'Überschrift', heading: 'Heading1' }),
          new Paragraph({ children: [new TextRun('Straßen'), new TextRun('bau')] }),
          new Table({ rows: [new TableRow({ children: [cell('Kosten'), cell('50 €')] })] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

export const zipOf = (parts: Record<string, string | Uint8Array>): Uint8Array => {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) {
    files[name] = [typeof part === 'string' ? strToU8(part) : part, { level: name === 'mimetype' ? 0 : 6 }];
  }
  return zipSync(files);
};

const NAMESPACES = ['text', 'table', 'office', 'drawing']
  .map((name) => [name === 'drawing' ? 'draw' : name, name])
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** An ODT with the given body and further parts. */
export function odtOf(body: string, parts: Record<string, string | Uint8Array> = {}, before = ''): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?>${before}<office:document-content ${NAMESPACES}><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content, ...parts });
}

/** A DOCX with the given document part, as it stands. */
export function docxOfXml(xml: string | Uint8Array, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': xml,
    ...parts,
  });
}

export const wordXml = (text: string): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;

/** An OLE file whose root storage has the class (its first four bytes) and which holds the named stream somewhere. */
export function oleOf(rootClass: number, streamName = ''): Uint8Array {
  const file = Buffer.alloc(2048);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(rootClass, 1024 + 80);
  file.write(streamName, 1024 + 128, 'utf16le');
  return file;
}
