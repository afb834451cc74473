/** OpenDocument text written by hand. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { escapeXml } from '../../../src-main/adapters/formats/escape-xml.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const NAMESPACES: Readonly<Record<string, string>> = {
  office: `${OASIS}:office:1.0`,
  text: `${OASIS}:text:1.0`,
  table: `${OASIS}:table:1.0`,
  style: `${OASIS}:style:1.0`,
  draw: `${OASIS}:drawing:1.0`,
  svg: `${OASIS}:svg-compatible:1.0`,
  fo: `${OASIS}:xsl-fo-compatible:1.0`,
  form: `${OASIS}:form:1.0`,
  dc: 'http://purl.org/dc/elements/1.1/',
  xlink: 'http://www.w3.org/1999/xlink',
};
const declared = Object.entries(NAMESPACES)
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');
const MIME = 'application/vnd.oasis.opendocument.text';

/** A paragraph with inner XML. */
export const op = (content: string, style = ''): string =>
  `<text:p${style && ` text:style-name="${style}"`}>${content}</text:p>`;
export const ot = (words: string): string => op(escapeXml(words));
export const span = (words: string, style: string): string =>
  `<text:span text:style-name="${style}">${escapeXml(words)}</text:span>`;
export const list = (items: readonly string[], attributes = ' text:style-name="L1"'): string =>
  `<text:list${attributes}>${items.join('')}</text:list>`;
export const listItem = (content: string, attributes = ''): string =>
  `<text:list-item${attributes}>${content}</text:list-item>`;
export const cell = (content: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string"${attributes}>${content}</table:table-cell>`;
export const covered = (content = ''): string => `<table:covered-table-cell>${content}</table:covered-table-cell>`;
export const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
export const table = (columns: number, ...rows: readonly string[]): string =>
  `<table:table table:name="T"><table:table-column table:number-columns-repeated="${columns}"/>${rows.join('')}</table:table>`;
export const frame = (content: string, anchor = 'paragraph'): string =>
  `<draw:frame text:anchor-type="${anchor}" svg:width="5cm" svg:height="2cm">${content}</draw:frame>`;

const number = (level: number, format: string, suffix: string, shown = 1, more = ''): string =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}" style:num-suffix="${suffix}" text:display-levels="${shown}"${more}/>`;
const look = (name: string, properties: string, family = 'text'): string =>
  `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`;
const STYLES =
  look('Strich', 'style:text-line-through-style="solid" style:text-line-through-type="single"') +
  look('Versteckt', 'text:display="none"') +
  '<style:style style:name="Seitenende" style:family="paragraph"><style:paragraph-properties fo:break-after="page"/></style:style>' +
  '<style:style style:name="Seitenanfang" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>' +
  look('Hoch', 'style:text-position="super 58%"') +
  look('Zeichen', 'style:font-name="Wingdings" fo:font-family="Wingdings"') +
  `<text:list-style style:name="L1">${number(1, '1', '.')}${number(2, '1', '.', 2)}${number(3, 'a', ')')}</text:list-style>` +
  `<text:list-style style:name="L2">${number(1, 'I', '.')}</text:list-style>` +
  '<text:list-style style:name="L3"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>' +
  `<text:list-style style:name="Spalten">${number(1, 'a', ')')}</text:list-style>` +
  `<text:list-style style:name="Wieder">${number(1, 'A', ')', 1, ' style:num-letter-sync="true"')}</text:list-style>`;

/** The package around the text; `parts` lie beside it. */
export function odtDocument(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const file = (path: string, type: string): string =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  const folders = Object.keys(parts).map((name) =>
    file(name.replace(/[^/]*$/, ''), 'application/vnd.oasis.opendocument.formula'),
  );
  const manifest = `<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3">${file('/', MIME)}${file('content.xml', 'text/xml')}${folders.join('')}${Object.keys(
    parts,
  )
    .map((name) => file(name, 'text/xml'))
    .join('')}</manifest:manifest>`;
  const content = `<office:document-content${declared} office:version="1.3"><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const files: Zippable = { mimetype: [strToU8(MIME), { level: 0 }] };
  for (const [name, xml] of Object.entries({ 'content.xml': content, ...parts, 'META-INF/manifest.xml': manifest }))
    files[name] = strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
  return zipSync(files);
}
