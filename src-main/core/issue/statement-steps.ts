/** What every step of a statement shares: reading it with its findings, writing its next state, the overview that is shown afterwards. */
import type { IssueOverview } from '../../contract/issue/shapes.ts';
import type { Finding } from '../../contract/release/shapes.ts';
import { currentOffice, type Office } from '../office/office-service.ts';
import type { Ports, ReadStores, WriteStores } from '../ports/ports.ts';
import type { StopSignal } from '../../contract/document/delivery.ts';
import { attachmentAudits } from '../release/attachment-audits.ts';
import { gatherSubject } from '../release/gather-subject.ts';
import { spellings } from '../release/spellings.ts';
import { textsOf } from '../release/text-rules.ts';
import { checkRelease } from '../release/release-check.ts';
import { writeStatement, type StatementWrite } from '../statement/save-statement.ts';
import type { StatementContent } from '../../contract/statement/shapes.ts';
import { draftOf, findStatement, type LoadedStatement } from '../statement/statement-draft.ts';
import { issueOverview } from './issue-overview.ts';

interface Found {
  readonly loaded: LoadedStatement;
  readonly office: Office;
}
export interface Gathered extends Found {
  readonly findings: readonly Finding[];
}

export interface StatementSteps {
  load(stores: ReadStores, ref: string): Promise<Found>;
  /** Looks into attachments beforehand: reading files takes longer than a transaction may. */
  prepare(ref: string, signal?: StopSignal): Promise<void>;
  gather(stores: ReadStores, ref: string): Promise<Gathered>;
  /** Of content that is still being written, beside what is stored of everything else. */
  look(ref: string, content: StatementContent, signal?: StopSignal): Promise<readonly Finding[]>;
  overview(ref: string, signal?: StopSignal): Promise<IssueOverview>;
  write(
    stores: WriteStores,
    found: Found,
    action: StatementWrite['action'],
    changes: Partial<StatementWrite>,
  ): Promise<void>;
}

export function statementSteps(ports: Ports): StatementSteps {
  const { database, clock, newId } = ports;
  const audits = attachmentAudits(ports);
  const words = spellings(ports);
  const seen = { audits, words };
  const load: StatementSteps['load'] = async (stores, ref) => {
    const office = await currentOffice(stores.office, ports.dataFolder);
    return { office, loaded: await findStatement(stores, ref, office.profile.numberPatterns) };
  };
  const prepareFor = async (ref: string, written: StatementContent | null, signal?: StopSignal): Promise<void> => {
    const { loaded } = await database.read((stores) => load(stores, ref));
    await words.prepare(textsOf(written ?? draftOf(loaded).content));
    await audits.prepare(loaded.paper.id, signal);
  };
  const prepare: StatementSteps['prepare'] = (ref, signal) => prepareFor(ref, null, signal);
  const gather: StatementSteps['gather'] = async (stores, ref) => {
    const found = await load(stores, ref);
    const subject = await gatherSubject(ports, seen, stores, found.loaded, found.office.profile);
    return { ...found, findings: checkRelease(subject) };
  };
  return {
    load,
    prepare,
    gather,
    look: async (ref, content, signal) => {
      await prepareFor(ref, content, signal);
      return database.read(async (stores) => {
        const { loaded, office } = await load(stores, ref);
        return checkRelease(await gatherSubject(ports, seen, stores, loaded, office.profile, content));
      });
    },
    overview: async (ref, signal) => {
      await prepare(ref, signal);
      return database.read(async (stores) => {
        const { loaded, findings } = await gather(stores, ref);
        return issueOverview(stores, loaded, findings);
      });
    },
    write: async (stores, { loaded, office }, action, changes) => {
      const draft = draftOf(loaded);
      const write: StatementWrite = {
        ...draft,
        originalReference: loaded.paper.originalReference,
        revision: draft.revision + 1,
        action,
        answeredText: draft.content.quotation,
        ...changes,
      };
      await writeStatement(stores, write, { now: clock.now(), newId, patterns: office.profile.numberPatterns });
    },
  };
}
