/** The end of a page inside the text. Writing goes on behind it: it is never what the next key replaces. */
import { mergeAttributes, Node } from '@tiptap/core';
import type { NodeType } from '@tiptap/pm/model';
import { NodeSelection, Plugin, PluginKey, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { t } from '../../../texts/de.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    pageBreak: { insertPageBreak: () => ReturnType };
  }
}

/** The cursor at the beginning of what follows `position`; where no line can be written follows one. */
function writeOnAt(transaction: Transaction, position: number): void {
  const paragraph = transaction.doc.type.schema.nodes['paragraph'];
  const next = transaction.doc.resolve(position).nodeAfter;
  if (!next?.isTextblock && paragraph) transaction.insert(position, paragraph.create());
  transaction.setSelection(TextSelection.create(transaction.doc, position + 1));
}

function breakPage(transaction: Transaction, type: NodeType): void {
  if (!(transaction.selection instanceof NodeSelection)) transaction.deleteSelection();
  const { $to } = transaction.selection;
  if (!$to.parent.isTextblock) {
    transaction.insert($to.pos, type.create());
    writeOnAt(transaction, $to.pos + 1);
    return;
  }
  const index = $to.index(-1);
  let at = $to.before();
  if ($to.parentOffset > 0 || !$to.node(-1).canReplaceWith(index, index, type)) {
    const isAtEnd = $to.parentOffset === $to.parent.content.size;
    const paragraph = transaction.doc.type.schema.nodes['paragraph'];
    transaction.split($to.pos, 1, isAtEnd && paragraph ? [{ type: paragraph }] : undefined);
    at = $to.pos + 1;
  }
  transaction.insert(at, type.create());
  writeOnAt(transaction, at + 1);
}

export const PageBreak = Node.create({
  name: 'pageBreak',
  group: 'block',
  selectable: true,
  atom: true,
  parseHTML: () => [{ tag: '[data-page-break]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, {
      class: 'page-break',
      role: 'separator',
      'aria-label': t.editor.pageBreakHere,
      'data-page-break': '',
    }),
    t.editor.pageBreakHere,
  ],
  addCommands() {
    return {
      insertPageBreak:
        () =>
        ({ tr, dispatch }) => {
          if (dispatch) breakPage(tr, this.type);
          return true;
        },
    };
  },
  addProseMirrorPlugins() {
    const isChosen = (selection: Selection): selection is NodeSelection =>
      selection instanceof NodeSelection && selection.node.type === this.type;
    return [
      new Plugin({
        key: new PluginKey('pageBreakStays'),
        props: {
          handleTextInput: (view, _from, _to, text) => {
            const { selection, tr } = view.state;
            if (!isChosen(selection)) return false;
            writeOnAt(tr, selection.to);
            view.dispatch(tr.insertText(text).scrollIntoView());
            return true;
          },
          handlePaste: (view, _event, slice) => {
            const { selection, tr } = view.state;
            if (!isChosen(selection)) return false;
            writeOnAt(tr, selection.to);
            view.dispatch(tr.replaceSelection(slice).scrollIntoView());
            return true;
          },
        },
      }),
    ];
  },
});
