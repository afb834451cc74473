/**
 * The bin for what was entered by mistake. Nothing of a paper is deleted: letters, attachments, relations, its place on agendas and its
 * versions stay where they are and are seen again when it is brought back. Only its number goes at once (record.md 8).
 */
import type { DiscardedPaper, RestoredPaper } from '../../contract/bin/shapes.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import { numberReasons } from '../../contract/number/texts-de.ts';
import { entryOf, releaseNumber, takeNumber } from '../number/give-number.ts';
import { currentOffice } from '../office/office-service.ts';
import { findPaper } from '../paper/find-paper.ts';
import { normalTyped, parseReference } from '../paper/paper-reference.ts';
import type { DiscardedEntry, Ports, ReadStores, WriteStores } from '../ports/ports.ts';
import { discardObstacle } from './discard-obstacle.ts';

export interface BinService {
  list(): Promise<DiscardedPaper[]>;
  /** Refuses with `discard-forbidden` and why. */
  discard(ref: string): Promise<DiscardedPaper>;
  /** By id or by the number it bore; refuses with `not-found`, `paper-not-discarded`, `ambiguous-reference`. */
  restore(ref: string): Promise<RestoredPaper>;
}

const shown = ({ paperId, paperType, name, reference, at, actor, letters, attachments }: DiscardedEntry) => ({
  id: paperId,
  paperType,
  name,
  reference,
  at,
  actor,
  letters,
  attachments,
});

async function findDiscarded(
  stores: Pick<ReadStores, 'bin' | 'papers'>,
  ref: string,
  patterns: readonly NumberPattern[],
): Promise<DiscardedEntry> {
  const wanted = normalTyped(ref, patterns) ?? ref.trim();
  const found = await stores.bin.find(wanted, 3);
  const [entry, ...more] = found;
  if (!entry) {
    const { id, reference, name } = await findPaper(stores.papers, ref, patterns);
    throw new Refusal('paper-not-discarded', { reference: reference ?? (name || id) });
  }
  if (more.length > 0)
    throw new Refusal('ambiguous-reference', { reference: wanted, matches: found.map(({ paperId }) => paperId) });
  return entry;
}

export function binService(ports: Pick<Ports, 'database' | 'dataFolder' | 'clock'>): BinService {
  const { database, clock } = ports;
  const patternsOf = async (stores: Pick<ReadStores, 'office'>) =>
    (await currentOffice(stores.office, ports.dataFolder)).profile.numberPatterns;

  /** Whether the paper bears its former number again; false when that is another paper's now. */
  const takeBack = async (
    stores: WriteStores,
    { paperId, reference }: DiscardedEntry,
    patterns: readonly NumberPattern[],
  ): Promise<boolean> => {
    if (reference === null) return false;
    const parsed = parseReference(reference, patterns);
    if (!parsed) return (await stores.papers.findByReference(reference)) === undefined;
    try {
      const entry = await entryOf(stores.numbers, parsed);
      // Who gave it first still gave it.
      await takeNumber(stores, parsed, paperId, patterns, entry?.givenBy ?? 'elsewhere');
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  };

  const bringBack = async (
    stores: WriteStores,
    entry: DiscardedEntry,
    patterns: readonly NumberPattern[],
  ): Promise<string | null> => {
    const { paperId } = entry;
    await stores.bin.remove(paperId);
    const paper = await stores.papers.get(paperId);
    if (!paper) throw new Error(`the bin holds no paper ${paperId}`);
    const reference = (await takeBack(stores, entry, patterns)) ? entry.reference : null;
    const parsed = reference === null ? undefined : parseReference(reference, patterns);
    const revision = paper.revision + 1;
    await stores.papers.save({
      ...paper,
      class: parsed?.class ?? '',
      reference,
      originalReference: reference === null ? null : entry.originalReference,
      year: parsed?.year ?? paper.year,
      revision,
      updatedAt: clock.now(),
    });
    await stores.log.append({ action: 'paper-restored', entity: 'paper', entityId: paperId, revision });
    return reference;
  };

  return {
    list: () => database.read(async (stores) => (await stores.bin.list()).map(shown)),
    discard: (ref) =>
      database.write(async (stores) => {
        const patterns = await patternsOf(stores);
        const paper = await findPaper(stores.papers, ref, patterns);
        const why = await discardObstacle(stores, paper);
        if (why !== null)
          throw new Refusal('discard-forbidden', { reference: paper.reference ?? (paper.name || paper.id), why });
        const { id, reference, originalReference } = paper;
        if (reference !== null) await releaseNumber(stores, reference, numberReasons.discarded, patterns);
        const revision = paper.revision + 1;
        // The paper keeps its year, so that it stands where it stood should its number be gone.
        await stores.papers.save({
          ...paper,
          class: '',
          reference: null,
          originalReference: null,
          revision,
          updatedAt: clock.now(),
        });
        await stores.bin.put({ paperId: id, reference, originalReference });
        await stores.log.append({ action: 'paper-discarded', entity: 'paper', entityId: id, revision });
        return shown(await findDiscarded(stores, id, patterns));
      }),
    restore: (ref) =>
      database.write(async (stores) => {
        const patterns = await patternsOf(stores);
        const entry = await findDiscarded(stores, ref, patterns);
        const answered = await stores.statements.answers(entry.paperId);
        const along = (await stores.bin.list()).filter(({ paperId }) => answered.includes(paperId));
        const broughtAlong: RestoredPaper['broughtAlong'] = [];
        // A statement without the paper it answers would lose its "zum/zur".
        for (const each of along)
          broughtAlong.push({ id: each.paperId, reference: await bringBack(stores, each, patterns) });
        const reference = await bringBack(stores, entry, patterns);
        return {
          id: entry.paperId,
          paperType: entry.paperType,
          reference,
          lostReference: reference === null ? entry.reference : null,
          broughtAlong,
        };
      }),
  };
}
