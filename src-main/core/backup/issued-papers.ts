/** Does a paper that is issued still say what was issued? Its working text is the one its snapshot froze until a correction begins. */
import { ZodError } from 'zod';
import { doctorTexts as words } from '../../contract/backup/texts-de.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { DoctorReport } from '../../contract/backup/shapes.ts';
import type { StatementRecord } from '../../record/statement-record.ts';
import type { PaperSummary } from '../../contract/paper/shapes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { type IssueSnapshot, readSnapshot } from '../issue/issue-snapshot.ts';
import type { ReadStores } from '../ports/ports.ts';
import { draftOf, loadStatement } from '../statement/statement-draft.ts';
import { printedSheet } from '../statement/statement-record.ts';

const MOST_NAMED = 3;
const PAGE = 200;

/**
 * Answered papers and attachments are left out: who handed a paper in may be set right later, and attachments have rows of their own. Text
 * that was derived from other fields is compared with them.
 */
const COMPARED = [
  'reference',
  'date',
  'publicity',
  'bodyName',
  'leadUnit',
  'name',
  'consultations',
  'quotationRich',
  'hinge',
  'reply',
  'signatory',
  'contact',
] as const satisfies readonly (keyof StatementRecord)[];

/** Fields that differ; none when the snapshot cannot be read, which the examination of issues says. */
async function changedFields(stores: ReadStores, id: string): Promise<readonly string[]> {
  const paper = await stores.papers.get(id);
  const [newest] = await stores.issues.issues(id);
  if (!paper || !newest) return [];
  const loaded = await loadStatement(stores, paper);
  if (newest.edition !== loaded.statement.edition) return [];
  let snapshot: IssueSnapshot;
  try {
    snapshot = readSnapshot(newest.snapshot);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'kept-broken') return [];
    throw error;
  }
  const { record, profile } = snapshot;
  const { reference, content } = draftOf(loaded);
  const now = printedSheet(reference, content, profile);
  const same = (field: (typeof COMPARED)[number]): boolean =>
    canonicalJson(now[field] ?? null) === canonicalJson(record[field] ?? null);
  return COMPARED.filter((field) => !same(field)).map((field) => words.papers.fields[field] ?? field);
}

/** What was written by hand need not be readable: that is a fault of the paper, not the end of the examination. */
async function faultOf(stores: ReadStores, id: string, called: string): Promise<readonly string[]> {
  try {
    const fields = await changedFields(stores, id);
    return fields.length > 0 ? [words.papers.differs(called, fields.join(', '))] : [];
  } catch (error) {
    const isUnreadable = error instanceof SyntaxError || error instanceof ZodError || error instanceof Refusal;
    if (!isUnreadable) throw error;
    return [words.papers.unreadable(called)];
  }
}

export async function examineIssuedPapers(stores: ReadStores): Promise<DoctorReport['findings'][number]> {
  const faults: string[] = [];
  let count = 0;
  for (const state of ['issued', 'dispatched'] satisfies PaperSummary['state'][]) {
    let after: string | undefined;
    do {
      const page = await stores.papers.list({ text: '', limit: PAGE, state, ...(after !== undefined && { after }) });
      for (const { id, reference, name } of page.items) {
        count += 1;
        faults.push(...(await faultOf(stores, id, reference ?? name)));
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  const named = faults.slice(0, MOST_NAMED).join('; ');
  const more = faults.length - MOST_NAMED;
  const detail = faults.length === 0 ? words.papers.fine(count) : more > 0 ? `${named}; ${words.more(more)}` : named;
  return { area: words.areas.papers, ok: faults.length === 0, detail, repair: null };
}
