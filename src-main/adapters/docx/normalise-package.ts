/** The docx package writes "now", counters and random names: here the package becomes the same bytes for the same document. */
import { escapeXml } from '../formats/escape-xml.ts';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { PrintDocument } from '../../core/print/model.ts';
import { recordParts } from './embedded-record.ts';

type Properties = PrintDocument['properties'];

function coreProperties({ title, author, subject, date, language }: Properties): string {
  const at = `${date}T00:00:00Z`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subject)}</dc:subject><dc:creator>${escapeXml(author)}</dc:creator><dc:language>${language}</dc:language><cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}

/** Random relationship ids and media names become counted ones, in the order of their first appearance. */
function renamer(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) =>
    text
      .replace(/rId[a-zA-Z0-9_-]{12,}/g, (id) => {
        if (!names.has(id)) names.set(id, `rIdS${names.size + 1}`);
        return names.get(id) ?? id;
      })
      .replace(/media\/[0-9a-zA-Z_-]{12,}\.(png|jpg)/g, (path, ending: string) => {
        if (!names.has(path)) names.set(path, `media/bild${names.size + 1}.${ending}`);
        return names.get(path) ?? path;
      });
}

function withRecordRelation(rels: string): string {
  const relation =
    '<Relationship Id="rIdRecord" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>';
  return rels.replace('</Relationships>', `${relation}</Relationships>`);
}

function withRecordType(types: string): string {
  const override =
    '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>';
  const xmlDefault = types.includes('Extension="xml"')
    ? ''
    : '<Default Extension="xml" ContentType="application/xml"/>';
  return types.replace('</Types>', `${xmlDefault}${override}</Types>`);
}

/** `docPr` ids must be unique in the document; the package counts them across all documents of a process. */
function countPictures(xml: string): string {
  let count = 0;
  return xml.replace(
    /(<wp:docPr id=")\d+(")/g,
    (_, before: string, after: string) => `${before}${(count += 1)}${after}`,
  );
}

export function normalisePackage(raw: Uint8Array, properties: Properties, recordJson: string | null): Uint8Array {
  const rename = renamer();
  const parts = new Map<string, Uint8Array>();
  for (const [name, bytes] of Object.entries(unzipSync(raw)).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (name.endsWith('/')) continue;
    const isText = name.endsWith('.xml') || name.endsWith('.rels');
    parts.set(rename(name), isText ? strToU8(rename(strFromU8(bytes))) : bytes);
  }
  const edit = (name: string, change: (text: string) => string): void => {
    const part = parts.get(name);
    if (!part) throw new Error(`the package has no ${name}`);
    parts.set(name, strToU8(change(strFromU8(part))));
  };
  edit('word/document.xml', countPictures);
  parts.set('docProps/core.xml', strToU8(coreProperties(properties)));
  if (recordJson !== null) {
    const documentXml = parts.get('word/document.xml') ?? new Uint8Array();
    for (const [name, text] of Object.entries(recordParts(recordJson, documentXml))) parts.set(name, strToU8(text));
    edit('word/_rels/document.xml.rels', withRecordRelation);
    edit('[Content_Types].xml', withRecordType);
  }
  const first = '[Content_Types].xml';
  const names = [first, ...[...parts.keys()].filter((name) => name !== first).sort()];
  // Zip times have no zone: a fixed local day gives the same bytes everywhere.
  const mtime = new Date(2000, 0, 1, 0, 0, 0);
  const archive: Zippable = {};
  for (const name of names) archive[name] = [parts.get(name) ?? new Uint8Array(), { mtime, level: 6 }];
  return zipSync(archive);
}
