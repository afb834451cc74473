/** Releasing a draft, giving it back, changing who signs it. Every release keeps the protocol of its check. */
import type { Call } from '../../contract/shared/served.ts';
import type { Signatory } from '../../record/basics.ts';
import { documents, type Documents } from '../../contract/document/delivery.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { IssueOverview } from '../../contract/issue/shapes.ts';
import type { StatementContent } from '../../contract/statement/shapes.ts';
import { RELEASE_SCHEMA, type Acceptance, type Finding, type ReleaseProtocol } from '../../contract/release/shapes.ts';
import { findingSentence, ruleName } from '../../contract/release/texts-de.ts';
import type { Gathered, StatementSteps } from './statement-steps.ts';
import { PROTOCOL_ENDING } from './make-issue.ts';
import { requireStep } from '../statement/steps.ts';
import { releaseProtocolDocument } from '../print/release-protocol.ts';
import { PDF_TYPE } from '../print/statement-files.ts';
import { referenceFileName } from '../paper/paper-reference.ts';
import { requireDecided } from '../paper/publicity.ts';
import type { Ports, ReadStores, WriteStores } from '../ports/ports.ts';
import { cleanContent } from '../statement/statement-content.ts';
import { draftOf } from '../statement/statement-draft.ts';
import { answeredDigest } from './printed-of-answered.ts';
import { openFindings, RULE_NAMES } from '../release/release-check.ts';
import { requireRevision } from '../unchanged.ts';

export interface ReleaseService {
  /** Findings of content that is still being written. Refuses with `not-found`. */
  /** Likeliest first; rejects when the dictionary cannot be read. */
  suggest(word: string): Promise<string[]>;
  look(input: { readonly id: string; readonly content: StatementContent }, call?: Call): Promise<Finding[]>;
  /**
   * Refuses with `publicity-unknown`, `release-blocked`, `step-forbidden`, `conflict`. The signal ends the reading of attachments, as in
   * `changeSignatory`: what was not examined stands in the way unless somebody accepted it.
   */
  release(
    input: {
      readonly ref: string;
      /** Null: whatever is stored now. */
      readonly expectedRevision: number | null;
      readonly acceptances: readonly Acceptance[];
    },
    call?: Call,
  ): Promise<IssueOverview>;
  returnToDraft(input: { readonly ref: string; readonly reason: string }): Promise<IssueOverview>;
  /** Refuses with `conflict` when the statement is another than what was read. */
  changeSignatory(
    input: {
      readonly ref: string;
      readonly expectedRevision?: number;
      readonly signatory: Signatory;
      readonly leadUnit: string;
      /** Accepts the warnings that the change brings; empty: there must be none. */
      readonly reason?: string;
    },
    call?: Call,
  ): Promise<IssueOverview>;
  /** The protocol of the release that holds. Refuses with `step-forbidden`. */
  deliverProtocol(ref: string): Promise<Documents>;
}

/** With an entry of its own, which holds the row to what it says now. */
async function keepRelease(
  stores: WriteStores,
  release: Parameters<WriteStores['issues']['addRelease']>[0],
): Promise<void> {
  await stores.issues.addRelease(release);
  await stores.log.append({ action: 'release-kept', entity: 'release', entityId: release.id, revision: null });
}

export function releaseService(ports: Ports, steps: StatementSteps): ReleaseService {
  const { database, clock, newId } = ports;

  /** The protocol of this very state; refuses when something still stands in the way. */
  const protocolOf = async (
    stores: Pick<ReadStores, 'log'>,
    { loaded, findings }: Gathered,
    acceptances: readonly Acceptance[],
  ): Promise<ReleaseProtocol> => {
    const { paper, statement } = loaded;
    const open = openFindings(findings, acceptances);
    if (open.length > 0) {
      throw new Refusal('release-blocked', {
        reference: paper.reference ?? paper.name,
        findings: open.map(findingSentence).join(' '),
        open: JSON.parse(JSON.stringify(open)) as never,
      });
    }
    const reasons = new Map(acceptances.map(({ key, reason }) => [key, reason]));
    const end = await stores.log.end();
    return {
      schema: RELEASE_SCHEMA,
      reference: paper.reference ?? '',
      name: paper.name,
      edition: statement.edition,
      revision: paper.revision,
      at: clock.now(),
      actor: ports.userName(),
      logEnd: end && { seq: end.seq, hash: end.hash },
      rules: [...RULE_NAMES],
      ruleNames: Object.fromEntries(RULE_NAMES.map((rule) => [rule, ruleName(rule)])),
      answered: answeredDigest(ports, draftOf(loaded).content),
      findings: findings.map((finding) => ({
        ...finding,
        accepted: reasons.get(finding.key) ?? null,
        sentence: findingSentence(finding),
      })),
    };
  };

  return {
    look: async ({ id, content }, { signal } = {}) => [...(await steps.look(id, cleanContent(content, newId), signal))],
    suggest: async (word) => [...(await ports.spelling.suggestions(word))],
    release: async ({ ref, expectedRevision, acceptances }, { signal } = {}) => {
      await steps.prepare(ref, signal);
      await database.write(async (stores) => {
        const gathered = await steps.gather(stores, ref);
        const { paper, statement } = gathered.loaded;
        requireDecided(paper);
        requireStep(gathered.loaded, 'release');
        requireRevision(paper, expectedRevision ?? undefined);
        await keepRelease(stores, {
          id: newId(),
          statementId: paper.id,
          edition: statement.edition,
          // The state that releasing itself writes: whatever changes later has a higher one.
          revision: paper.revision + 1,
          protocol: await protocolOf(stores, gathered, acceptances),
        });
        await steps.write(stores, gathered, 'statement-released', { state: 'released' });
      });
      return steps.overview(ref, signal);
    },
    returnToDraft: async ({ ref, reason }) => {
      await database.write(async (stores) => {
        const found = await steps.load(stores, ref);
        requireStep(found.loaded, 'return');
        await stores.issues.addEvent({ statementId: found.loaded.paper.id, issueId: null, kind: 'returned', reason });
        await steps.write(stores, found, 'statement-returned', { state: 'draft' });
      });
      return steps.overview(ref);
    },
    changeSignatory: async ({ ref, expectedRevision, signatory, leadUnit, reason = '' }, { signal } = {}) => {
      await steps.prepare(ref, signal);
      await database.write(async (stores) => {
        const found = await steps.load(stores, ref);
        const { paper, statement } = found.loaded;
        requireStep(found.loaded, 'change-signatory');
        requireRevision(paper, expectedRevision);
        const content = cleanContent({ ...draftOf(found.loaded).content, signatory, leadUnit }, newId);
        await steps.write(stores, found, 'signatory-changed', { content });
        if (statement.state !== 'released') return;
        // The check runs again with the new name; what was accepted stays accepted.
        const [former] = await stores.issues.releases(paper.id);
        const accepted = (former?.protocol.findings ?? []).flatMap(({ key, accepted: reason }) =>
          reason === null ? [] : [{ key, reason }],
        );
        const again = await steps.gather(stores, ref);
        const known = new Set(accepted.map(({ key }) => key));
        const added = again.findings.filter(({ severity, key }) => severity === 'warning' && !known.has(key));
        await keepRelease(stores, {
          id: newId(),
          statementId: paper.id,
          edition: statement.edition,
          revision: again.loaded.paper.revision,
          protocol: await protocolOf(stores, again, [
            ...accepted,
            ...(reason.trim() === '' ? [] : added.map(({ key }) => ({ key, reason }))),
          ]),
        });
      });
      return steps.overview(ref, signal);
    },
    deliverProtocol: async (ref) => {
      const { release, stem, profile } = await database.read(async (stores) => {
        const { loaded, office } = await steps.load(stores, ref);
        requireStep(loaded, 'protocol');
        const { paper } = loaded;
        const [newest] = await stores.issues.releases(paper.id);
        if (!newest) throw new Error('a released statement has no release');
        return { release: newest, stem: referenceFileName(paper.reference ?? paper.id), profile: office.profile };
      });
      const document = releaseProtocolDocument(release.protocol, profile);
      const bytes = await ports.pdf.write(document, Promise.resolve([]));
      return documents([{ fileName: `${stem}${PROTOCOL_ENDING}`, mimeType: PDF_TYPE, bytes }]);
    },
  };
}
