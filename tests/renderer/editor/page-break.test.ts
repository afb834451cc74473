import type { JSONContent } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richTextSchema } from '../../../src-main/record/rich-text/rich-text.ts';
import { typingEditor, type TypingEditor } from '../../support/typing-editor.ts';

const paragraph = (text: string): JSONContent =>
  text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
const item = (...content: JSONContent[]): JSONContent => ({ type: 'listItem', content });
const types = ({ content }: TypingEditor): (string | undefined)[] => (content().content ?? []).map(({ type }) => type);

function choose(field: TypingEditor): void {
  const { state, view } = field.editor;
  state.doc.descendants((node, position) => {
    if (node.type.name === 'pageBreak') view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, position)));
  });
}

describe('a page break', () => {
  it('stays when typing goes on, in an empty text and at its end', () => {
    const empty = typingEditor();
    empty.editor.commands.insertPageBreak();
    empty.type('Neue Seite');
    expect(types(empty)).toEqual(['pageBreak', 'paragraph']);
    const field = typingEditor();
    field.type('Ende der Seite');
    field.editor.commands.insertPageBreak();
    field.type('Neue Seite');
    expect(types(field)).toEqual(['paragraph', 'pageBreak', 'paragraph']);
    expect(field.text()).toBe('Ende der Seite\n\ufffc\nNeue Seite');
  });

  it('stays when it is chosen and a key is pressed: the sign comes behind it', () => {
    const field = typingEditor({
      type: 'doc',
      content: [paragraph('Davor'), { type: 'pageBreak' }, paragraph('danach')],
    });
    choose(field);
    field.type('Und ');
    expect(field.text()).toBe('Davor\n\ufffc\nUnd danach');
    const last = typingEditor({ type: 'doc', content: [paragraph('A0012/26'), { type: 'pageBreak' }] });
    choose(last);
    last.type('. Ende');
    expect(last.text()).toBe('A0012/26\n\ufffc\n. Ende');
  });

  it('divides a paragraph where the cursor stands, and after a heading begins plain text', () => {
    const field = typingEditor({ type: 'doc', content: [paragraph('Vorn hinten')] });
    field.editor.commands.setTextSelection(6);
    field.editor.commands.insertPageBreak();
    field.type('!');
    expect(field.text()).toBe('Vorn \n\ufffc\n!hinten');
    const heading = typingEditor({
      type: 'doc',
      content: [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Titel' }] }],
    });
    heading.editor.commands.setTextSelection(6);
    heading.editor.commands.insertPageBreak();
    expect(types(heading)).toEqual(['heading', 'pageBreak', 'paragraph']);
  });

  it('is taken back by one step', () => {
    const field = typingEditor({ type: 'doc', content: [paragraph('Vorn hinten')] });
    field.editor.commands.setTextSelection(6);
    field.editor.commands.insertPageBreak();
    field.editor.commands.undo();
    expect(field.text()).toBe('Vorn hinten');
    expect(types(field)).toEqual(['paragraph']);
  });

  it('takes nothing away wherever it is put, and typing goes on behind it', () => {
    const text = fc.constantFrom('', 'Ein Satz.', 'A0012/26');
    const block = fc.oneof(
      text.map(paragraph),
      text.map((words): JSONContent => ({ ...paragraph(words), type: 'heading', attrs: { level: 2 } })),
      fc.array(text, { minLength: 1, maxLength: 3 }).map((rows) => ({
        type: 'bulletList',
        content: rows.map((row) => item(paragraph(row))),
      })),
      text.map((words): JSONContent => ({ type: 'blockquote', content: [paragraph(words)] })),
      fc.constant<JSONContent>({ type: 'pageBreak' }),
      text.map((words): JSONContent => ({
        type: 'table',
        content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(words)] }] }],
      })),
    );
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (blocks, at) => {
          const field = typingEditor({ type: 'doc', content: blocks });
          const breaks = (): number => JSON.stringify(field.content()).split('"pageBreak"').length - 1;
          const words = (): string => field.text().replace(/[\n\ufffc]/g, '');
          const before = { breaks: breaks(), words: words() };
          field.editor.commands.setTextSelection(Math.floor(at * field.editor.state.doc.content.size));
          const added = field.editor.commands.insertPageBreak() ? 1 : 0;
          expect(breaks()).toBe(before.breaks + added);
          expect(words()).toBe(before.words);
          field.type('x');
          expect(breaks()).toBe(before.breaks + added);
          expect(words()).toHaveLength(before.words.length + 1);
          expect(words().replace('x', '')).toBe(before.words);
          expect(richTextSchema.safeParse(field.content()).success).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
