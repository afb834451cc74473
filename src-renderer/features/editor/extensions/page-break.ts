import { mergeAttributes, Node } from '@tiptap/core';
import { t } from '../../../texts/de.ts';

export const PageBreak = Node.create({
  name: 'pageBreak',
  group: 'block',
  selectable: true,
  atom: true,
  parseHTML: () => [{ tag: 'hr[data-page-break]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { class: 'page-break', role: 'separator', 'aria-label': t.editor.pageBreakHere }),
    t.editor.pageBreakHere,
  ],
});
