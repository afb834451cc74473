/**
 * What Word, Outlook and LibreOffice put on the clipboard, as the editor's own blocks: lists rebuilt from their list styles, bold and
 * italic from styles to marks, symbols to characters, deleted text and comments left out.
 */

const SYMBOLS: Record<string, string> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '›',
  '\uf0fc': '✓',
  '\uf0a8': '☐',
  '\uf0fe': '☒',
  '\uf07d': '•',
};

interface WordListItem {
  /** Word's number of the list: a new one begins a new list. */
  readonly list: string;
  readonly level: number;
  readonly ordered: boolean;
  readonly element: HTMLElement;
}

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

function styleMarks(document: Document): void {
  document.querySelectorAll('span[data-style], p[data-style] > span').forEach((span) => {
    const style = styleOf(span);
    const tags = [
      /font-weight:\s*(bold|[6-9]00)/.test(style) && 'strong',
      /font-style:\s*italic/.test(style) && 'em',
      /text-decoration[^;]*underline/.test(style) && 'u',
    ].filter((tag): tag is string => typeof tag === 'string');
    for (const tag of tags) {
      const mark = document.createElement(tag);
      mark.append(...span.childNodes);
      span.append(mark);
    }
  });
}

function wordListItem(element: HTMLElement): WordListItem | null {
  const match = /mso-list:\s*l(\d+)\s+level(\d)/.exec(styleOf(element));
  if (!match) return null;
  const marker = element.querySelector('[data-marker], [data-style*="mso-list:ignore" i]');
  const sign = (marker?.textContent ?? '').trim();
  marker?.remove();
  return {
    list: match[1] ?? '',
    level: Number(match[2]),
    ordered: /^(\d+|[a-zA-Z]|[ivxIVX]+)[.)]/.test(sign),
    element,
  };
}

/** Word has no lists on its clipboard, only paragraphs with a level: neighbouring ones become nested lists again. */
function rebuildLists(document: Document): void {
  let open: { list: HTMLElement; level: number; name: string; ordered: boolean }[] = [];
  let previous: Element | null | undefined;
  for (const element of Array.from(document.body.querySelectorAll<HTMLElement>('p, h1, h2, h3'))) {
    const item = wordListItem(element);
    if (!item) {
      open = [];
      continue;
    }
    if (previous && element.previousElementSibling !== previous) open = [];
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop();
    const same = open.at(-1);
    if (same?.level === item.level && (same.name !== item.list || same.ordered !== item.ordered)) open.pop();
    const entry = document.createElement('li');
    const paragraph = document.createElement('p');
    paragraph.append(...element.childNodes);
    entry.append(paragraph);
    let current = open.at(-1);
    if (!current || current.level < item.level) {
      const list = document.createElement(item.ordered ? 'ol' : 'ul');
      const parent = current?.list.lastElementChild;
      if (parent) {
        parent.append(list);
        element.remove();
      } else {
        element.replaceWith(list);
      }
      current = { list, level: item.level, name: item.list, ordered: item.ordered };
      open.push(current);
    } else element.remove();
    current.list.append(entry);
    previous = open[0]?.list ?? null;
  }
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
        replaceWith(cell, 'th');
      });
  });
}

function cleanTexts(document: Document): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.nodeValue = (node.nodeValue ?? '')
      .replace(/[\uf000-\uf0ff]/g, (sign) => SYMBOLS[sign] ?? '•')
      .replace(/[\u00ad\u200b]/g, '')
      .replace(/[\r\n]+/g, ' ')
      .normalize('NFC');
  }
}

export function cleanOfficeHtml(html: string): string {
  const document = parse(html);
  dropForeign(document);
  styleMarks(document);
  rebuildLists(document);
  flattenHeadings(document);
  tableHeads(document);
  cleanTexts(document);
  return document.body.innerHTML;
}
