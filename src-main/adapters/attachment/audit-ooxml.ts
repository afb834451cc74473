/** What Word, Excel and PowerPoint keep beside the pages (ECMA-376 part 1, §17.13 and §17.3.2.41; part 2, §11 for core properties). */
import type { AttachmentAudit } from '../../core/reading/attachment-audit.ts';
import { attributeOf, elementsIn, textOf, type XmlElement } from '../formats/xml.ts';
import { openPackage, type OfficePackage } from '../formats/opc.ts';
import { openArchive } from '../formats/zip.ts';
import { reasoned } from './archive.ts';
import { FileAudit } from './file-audit.ts';
import { auditWordText } from './audit-word-text.ts';

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

type Role = 'text' | 'styles' | 'remarks' | 'workbook' | 'properties';

/** What a part is by the relation that leads to it: programs name their parts as they like. */
const BY_RELATION: Readonly<Record<string, Role>> = {
  officeDocument: 'text',
  header: 'text',
  footer: 'text',
  footnotes: 'text',
  endnotes: 'text',
  glossaryDocument: 'text',
  styles: 'styles',
  comments: 'remarks',
  people: 'remarks',
  person: 'remarks',
  threadedComment: 'remarks',
  commentAuthors: 'remarks',
  authors: 'remarks',
  'core-properties': 'properties',
  'extended-properties': 'properties',
  extendedProperties: 'properties',
};
/** A part that nothing leads to any more still travels with the file. */
const BY_NAME: readonly (readonly [RegExp, Role])[] = [
  [/^docProps\/(?:core|app)\.xml$/i, 'properties'],
  [/^word\/(?:document|(?:header|footer|footnotes|endnotes)\d*)\.xml$/i, 'text'],
  [/^word\/styles\.xml$/i, 'styles'],
  [/^word\/(?:comments|people)\.xml$/i, 'remarks'],
  [/^xl\/workbook\.xml$/i, 'workbook'],
  [/^xl\/(?:comments\d*|threadedComments\/[^/]+|comments\/[^/]+|persons\/[^/]+)\.xml$/i, 'remarks'],
  [/^ppt\/(?:commentAuthors|authors|comments\/[^/]+)\.xml$/i, 'remarks'],
];

/** "word/_rels/document.xml.rels" belongs to "word/document.xml". */
const ownerOf = (relations: string): string => relations.replace(/_rels\/([^/]*)\.rels$/i, '$1');

/** Parts that may carry something, by name without regard to case. */
function rolesIn(files: OfficePackage): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const name of files.names) {
    const known = BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
    if (known) roles.set(name.toLowerCase(), known);
    if (!/(?:^|\/)_rels\/[^/]*\.rels$/i.test(name)) continue;
    for (const { kind, target } of files.relationsOf(ownerOf(name))) {
      const role = BY_RELATION[kind];
      if (role && target !== null && !roles.has(target.toLowerCase())) roles.set(target.toLowerCase(), role);
    }
  }
  return roles;
}

/** Throws on anything that is no sound document. */
export function auditOoxml(bytes: Uint8Array): AttachmentAudit {
  const audit = new FileAudit();
  reasoned(() => {
    const files = openPackage(openArchive(bytes));
    const roles = rolesIn(files);
    const [styles] = [...roles].find(([, role]) => role === 'styles') ?? [];
    const styleRoot = styles === undefined ? undefined : files.xml(styles);
    for (const [name, role] of roles) {
      const root = role === 'styles' ? undefined : files.xml(name);
      if (!root) continue;
      if (role === 'properties') auditProperties(root, audit);
      else if (role === 'remarks') auditRemarks(root, audit);
      else if (root.local === 'workbook') auditWorkbook(root, audit);
      else auditWordText(root, styleRoot, audit);
    }
  });
  return audit.result;
}
