/** WordprocessingML written by hand: small parts that say exactly what stands in a document. */
import { strToU8, zipSync } from 'fflate';
import { escapeXml } from '../../../src-main/adapters/formats/escape-xml.ts';
import type { OfficeCase } from './office-case.ts';

const OPEN = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const NAMESPACES: Readonly<Record<string, string>> = {
  w: `${OPEN}/wordprocessingml/2006/main`,
  m: `${OPEN}/officeDocument/2006/math`,
  r: `${OPEN}/officeDocument/2006/relationships`,
  mc: `${OPEN}/markup-compatibility/2006`,
  a: `${OPEN}/drawingml/2006/main`,
  wp: `${OPEN}/drawingml/2006/wordprocessingDrawing`,
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
};
const STRICT_NAMESPACES: Readonly<Record<string, string>> = {
  w: `${STRICT}/wordprocessingml/main`,
  m: `${STRICT}/officeDocument/math`,
  r: `${STRICT}/officeDocument/relationships`,
};

/** Properties come as inner XML: `r('Wort', '<w:b/>')`. */
export const r = (text: string, properties = ''): string =>
  run(`<w:t xml:space="preserve">${escapeXml(text)}</w:t>`, properties);
export const run = (content: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
/** A paragraph of one run. */
export const line = (text: string, properties = ''): string => p(r(text), properties);

export const listed = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
export const item = (text: string, list = 1, level = 0): string => line(text, listed(list, level));

export const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`;
export const tr = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
export const tbl = (rows: readonly string[], columns = 3): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2400"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`;

const char = (type: string, inner = ''): string => run(`<w:fldChar w:fldCharType="${type}">${inner}</w:fldChar>`);
export const fieldBegin = (instruction: string, data = ''): string =>
  char('begin', data) + run(`<w:instrText xml:space="preserve"> ${escapeXml(instruction)} </w:instrText>`);
export const fieldMiddle = char('separate');
export const fieldEnd = char('end');
export const field = (instruction: string, result: string, data = ''): string =>
  fieldBegin(instruction, data) + (result && fieldMiddle + result) + fieldEnd;

export const mathRun = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
export const fraction = (above: string, below: string): string =>
  `<m:f><m:num>${above}</m:num><m:den>${below}</m:den></m:f>`;
export const formData = (inner: string): string => `<w:ffData><w:name w:val="feld"/><w:enabled/>${inner}</w:ffData>`;

export const control = (content: string, properties = ''): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
export const tickBox = (isTicked: boolean): string =>
  control(
    run(`<w:t>${isTicked ? '☒' : '☐'}</w:t>`),
    `<w14:checkbox><w14:checked w14:val="${isTicked ? 1 : 0}"/></w14:checkbox>`,
  );

export const inserted = (content: string): string =>
  `<w:ins w:id="71" w:author="Frau Lindwurm" w:date="2026-02-03T08:00:00Z">${content}</w:ins>`;
export const deleted = (text: string): string =>
  `<w:del w:id="72" w:author="Frau Lindwurm" w:date="2026-02-03T08:00:00Z">${run(`<w:delText xml:space="preserve">${escapeXml(text)}</w:delText>`)}</w:del>`;

/** A box as Word writes it today; `fallback` for programs that only know VML. */
export function shapeBox(content: string, fallback?: string, look = ''): string {
  const shape = `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2400000" cy="900000"/><wp:docPr id="5" name="Feld 5"/><a:graphic><a:graphicData uri="${NAMESPACES['wps']}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  if (fallback === undefined) return run(shape, look);
  return run(
    `<mc:AlternateContent><mc:Choice Requires="wps">${shape}</mc:Choice><mc:Fallback>${picture(fallback)}</mc:Fallback></mc:AlternateContent>`,
  );
}
const picture = (content: string): string =>
  `<w:pict><v:shape style="width:180pt;height:60pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`;
export const vmlBox = (content: string): string => run(picture(content));

/** A level of a list: `level(0, 'lowerLetter', '%1)')`. */
export const level = (at: number, format: string, text: string, more = '', start = 1): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
export const abstractNum = (id: number, levels: readonly string[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${more}${levels.join('')}</w:abstractNum>`;
export const num = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
/** One list with the number 1. */
export const oneList = (...levels: readonly string[]): string => abstractNum(1, levels) + num(1, 1);

export const paragraphStyle = (id: string, name: string, inner: string, base = 'Normal'): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${base}"/>${inner}</w:style>`;
const NORMAL =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  [1, 2]
    .map((at) => paragraphStyle(`Heading${at}`, `heading ${at}`, `<w:pPr><w:outlineLvl w:val="${at - 1}"/></w:pPr>`))
    .join('');

export interface WordParts {
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly mainName?: string;
  readonly strict?: boolean;
  readonly utf16?: boolean;
}

export const note = (kind: 'footnote' | 'endnote', id: number, content: string): string =>
  `<w:${kind} w:id="${id}">${content}</w:${kind}>`;
export const noteMark = (kind: 'footnote' | 'endnote', id: number): string =>
  run(`<w:${kind}Reference w:id="${id}"/>`, '<w:vertAlign w:val="superscript"/>');

function encoded(xml: string, utf16: boolean): Uint8Array {
  const head = `<?xml version="1.0" encoding="${utf16 ? 'UTF-16' : 'UTF-8'}" standalone="yes"?>\n`;
  return utf16 ? Buffer.from(`\ufeff${head}${xml}`, 'utf16le') : strToU8(head + xml);
}

/** The package around the body and what goes with it. */
export function wordDocument(body: string, parts: WordParts = {}): Uint8Array {
  const { mainName = 'word/document.xml', strict = false, utf16 = false } = parts;
  const names = strict ? { ...NAMESPACES, ...STRICT_NAMESPACES } : NAMESPACES;
  const declared = Object.entries(names)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('');
  const root = (name: string, inner: string): string => `<w:${name}${declared} mc:Ignorable="w14">${inner}</w:${name}>`;
  const relations = `${strict ? STRICT : OPEN}/officeDocument/${strict ? '' : '2006/'}relationships`;
  const folder = mainName.replace(/[^/]*$/, '');
  const marks = (['header', 'footer'] as const).filter((kind) => parts[kind] !== undefined);
  const section = `<w:sectPr>${marks.map((kind) => `<w:${kind}Reference w:type="default" r:id="${kind}"/>`).join('')}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`;
  const beside: readonly (readonly [kind: string, root: string, inner: string | undefined])[] = [
    ['numbering', 'numbering', parts.numbering],
    ['styles', 'styles', NORMAL + (parts.styles ?? '')],
    ['footnotes', 'footnotes', parts.footnotes],
    ['endnotes', 'endnotes', parts.endnotes],
    ['comments', 'comments', parts.comments],
    ['header', 'hdr', parts.header],
    ['footer', 'ftr', parts.footer],
  ];
  const present = beside.filter((part): part is [string, string, string] => part[2] !== undefined);
  const type = (kind: string): string => `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
  const override = (name: string, kind: string): string =>
    `<Override PartName="/${name}" ContentType="${type(kind)}"/>`;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const relationships = (inner: string): string =>
    `<Relationships xmlns="${OPEN}/package/2006/relationships">${inner}</Relationships>`;
  const contentTypes = `<Types xmlns="${OPEN}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override(mainName, 'document.main')}${present.map(([kind]) => override(`${folder}${kind}.xml`, kind)).join('')}</Types>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships(relation('main', 'officeDocument', mainName)),
    [mainName]: root('document', `<w:body>${body}${section}</w:body>`),
    [mainName.replace(/([^/]*)$/, '_rels/$1.rels')]: relationships(
      present.map(([kind]) => relation(kind, kind, `${kind}.xml`)).join(''),
    ),
    ...Object.fromEntries(present.map(([kind, name, inner]) => [`${folder}${kind}.xml`, root(name, inner)])),
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, xml]) => [name, encoded(xml, utf16 && name === mainName)] as const),
    ),
  );
}

export const wordCase = (
  name: string,
  body: string,
  parts: WordParts = {},
  more: Omit<OfficeCase, 'name' | 'extension' | 'bytes'> = {},
): OfficeCase => ({ name, extension: 'docx', bytes: wordDocument(body, parts), ...more });
