/** One order of undo over form fields and text editors: the editors remember their own steps, here stands which of them come when. */
import type { Editor } from '@tiptap/core';
import { undoDepth } from '@tiptap/pm/history';
import type { StatementContent } from '../../../src-main/contract/statement/shapes.ts';

export type TextName = 'reply' | 'quotation';

interface TextEntry {
  readonly kind: 'text';
  readonly name: TextName;
  readonly fromDepth: number;
  readonly toDepth: number;
}
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
  | TextEntry;

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
    this.#moveText(last, 'undo', this.#done, this.#undone);
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
    this.#moveText(next, 'redo', this.#undone, this.#done);
    return null;
  }

  /**
   * One step of an editor goes from one pile to the other. What was written in a row is one entry there, of many steps: what is left of it stays
   * on its pile, and what was moved can be moved back at once.
   */
  #moveText(entry: TextEntry, way: 'undo' | 'redo', from: Entry[], to: Entry[]): void {
    const editor = this.#editors.get(entry.name);
    from.pop();
    if (!editor) {
      to.push(entry);
      return;
    }
    const before = depthOf(editor);
    this.#replay(() => editor.commands[way]());
    const depth = depthOf(editor);
    const isOver = depth === before || (way === 'undo' ? depth <= entry.fromDepth : depth >= entry.toDepth);
    if (!isOver) from.push(way === 'undo' ? { ...entry, toDepth: depth } : { ...entry, fromDepth: depth });
    const moved = { ...entry, fromDepth: Math.min(before, depth), toDepth: Math.max(before, depth) };
    const next = to.at(-1);
    const isSame = next?.kind === 'text' && next.name === entry.name;
    const touches = isSame && (way === 'undo' ? next.fromDepth === moved.toDepth : next.toDepth === moved.fromDepth);
    if (touches)
      to[to.length - 1] =
        way === 'undo' ? { ...next, fromDepth: moved.fromDepth } : { ...next, toDepth: moved.toDepth };
    else to.push(moved);
  }

  /** A change that follows from another step, such as a sentence that says what was chosen: no step of its own, it follows back as well. */
  quietly(act: () => void): void {
    this.#replay(act);
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
