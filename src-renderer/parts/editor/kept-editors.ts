/**
 * Writing fields that outlive their page: who comes back finds the text with every step that can be taken back, as long as the text is
 * still the one that was left.
 */
import { Editor, type EditorOptions, type JSONContent } from '@tiptap/core';
import { richTextSchema, type RichText } from '../../../src-main/record/rich-text/rich-text.ts';
import { newId } from '../../data/new-id.ts';
import { editorExtensions } from './extensions/extensions.ts';

export interface WritingHandlers {
  readonly onChange: (value: RichText) => void;
  readonly onFocus?: (() => void) | undefined;
}

/** With its id from the begin: what is typed first is replaced as later. */
export const forEditor = (text: RichText): JSONContent =>
  text.content.length === 0 ? { type: 'doc', content: [{ type: 'paragraph', attrs: { id: newId() } }] } : text;

const isSame = (a: RichText, b: RichText): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

export class KeptEditor {
  readonly editor: Editor;
  /** The text as it was last told or given: by this object a change from outside is known. */
  #text: RichText;
  #handlers: WritingHandlers = { onChange: () => undefined };

  constructor(text: RichText, options: Partial<EditorOptions>) {
    this.#text = text;
    this.editor = new Editor({
      ...options,
      extensions: editorExtensions(),
      content: forEditor(text),
      injectCSS: false,
      onUpdate: ({ editor }) => {
        const parsed = richTextSchema.safeParse(editor.getJSON());
        if (!parsed.success) throw new Error('the editor holds text that the record does not know');
        this.#text = parsed.data;
        this.#handlers.onChange(parsed.data);
      },
      onFocus: () => this.#handlers.onFocus?.(),
    });
  }

  /** Who hears of changes: the page that shows the field now. */
  listen(handlers: WritingHandlers): void {
    this.#handlers = handlers;
  }

  /** Whether the field still holds this text; then it goes by it from now on. */
  holds(text: RichText): boolean {
    if (this.editor.isDestroyed || !isSame(this.#text, text)) return false;
    this.#text = text;
    return true;
  }

  /** A change from outside replaces the text; one's own came from here. */
  show(text: RichText): void {
    if (text === this.#text) return;
    this.#text = text;
    this.editor.commands.setContent(forEditor(text), { emitUpdate: false });
  }
}

export class KeptEditors {
  readonly #editors = new Map<string, KeptEditor>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** The field of this place if it still holds this text, else a new one. */
  at(place: string, text: RichText, options: () => Partial<EditorOptions>): KeptEditor {
    const found = this.#editors.get(place);
    this.#editors.delete(place);
    const isUsable = found?.holds(text) === true;
    if (found && !isUsable) found.editor.destroy();
    const kept = isUsable ? found : new KeptEditor(text, options());
    this.#editors.set(place, kept);
    for (const [oldest, { editor }] of this.#editors) {
      if (this.#editors.size <= this.#most) break;
      this.#editors.delete(oldest);
      editor.destroy();
    }
    return kept;
  }

  clear(): void {
    for (const { editor } of this.#editors.values()) editor.destroy();
    this.#editors.clear();
  }
}

/** Those of letters and incoming papers; a statement keeps its own, together with the order of its steps. */
export const pageEditors = new KeptEditors(12);
