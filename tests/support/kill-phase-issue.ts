/** Issuing that a process is killed at: an issue is there with all its files, or not at all, and a restart goes on with the rest. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { all, folderIn, order, requireHealth } from './kill-checks.ts';
import type { Phase } from './kill-rounds.ts';
import { databaseIn, deskClock } from './survival-office.ts';
import { testHost } from './test-host.ts';

const REFS = ['S0001/26', 'S0002/26', 'S0003/26'];
const KINDS = ['form-sheet-pdf', 'form-sheet-docx', 'distribution-pdf', 'distribution-docx', 'protocol-pdf', 'record'];

async function fillReleased(folder: string): Promise<void> {
  const host = testHost({ folder, clock: deskClock });
  const { statements, releases, system } = host.app;
  await system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  for (const [index, ref] of REFS.entries()) {
    const id = `00000000-0000-7000-8000-0000000000b${index}`;
    await statements.create({ id, answers: null, name: 'Bänke am Weiher', leadUnit: 'FB 7', number: ref });
    const answers = [
      { reference: `A000${index + 1}/26`, paperType: 'motion', originators: [], printedOriginators: '' },
    ];
    const fields = {
      date: '3.2.2026',
      answers: JSON.stringify(answers),
      reply: 'Die Bänke werden aufgestellt.',
      'signatory.name': 'Erika Muster',
    };
    for (const [field, value] of Object.entries(fields)) await statements.setField({ ref, field, value });
    await releases.release({ ref, expectedRevision: null, acceptances: [] });
  }
  await host.dispose();
}

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

/** Numbers of those that are issued; throws when one is half. */
function wholeIssues(path: string): readonly string[] {
  const rows = Map.groupBy(all<Row>(path, QUERY), ({ reference }) => reference);
  assert.deepEqual([...rows.keys()], REFS);
  return REFS.filter((ref) => {
    const files = rows.get(ref) ?? [];
    const [first] = files;
    if (first?.state === 'released') {
      assert.deepEqual([files.length, first.edition, first.kind], [1, null, null], `${ref} has pieces of an issue`);
      return false;
    }
    assert.deepEqual(
      files.map(({ state, edition, kind }) => [state, edition, kind]),
      KINDS.map((kind) => ['issued', 1, kind]),
    );
    for (const { sha512, bytes, kind } of files)
      assert.equal(
        createHash('sha512')
          .update(bytes ?? '')
          .digest('hex'),
        sha512,
        `${ref} ${kind ?? ''}`,
      );
    return true;
  });
}

export const issuePhase: Phase = {
  name: 'issue',
  prepare: async (place) => {
    const template = folderIn(place, 'Vorlage');
    await fillReleased(template);
    const folder = join(place, 'Büro');
    const path = databaseIn(folder);
    return {
      work: (_, viaCommandLine) => {
        rmSync(folder, { recursive: true, force: true });
        cpSync(template, folder, { recursive: true });
        const orders = (viaCommandLine ? REFS.slice(0, 1) : REFS).map((ref) =>
          order('issues.issue', { ref, keyId: null }),
        );
        const before = [order('documents.deliver', { ref: REFS[0], kind: 'form-sheet', formats: ['pdf'] })];
        return { folder, before, orders, command: ['issue', REFS[0] ?? '', '--data', folder] };
      },
      check: async (acknowledged) => {
        const issued = wholeIssues(path);
        assert.ok(
          issued.length >= acknowledged.length,
          `${acknowledged.length} were promised, ${issued.length} are there`,
        );
        assert.ok(issued.length <= acknowledged.length + 1);
        await requireHealth(folder);
      },
      end: async () => {
        // A restart goes on with what is left.
        const host = testHost({ folder, clock: deskClock });
        const left = REFS.filter((ref) => !wholeIssues(path).includes(ref));
        for await (const step of host.app.issues.issueSeveral({ refs: left, keyId: null }))
          assert.equal(step.problem, null);
        await host.dispose();
        assert.deepEqual(wholeIssues(path), REFS);
        await requireHealth(folder);
      },
    };
  },
};
