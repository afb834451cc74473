/** Puts a paper into the bin and brings it back; what came of it is a sentence. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { RestoredPaper } from '../../../src-main/contract/bin/shapes.ts';
import { useCore } from '../../data/core.ts';
import { t } from '../../texts/de.ts';
import { setLastDiscarded } from './last-discarded.ts';

const nameOf = (reference: string | null, name: string): string => reference ?? (name || t.statement.unnamed);

function outcome({ reference, lostReference, broughtAlong }: RestoredPaper, name: string): string {
  const along = broughtAlong.flatMap((paper) => paper.reference ?? []);
  return [
    lostReference === null ? t.bin.restored(nameOf(reference, name)) : t.bin.restoredWithout(name, lostReference),
    ...(along.length === 0 ? [] : [t.bin.broughtAlong(along.join(', '))]),
  ].join(' ');
}

export interface Bin {
  /** Goes to the register, which offers to take it back. Rejects with what is in the way. */
  readonly discard: (id: string) => Promise<void>;
  /** Answers what to say. */
  readonly restore: (paper: { readonly id: string; readonly name: string }) => Promise<string>;
}

export function useBin(): Bin {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const refresh = async (): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: queries.bin.key() });
    await queryClient.invalidateQueries({ queryKey: queries.papers.key() });
  };
  return {
    discard: async (ref) => {
      const { id, reference, name } = await client.bin.discard({ ref });
      setLastDiscarded({ id, name: nameOf(reference, name) });
      await navigate({ to: '/register' });
      await refresh();
    },
    restore: async ({ id, name }) => {
      const restored = await client.bin.restore({ ref: id });
      setLastDiscarded(null);
      await refresh();
      return outcome(restored, name);
    },
  };
}
