/** An office with one statement, and files to attach. Bytes are as small as a reader of them needs. */
import { openDatabase, type OpenDatabase } from '../../../src-main/adapters/sqlite/database.ts';
import type { AttachmentEntry } from '../../../src-main/core/ports/ports.ts';
import { fixedClock, testHost, type TestHost } from '../../support/test-host.ts';
import { statementContent } from '../../support/builders.ts';
import type { StatementContent } from '../../../src-main/contract/statement/shapes.ts';

export const REF = 'S0001/26';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface PaperHost {
  readonly host: TestHost;
  readonly paperId: string;
  readonly add: (
    fileName: string,
    content?: string | Uint8Array,
    publicity?: 'public' | 'non-public',
  ) => Promise<string>;
  readonly names: () => Promise<string[]>;
  readonly save: (changes: Partial<StatementContent>) => Promise<void>;
}

export async function newStatement(
  host: TestHost,
  number: string | null = REF,
  changes: Partial<StatementContent> = {},
): Promise<PaperHost> {
  const paperId = crypto.randomUUID();
  await host.app.statements.create({ id: paperId, answers: null, name: 'Bänke', leadUnit: null, number });
  const save = async (next: Partial<StatementContent>): Promise<void> => {
    const { revision, content } = await host.app.statements.get(paperId);
    await host.app.statements.save({ id: paperId, expectedRevision: revision, content: { ...content, ...next } });
  };
  await save({ ...statementContent(), ...changes });
  return {
    host,
    paperId,
    save,
    add: async (fileName, content = `Inhalt von ${fileName}`, publicity) => {
      const id = crypto.randomUUID();
      const bytes = typeof content === 'string' ? bytesOf(content) : content;
      await host.app.attachments.add({ id, ref: paperId, fileName, bytes, publicity });
      return id;
    },
    names: async () => (await host.app.attachments.list(paperId)).attachments.map((entry) => entry.name),
  };
}

export async function paperHost(options: Parameters<typeof testHost>[0] = {}): Promise<PaperHost> {
  const host = testHost(options);
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  return newStatement(host);
}

/** The stores of a host's database, as the services see them. */
export async function inStores<T>(host: TestHost, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = openDatabase({ folder: host.dataFolder, actor: () => 'test', clock: fixedClock });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** An attachment whose file is said to be as large as told, without the bytes that this would need. */
export function entry(paperId: string, position: number, changes: Partial<AttachmentEntry> = {}): AttachmentEntry {
  return {
    id: crypto.randomUUID(),
    paperId,
    position,
    name: `Plan ${position + 1}`,
    fileName: `plan-${position + 1}.pdf`,
    mimeType: 'application/pdf',
    size: 1,
    sha512: null,
    publicity: 'public',
    removedAt: null,
    text: 'none',
    ...changes,
  };
}
