/** What OpenDocument files keep beside the pages (OpenDocument 1.3 part 3: §5.5 changes, §14.1 annotations, §4.3 metadata, §20.2 display). */
import type { AttachmentAudit } from '../../core/reading/attachment-audit.ts';
import { attributeOf, childElements, childNamed, elementsIn, textOf, type XmlElement } from '../formats/xml.ts';
import { rootOf, unpack } from './archive.ts';
import { FileAudit } from './file-audit.ts';
import { isShaded, isWhite } from './white.ts';

const HIDDEN_FIELDS = new Set(['hidden-text', 'hidden-paragraph']);
const PERSONAL_PROPERTIES = new Set(['creator', 'initial-creator', 'printed-by']);
/** Words in remarks and in deleted text are counted as such. */
const APART = new Set(['annotation', 'tracked-changes']);

interface Look {
  readonly hidden: boolean;
  readonly colour: string | null;
  readonly background: string | null;
}
const PLAIN: Look = { hidden: false, colour: null, background: null };

/** Looks by name of style, with what parents say. */
function styleLooks(roots: readonly XmlElement[]): (name: string | null) => Look {
  const styles = new Map<string, XmlElement>();
  for (const root of roots)
    for (const element of elementsIn(root))
      if (element.local === 'style') styles.set(attributeOf(element, 'name') ?? '', element);
  const lookOf = (name: string | null, depth = 0): Look => {
    const style = name === null ? undefined : styles.get(name);
    if (!style || depth > 20) return PLAIN;
    let look = lookOf(attributeOf(style, 'parent-style-name'), depth + 1);
    for (const properties of childElements(style)) {
      const display = attributeOf(properties, 'display');
      look = {
        hidden: display === null ? look.hidden : display === 'none',
        colour: attributeOf(properties, 'color') ?? look.colour,
        background: attributeOf(properties, 'background-color') ?? look.background,
      };
    }
    return look;
  };
  return (name) => lookOf(name);
}

const creatorOf = (element: XmlElement): string => {
  const creator = childNamed(element, 'creator');
  return creator ? textOf(creator) : '';
};

interface Place {
  readonly element: XmlElement;
  readonly look: Look;
  readonly isDrawn: boolean;
}

function auditText(root: XmlElement, looks: (name: string | null) => Look, audit: FileAudit): void {
  const waiting: Place[] = [{ element: root, look: PLAIN, isDrawn: false }];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const { element } = place;
    const name = element.local;
    if (HIDDEN_FIELDS.has(name)) audit.addHiddenText(attributeOf(element, 'string-value') ?? textOf(element));
    if (APART.has(name)) continue;
    const own = looks(attributeOf(element, 'style-name'));
    const look: Look = {
      hidden: place.look.hidden || own.hidden || attributeOf(element, 'display') === 'none',
      colour: own.colour ?? place.look.colour,
      background: own.background === null || own.background === 'transparent' ? place.look.background : own.background,
    };
    // What lies under a text box nobody can tell from here.
    const isDrawn = place.isDrawn || name === 'text-box' || name === 'custom-shape';
    const isUnseen = look.hidden || (isWhite(look.colour) && !isShaded(look.background) && !isDrawn);
    if (isUnseen) audit.addHiddenText(element.children.filter((child) => typeof child === 'string').join(''));
    waiting.push(
      ...childElements(element)
        .reverse()
        .map((child) => ({ element: child, look, isDrawn })),
    );
  }
}

/** Throws on anything that is no sound document. */
export function auditOdf(bytes: Uint8Array): AttachmentAudit {
  const audit = new FileAudit();
  const parts = unpack(bytes, (name) => /^(?:content|styles|meta)\.xml$/.test(name));
  const rootNamed = (name: string): XmlElement | undefined => {
    const part = parts.get(name);
    return part && rootOf(part);
  };
  const content = rootNamed('content.xml');
  if (!content) throw new Error('no content');
  const styles = rootNamed('styles.xml');
  const meta = rootNamed('meta.xml');
  for (const element of meta ? elementsIn(meta) : [])
    if (PERSONAL_PROPERTIES.has(element.local)) audit.addUserName(textOf(element));
  for (const element of elementsIn(content)) {
    if (element.local === 'changed-region' || element.local === 'cell-content-change') audit.trackedChanges += 1;
    if (element.local === 'annotation') audit.comments += 1;
    if (element.local === 'annotation' || element.local === 'change-info') audit.addUserName(creatorOf(element));
  }
  const body = childNamed(content, 'body');
  if (body) auditText(body, styleLooks(styles ? [styles, content] : [content]), audit);
  return audit.result;
}
