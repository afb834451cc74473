/** Words that were blackened before the text came here; nothing of them is left. */
import { mergeAttributes, Node } from '@tiptap/core';
import { REDACTED_MARK } from '../../../../src-main/record/rich-text/rich-text.ts';
import { t } from '../../../texts/de.ts';

export const Redacted = Node.create({
  name: 'redacted',
  group: 'inline',
  inline: true,
  atom: true,
  // The arrow keys pass it by: chosen, the next key would replace it.
  selectable: false,
  parseHTML: () => [{ tag: 'span[data-redacted]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { class: 'redacted', 'data-redacted': '' }),
    t.editor.redacted,
  ],
  renderText: () => REDACTED_MARK,
});
