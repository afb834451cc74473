/** What stands inside of elements of a paragraph: choices of a program, boxes of a drawing, form fields, deleted words. */
import { childElements, childNamed, childrenNamed, elementsIn, textOf, type XmlElement } from '../xml.ts';
import { childVal, integerOf, nameOf, toggleOf, valOf } from './names.ts';

const TICKED = '☒';
const EMPTY = '☐';

/** Words of what was deleted or moved away. */
export const deletedText = (element: XmlElement): string =>
  [...elementsIn(element)]
    .filter((one) => nameOf(one) === 'w:delText' || nameOf(one) === 'w:t')
    .map(textOf)
    .join('');

/** Of two forms of the same thing, the first that holds words: programs write the newer one first. */
export function chosenBranch(alternate: XmlElement): XmlElement | undefined {
  const branches = childElements(alternate).filter(({ local }) => local === 'Choice' || local === 'Fallback');
  const hasWords = (branch: XmlElement): boolean =>
    [...elementsIn(branch)].some((one) => /^(?:w:t|w:sym|m:t)$/.test(nameOf(one)));
  return branches.find(hasWords) ?? branches[0];
}

/** Boxes of a drawing that stand in no other box. */
export function boxesIn(drawing: XmlElement): XmlElement[] {
  return childElements(drawing).flatMap((child): XmlElement[] => {
    if (nameOf(child) === 'w:txbxContent') return [child];
    if (nameOf(child) !== 'mc:AlternateContent') return boxesIn(child);
    const branch = chosenBranch(child);
    return branch ? boxesIn(branch) : [];
  });
}

/** An old form field shows what was ticked or chosen, not what stands in the text. */
export function formFieldText(fieldChar: XmlElement): string | null {
  const data = childNamed(fieldChar, 'ffData');
  if (!data) return null;
  const box = childNamed(data, 'checkBox');
  if (box) return (toggleOf(box, 'checked') ?? toggleOf(box, 'default') ?? false) ? TICKED : EMPTY;
  const list = childNamed(data, 'ddList');
  if (!list) return null;
  const at = integerOf(childVal(list, 'result')) ?? integerOf(childVal(list, 'default')) ?? 0;
  return valOf(childrenNamed(list, 'listEntry')[at]);
}

/** A control that is ticked or not (w14:checkbox); null for every other control. */
export function controlBox(control: XmlElement): string | null {
  const properties = childNamed(control, 'sdtPr');
  const box = properties && childNamed(properties, 'checkbox');
  if (!box) return null;
  return (toggleOf(box, 'checked') ?? false) ? TICKED : EMPTY;
}
