/** An office with released statements, its key, and what must hold of everything that was issued. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { OfficeProfile } from '../../src-main/contract/settings/office-profile.ts';
import type { Clock } from '../../src-main/core/ports/ports.ts';
import { all } from '../harness/desk/kill-checks.ts';
import { deskClock } from './survival-office.ts';
import { testHost, type TestHost } from './test-host.ts';

const ISSUED_KINDS = [
  'form-sheet-pdf',
  'form-sheet-docx',
  'distribution-pdf',
  'distribution-docx',
  'protocol-pdf',
  'record',
];
const BODY = 'Stadt Auental';

export const refOf = (n: number): string => `S${String(n).padStart(4, '0')}/26`;
export const refsUpTo = (count: number): string[] => Array.from({ length: count }, (_, n) => refOf(n + 1));

/** Fills an empty office with the released statements `S0001/26` and following. */
export async function addReleased(host: TestHost, count: number): Promise<void> {
  const { statements, releases, system } = host.app;
  await system.initialise({ kind: 'own', bodyName: BODY });
  for (let n = 1; n <= count; n += 1) {
    const ref = refOf(n);
    const id = `00000000-0000-7000-8000-00000b${String(n).padStart(6, '0')}`;
    await statements.create({ id, answers: null, name: 'Bänke am Weiher', leadUnit: 'FB 7', number: ref });
    const reference = ref.replace('S', 'A');
    const answers = [{ reference, paperType: 'motion', originators: [], printedOriginators: '' }];
    const fields = {
      date: '3.2.2026',
      answers: JSON.stringify(answers),
      reply: 'Die Bänke werden aufgestellt.',
      'signatory.name': 'Erika Muster',
    };
    for (const [field, value] of Object.entries(fields)) await statements.setField({ ref, field, value });
    await releases.release({ ref, expectedRevision: null, acceptances: [] });
  }
}

/** The same in a folder, and the folder is free again. */
export async function fillReleased(folder: string, count: number, clock: Clock = deskClock): Promise<void> {
  const host = testHost({ folder, clock });
  await addReleased(host, count);
  await host.dispose();
}

export async function changeProfile(host: TestHost, change: (profile: OfficeProfile) => OfficeProfile): Promise<void> {
  const { revision, profile } = await host.app.settings.office();
  await host.app.settings.saveOffice({ expectedRevision: revision, profile: change(profile) });
}
export const useTimestamps = (host: TestHost, timestampUrl: string): Promise<void> =>
  changeProfile(host, (profile) => ({ ...profile, signing: { ...profile.signing, timestampUrl } }));

interface Row {
  readonly reference: string;
  readonly state: string;
  readonly edition: number | null;
  readonly kind: string | null;
  readonly sha512: string | null;
  readonly bytes: Uint8Array | null;
}
const QUERY = `SELECT paper.reference, statement.state, issue.edition, issue_file.kind, issue_file.sha512, blob.bytes
  FROM statement JOIN paper ON paper.id = statement.paper_id
  LEFT JOIN issue ON issue.statement_id = statement.paper_id
  LEFT JOIN issue_file ON issue_file.issue_id = issue.id
  LEFT JOIN blob ON blob.sha512 = issue_file.sha512
  ORDER BY paper.reference, issue_file.seq`;

/** References of those that are issued, each once and with all its files; throws when one is half or double. */
export function wholeIssues(path: string): readonly string[] {
  const rows = Map.groupBy(all<Row>(path, QUERY), ({ reference }) => reference);
  return [...rows].flatMap(([ref, files]) => {
    const [first] = files;
    if (first?.state === 'released') {
      assert.deepEqual([files.length, first.edition, first.kind], [1, null, null], `${ref} has pieces of an issue`);
      return [];
    }
    assert.deepEqual(
      files.map(({ state, edition, kind }) => [state, edition, kind]),
      ISSUED_KINDS.map((kind) => ['issued', 1, kind]),
      ref,
    );
    for (const { sha512, bytes, kind } of files) {
      const digest = createHash('sha512').update(bytes ?? '');
      assert.equal(digest.digest('hex'), sha512, `${ref} ${kind ?? ''}`);
    }
    return [ref];
  });
}
