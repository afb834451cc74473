/** What stands beside the text of an OpenDocument file about its changes (OpenDocument 1.3 part 3, §5.5.6), and of which text it is a copy. */
import type { ReturnedFile } from '../../../core/ports/returned-file.ts';
import { COPY_PROPERTY, copyNamed } from '../document/tracked-content.ts';
import { attributeOf, childElements, childNamed, elementsIn, textOf, type XmlElement } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { xmlOf } from './read-odt.ts';

export interface Region {
  readonly kind: 'insertion' | 'deletion' | 'format-change';
  readonly author: string;
  readonly at: string;
  /** Of a deletion: what stood there. */
  readonly paragraphs: readonly XmlElement[];
}

export const wordsOf = (element: XmlElement, local: string): string => {
  const found = [...elementsIn(element)].find((one) => one.local === local);
  return found ? textOf(found).trim() : '';
};

export function regionsOf(text: XmlElement): ReadonlyMap<string, Region> {
  const changes = childNamed(text, 'tracked-changes');
  const regions = new Map<string, Region>();
  for (const region of changes ? childElements(changes) : []) {
    const [change] = childElements(region);
    if (!change) continue;
    const info = childNamed(change, 'change-info');
    const kind = change.local === 'insertion' || change.local === 'deletion' ? change.local : 'format-change';
    regions.set(attributeOf(region, 'id') ?? '', {
      kind,
      author: info ? wordsOf(info, 'creator') : '',
      at: info ? wordsOf(info, 'date') : '',
      paragraphs: childElements(change).filter(({ local }) => local !== 'change-info'),
    });
  }
  return regions;
}

export const textElements = (element: XmlElement): XmlElement[] =>
  [...elementsIn(element)].filter(({ local }) => local === 'p' || local === 'h');

export function nearestTable(cell: XmlElement): XmlElement | null {
  for (let around = cell.parent; around; around = around.parent) if (around.local === 'table') return around;
  return null;
}

export function copyOf(archive: Archive): ReturnedFile['copyOf'] {
  const meta = xmlOf(archive, 'meta.xml');
  const property =
    meta &&
    [...elementsIn(meta)].find((one) => one.local === 'user-defined' && attributeOf(one, 'name') === COPY_PROPERTY);
  return property ? copyNamed(textOf(property)) : null;
}
