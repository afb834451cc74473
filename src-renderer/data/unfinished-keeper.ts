/**
 * Keeps unfinished work at one place, one write after the other. Another window of the same person may write at the same place: what it
 * kept is never overwritten unseen, and what was typed here stays until somebody chooses.
 */
import { problemOf, type Client } from './core.ts';

/** What became of the last change. */
export type KeptState = 'idle' | 'waiting' | 'kept' | 'failed' | 'conflict';

const asideOf = (place: string): string => `${place}#own`;

const KEEP_AFTER_MS = 500;
const AGAIN_AFTER_MS = 5000;

type Mark = string | null;

export class UnfinishedKeeper {
  readonly #client: Pick<Client, 'unfinished'>;
  readonly #place: string;
  /** Where one's own words wait beside what another window wrote; that place has none beside it. */
  readonly #aside: UnfinishedKeeper | null;
  readonly #listeners = new Set<() => void>();
  #state: KeptState = 'idle';
  /** Of what was read or kept here last. */
  #mark: Mark = null;
  /** Typed and not kept yet. */
  #waiting: { readonly text: string | null } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #onItsWay: Promise<void> | null = null;
  /** Pages that show the place. */
  #shown = 0;

  /** `isAside`: the place itself is one for words that wait beside others. */
  constructor(client: Pick<Client, 'unfinished'>, place: string, isAside = false) {
    this.#client = client;
    this.#place = place;
    this.#aside = isAside ? null : new UnfinishedKeeper(client, asideOf(place), true);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): KeptState => this.#state;

  #set(state: KeptState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  /** What waits, to begin with: one's own words first, as long as they could not be kept. */
  async begin(): Promise<string | null> {
    await this.#onItsWay;
    if (this.#waiting) return this.#waiting.text;
    const { text, mark } = await this.#client.unfinished.read({ place: this.#place });
    const own = (await this.#aside?.begin()) ?? null;
    this.#mark = mark;
    if (own !== null && own !== text) {
      this.#waiting = { text: own };
      this.#set('conflict');
      return own;
    }
    this.#aside?.forget();
    this.#set('idle');
    return text;
  }

  /** A page shows the place until the answer is called: leaving keeps what was typed last. */
  stay(): () => void {
    this.#shown += 1;
    const leave = (): void => void this.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      this.#shown -= 1;
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }

  put(text: string | null): void {
    this.#waiting = { text };
    if (this.#state === 'conflict') {
      this.#aside?.put(text);
      return;
    }
    this.#set('waiting');
    this.#schedule(text === null ? 0 : KEEP_AFTER_MS);
  }

  #schedule(afterMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), afterMs);
  }

  /** Keeps now what waits. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#aside?.flush();
    while (this.#onItsWay) await this.#onItsWay;
    if (!this.#waiting || this.#state === 'conflict') return;
    this.#onItsWay = this.#keep(this.#waiting);
    await this.#onItsWay;
  }

  async #keep(sent: { readonly text: string | null }): Promise<void> {
    try {
      const { mark } = await this.#client.unfinished.keep({ place: this.#place, text: sent.text, read: this.#mark });
      this.#mark = mark;
      this.#aside?.forget();
      if (this.#waiting === sent) {
        this.#waiting = null;
        this.#set(sent.text === null ? 'idle' : 'kept');
      }
    } catch (error) {
      const isConflict = problemOf(error).code === 'conflict';
      this.#set(isConflict ? 'conflict' : 'failed');
      // Whoever closes the window before choosing finds both again.
      if (isConflict) this.#aside?.put(this.#waiting?.text ?? null);
      // A page that was left does not insist.
      if (!isConflict && this.#shown > 0) this.#schedule(AGAIN_AFTER_MS);
    } finally {
      this.#onItsWay = null;
    }
  }

  /** True when somebody else changed what waits here and nothing of one's own is in its way. */
  async look(): Promise<boolean> {
    const isBusy = (): boolean => this.#waiting !== null || this.#onItsWay !== null || this.#state === 'conflict';
    if (isBusy()) return false;
    const mark = await this.#client.unfinished.read({ place: this.#place }).then(
      (found) => found.mark,
      () => this.#mark,
    );
    return !isBusy() && mark !== this.#mark;
  }

  async keepMine(): Promise<void> {
    if (this.#state !== 'conflict') return;
    try {
      const { mark } = await this.#client.unfinished.read({ place: this.#place });
      this.#mark = mark;
      this.#set('waiting');
      await this.flush();
    } catch {
      this.#set('conflict');
    }
  }

  /** What was typed here and not kept is given up. */
  letGo(): void {
    clearTimeout(this.#timer);
    this.#waiting = null;
    this.#aside?.forget();
    this.#set('idle');
  }

  /** Nothing waits here any more; asks the core only where it could know of something. */
  forget(): void {
    if (this.#mark !== null || this.#waiting || this.#onItsWay) this.put(null);
  }
}

const keepers = new Map<string, UnfinishedKeeper>();

/** One for each place as long as the window lives: whoever comes back at once reads after what is on its way. */
export function keeperAt(client: Pick<Client, 'unfinished'>, place: string): UnfinishedKeeper {
  const known = keepers.get(place);
  if (known) return known;
  const keeper = new UnfinishedKeeper(client, place);
  keepers.set(place, keeper);
  return keeper;
}
