/**
 * One statement being written: its content, whether it is saved, and what can be undone. Saves by itself shortly after the last change;
 * never overwrites what someone else saved in between.
 */
import {
  statementContentSchema,
  type StatementContent,
  type StatementDraft,
} from '../../../src-main/contract/statement/shapes.ts';
import type { Client } from '../../data/core.ts';
import { problemOf } from '../../data/core.ts';
import { UnfinishedKeeper } from '../../data/unfinished-keeper.ts';
import { KeptEditors } from '../editor/kept-editors.ts';
import { type Answering, whileAnswered } from '../../data/while-answered.ts';
import { DraftHistory, type Replay, type TextName } from './draft-history.ts';
import { sameContent } from './same-content.ts';
import { parsed, storedBefore, withRegisterOriginators } from './saved-content.ts';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'conflict'; readonly theirs: StatementDraft };

export interface DraftView {
  readonly draft: StatementDraft;
  readonly content: StatementContent;
  readonly save: SaveState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Why the last step could not be taken back or done again; null when it was. */
  readonly refused: string | null;
}

/** Long enough not to save every letter, short enough that a crash costs a few words at most. */
const SAVE_AFTER_MS = 500;
const SAVE_AT_LATEST_MS = 2500;
const RETRY_AFTER_MS = 2000;

const ALWAYS_ANSWERED: Answering = { state: () => 'open', onState: () => () => undefined };

export class DraftStore {
  readonly history = new DraftHistory();
  /** The writing fields with their own steps: both belong together. */
  readonly editors = new KeptEditors(2);
  /** One's own words while they clash with what somebody else saved: whoever closes the window before choosing finds both again. */
  readonly own: UnfinishedKeeper;
  readonly #client: Client;
  readonly #answering: Answering;
  readonly #listeners = new Set<() => void>();
  #view: DraftView;
  #savedContent: StatementContent;
  /** The same content as the core keeps it: lines trimmed, ids given. */
  #stored: StatementContent;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirtySince = 0;
  #inFlight: Promise<void> | null = null;
  #acting: Promise<void> | null = null;

  constructor(client: Client, draft: StatementDraft, answering: Answering = ALWAYS_ANSWERED) {
    this.#client = client;
    this.#answering = answering;
    this.own = new UnfinishedKeeper(client, `statement:${draft.id}#own`, true);
    this.#savedContent = draft.content;
    this.#stored = draft.content;
    this.#view = {
      draft,
      content: draft.content,
      save: { kind: 'saved', at: new Date(draft.updatedAt) },
      canUndo: false,
      canRedo: false,
      refused: null,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly view = (): DraftView => this.#view;

  isDirty(): boolean {
    return this.#view.content !== this.#savedContent;
  }

  /** A change in a field of the form. Edits of one field close together are undone together. */
  change(part: Partial<StatementContent>): void {
    this.history.form(this.#view.content, part);
    this.#apply({ ...this.#view.content, ...part });
  }

  /** A change that the text editor made and remembers itself. */
  textChanged(name: TextName, value: StatementContent['reply']): void {
    this.history.text(name);
    this.#apply({ ...this.#view.content, [name]: value });
  }

  /** Settles when the core has answered, where it is asked; why it refused stands in the view. */
  undo(): Promise<void> {
    return this.#step(() => this.history.undo());
  }
  redo(): Promise<void> {
    return this.#step(() => this.history.redo());
  }

  /** What the core did joins the order of steps. Answers whether it is still the last one. */
  acted(undo: () => Promise<StatementDraft>, redo: () => Promise<StatementDraft>): () => boolean {
    const asking = (ask: () => Promise<StatementDraft>) => async (): Promise<void> => {
      await this.saved();
      this.take(await ask());
    };
    const isLast = this.history.act(asking(undo), asking(redo));
    this.#set({});
    return isLast;
  }

  /** Something beside the content that was done at once, such as a position: it joins the order of steps as well. */
  did(undo: () => Promise<void>, redo: () => Promise<void>): void {
    this.history.act(undo, redo);
    this.#set({});
  }

  /** One step after the other: the next one waits for what the core is asked. */
  #step(next: () => Replay): Promise<void> {
    if (this.#acting) return this.#acting.then(() => this.#step(next));
    const replay = next();
    if (typeof replay !== 'function') {
      this.#replay(replay);
      return Promise.resolve();
    }
    this.#acting = replay()
      .then(
        () => this.#set({ refused: null }),
        (error: unknown) => this.#set({ refused: problemOf(error).sentence }),
      )
      .finally(() => {
        this.#acting = null;
      });
    this.#set({ refused: null });
    return this.#acting;
  }

  #replay(part: Partial<StatementContent> | null): void {
    this.#apply(part ? { ...this.#view.content, ...part } : this.#view.content);
  }

  #set(change: Partial<DraftView>): void {
    this.#view = { ...this.#view, ...change, canUndo: this.history.canUndo, canRedo: this.history.canRedo };
    for (const listener of this.#listeners) listener();
  }

  #apply(content: StatementContent): void {
    const { save } = this.#view;
    this.#set({ content, ...(save.kind === 'conflict' ? {} : { save: { kind: 'pending' } }) });
    if (save.kind === 'conflict') this.#keepOwn();
    else this.#schedule(SAVE_AFTER_MS);
  }

  #keepOwn(): void {
    this.own.put(JSON.stringify(this.#view.content));
  }

  #clash(theirs: StatementDraft): void {
    this.#set({ save: { kind: 'conflict', theirs } });
    this.#keepOwn();
  }

  /** Shows again the words of a clash that nobody decided; does nothing where something was typed meanwhile. Never throws. */
  async recall(): Promise<void> {
    const text = await this.own.begin().catch(() => null);
    const { draft } = this.#view;
    const found = statementContentSchema.safeParse(parsed(text));
    if (!found.success || this.isDirty() || this.#view.save.kind === 'conflict') return;
    if (sameContent(found.data, draft.content)) this.own.put(null);
    else this.#set({ content: found.data, save: { kind: 'conflict', theirs: draft } });
  }

  /** Words that were typed on that revision and never arrived: typed again on the same one, beside another one for the person to choose. */
  bringBack(content: StatementContent, revision: number): void {
    const { draft } = this.#view;
    if (this.isDirty() || sameContent(content, draft.content)) return;
    if (revision === draft.revision) {
      this.#apply(content);
      return;
    }
    this.#set({ content, save: { kind: 'conflict', theirs: draft } });
    this.#keepOwn();
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    if (this.#dirtySince === 0) this.#dirtySince = Date.now();
    const atLatest = Math.max(0, this.#dirtySince + SAVE_AT_LATEST_MS - Date.now());
    this.#timer = setTimeout(() => void this.flush(), Math.min(delayMs, atLatest));
  }

  /** The same before an act that needs what was typed last. Rejects with `ConnectionLost` while nobody answers: nothing is acted on later. */
  saved(): Promise<void> {
    return whileAnswered(this.#answering, this.flush());
  }

  /** Saves now, if there is something to save. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#inFlight) await this.#inFlight;
    if (!this.isDirty() || this.#view.save.kind === 'conflict') {
      if (this.#isPending()) this.#set({ save: { kind: 'saved', at: new Date() } });
      return;
    }
    this.#inFlight = this.#save();
    try {
      await this.#inFlight;
    } finally {
      this.#inFlight = null;
    }
    if (this.isDirty() && this.#isPending()) this.#schedule(SAVE_AFTER_MS);
  }

  #isPending(): boolean {
    return this.#view.save.kind === 'pending';
  }

  async #save(): Promise<void> {
    const { content, draft } = this.#view;
    this.#dirtySince = 0;
    this.#set({ save: { kind: 'saving' } });
    try {
      const saved = await this.#client.statements
        .save({ id: draft.id, expectedRevision: draft.revision, content })
        .catch((error: unknown) => storedBefore(error, content));
      this.#savedContent = content;
      this.#stored = saved.content;
      this.own.forget();
      const isLatest = this.#view.content === content;
      const adopted = isLatest ? withRegisterOriginators(content, saved.content) : this.#view.content;
      if (isLatest) this.#savedContent = adopted;
      this.#set({
        draft: saved,
        content: adopted,
        save: isLatest ? { kind: 'saved', at: new Date() } : { kind: 'pending' },
      });
    } catch (error) {
      const problem = problemOf(error);
      const theirs = problem.details['actual'] as StatementDraft | undefined;
      if (problem.code === 'conflict' && theirs) {
        this.#clash(theirs);
        return;
      }
      this.#set({ save: { kind: 'failed', sentence: problem.sentence } });
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.flush(), RETRY_AFTER_MS);
    }
  }

  /** Someone else saved: their state is shown at once when nothing of one's own is waiting. */
  async refresh(): Promise<void> {
    if (this.isDirty() || this.#inFlight) return;
    const fresh = await this.#client.statements.get({ ref: this.#view.draft.id });
    if (!this.isDirty()) this.take(fresh);
  }

  /** Goes on from what the core answered. A number or a lock changes no word: what can be taken back stays. */
  take(draft: StatementDraft): StatementDraft {
    if (draft.revision <= this.#view.draft.revision) return draft;
    const { save } = this.#view;
    if (save.kind === 'conflict') this.#set({ save: { ...save, theirs: draft } });
    else if (this.holds(draft)) this.#set({ draft });
    else if (this.isDirty()) this.#clash(draft);
    else this.load(draft);
    return draft;
  }

  /** What is shown here was made from this state, or is newer. */
  holds(draft: StatementDraft): boolean {
    return draft.revision <= this.#view.draft.revision || sameContent(draft.content, this.#stored);
  }

  /** Shows another content; the steps made before belong to none of it. */
  load(draft: StatementDraft): void {
    this.history.clear();
    this.own.forget();
    this.#savedContent = draft.content;
    this.#stored = draft.content;
    this.#set({ draft, content: draft.content, save: { kind: 'saved', at: new Date(draft.updatedAt) } });
  }

  clearRefused(): void {
    this.#set({ refused: null });
  }

  keepMine(): void {
    const { save, draft } = this.#view;
    if (save.kind !== 'conflict') return;
    this.#set({ draft: { ...draft, revision: save.theirs.revision }, save: { kind: 'pending' } });
    void this.flush();
  }
}
