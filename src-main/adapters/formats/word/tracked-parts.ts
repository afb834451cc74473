/** What stands beside the text of a copy that came back: its remarks, which parts of it were locked, of which state it is a copy. */
import { fileTexts } from '../../../contract/document/texts-de.ts';
import type { Remark, ReturnedFile } from '../../../core/ports/returned-file.ts';
import { COPY_PROPERTY, copyNamed, isOwnMark, LOCKED_TAG } from '../document/tracked-content.ts';
import type { OfficePackage } from '../opc.ts';
import { attributeOf, childElements, childNamed, elementsIn, textOf, type XmlElement } from '../xml.ts';
import { childVal, nameOf } from './names.ts';

/** LibreOffice keeps the name of the building block alone. */
export function isLockedPart(properties: XmlElement | undefined): boolean {
  const block = properties && childNamed(properties, 'docPartObj');
  const isTagged = (childVal(properties, 'tag') ?? '').startsWith(LOCKED_TAG);
  return isTagged || childVal(block, 'docPartGallery') === fileTexts.lockedPart;
}

export const authorOf = (element: XmlElement): string => attributeOf(element, 'author')?.trim() ?? '';
export const timeOf = (element: XmlElement): string => attributeOf(element, 'date')?.trim() ?? '';

/** Remarks with their words, from the part they stand in. */
export const remarksIn = (root: XmlElement | undefined): Remark[] =>
  (root ? childElements(root) : []).map((comment) => ({
    id: attributeOf(comment, 'id') ?? '',
    author: authorOf(comment),
    at: timeOf(comment),
    isOwn: isOwnMark(attributeOf(comment, 'initials') ?? ''),
    text: childElements(comment)
      .map((paragraph) => [...elementsIn(paragraph)].filter((one) => nameOf(one) === 'w:t').map(textOf))
      .map((words) => words.join(''))
      .join('\n')
      .trim(),
  }));

export function copyOf(files: OfficePackage): ReturnedFile['copyOf'] {
  const part = files.relationsOf('').find(({ kind }) => kind === 'custom-properties')?.target;
  const root = part === undefined || part === null ? undefined : files.xml(part);
  const property = (root ? childElements(root) : []).find((one) => attributeOf(one, 'name') === COPY_PROPERTY);
  return property ? copyNamed(textOf(property)) : null;
}
