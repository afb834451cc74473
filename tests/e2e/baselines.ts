/** Where the words of one line stand: measured from the glyphs' own boxes, not from those around them. */
import type { Page } from '@playwright/test';

/** Lines of which every word must stand on the same base. */
const LINES = [
  '.page-head',
  '.pane-head',
  '.title-bar',
  '.status-bar',
  '.section-head',
  '.recipient-line',
  '.finding-text',
  '.history-head',
  '.paper-table tr',
  '.plain-table tr',
].join(', ');

/** Fira Sans: so much of its size stands below the base line. */
const DESCENT = 0.265;

/** Words whose base is more than a pixel beside that of their neighbours to the left, with the difference. */
export function crookedWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ({ lines, descent }) => {
      interface Found {
        readonly text: string;
        readonly base: number;
        readonly top: number;
        readonly bottom: number;
      }
      const wordsIn = (line: Element): Found[] => {
        const found: Found[] = [];
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const parent = node.parentElement;
          const text = node.textContent?.trim() ?? '';
          if (text === '' || !parent?.checkVisibility() || parent.closest('.visually-hidden')) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          const box = range.getClientRects()[0];
          if (!box || box.width === 0) continue;
          const size = Number.parseFloat(getComputedStyle(parent).fontSize);
          found.push({ text, base: box.bottom - descent * size, top: box.top, bottom: box.bottom });
        }
        return found;
      };
      const crooked: string[] = [];
      for (const line of document.querySelectorAll(lines)) {
        const words = wordsIn(line);
        for (const [index, word] of words.entries()) {
          // Only what stands beside it, not in the next line of a cell.
          const neighbour = words.slice(0, index).findLast(({ top, bottom }) => {
            const shared = Math.min(bottom, word.bottom) - Math.max(top, word.top);
            return shared > 0.6 * Math.min(bottom - top, word.bottom - word.top);
          });
          const off = neighbour ? word.base - neighbour.base : 0;
          if (Math.abs(off) > 1)
            crooked.push(`${line.className || line.tagName}: ${neighbour?.text} | ${word.text}: ${off.toFixed(1)}`);
        }
      }
      return [...new Set(crooked)];
    },
    { lines: LINES, descent: DESCENT },
  );
}
