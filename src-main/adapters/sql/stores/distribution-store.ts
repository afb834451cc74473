/** Who receives copies, letters written, and proofs of dispatch. */
import type { Kysely } from 'kysely';
import { copyKindSchema, RECIPIENT_FORM, type CopyKind } from '../../../contract/distribution/shapes.ts';
import { newerRefusal, readKept } from '../../../contract/shared/read-kept.ts';
import { keptThings } from '../../../contract/shared/kept-de.ts';
import type {
  DistributionWriter,
  LetterRunEntry,
  LetterWriter,
  WrittenLetterEntry,
} from '../../../core/ports/distribution-ports.ts';
import type { SqlEngine } from '../engine.ts';
import type { Tables } from '../tables.ts';
import type { Actor } from './ledger-store.ts';

/** Who gets what is made from it: what is not known cannot be. */
function knownCopyKind(word: string): CopyKind {
  const parsed = copyKindSchema.safeParse(word);
  if (!parsed.success) throw newerRefusal(keptThings.recipient, [word]);
  return parsed.data;
}

export function distributionStore(db: Kysely<Tables>): DistributionWriter {
  return {
    entries: async (paperId) => {
      const rows = await db
        .selectFrom('distribution_entry')
        .selectAll()
        .where('paper_id', '=', paperId)
        .orderBy('seq')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        recipient: readKept(RECIPIENT_FORM, row.recipient_json, keptThings.recipient),
        copyKind: knownCopyKind(row.copy_kind),
        copies: row.copies,
        followUp: row.follow_up,
      }));
    },
    revision: async (paperId) => {
      const row = await db
        .selectFrom('distribution')
        .select('revision')
        .where('paper_id', '=', paperId)
        .executeTakeFirst();
      return row?.revision ?? 0;
    },
    replace: async (paperId, revision, entries) => {
      await db
        .insertInto('distribution')
        .values({ paper_id: paperId, revision })
        .onConflict((conflict) => conflict.column('paper_id').doUpdateSet({ revision }))
        .execute();
      await db.deleteFrom('distribution_entry').where('paper_id', '=', paperId).execute();
      if (entries.length === 0) return;
      await db
        .insertInto('distribution_entry')
        .values(
          entries.map(({ id, recipient, copyKind, copies, followUp }, seq) => ({
            id,
            paper_id: paperId,
            seq,
            recipient_json: JSON.stringify(recipient),
            copy_kind: copyKind,
            copies,
            follow_up: followUp,
          })),
        )
        .execute();
    },
  };
}

const runOf = (row: Tables['letter_run']): LetterRunEntry => ({
  id: row.id,
  paperId: row.paper_id,
  input: row.input_json,
  at: row.at,
});

const wholeLetters = (db: Kysely<Tables>) => db.selectFrom('letter').selectAll();

/** Letters with their files, in the order that is asked for. */
async function lettersOf(
  db: Kysely<Tables>,
  choose: (letters: ReturnType<typeof wholeLetters>) => ReturnType<typeof wholeLetters>,
): Promise<WrittenLetterEntry[]> {
  const letters = await choose(wholeLetters(db)).execute();
  const files = await db
    .selectFrom('letter_file')
    .selectAll()
    .where('letter_id', 'in', choose(wholeLetters(db)).clearOrderBy().clearSelect().select('id'))
    .orderBy('kind', 'desc')
    .execute();
  const filesOf = Map.groupBy(files, ({ letter_id }) => letter_id);
  return letters.map((row) => ({
    id: row.id,
    paperId: row.paper_id,
    kind: row.kind,
    content: row.content_json,
    templateHash: row.template_hash,
    runId: row.run_id,
    recipientKey: row.recipient_key,
    at: row.at,
    actor: row.actor,
    files: (filesOf.get(row.id) ?? []).map(({ kind, file_name, size, sha512 }) => ({
      kind,
      fileName: file_name,
      size,
      sha512,
    })),
  }));
}

export function letterStore(db: Kysely<Tables>, actor: Actor, { addedOrder }: SqlEngine): LetterWriter {
  return {
    run: async (id) => {
      const row = await db.selectFrom('letter_run').selectAll().where('id', '=', id).executeTakeFirst();
      return row && runOf(row);
    },
    runs: async (paperId) => {
      const rows = await db
        .selectFrom('letter_run')
        .selectAll()
        .where('paper_id', '=', paperId)
        .orderBy(addedOrder('letter_run'), 'desc')
        .execute();
      return rows.map(runOf);
    },
    addRun: async ({ id, paperId, input }) => {
      await db
        .insertInto('letter_run')
        .values({ id, paper_id: paperId, input_json: input, at: actor.now(), actor: actor.name })
        .execute();
    },
    ofRun: (runId) => lettersOf(db, (letters) => letters.where('run_id', '=', runId).orderBy(addedOrder('letter'))),
    written: (paperId) =>
      lettersOf(db, (letters) =>
        letters.where('paper_id', '=', paperId).where('run_id', 'is', null).orderBy(addedOrder('letter'), 'desc'),
      ),
    get: async (id) => (await lettersOf(db, (letters) => letters.where('id', '=', id)))[0],
    find: async (runId, recipientKey) => {
      const row = await db
        .selectFrom('letter')
        .select('id')
        .where('run_id', '=', runId)
        .where('recipient_key', '=', recipientKey)
        .executeTakeFirst();
      return row?.id;
    },
    letterOfFile: async (sha512) => {
      const row = await db
        .selectFrom('letter_file')
        .innerJoin('letter', 'letter.id', 'letter_file.letter_id')
        .select(['letter.id', 'letter.paper_id', 'letter.kind', 'letter_file.file_name'])
        .where('letter_file.sha512', '=', sha512)
        .executeTakeFirst();
      return row && { id: row.id, paperId: row.paper_id, kind: row.kind, fileName: row.file_name };
    },
    add: async ({ id, paperId, kind, content, templateHash, runId, recipientKey, files }) => {
      await db
        .insertInto('letter')
        .values({
          id,
          paper_id: paperId,
          kind,
          content_json: content,
          template_hash: templateHash,
          run_id: runId,
          recipient_key: recipientKey,
          at: actor.now(),
          actor: actor.name,
        })
        .execute();
      await db
        .insertInto('letter_file')
        .values(
          files.map(({ kind: format, fileName, size, sha512 }) => ({
            letter_id: id,
            kind: format,
            file_name: fileName,
            size,
            sha512,
          })),
        )
        .execute();
    },
  };
}
