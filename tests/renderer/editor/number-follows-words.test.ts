import { describe, expect, it } from 'vitest';
import { typingEditor, type TypingEditor } from '../../support/typing-editor.ts';

/** "text>number" for every marked run. */
const marked = ({ editor }: TypingEditor): string[] => {
  const found: string[] = [];
  editor.state.doc.descendants((node) => {
    const mark = node.marks.find(({ type }) => type.name === 'paperReference');
    if (mark) found.push(`${node.text ?? ''}>${String(mark.attrs['reference'])}`);
  });
  return found;
};

function written(): TypingEditor {
  const field = typingEditor();
  field.type('Siehe S0021/26 dazu');
  return field;
}

describe('the number of another paper', () => {
  it('that is written over names the other one', () => {
    const field = written();
    const { state, view } = field.editor;
    // A step of its own.
    view.dispatch(state.tr.insertText('7', 11, 12).setTime(Date.now() + 3_600_000));
    expect(field.text()).toBe('Siehe S0027/26 dazu');
    expect(marked(field)).toEqual(['S0027/26>S0027/26']);
    field.editor.commands.undo();
    expect(marked(field)).toEqual(['S0021/26>S0021/26']);
  });

  it('that is none any more is no longer marked', () => {
    const field = written();
    field.editor.commands.deleteRange({ from: 10, to: 12 });
    expect(field.text()).toBe('Siehe S00/26 dazu');
    expect(marked(field)).toEqual([]);
  });

  it('stays marked while something else is written', () => {
    const field = written();
    field.type(' und mehr');
    field.editor.commands.setTextSelection(1);
    field.type('Bitte: ');
    expect(marked(field)).toEqual(['S0021/26>S0021/26']);
  });

  it('that was written otherwise than it is named stays as it came', () => {
    const field = typingEditor({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            {
              type: 'text',
              text: 'A0024/25 /1',
              marks: [{ type: 'paperReference', attrs: { reference: 'A0024/25/1' } }],
            },
          ],
        },
      ],
    });
    field.type(' gilt');
    expect(marked(field)[0]).toContain('>A0024/25/1');
  });
});
