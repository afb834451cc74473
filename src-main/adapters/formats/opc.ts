/** Packages of office documents (ECMA-376 part 2) as programs read them: parts are found by relationships, never by their usual names. */
import { attributeOf, childElements, parseXml, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

export interface Relation {
  readonly id: string;
  /** Last word of its type: "officeDocument", "styles", "footnotes"; transitional and strict say the same. */
  readonly kind: string;
  /** Name of the part; null for something outside of the package. */
  readonly target: string | null;
}

export interface OfficePackage {
  /** Part names as the archive spells them. */
  readonly names: readonly string[];
  /** Relations of a part; '' for those of the package. None where it has none. @throws ArchiveProblem, XmlProblem */
  relationsOf(part: string): readonly Relation[];
  /** Root of an XML part; undefined without the part. @throws ArchiveProblem, XmlProblem */
  xml(part: string): XmlElement | undefined;
  bytes(part: string): Uint8Array | undefined;
}

const relationshipPartOf = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

/** A target is relative to the folder of its source; a leading slash means the package. */
function resolved(source: string, target: string): string | null {
  try {
    const { host, pathname } = new URL(target.replaceAll('\\', '/'), `http://package.invalid/${encodeURI(source)}`);
    return host === 'package.invalid' ? decodeURIComponent(pathname.slice(1)) : null;
  } catch {
    return null;
  }
}

export function openPackage(archive: Archive): OfficePackage {
  // Names are equal without regard to case; of two the last one counts, as in most programs.
  const spelled = new Map(archive.entries.map(({ name }) => [name.replace(/^\/+/, '').toLowerCase(), name]));
  const bytes = (part: string): Uint8Array | undefined => {
    const name = spelled.get(part.toLowerCase());
    return name === undefined ? undefined : archive.part(name);
  };
  const xml = (part: string): XmlElement | undefined => {
    const content = bytes(part);
    return content && parseXml(content, { utf16: true });
  };
  return {
    names: archive.entries.filter(({ isFolder }) => !isFolder).map(({ name }) => name),
    bytes,
    xml,
    relationsOf: (part) => {
      const root = xml(relationshipPartOf(part));
      return (root ? childElements(root) : []).map((element): Relation => {
        const isOutside = attributeOf(element, 'TargetMode')?.toLowerCase() === 'external';
        const target = attributeOf(element, 'Target') ?? '';
        return {
          id: attributeOf(element, 'Id') ?? '',
          kind: (attributeOf(element, 'Type') ?? '').replace(/^.*\//, ''),
          target: isOutside ? null : resolved(part, target),
        };
      });
    },
  };
}
