/** The words a person has selected, as marks on the passages they stand in. */
import type { Passage, RedactionMark } from '../../../src-main/contract/redaction/shapes.ts';

function lengthUpTo(element: Element, container: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(container, offset);
  return range.toString().length;
}

/** Elements of passages carry their place in the list as `data-passage`. Blanks around the words stay outside. */
export function selectedMarks(root: Element, passages: readonly Passage[], reason: string): readonly RedactionMark[] {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  return Array.from(root.querySelectorAll('[data-passage]')).flatMap((element): RedactionMark[] => {
    const passage = passages[Number(element.getAttribute('data-passage'))];
    if (!passage || !range.intersectsNode(element)) return [];
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const from = element.contains(startContainer) ? lengthUpTo(element, startContainer, startOffset) : 0;
    const to = element.contains(endContainer) ? lengthUpTo(element, endContainer, endOffset) : passage.text.length;
    const selected = passage.text.slice(from, to);
    const start = from + selected.length - selected.trimStart().length;
    const words = selected.trim();
    if (words === '') return [];
    return [{ field: passage.field, blockId: passage.blockId, start, end: start + words.length, words, reason }];
  });
}
