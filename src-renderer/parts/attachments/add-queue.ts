/**
 * Files on their way into one paper, one after another. Lives outside of the page: whoever looks at another paper meanwhile loses
 * nothing, and finds what was refused when coming back.
 */
import type { AttachmentList } from '../../../src-main/contract/attachment/shapes.ts';
import { LARGEST_ATTACHMENT_BYTES } from '../../../src-main/contract/attachment/shapes.ts';
import type { DraftPublicity } from '../../../src-main/record/basics.ts';
import { sentenceFor } from '../../../src-main/contract/shared/errors-de.ts';
import { problemOf, type Core } from '../../data/core.ts';
import { newId } from '../../data/new-id.ts';
import { attachments as texts } from '../../texts/attachments.ts';

export interface Refused {
  readonly id: string;
  readonly sentence: string;
}

export interface AddState {
  /** The file being added, counted from 1, and of how many; null while nothing is on its way. */
  readonly running: { readonly at: number; readonly of: number } | null;
  readonly refused: readonly Refused[];
  /** What came of the last files, in a sentence. */
  readonly outcome: string | null;
}

type Tell = (list: AttachmentList) => void;

const MEGABYTE = 1024 * 1024;
const IDLE: AddState = { running: null, refused: [], outcome: null };

/** Sentence why this file cannot become an attachment, as far as the window can tell before it is handed over. */
export async function refusalBefore(file: File): Promise<string | null> {
  if (file.size > LARGEST_ATTACHMENT_BYTES) {
    return sentenceFor('file-too-large', {
      file: file.name,
      sizeMb: String(Math.ceil(file.size / MEGABYTE)),
      limitMb: String(LARGEST_ATTACHMENT_BYTES / MEGABYTE),
    });
  }
  if (file.size === 0) return sentenceFor('file-empty', { file: file.name });
  try {
    await file.slice(0, 1).arrayBuffer();
    return null;
  } catch {
    return texts.unreadable(file.name);
  }
}

/** The core answers every refusal with a code; what has none never reached it. */
const isLost = (error: unknown): boolean => {
  const { code, details } = problemOf(error);
  return code === 'unexpected' && details['logId'] === undefined;
};

/** A refusal that already names the file stands alone. */
export function sentenceOfFailure(file: File, error: unknown): string {
  const sentence = isLost(error) ? texts.lost : problemOf(error).sentence;
  return sentence.includes(file.name) ? sentence : texts.refused(file.name, sentence);
}

export class AddQueue {
  readonly #core: Core;
  readonly #paperId: string;
  readonly #listeners = new Set<() => void>();
  #waiting: { readonly file: File; readonly publicity: DraftPublicity | undefined }[] = [];
  #state: AddState = IDLE;
  #isStopped = false;
  #tell: Tell = () => undefined;

  constructor(core: Core, paperId: string) {
    this.#core = core;
    this.#paperId = paperId;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): AddState => this.#state;

  /** `publicity` left out: as the paper itself. */
  add(files: readonly File[], publicity: DraftPublicity | undefined, tell: Tell): void {
    if (files.length === 0) return;
    this.#tell = tell;
    this.#waiting.push(...files.map((file) => ({ file, publicity })));
    const { running } = this.#state;
    if (running) this.#set({ running: { at: running.at, of: running.of + files.length } });
    else void this.#run();
  }

  /** What was not begun stays away; the file on its way is let go if it did not arrive yet. */
  stop(): void {
    this.#isStopped = true;
    this.#waiting = [];
  }

  refuse(sentence: string): void {
    this.#set({ refused: [...this.#state.refused, { id: newId(), sentence }], outcome: null });
  }

  dismiss(id: string): void {
    this.#set({ refused: this.#state.refused.filter((refused) => refused.id !== id) });
  }

  /** Something else happened since. */
  forgetOutcome(): void {
    if (this.#state.outcome !== null) this.#set({ outcome: null });
  }

  #set(change: Partial<AddState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  async #run(): Promise<void> {
    this.#isStopped = false;
    this.#set({ refused: [], outcome: null, running: { at: 0, of: this.#waiting.length } });
    let done = 0;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const { at, of } = this.#state.running ?? { at: 0, of: 1 };
      this.#set({ running: { at: at + 1, of } });
      if (await this.#add(next.file, next.publicity)) done += 1;
    }
    const of = this.#state.running?.of ?? done;
    this.#set({ running: null, outcome: this.#outcome(done, of) });
  }

  #outcome(done: number, of: number): string | null {
    if (this.#isStopped) return texts.stopped(done, of);
    return done > 0 ? texts.added(done) : null;
  }

  async #add(file: File, publicity: DraftPublicity | undefined): Promise<boolean> {
    const refusal = await refusalBefore(file);
    if (refusal !== null) {
      this.refuse(refusal);
      return false;
    }
    try {
      const { client, connection } = this.#core;
      const handle = await connection.handOver(file);
      if (this.#isStopped) return false;
      const input = { id: newId(), ref: this.#paperId, handle, fileName: file.name };
      this.#tell(await client.attachments.add(publicity === undefined ? input : { ...input, publicity }));
      return true;
    } catch (error) {
      const others = isLost(error) ? this.#waiting.splice(0) : [];
      this.refuse(others.length > 0 ? texts.lostMany(others.length + 1) : sentenceOfFailure(file, error));
      return false;
    }
  }
}

const queues = new Map<string, AddQueue>();

export function addQueueOf(core: Core, paperId: string): AddQueue {
  const queue = queues.get(paperId) ?? new AddQueue(core, paperId);
  queues.set(paperId, queue);
  return queue;
}
