/**
 * What Word, Outlook, LibreOffice and web pages put on the clipboard, as the editor's own blocks, by the rules of the reader of their files:
 * lists with their numbers, boxes as ☐ and ☒, raised and lowered signs, symbols to characters; deleted, struck and hidden words and comments
 * are left out.
 */
import { shownSymbols, symbolOf } from '../../../../src-main/base/symbol-fonts.ts';
import { rebuildWordLists, unfoldOtherLists } from './word-lists.ts';

/** The content policy empties `style` attributes and refuses `<style>` even while parsing, so both are dealt with before. */
function parse(html: string): Document {
  const body = html
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<!--\[if [^\]]*\]>[\s\S]*?<!\[endif\]-->/gi, '')
    .replace(/<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>/gi, '<span data-marker>$1</span>')
    .replace(/<!\[[^\]]*\]>/g, '')
    .replace(/\sstyle=/gi, ' data-style=');
  return new DOMParser().parseFromString(body, 'text/html');
}

const styleOf = (element: Element): string => element.getAttribute('data-style')?.toLowerCase() ?? '';

/** Bullets, arrows and boxes that a font of signs left behind without saying which font it was. */
const UNNAMED_FONT = 'Wingdings';

function replaceWith(element: Element, tag: string): HTMLElement {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

function dropForeign(document: Document): void {
  const selector =
    'style, script, meta, link, title, xml, img, del, [class*="MsoComment"], [data-style*="mso-element:comment"], o\\:p:empty';
  document.querySelectorAll(selector).forEach((element) => element.remove());
  // References copied from elsewhere must not become dead links.
  document.querySelectorAll('a, ins, font').forEach((element) => element.replaceWith(...element.childNodes));
}

/** Words that are not the text's: struck out, or not shown at all. */
function dropUnshown(document: Document): void {
  document.querySelectorAll('s, strike, [hidden]').forEach((element) => element.remove());
  document.querySelectorAll('[data-style]').forEach((element) => {
    const style = styleOf(element);
    if (/text-decoration[^;]*line-through|display:\s*none|mso-hide:\s*all/.test(style)) element.remove();
  });
}

/** Boxes of forms, whatever they are made of. */
function boxesAsSigns(document: Document): void {
  document.querySelectorAll('input').forEach((input) => {
    const isBox = input.type === 'checkbox' || input.type === 'radio';
    input.replaceWith(isBox ? (input.hasAttribute('checked') ? '☒' : '☐') : input.value);
  });
}

/** The font says what its signs are, so it is asked before it is forgotten. */
function symbolsAsCharacters(document: Document): void {
  const named = 'font[face], [data-style*="font-family"]';
  document.querySelectorAll(named).forEach((element) => {
    const family = /font-family:\s*["']?([^;,"']+)/i.exec(element.getAttribute('data-style') ?? '')?.[1];
    const font = element.getAttribute('face') ?? family?.trim() ?? null;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // What stands in another font further inside is that one's.
      if (node.parentElement?.closest(named) === element)
        node.nodeValue = shownSymbols(font, node.nodeValue ?? '').text;
    }
  });
}

/** "<b style="font-weight:normal">" around everything: the tag says one thing, its style takes it back. */
function takenBack(document: Document): void {
  const back: readonly (readonly [tags: string, style: RegExp])[] = [
    ['b, strong', /font-weight:\s*(normal|lighter|[1-4]00)\b/],
    ['i, em', /font-style:\s*normal/],
    ['u', /text-decoration[^;]*\bnone\b/],
    ['sup, sub', /vertical-align:\s*baseline/],
  ];
  for (const [tags, style] of back)
    document.querySelectorAll(tags).forEach((element) => {
      if (style.test(styleOf(element))) element.replaceWith(...element.childNodes);
    });
}

/** Text whose line ends count, as a mail without format has it: lines end, and an empty one parts paragraphs. */
function linesOfPlainText(document: Document): void {
  document.querySelectorAll('pre, [data-style*="white-space"]').forEach((element) => {
    if (element.tagName !== 'PRE' && !/white-space:\s*(pre|break-spaces)/.test(styleOf(element))) return;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
    for (const text of texts) {
      const lines = (text.nodeValue ?? '').replace(/\r\n?/g, '\n').split('\n');
      text.replaceWith(...lines.flatMap((line, at) => (at === 0 ? [line] : [document.createElement('br'), line])));
    }
    if (element.tagName === 'PRE') element.replaceWith(...paragraphsOf(element));
  });
}

function paragraphsOf(element: Element): HTMLElement[] {
  const { ownerDocument } = element;
  const paragraphs: HTMLElement[] = [];
  let current: HTMLElement | null = null;
  const isBreak = (node: ChildNode | undefined): boolean => node?.nodeName === 'BR';
  const nodes = Array.from(element.childNodes).filter((node) => node.nodeName !== '#text' || node.nodeValue !== '');
  nodes.forEach((node, at) => {
    if (isBreak(node) && (isBreak(nodes[at + 1]) || isBreak(nodes[at - 1]) || at === nodes.length - 1)) {
      current = null;
      return;
    }
    current ??= paragraphs[paragraphs.push(ownerDocument.createElement('p')) - 1] ?? null;
    current?.append(node);
  });
  return paragraphs;
}

function styleMarks(document: Document): void {
  document.querySelectorAll('span[data-style], p[data-style] > span').forEach((span) => {
    const style = styleOf(span);
    const tags = [
      /font-weight:\s*(bold|[6-9]00)/.test(style) && 'strong',
      /font-style:\s*italic/.test(style) && 'em',
      /text-decoration[^;]*underline/.test(style) && 'u',
      /vertical-align:\s*super/.test(style) && 'sup',
      /vertical-align:\s*sub/.test(style) && 'sub',
    ].filter((tag): tag is string => typeof tag === 'string');
    for (const tag of tags) {
      const mark = document.createElement(tag);
      mark.append(...span.childNodes);
      span.append(mark);
    }
  });
}

function flattenHeadings(document: Document): void {
  document.querySelectorAll('h3, h4, h5, h6').forEach((heading) => replaceWith(heading, 'h2'));
  document.querySelectorAll('[class*="MsoQuote"], [class*="MsoIntenseQuote"]').forEach((element) => {
    const quote = document.createElement('blockquote');
    element.replaceWith(quote);
    quote.append(element);
  });
}

/** A first row of bold cells only is a head. */
function tableHeads(document: Document): void {
  document.querySelectorAll('table').forEach((table) => {
    const cells = Array.from(table.querySelector('tr')?.querySelectorAll('td') ?? []);
    const allBold = cells.every((cell) => {
      const bold = Array.from(cell.querySelectorAll('b, strong'))
        .map((part) => part.textContent)
        .join('')
        .trim();
      return bold !== '' && bold === cell.textContent.trim();
    });
    if (cells.length > 0 && allBold)
      cells.forEach((cell) => {
        cell.querySelectorAll('b, strong').forEach((part) => part.replaceWith(...part.childNodes));
        const head = replaceWith(cell, 'th');
        for (const { name, value } of cell.attributes) head.setAttribute(name, value);
      });
  });
}

/** How a cell's words stand: said of the cell, or of all its paragraphs. */
function cellsAligned(document: Document): void {
  const saidOf = (element: Element): string =>
    /text-align:\s*(\w+)/.exec(styleOf(element))?.[1] ?? element.getAttribute('align')?.toLowerCase() ?? '';
  document.querySelectorAll('td, th').forEach((cell) => {
    const paragraphs = Array.from(cell.querySelectorAll('p, div')).filter((one) => one.textContent.trim() !== '');
    const inside = paragraphs.map((paragraph) => saidOf(paragraph) || saidOf(cell));
    const said = inside.length > 0 && inside.every((one) => one === inside[0]) ? (inside[0] ?? '') : saidOf(cell);
    const align = said === 'end' ? 'right' : said;
    if (align === 'right' || align === 'center') cell.setAttribute('align', align);
    else cell.removeAttribute('align');
  });
}

function cleanTexts(document: Document): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.nodeValue = (node.nodeValue ?? '')
      .replace(/[\uf020-\uf0ff]/g, (sign) => symbolOf(UNNAMED_FONT, sign.charCodeAt(0)) ?? '•')
      .replace(/[\u00ad\u200b]/g, '')
      .replace(/[\r\n]+/g, ' ')
      .normalize('NFC');
  }
}

export function cleanOfficeHtml(html: string): string {
  const document = parse(html);
  symbolsAsCharacters(document);
  boxesAsSigns(document);
  dropForeign(document);
  dropUnshown(document);
  linesOfPlainText(document);
  takenBack(document);
  styleMarks(document);
  rebuildWordLists(document);
  unfoldOtherLists(document);
  flattenHeadings(document);
  cellsAligned(document);
  tableHeads(document);
  cleanTexts(document);
  return document.body.innerHTML;
}
