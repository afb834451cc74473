/** The end of a page inside the text. Writing goes on behind it: it is never what the next key replaces. */
import { mergeAttributes, Node } from '@tiptap/core';
import type { NodeType, ResolvedPos } from '@tiptap/pm/model';
import { canSplit } from '@tiptap/pm/transform';
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

/** In a table no page can begin; a row goes to the next page as a whole. */
const isInTable = ($place: ResolvedPos): boolean =>
  Array.from({ length: $place.depth }, (_, at) => $place.node(at + 1).type.name).includes('table');

/**
 * Where lists and quotations around a place can end before the break and go on behind it: pages begin between blocks of the text itself. At
 * the begin of an item that is before it, so that no empty one is left. Null where what would stand behind it is no list.
 */
function splitAround($place: ResolvedPos): { readonly at: number; readonly depth: number } | null {
  let at = $place.pos;
  let { depth } = $place;
  if ($place.parentOffset === 0) {
    at = $place.before();
    depth -= 1;
    while (depth > 0 && $place.index(depth) === 0) {
      at = $place.before(depth);
      depth -= 1;
    }
  }
  return depth === 0 || canSplit($place.doc, at, depth) ? { at, depth } : null;
}

const mayBreak = ($place: ResolvedPos): boolean =>
  !isInTable($place) && ($place.depth <= 1 || !$place.parent.isTextblock || splitAround($place) !== null);

function breakOutside(transaction: Transaction, $place: ResolvedPos, type: NodeType): void {
  const found = splitAround($place);
  if (!found) return;
  const { at, depth } = found;
  if (depth > 0) transaction.split(at, depth);
  const place = at + depth;
  transaction.insert(place, type.create());
  const around = transaction.doc.resolve(place);
  const behind = transaction.doc.nodeAt(place + 1);
  const before = around.nodeBefore;
  if (depth > 0 && before && behind?.type.name === 'orderedList')
    transaction.setNodeMarkup(place + 1, null, {
      ...behind.attrs,
      start: Number(before.attrs['start'] ?? 1) + before.childCount,
    });
  transaction.setSelection(Selection.near(transaction.doc.resolve(place + 1), 1));
}

function breakPage(transaction: Transaction, type: NodeType): void {
  if (!(transaction.selection instanceof NodeSelection)) transaction.deleteSelection();
  const { $to } = transaction.selection;
  if (!$to.parent.isTextblock) {
    transaction.insert($to.pos, type.create());
    writeOnAt(transaction, $to.pos + 1);
    return;
  }
  if ($to.depth > 1) {
    breakOutside(transaction, $to, type);
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
          if (!mayBreak(tr.selection.$to)) return false;
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
