/** `[Content_Types].xml` (ECMA-376 Part 2, 7.2.3): which part is what. */
import { childElements, type XmlDocument } from '../../formats/xml.ts';
import { CONTENT_TYPES_PART, NS } from './names.ts';
import { canonicalName, type Package } from './read-package.ts';
import { is, madeChild, parseDocument, valueOf, writtenDocument } from './xml.ts';

export interface ContentTypes {
  /** Undefined where the package does not say. */
  of(partName: string): string | undefined;
}

function typesDocument(parts: Package): XmlDocument {
  const part = parts.get(CONTENT_TYPES_PART);
  if (!part) throw new Error('package without content types');
  const document = parseDocument(part);
  if (!is(document.root, NS.contentTypes, 'Types')) throw new Error('no content types');
  return document;
}

function extensionOf(name: string): string {
  const file = name.slice(name.lastIndexOf('/') + 1);
  return file.includes('.') ? file.slice(file.lastIndexOf('.') + 1) : '';
}

/** Throws where a part has two types: each reader would choose its own. */
export function readContentTypes(parts: Package): ContentTypes {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  for (const element of childElements(typesDocument(parts).root)) {
    if (element.uri !== NS.contentTypes) throw new Error('something else among the content types');
    const isOverride = element.local === 'Override';
    const key = canonicalName(valueOf(element, isOverride ? 'PartName' : 'Extension'));
    const table = isOverride ? overrides : defaults;
    if (table.has(key)) throw new Error(`two content types for ${key}`);
    table.set(key, valueOf(element, 'ContentType'));
  }
  return {
    of: (partName) => {
      const name = canonicalName(partName);
      return overrides.get(name) ?? defaults.get(extensionOf(name));
    },
  };
}

/** The part with these overrides added. */
export function withOverrides(parts: Package, added: Readonly<Record<string, string>>): Uint8Array {
  const document = typesDocument(parts);
  for (const [partName, contentType] of Object.entries(added)) {
    const override = madeChild(document.root, 'Override', { PartName: `/${partName}`, ContentType: contentType });
    document.root.children.push(override);
  }
  return writtenDocument(document);
}
