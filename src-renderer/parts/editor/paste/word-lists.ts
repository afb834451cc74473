/** Lists of pasted text. Lists of the record count "1.", "2." on every level; what counts otherwise keeps its number as text. */

import { letterNumeral, romanNumeral } from '../../../../src-main/base/numerals.ts';

interface WordListItem {
  /** Word's number of the list: a new one begins a new list. */
  readonly list: string;
  readonly level: number;
  /** What stands before the words: "·", "1.", "a)". */
  readonly sign: string;
  readonly element: HTMLElement;
}

interface OpenList {
  readonly list: HTMLElement;
  readonly level: number;
  readonly name: string;
  /** Number of the next item; null in lists without numbers. */
  next: number | null;
}

const LARGEST_START = 9999;
const PLAIN_NUMBER = /^(\d{1,4})\.$/;
/** Any other number: "a)", "IV.", "1.1", "(2)", "§ 3". */
const OTHER_NUMBER = /^(?:\(?(?:\d+(?:\.\d+)*|[a-z]{1,2}|[ivxlcdm]{1,7})[.)]?|§\s?\d+\w?)$/i;

const styleOf = (element: Element): string => element.getAttribute('data-style')?.toLowerCase() ?? '';

function wordListItem(element: HTMLElement): WordListItem | null {
  const match = /mso-list:\s*l(\d+)\s+level(\d)/.exec(styleOf(element));
  if (!match) return null;
  const marker = element.querySelector('[data-marker], [data-style*="mso-list:ignore" i]');
  const sign = (marker?.textContent ?? '').replace(/\s+/g, ' ').trim();
  marker?.remove();
  return { list: match[1] ?? '', level: Number(match[2]), sign, element };
}

/** Word's own bullet of the second level is an "o"; a letter that counts has a stop or a bracket behind it. */
const isOtherNumber = (sign: string): boolean => OTHER_NUMBER.test(sign) && !/^[a-z]$/i.test(sign);

function labelled(paragraph: HTMLElement, label: string): HTMLElement {
  paragraph.prepend(`${label} `);
  return paragraph;
}

function paragraphOf(element: HTMLElement): HTMLElement {
  const paragraph = element.ownerDocument.createElement('p');
  paragraph.append(...element.childNodes);
  return paragraph;
}

/** Into the item that is open at a higher level, or where the paragraph stood. */
function place(element: HTMLElement, made: HTMLElement, parent: Element | null | undefined): void {
  if (parent) {
    parent.append(made);
    element.remove();
  } else element.replaceWith(made);
}

/** Word has no lists on its clipboard, only paragraphs with a level: neighbouring ones become nested lists again. */
export function rebuildWordLists(document: Document): void {
  let open: OpenList[] = [];
  let previous: Element | null | undefined;
  for (const element of Array.from(document.body.querySelectorAll<HTMLElement>('p, h1, h2, h3'))) {
    const item = wordListItem(element);
    if (!item) {
      open = [];
      continue;
    }
    if (previous && element.previousElementSibling !== previous) open = [];
    const value = Number(PLAIN_NUMBER.exec(item.sign)?.[1] ?? Number.NaN);
    const isOther = Number.isNaN(value) && isOtherNumber(item.sign);
    while ((open.at(-1)?.level ?? 0) > (isOther ? item.level - 1 : item.level)) open.pop();
    if (isOther) {
      const parent = open.at(-1)?.list.lastElementChild;
      const made = labelled(paragraphOf(element), item.sign);
      place(element, made, parent);
      previous = open[0]?.list ?? made;
      continue;
    }
    const next = Number.isNaN(value) ? null : value;
    const same = open.at(-1);
    if (same?.level === item.level && (same.name !== item.list || same.next !== next)) open.pop();
    let current = open.at(-1);
    if (!current || current.level < item.level) {
      const list = document.createElement(next === null ? 'ul' : 'ol');
      if (next !== null && next !== 1) list.setAttribute('start', String(next));
      const entry = entryOf(element);
      list.append(entry);
      place(element, list, current?.list.lastElementChild);
      current = { list, level: item.level, name: item.list, next };
      open.push(current);
    } else {
      current.list.append(entryOf(element));
      element.remove();
    }
    if (current.next !== null) current.next += 1;
    previous = open[0]?.list ?? null;
  }
}

function entryOf(element: HTMLElement): HTMLElement {
  const entry = element.ownerDocument.createElement('li');
  entry.append(paragraphOf(element));
  return entry;
}

function numeral(type: string, value: number): string {
  const text = /^a$/i.test(type) ? letterNumeral(value) : romanNumeral(value).toLowerCase();
  return /^[AI]$/.test(type) ? text.toUpperCase() : text;
}

const TYPES: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

const typeOf = (list: Element): string =>
  TYPES[/list-style(?:-type)?:\s*([a-z-]+)/.exec(styleOf(list))?.[1] ?? ''] ?? list.getAttribute('type') ?? '1';

/** Lists of HTML that count in letters or Roman figures, deepest first: their items become paragraphs with their numbers. */
export function unfoldOtherLists(document: Document): void {
  const lists = Array.from(document.body.querySelectorAll<HTMLElement>('ol')).reverse();
  for (const list of lists) {
    const type = typeOf(list);
    if (!/^[aAiI]$/.test(type)) continue;
    let value = Number(list.getAttribute('start') ?? 1) || 1;
    const made = Array.from(list.children).flatMap((item): Node[] => {
      const own = Number(item.getAttribute('value') ?? Number.NaN);
      if (!Number.isNaN(own)) value = own;
      const blocks = Array.from(item.childNodes);
      const first = blocks.find((node) => node instanceof HTMLElement && node.tagName === 'P');
      const label = `${numeral(type, Math.min(value, LARGEST_START))}${type === 'i' || type === 'I' ? '.' : ')'}`;
      value += 1;
      if (first instanceof HTMLElement) {
        labelled(first, label);
        return blocks;
      }
      const paragraph = document.createElement('p');
      paragraph.append(...blocks);
      return [labelled(paragraph, label)];
    });
    list.replaceWith(...made);
  }
}
