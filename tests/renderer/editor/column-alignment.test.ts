/** Columns keep how they stand: rows that come join them, cells over several columns stay, and every step is taken back alone. */
import type { JSONContent } from '@tiptap/core';
// The commands that tables bring.
import type {} from '@tiptap/extension-table';
import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { alignColumns } from '../../../src-renderer/parts/editor/align-columns.ts';
import { typingEditor } from '../../support/typing-editor.ts';

const cell = (text: string, attrs: object = {}): JSONContent => ({
  type: 'tableCell',
  attrs,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const table = (...rows: JSONContent[][]): JSONContent => ({
  type: 'doc',
  content: [{ type: 'table', content: rows.map((content) => ({ type: 'tableRow', content })) }],
});

/** The alignments row by row. */
const alignments = (content: JSONContent): unknown[][] =>
  (content.content?.[0]?.content ?? []).map((row) =>
    (row.content ?? []).map(({ attrs }) => (attrs?.['align'] as unknown) ?? null),
  );

function inTable(content: JSONContent, word: string) {
  const typing = typingEditor(content);
  const { editor } = typing;
  let at = 0;
  editor.state.doc.descendants((node, place) => {
    if (node.isText && node.text === word) at = place;
  });
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at)));
  return typing;
}

describe('a row that comes', () => {
  const sums = table([cell('Jahr'), cell('Betrag')], [cell('2026'), cell('100')]);

  it('stands as its columns do; one step back takes it whole', () => {
    const { editor, content } = inTable(sums, '100');
    editor.chain().command(alignColumns('right')).run();
    editor.chain().addRowAfter().run();
    expect(alignments(content())).toEqual([
      [null, 'right'],
      [null, 'right'],
      [null, 'right'],
    ]);
    editor.commands.undo();
    expect(alignments(content())).toEqual([
      [null, 'right'],
      [null, 'right'],
    ]);
    editor.commands.redo();
    expect(alignments(content())).toHaveLength(3);
  });

  it('does so before the first one, too, and by the tab key', () => {
    const { editor, press, content } = inTable(sums, '100');
    editor.chain().command(alignColumns('center')).run();
    press('Tab');
    expect(alignments(content()).at(-1)).toEqual([null, 'center']);
    editor.chain().addRowBefore().run();
    expect(alignments(content())).toEqual([...Array(4).keys()].map(() => [null, 'center']));
  });
});

describe('a column', () => {
  it('leaves a cell over several columns as it is', () => {
    const { editor, content } = inTable(table([cell('Kosten', { colspan: 2 })], [cell('2026'), cell('100')]), '100');
    editor.chain().command(alignColumns('right')).run();
    expect(alignments(content())).toEqual([[null], [null, 'right']]);
  });
});
