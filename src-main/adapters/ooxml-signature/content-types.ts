/** `[Content_Types].xml` (ECMA-376 Part 2, 7.2.3): which part is what. */
import { XMLSerializer } from '@xmldom/xmldom';
import { CONTENT_TYPES_PART, NS } from './names.ts';
import { canonicalName, type Package } from './read-package.ts';
import { childElements, parseXml, type Element } from './xml.ts';

export interface ContentTypes {
  /** Undefined where the package does not say. */
  of(partName: string): string | undefined;
}

function typesElement(parts: Package): Element {
  const part = parts.get(CONTENT_TYPES_PART);
  if (!part) throw new Error('package without content types');
  const root = parseXml(part);
  if (root.namespaceURI !== NS.contentTypes || root.localName !== 'Types') throw new Error('no content types');
  return root;
}

function extensionOf(name: string): string {
  const file = name.slice(name.lastIndexOf('/') + 1);
  return file.includes('.') ? file.slice(file.lastIndexOf('.') + 1) : '';
}

/** Throws where a part has two types: each reader would choose its own. */
export function readContentTypes(parts: Package): ContentTypes {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  for (const element of childElements(typesElement(parts))) {
    if (element.namespaceURI !== NS.contentTypes) throw new Error('something else among the content types');
    const isOverride = element.localName === 'Override';
    const key = canonicalName(element.getAttribute(isOverride ? 'PartName' : 'Extension') ?? '');
    const table = isOverride ? overrides : defaults;
    if (table.has(key)) throw new Error(`two content types for ${key}`);
    table.set(key, element.getAttribute('ContentType') ?? '');
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
  const root = typesElement(parts);
  for (const [partName, contentType] of Object.entries(added)) {
    const override = root.ownerDocument?.createElementNS(NS.contentTypes, 'Override');
    if (!override) throw new Error('content types without a document');
    override.setAttribute('PartName', `/${partName}`);
    override.setAttribute('ContentType', contentType);
    root.appendChild(override);
  }
  return Buffer.from(new XMLSerializer().serializeToString(root.ownerDocument ?? root));
}
