/** How the words of whole columns stand: those the cursor or the selection is in. One step of undo. */
import type { Command } from '@tiptap/core';
import { isInTable, selectedRect } from '@tiptap/pm/tables';
import type { CellAlign } from '../../../src-main/record/rich-text/rich-text.ts';

/** Null: at the left. A cell that reaches into other columns, such as a heading over all of them, stays. False outside of a table. */
export const alignColumns =
  (align: CellAlign | null): Command =>
  ({ state, tr, dispatch }) => {
    if (!isInTable(state)) return false;
    if (!dispatch) return true;
    const { map, table, tableStart, left, right } = selectedRect(state);
    const places = new Set<number>();
    for (let row = 0; row < map.height; row += 1)
      for (let column = left; column < right; column += 1) places.add(map.map[row * map.width + column] ?? 0);
    for (const place of places) {
      const reach = map.findCell(place);
      if (reach.left < left || reach.right > right) continue;
      const cell = table.nodeAt(place);
      if (cell) tr.setNodeMarkup(tableStart + place, null, { ...cell.attrs, align });
    }
    return true;
  };
