/** What the core does with a statement at once: give a number, take it up for editing. Both join the order of what can be taken back. */
import { useMemo } from 'react';
import type { StatementDraft } from '../../../src-main/contract/statement/shapes.ts';
import { useCore, type Client } from '../../data/core.ts';
import { sameContent } from '../../parts/statement/same-content.ts';
import type { DraftStore } from '../../parts/statement/draft-store.ts';

export interface GivenNumber {
  /** The number the statement bears now. */
  readonly reference: string | null;
  /** Takes it back: the step itself where it is still the last one, else a new one. */
  readonly undo: () => Promise<void>;
}

export interface StatementActs {
  /** The next number for null, none for "", else the one that was typed. */
  readonly giveNumber: (reference: string | null) => Promise<GivenNumber>;
  /** Answers whether it is still the last step. */
  readonly takeUp: () => Promise<() => boolean>;
}

export function statementActs({ statements }: Pick<Client, 'statements'>, store: DraftStore): StatementActs {
  const giveNumber = async (wanted: string | null): Promise<GivenNumber> => {
    await store.saved();
    const { id, reference: read } = store.view().draft;
    const { reference } = store.take(await statements.giveNumber({ id, reference: wanted, read }));
    if (reference === read) return { reference, undo: () => Promise.resolve() };
    const change = (to: string | null, from: string | null) => (): Promise<StatementDraft> =>
      statements.giveNumber({ id, reference: to ?? '', read: from });
    const isLast = store.acted(change(read, reference), change(reference, read));
    return {
      reference,
      undo: async () => {
        if (isLast()) await store.undo();
        else await giveNumber(read ?? '');
      },
    };
  };
  const takeUp = async (): Promise<() => boolean> => {
    const ref = store.view().draft.id;
    store.load(await statements.takeUp({ ref }));
    const taken = store.view().content;
    return store.acted(
      () => {
        const { id, revision: expectedRevision } = store.view().draft;
        // Whatever was changed since was taken back before; another window may have changed more.
        if (!sameContent(store.view().content, taken)) return Promise.resolve(store.view().draft);
        return statements.putBack({ id, expectedRevision });
      },
      () => statements.takeUp({ ref }),
    );
  };
  return { giveNumber, takeUp };
}

export function useStatementActs(store: DraftStore): StatementActs {
  const { client } = useCore();
  return useMemo(() => statementActs(client, store), [client, store]);
}
