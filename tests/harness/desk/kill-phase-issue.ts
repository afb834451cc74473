/** Issuing that a process is killed at: an issue is there with all its files, or not at all, and a restart goes on with the rest. */
import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fillReleased, refsUpTo, wholeIssues } from '../../support/issuing-office.ts';
import { folderIn, order, requireHealth } from './kill-checks.ts';
import type { Phase } from './kill-rounds.ts';
import { databaseIn, deskClock } from '../../support/survival-office.ts';
import { testHost } from '../../support/test-host.ts';

const REFS = refsUpTo(3);

export const issuePhase: Phase = {
  name: 'issue',
  prepare: async (place) => {
    const template = folderIn(place, 'Vorlage');
    await fillReleased(template, REFS.length);
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
