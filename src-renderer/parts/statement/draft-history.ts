/** One order of undo over form fields and text editors: the editors remember their own steps, here stands which of them come when. */
import type { Editor } from '@tiptap/core';
import { undoDepth } from '@tiptap/pm/history';
import type { StatementContent } from '../../../src-main/contract/statement/shapes.ts';

export type TextName = 'reply' | 'quotation';

type Entry =
  | {
      readonly kind: 'form';
      readonly fields: string;
      readonly before: Partial<StatementContent>;
      readonly after: Partial<StatementContent>;
      readonly at: number;
    }
  /** Something the core did at once, such as giving a number: it is asked to take it back, and to do it again. */
  | { readonly kind: 'act'; readonly undo: () => Promise<void>; readonly redo: () => Promise<void> }
  | { readonly kind: 'text'; readonly name: TextName; readonly fromDepth: number; readonly toDepth: number };

export type Replay = Partial<StatementContent> | (() => Promise<void>) | null;

const TOGETHER_MS = 1200;

const depthOf = (editor: Editor): number => Number(undoDepth(editor.state));

export class DraftHistory {
  readonly #editors = new Map<TextName, Editor>();
  #done: Entry[] = [];
  #undone: Entry[] = [];
  #replaying = false;

  attach(name: TextName, editor: Editor | null): void {
    if (editor) this.#editors.set(name, editor);
    else this.#editors.delete(name);
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
  }

  form(content: StatementContent, after: Partial<StatementContent>): void {
    const keys = Object.keys(after) as (keyof StatementContent)[];
    const before = Object.fromEntries(keys.map((key) => [key, content[key]])) as Partial<StatementContent>;
    const fields = keys.join();
    const last = this.#done.at(-1);
    const now = Date.now();
    const together = last?.kind === 'form' && last.fields === fields && now - last.at < TOGETHER_MS;
    if (together) this.#done[this.#done.length - 1] = { ...last, after, at: now };
    else this.#done.push({ kind: 'form', fields, before, after, at: now });
    this.#undone = [];
  }

  text(name: TextName): void {
    const editor = this.#editors.get(name);
    if (this.#replaying || !editor) return;
    const depth = depthOf(editor);
    const last = this.#done.at(-1);
    if (last?.kind === 'text' && last.name === name) this.#done[this.#done.length - 1] = { ...last, toDepth: depth };
    else this.#done.push({ kind: 'text', name, fromDepth: Math.max(0, depth - 1), toDepth: depth });
    this.#undone = [];
  }

  /** Answers whether it is still the last step. */
  act(undo: () => Promise<void>, redo: () => Promise<void>): () => boolean {
    const entry: Entry = { kind: 'act', undo, redo };
    this.#done.push(entry);
    this.#undone = [];
    return () => this.#done.at(-1) === entry;
  }

  /** Undoes the last step; gives the fields to set back, what the core is to be asked, or null when an editor did it. */
  undo(): Replay {
    const last = this.#done.at(-1);
    if (!last) return null;
    if (last.kind === 'form') {
      this.#done.pop();
      this.#undone.push(last);
      return last.before;
    }
    if (last.kind === 'act') {
      this.#done.pop();
      this.#undone.push(last);
      return last.undo;
    }
    const editor = this.#editors.get(last.name);
    if (editor) this.#replay(() => editor.commands.undo());
    if (!editor || depthOf(editor) <= last.fromDepth) {
      this.#done.pop();
      this.#undone.push(last);
    }
    return null;
  }

  redo(): Replay {
    const next = this.#undone.at(-1);
    if (!next) return null;
    if (next.kind === 'form') {
      this.#undone.pop();
      this.#done.push(next);
      return next.after;
    }
    if (next.kind === 'act') {
      this.#undone.pop();
      this.#done.push(next);
      return next.redo;
    }
    const editor = this.#editors.get(next.name);
    if (editor) this.#replay(() => editor.commands.redo());
    if (!editor || depthOf(editor) >= next.toDepth) {
      this.#undone.pop();
      this.#done.push(next);
    }
    return null;
  }

  #replay(act: () => void): void {
    this.#replaying = true;
    try {
      act();
    } finally {
      this.#replaying = false;
    }
  }
}
