import { describe, expect, it } from 'vitest';
import type { StatementContent } from '../../src-main/contract/statement/shapes.ts';
import { DraftHistory } from '../../src-renderer/parts/statement/draft-history.ts';
import { typingEditor, type TypingEditor } from '../support/typing-editor.ts';

function begun(): { history: DraftHistory; field: TypingEditor; write: (words: string) => void } {
  const field = typingEditor();
  const history = new DraftHistory();
  history.attach('reply', field.editor);
  let hour = 0;
  return {
    history,
    field,
    // As steps of their own: the editor joins what is typed within half a second.
    write: (words) => {
      hour += 3_600_000;
      const { state, view } = field.editor;
      view.dispatch(state.tr.insertText(words).setTime(hour));
      history.text('reply');
    },
  };
}

describe('what was written in a row', () => {
  it('comes back step by step after one step was taken back', () => {
    const { history, field, write } = begun();
    write('Eins.');
    write(' Zwei.');
    write(' Drei.');
    history.undo();
    expect(field.text()).toBe('Eins. Zwei.');
    expect(history.canRedo).toBe(true);
    history.redo();
    expect(field.text()).toBe('Eins. Zwei. Drei.');
    expect(history.canRedo).toBe(false);
    history.undo();
    history.undo();
    expect(field.text()).toBe('Eins.');
    history.redo();
    expect(field.text()).toBe('Eins. Zwei.');
    expect([history.canUndo, history.canRedo]).toEqual([true, true]);
    history.redo();
    expect(field.text()).toBe('Eins. Zwei. Drei.');
    for (const expected of ['Eins. Zwei.', 'Eins.', '']) {
      history.undo();
      expect(field.text()).toBe(expected);
    }
    expect([history.canUndo, history.canRedo]).toEqual([false, true]);
  });

  it('keeps its place among fields of the form', () => {
    const { history, field, write } = begun();
    write('Eins.');
    history.form({ name: 'Alt' } as StatementContent, { name: 'Neu' });
    write(' Zwei.');
    write(' Drei.');
    history.undo();
    history.undo();
    expect(field.text()).toBe('Eins.');
    expect(history.undo()).toEqual({ name: 'Alt' });
    history.undo();
    expect(field.text()).toBe('');
    history.redo();
    expect(history.redo()).toEqual({ name: 'Neu' });
    history.redo();
    expect(field.text()).toBe('Eins. Zwei.');
    history.redo();
    expect(field.text()).toBe('Eins. Zwei. Drei.');
  });

  it('is given up for redo when something new is written', () => {
    const { history, field, write } = begun();
    write('Eins.');
    write(' Zwei.');
    history.undo();
    write(' Anders.');
    expect(history.canRedo).toBe(false);
    expect(field.text()).toBe('Eins. Anders.');
  });
});
