/** What Word, Excel and PowerPoint keep beside the pages (ECMA-376 part 1, §17.13 and §17.3.2.41; part 2, §11 for core properties). */
import type { AttachmentAudit } from '../../core/reading/attachment-audit.ts';
import { attributeOf, elementsIn, textOf, type XmlElement } from '../formats/xml.ts';
import { rootOf, unpack } from './archive.ts';
import { FileAudit } from './file-audit.ts';
import { auditWordText } from './audit-word-text.ts';

const WANTED =
  /^(?:docProps\/(?:core|app)\.xml|word\/(?:document|styles|comments|people|(?:header|footer|footnotes|endnotes)\d*)\.xml|xl\/(?:workbook|comments\d*|threadedComments\/[^/]+|comments\/[^/]+|persons\/[^/]+)\.xml|ppt\/(?:commentAuthors|authors|comments\/[^/]+)\.xml)$/;
const PERSONAL_PROPERTIES = new Set(['creator', 'lastModifiedBy', 'Manager', 'Company']);
/** Elements that are one remark each: Word and Excel, Excel's threads, PowerPoint. */
const REMARKS = new Set(['comment', 'threadedComment', 'cm']);

function auditProperties(root: XmlElement, audit: FileAudit): void {
  for (const element of elementsIn(root))
    if (PERSONAL_PROPERTIES.has(element.local)) audit.addUserName(textOf(element));
}

function auditRemarks(root: XmlElement, audit: FileAudit): void {
  for (const element of elementsIn(root)) {
    const name = element.local;
    if (REMARKS.has(name)) {
      audit.comments += 1;
      audit.addUserName(attributeOf(element, 'author'));
    }
    // Lists of authors stand beside the remarks.
    if (name === 'author') audit.addUserName(attributeOf(element, 'name') ?? textOf(element));
    if (name === 'cmAuthor') audit.addUserName(attributeOf(element, 'name'));
    if (name === 'person') audit.addUserName(attributeOf(element, 'displayName') ?? attributeOf(element, 'author'));
  }
}

function auditWorkbook(root: XmlElement, audit: FileAudit): void {
  for (const element of elementsIn(root)) {
    const state = attributeOf(element, 'state');
    if (element.local === 'sheet' && (state === 'hidden' || state === 'veryHidden'))
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
