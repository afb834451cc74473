/** Namespaces in XML 1.0: which name an element or attribute has, whatever its prefix. */
import { XmlProblem } from './xml-problem.ts';

export interface XmlAttribute {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** Namespace; '' for none, which every attribute without a prefix has. */
  readonly uri: string;
  readonly value: string;
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** Namespaces by their prefixes ('' for elements without one), as they hold where the parser stands: the last of each list. */
export class Scope {
  readonly #bound = new Map<string, string[]>([
    ['xml', [XML_NAMESPACE]],
    ['', ['']],
  ]);

  of(prefix: string): string | undefined {
    return this.#bound.get(prefix)?.at(-1);
  }

  open(declared: Readonly<Record<string, string>>): void {
    for (const prefix in declared) {
      const uri = declared[prefix] ?? '';
      const list = this.#bound.get(prefix);
      if (list) list.push(uri);
      else this.#bound.set(prefix, [uri]);
    }
  }

  close(declared: Readonly<Record<string, string>>): void {
    for (const prefix in declared) this.#bound.get(prefix)?.pop();
  }
}

/** What may not be declared (Namespaces in XML 1.0, 3): the two reserved prefixes, and no namespace for a prefix. */
function isForbidden(prefix: string, uri: string): boolean {
  if (prefix === 'xmlns' || uri === XMLNS) return true;
  return (prefix === 'xml') !== (uri === XML_NAMESPACE) || (prefix !== '' && uri === '');
}

export function declaredIn(attributes: Readonly<Record<string, string>>): Record<string, string> | null {
  let declared: Record<string, string> | null = null;
  for (const name in attributes) {
    if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
    const [prefix, uri] = [name.slice(6), attributes[name] ?? ''];
    if (isForbidden(prefix, uri)) throw new XmlProblem('broken');
    declared ??= Object.create(null) as Record<string, string>;
    declared[prefix] = uri;
  }
  return declared;
}

interface ExpandedName {
  readonly local: string;
  readonly uri: string;
}

/** `isAttribute`: without a prefix it stands in no namespace. */
export function expanded(name: string, scope: Scope, isAttribute: boolean): ExpandedName {
  const colon = name.indexOf(':');
  if (colon === -1) return { local: name, uri: isAttribute ? '' : (scope.of('') ?? '') };
  const local = name.slice(colon + 1);
  const uri = scope.of(name.slice(0, colon));
  if (uri === undefined || colon === 0 || local === '' || local.includes(':')) throw new XmlProblem('broken');
  return { local, uri };
}

export function attributesIn(
  attributes: Readonly<Record<string, string>>,
  scope: Scope,
  hasDeclarations: boolean,
): XmlAttribute[] {
  const found: XmlAttribute[] = [];
  for (const name in attributes) {
    if (hasDeclarations && (name === 'xmlns' || name.startsWith('xmlns:'))) continue;
    const { local, uri } = expanded(name, scope, true);
    found.push({ name, local, uri, value: attributes[name] ?? '' });
  }
  // Two prefixes may mean one namespace.
  if (found.length > 1 && new Set(found.map(({ local, uri }) => `${uri} ${local}`)).size !== found.length)
    throw new XmlProblem('broken');
  return found;
}
