/** What Word, Excel and PowerPoint keep beside the pages (ECMA-376 part 1, §17.13 and §17.3.2.41; part 2, §11 for core properties). */
import type { Element } from '@xmldom/xmldom';
import type { AttachmentAudit } from '../../core/reading/attachment-audit.ts';
import { unpack } from './archive.ts';
import { FileAudit } from './file-audit.ts';
import { auditWordText } from './audit-word-text.ts';
import { attributeOf, elementsIn, rootOf } from './xml-tree.ts';

const WANTED =
  /^(?:docProps\/(?:core|app)\.xml|word\/(?:document|styles|comments|people|(?:header|footer|footnotes|endnotes)\d*)\.xml|xl\/(?:workbook|comments\d*|threadedComments\/[^/]+|comments\/[^/]+|persons\/[^/]+)\.xml|ppt\/(?:commentAuthors|authors|comments\/[^/]+)\.xml)$/;
const PERSONAL_PROPERTIES = new Set(['creator', 'lastModifiedBy', 'Manager', 'Company']);
/** Elements that are one remark each: Word and Excel, Excel's threads, PowerPoint. */
const REMARKS = new Set(['comment', 'threadedComment', 'cm']);

function auditProperties(root: Element, audit: FileAudit): void {
  for (const element of elementsIn(root))
    if (PERSONAL_PROPERTIES.has(element.localName ?? '')) audit.addUserName(element.textContent);
}

function auditRemarks(root: Element, audit: FileAudit): void {
  for (const element of elementsIn(root)) {
    const name = element.localName ?? '';
    if (REMARKS.has(name)) {
      audit.comments += 1;
      audit.addUserName(attributeOf(element, 'author'));
    }
    // Lists of authors stand beside the remarks.
    if (name === 'author') audit.addUserName(attributeOf(element, 'name') ?? element.textContent);
    if (name === 'cmAuthor') audit.addUserName(attributeOf(element, 'name'));
    if (name === 'person') audit.addUserName(attributeOf(element, 'displayName') ?? attributeOf(element, 'author'));
  }
}

function auditWorkbook(root: Element, audit: FileAudit): void {
  for (const element of elementsIn(root)) {
    const state = attributeOf(element, 'state');
    if (element.localName === 'sheet' && (state === 'hidden' || state === 'veryHidden'))
      audit.addHiddenText(attributeOf(element, 'name') ?? '');
  }
}

/** Throws on anything that is no sound document. */
export function auditOoxml(bytes: Uint8Array): AttachmentAudit {
  const audit = new FileAudit();
  const parts = unpack(bytes, (name) => WANTED.test(name));
  const styles = parts.get('word/styles.xml');
  const styleRoot = styles && rootOf(styles);
  for (const [name, part] of parts) {
    if (part === styles) continue;
    const root = rootOf(part);
    if (name.startsWith('docProps/')) auditProperties(root, audit);
    else if (name === 'xl/workbook.xml') auditWorkbook(root, audit);
    else if (/comment|person|people|author/i.test(name)) auditRemarks(root, audit);
    else auditWordText(root, styleRoot, audit);
  }
  return audit.result;
}
