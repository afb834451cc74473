/** Attachments and their bytes; their words stand in an index of their own, so that saving a statement never reads them again. */
import { createHash } from 'node:crypto';
import { sql, type Kysely, type SqlBool } from 'kysely';
import { Refusal } from '../../../contract/shared/errors.ts';
import type { AttachmentEntry, AttachmentWriter } from '../../../core/ports/ports.ts';
import type { Actor } from './ledger-store.ts';
import type { SqlEngine } from '../engine.ts';
import { indexedText } from '../search-words.ts';
import type { Tables } from '../tables.ts';
import { storedPublicity } from './stored-words.ts';

const digestOf = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('hex');

const selectEntries = (db: Kysely<Tables>) =>
  db
    .selectFrom('file')
    .leftJoin('file_text', 'file_text.sha512', 'file.sha512')
    .selectAll('file')
    .select('file_text.status')
    .where('kind', '=', 'attachment');

type Row = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number];

const entryOf = (row: Row): AttachmentEntry => ({
  id: row.id,
  paperId: row.paper_id,
  position: row.seq,
  name: row.name,
  fileName: row.file_name,
  mimeType: row.mime_type,
  size: row.size,
  sha512: row.sha512,
  publicity: storedPublicity(row.publicity),
  removedAt: row.removed_at,
  text: row.sha512 === null ? 'none' : (row.status ?? 'waiting'),
});

/** Bytes that no attachment, issue or letter refers to any more, with their words in the index. */
export async function removeUnusedBlobs(db: Kysely<Tables>, { search }: SqlEngine): Promise<void> {
  const unused = await db
    .selectFrom('blob')
    .leftJoin('file_text', 'file_text.sha512', 'blob.sha512')
    .select(['blob.sha512', 'file_text.no'])
    .where((eb) =>
      eb.and(
        (['file', 'issue_file', 'letter_file'] as const).map(
          (table) =>
            sql<SqlBool>`NOT EXISTS (SELECT 1 FROM ${sql.table(table)} AS used WHERE used.sha512 = blob.sha512)`,
        ),
      ),
    )
    .execute();
  for (const { sha512, no } of unused) {
    if (no !== null) await search.removeFile(db, no);
    await db.deleteFrom('file_text').where('sha512', '=', sha512).execute();
    await db.deleteFrom('blob').where('sha512', '=', sha512).execute();
  }
}

export function attachmentStore(db: Kysely<Tables>, actor: Actor, engine: SqlEngine): AttachmentWriter {
  return {
    get: async (id) => {
      const row = await selectEntries(db).where('file.id', '=', id).executeTakeFirst();
      return row && entryOf(row);
    },
    of: async (paperId) => {
      const rows = await selectEntries(db)
        .where('paper_id', '=', paperId)
        .orderBy('seq')
        .orderBy('added_at')
        .orderBy('file.id')
        .execute();
      return rows.map(entryOf);
    },
    bytes: async (sha512, fileName) => {
      const row = await db.selectFrom('blob').select('bytes').where('sha512', '=', sha512).executeTakeFirst();
      if (!row) throw new Refusal('stored-file-missing', { file: fileName });
      if (digestOf(row.bytes) !== sha512) throw new Refusal('stored-file-altered', { file: fileName });
      return row.bytes;
    },
    nextWithoutText: async () => {
      const row = await selectEntries(db)
        .where('file_text.status', 'is', null)
        .where('file.sha512', 'is not', null)
        .where('removed_at', 'is', null)
        .limit(1)
        .executeTakeFirst();
      return row?.sha512 ? { sha512: row.sha512, fileName: row.file_name, mimeType: row.mime_type } : undefined;
    },
    put: async (entry) => {
      const row = {
        paper_id: entry.paperId,
        seq: entry.position,
        kind: 'attachment' as const,
        name: entry.name,
        file_name: entry.fileName,
        mime_type: entry.mimeType,
        size: entry.size,
        sha512: entry.sha512,
        publicity: entry.publicity,
        removed_at: entry.removedAt,
      };
      await db
        .insertInto('file')
        .values({ id: entry.id, ...row, added_at: actor.now(), added_by: actor.name })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    keepBytes: async (sha512, bytes) => {
      if (await db.selectFrom('blob').select('sha512').where('sha512', '=', sha512).executeTakeFirst()) return;
      await db
        .insertInto('blob')
        .values({ sha512, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
        .execute();
    },
    forgetRemovedBefore: async (instant) => {
      const gone = await db.deleteFrom('file').where('removed_at', '<', instant).returning('paper_id').execute();
      await removeUnusedBlobs(db, engine);
      return [...new Set(gone.map(({ paper_id }) => paper_id))];
    },
    keepText: async (sha512, { status, text, reason }) => {
      const known = await db.selectFrom('file_text').select('no').where('sha512', '=', sha512).executeTakeFirst();
      if (known) return;
      const { no } = await db
        .insertInto('file_text')
        .values({ sha512, status, reason })
        .returning('no')
        .executeTakeFirstOrThrow();
      if (status === 'text') await engine.search.putFile(db, no, indexedText(text));
    },
  };
}
