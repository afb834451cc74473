import { strToU8, zipSync } from 'fflate';

const xmp = `<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Empty</rdf:li></rdf:Alt></dc:title>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;

/** One empty page that claims PDF/A-3a and PDF/UA-1 and keeps both; written by hand, without any PDF library. */
export function goodPdf(): Uint8Array {
  return pdfFile([
    '<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R /MarkInfo << /Marked true >> /StructTreeRoot 5 0 R /Lang (de-DE) /ViewerPreferences << /DisplayDocTitle true >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>',
    `<< /Type /Metadata /Subtype /XML /Length ${Buffer.byteLength(xmp)} >>\nstream\n${xmp}\nendstream`,
    '<< /Type /StructTreeRoot /K [6 0 R] >>',
    '<< /Type /StructElem /S /Document /P 5 0 R >>',
  ]);
}

/** A sound PDF that claims nothing: no metadata, no tags, no language, text in a font that is not embedded. */
export function untaggedPdf(): Uint8Array {
  const content = 'BT /F1 24 Tf 72 720 Td (Guten Tag) Tj ET';
  return pdfFile([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]);
}

function pdfFile(objects: readonly string[]): Uint8Array {
  // The four bytes above 127 tell transfer programs that the file is binary (ISO 19005-3, 6.1.2).
  const header = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');
  const bodies = objects.map((object, index) => Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`));
  const offsets = [header.length];
  for (const body of bodies) offsets.push((offsets.at(-1) ?? 0) + body.length);
  const tableOffset = offsets.pop() ?? 0;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const id = '<00112233445566778899AABBCCDDEEFF>';
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R /ID [${id} ${id}] >>\nstartxref\n${tableOffset}\n%%EOF\n`;
  return Buffer.concat([header, ...bodies, Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${entries}${trailer}`)]);
}

export const goodCoreProperties =
  '<dc:title>Prüfbericht</dc:title><dc:creator>Amt 61</dc:creator><cp:revision>1</cp:revision>' +
  '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-31T09:30:00Z</dcterms:created>';
export const goodParagraph = '<w:p><w:pPr><w:keepNext/><w:jc w:val="left"/></w:pPr><w:r><w:t>Grüße</w:t></w:r></w:p>';

/** The smallest DOCX with core properties; both arguments are raw XML, so that tests can break them. */
export function tinyDocx(body: string, coreProperties: string): Uint8Array {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const corePart = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  const wordprocessing = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const coreType = 'application/vnd.openxmlformats-package.core-properties+xml';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/><Override PartName="/docProps/core.xml" ContentType="${coreType}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${officeDocument}" Target="word/document.xml"/><Relationship Id="r2" Type="${corePart}" Target="docProps/core.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${wordprocessing}"><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${coreProperties}</cp:coreProperties>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)] as const)),
  );
}
