import type { JSONContent } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { typingEditor, type TypingEditor } from '../../support/typing-editor.ts';

const paragraph = (text: string): JSONContent => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const item = (text: string): JSONContent => ({ type: 'listItem', content: [paragraph(text)] });
const shape = ({ content }: TypingEditor): string =>
  (content().content ?? [])
    .map(({ type, attrs, content: inside }) => {
      const start = type === 'orderedList' ? String(attrs?.['start']) : '';
      return type === 'pageBreak' ? '|' : `${type ?? ''}${start}:${String(inside?.length ?? 0)}`;
    })
    .join(' ');

function breakAt(content: JSONContent, words: string, offset: number): TypingEditor {
  const field = typingEditor({ type: 'doc', content: [content] });
  field.editor.state.doc.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (at !== -1) field.editor.commands.setTextSelection(position + at + offset);
  });
  field.editor.commands.insertPageBreak();
  return field;
}

describe('a page break inside', () => {
  it('ends a list and goes on with its next number', () => {
    const list = { type: 'orderedList', attrs: { start: 3 }, content: [item('eins'), item('zwei'), item('drei')] };
    const field = breakAt(list, 'zwei', 2);
    expect(shape(field)).toBe('orderedList3:2 | orderedList5:2');
    field.type('X');
    expect(field.text()).toBe('eins\nzw\n\ufffc\nXei\ndrei');
  });

  it('before an item leaves no empty one', () => {
    const field = breakAt({ type: 'bulletList', content: [item('eins'), item('zwei')] }, 'zwei', 0);
    expect(shape(field)).toBe('bulletList:1 | bulletList:1');
    const first = breakAt({ type: 'bulletList', content: [item('eins'), item('zwei')] }, 'eins', 0);
    expect(shape(first)).toBe('| bulletList:2');
  });

  it('parts a quotation, and no item of an item', () => {
    const inner = { type: 'bulletList', content: [item('innen'), item('unten')] };
    const outer = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('oben'), inner] }] };
    const field = breakAt(outer, 'unten', 1);
    expect(shape(field)).toBe('bulletList:1');
    expect(field.editor.can().insertPageBreak()).toBe(false);
    const quote = breakAt({ type: 'blockquote', content: [paragraph('Vor nach')] }, 'nach', 0);
    expect(shape(quote)).toBe('blockquote:1 | blockquote:1');
    quote.editor.commands.undo();
    expect(shape(quote)).toBe('blockquote:1');
  });

  it('is not to be had in a table', () => {
    const cell = { type: 'tableCell', content: [paragraph('Zelle')] };
    const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] };
    const field = breakAt(table, 'Zelle', 2);
    expect(shape(field)).toBe('table:1');
    expect(field.editor.can().insertPageBreak()).toBe(false);
  });
});
