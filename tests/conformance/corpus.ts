/** Documents of all kinds, made once per test file: the seed, the example office, the hard records; each as form sheet and distribution list. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, type TestContext } from 'vitest';
import type { StatementRecord } from '../../src-main/record/statement-record.ts';
import type { DocumentKind } from '../../src-main/core/output/document-service.ts';
import { HARD_RECORDS } from '../support/hard-records.ts';
import { skipReason, type JudgeName } from '../harness/judges/judges.ts';
import { seedFile, sharedMissing } from '../support/shared.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { filesOf } from '../support/hand-over.ts';

export interface Produced {
  /** "a reply of forty pages, form-sheet" */
  readonly what: string;
  readonly kind: DocumentKind;
  readonly record: StatementRecord;
  readonly pdf: string;
  readonly docx: string;
}

/** Skips the test where a judge is missing – unless this run promised to have them all. */
export function requireJudges(test: TestContext, judges: readonly JudgeName[]): void {
  const reason = skipReason(judges);
  if (reason === undefined) return;
  if (process.env['STELLWERK_REQUIRE_JUDGES'] === '1') throw new Error(`a judge is missing: ${reason}`);
  test.skip(true, reason);
}

export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stellwerk-conformance-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const encode = (record: StatementRecord): Uint8Array => Buffer.from(JSON.stringify(record));

export function importRecord(host: TestHost, record: StatementRecord): Promise<{ readonly id: string }> {
  return host.app.imports.importFile({ fileName: 'record.json', bytes: encode(record) });
}

async function produce(
  host: TestHost,
  ref: string,
  what: string,
  kinds: readonly DocumentKind[],
  folder: string,
): Promise<Produced[]> {
  const produced: Produced[] = [];
  const record = await host.app.statements.record(ref);
  for (const kind of kinds) {
    const files = await filesOf(host.app.documents.deliver({ ref, kind, formats: ['pdf', 'docx'] }));
    const paths = files.map((file) => {
      const path = join(folder, file.fileName);
      writeFileSync(path, file.bytes);
      return path;
    });
    produced.push({ what: `${what}, ${kind}`, kind, record, pdf: paths[0] ?? '', docx: paths[1] ?? '' });
  }
  return produced;
}

const BOTH: readonly DocumentKind[] = ['form-sheet', 'distribution-list'];

/** An own office with the hard records and the seed, the example office with its statements. */
export async function produceCorpus(folder: string, kinds: readonly DocumentKind[] = BOTH): Promise<Produced[]> {
  mkdirSync(folder, { recursive: true });
  const own = testHost();
  const example = testHost();
  try {
    await own.app.system.initialise({ kind: 'own', bodyName: 'Stadt Prüfingen' });
    await example.app.system.initialise({ kind: 'example' });
    const produced: Produced[] = [];
    for (const { what, record } of HARD_RECORDS) {
      const { id } = await importRecord(own, record);
      produced.push(...(await produce(own, id, what, kinds, folder)));
    }
    if (sharedMissing === undefined) {
      const bytes = readFileSync(seedFile());
      const { id } = await own.app.imports.importFile({ fileName: 'seed.txt', bytes });
      produced.push(...(await produce(own, id, 'the real statement', kinds, folder)));
    }
    const { items } = await example.app.papers.list({ text: '', paperType: 'statement', limit: 100 });
    for (const item of items) {
      produced.push(...(await produce(example, item.id, `example ${item.reference ?? 'draft'}`, kinds, folder)));
    }
    return produced;
  } finally {
    await own.dispose();
    await example.dispose();
  }
}
