/** A row that comes into a table stands as its columns do, however it came: by the menu or by the tab key in the last cell. */
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { TableMap } from '@tiptap/pm/tables';

/** The one row by which a table grew, all others untouched; null for every other change. */
function newRowOf(before: Node, after: Node): number | null {
  if (after.childCount !== before.childCount + 1) return null;
  const rows = [...after.children];
  const at = rows.findIndex((row, index) => row !== before.maybeChild(index));
  return at > -1 && rows.slice(at + 1).every((row, index) => row === before.child(at + index)) ? at : null;
}

/** Cells of the row with the alignment of the cell beside them in their column, by their places in the table. */
function missingAlignments(table: Node, row: number): readonly { readonly place: number; readonly align: unknown }[] {
  const map = TableMap.get(table);
  const model = row > 0 ? row - 1 : row + 1;
  if (model >= map.height) return [];
  const inRow = (of: number): readonly number[] => map.map.slice(of * map.width, (of + 1) * map.width);
  const models = inRow(model);
  return inRow(row).flatMap((place, column) => {
    const from = models[column];
    if (from === undefined || from === place) return [];
    const align: unknown = table.nodeAt(from)?.attrs.align ?? null;
    return align !== null && (table.nodeAt(place)?.attrs.align ?? null) === null ? [{ place, align }] : [];
  });
}

export const ColumnAlignment = Extension.create({
  name: 'columnAlignment',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, before, after) => {
        if (!transactions.some(({ docChanged }) => docChanged)) return null;
        const { tr } = after;
        before.doc.descendants((node, place) => {
          if (node.type.spec.tableRole !== 'table') return !node.isTextblock;
          const now = transactions.reduce((at, { mapping }) => mapping.map(at), place);
          const table = after.doc.nodeAt(now);
          const row = table?.type === node.type ? newRowOf(node, table) : null;
          if (!table || row === null) return false;
          for (const { place: at, align } of missingAlignments(table, row))
            tr.setNodeAttribute(now + 1 + at, 'align', align);
          return false;
        });
        return tr.docChanged ? tr : null;
      },
    }),
  ],
});
