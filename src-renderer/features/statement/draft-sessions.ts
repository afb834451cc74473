/** Statements that were opened since the program started: who comes back to one goes on with all its steps, not from its bare text. */
import type { StatementDraft } from '../../../src-main/contract/statement/shapes.ts';
import type { Client } from '../../data/core.ts';
import type { Answering } from '../../data/while-answered.ts';
import { DraftStore } from '../../parts/statement/draft-store.ts';

const MOST_STATEMENTS = 12;

export class DraftSessions {
  readonly #stores = new Map<string, DraftStore>();

  /** The former session if it fits what the core answers now. Words that wait to be saved are never put aside. */
  resume(client: Client, draft: StatementDraft, answering?: Answering): DraftStore {
    const former = this.#stores.get(draft.id);
    this.#stores.delete(draft.id);
    const goesOn = former !== undefined && (former.holds(draft) || former.isDirty());
    if (former && !goesOn) former.editors.clear();
    const store = goesOn ? former : new DraftStore(client, draft, answering);
    store.take(draft);
    this.#stores.set(draft.id, store);
    this.#dropOldest();
    return store;
  }

  #dropOldest(): void {
    for (const [id, store] of this.#stores) {
      if (this.#stores.size <= MOST_STATEMENTS) return;
      if (store.isDirty()) continue;
      this.#stores.delete(id);
      store.editors.clear();
    }
  }
}

export const draftSessions = new DraftSessions();
