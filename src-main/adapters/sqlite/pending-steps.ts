/** What a migration leaves to the program: done once, by whoever opens the file first, under an entry of its own in the log. */
import type Sqlite from 'better-sqlite3';
import { meetingOf, type OfferedMeeting } from '../../core/meeting/meeting-of.ts';
import { nextNumber, writeEntry } from './log-chain.ts';
import { noteTouchedRows, takeSealChanges, writeSeals } from './row-seals.ts';

interface DatedRow {
  readonly paperId: string;
  readonly seq: number;
  readonly day: string;
  readonly organizationId: string | null;
  readonly organization: string;
}
interface DatedMeeting extends OfferedMeeting {
  readonly day: string;
}

/** Meetings used to be found by body and day. Of two on one day the one that has the paper on its agenda, else the earlier one. */
function linkConsultations(db: Sqlite.Database): void {
  const meetings = db
    .prepare(
      `SELECT meeting.id, organization_id AS organizationId, organization.name AS organizationName, substr(start, 1, 10) AS day
       FROM meeting JOIN organization ON organization.id = meeting.organization_id ORDER BY start`,
    )
    .all() as DatedMeeting[];
  const byDay = Map.groupBy(meetings, ({ day }) => day);
  const agendas = new Set(
    db.prepare(`SELECT meeting_id || ' ' || paper_id FROM agenda_item`).pluck().all() as string[],
  );
  const rows = db
    .prepare(
      `SELECT paper_id AS paperId, seq, date AS day, organization_id AS organizationId, organization_text AS organization
       FROM consultation WHERE meeting_id IS NULL AND date IN (SELECT substr(start, 1, 10) FROM meeting)`,
    )
    .all() as DatedRow[];
  const link = db.prepare('UPDATE consultation SET meeting_id = ? WHERE paper_id = ? AND seq = ?');
  for (const row of rows) {
    const ofDay = byDay.get(row.day) ?? [];
    const isPlaced = ({ id }: DatedMeeting): boolean => agendas.has(`${id} ${row.paperId}`);
    const id = meetingOf(row, ofDay.filter(isPlaced)) ?? meetingOf(row, ofDay);
    if (id !== null) link.run(id, row.paperId, row.seq);
  }
}

/** Every issue that counts: which of them are done is found out when somebody looks. */
function openDispatch(db: Sqlite.Database): void {
  db.exec(`INSERT INTO dispatch_open
    SELECT issue.statement_id, issue.id FROM issue JOIN statement ON statement.paper_id = issue.statement_id
    WHERE statement.state IN ('issued', 'dispatched')
      AND issue.edition = (SELECT max(edition) FROM issue AS other WHERE other.statement_id = issue.statement_id)
      AND NOT EXISTS (SELECT 1 FROM statement_event WHERE kind = 'withdrawn' AND issue_id = issue.id)`);
}

const STEPS: Readonly<Record<string, (db: Sqlite.Database) => void>> = {
  'link-consultations': linkConsultations,
  'open-dispatch': openDispatch,
};

export function takePendingSteps(db: Sqlite.Database, by: { readonly actor: string; readonly at: string }): void {
  const pending = db.prepare('SELECT name FROM pending_step').pluck();
  if (pending.all().length === 0) return;
  db.transaction(() => {
    noteTouchedRows(db);
    // Another process may have done them while we waited for the lock.
    for (const name of pending.all() as string[]) {
      STEPS[name]?.(db);
      db.prepare('DELETE FROM pending_step WHERE name = ?').run(name);
      const seq = nextNumber(db);
      const written = takeSealChanges(db, seq);
      if (!written) continue;
      const about = { action: `step-${name}`, entity: 'installation', entity_id: 'rows', revision: null };
      writeEntry(db, { ...by, ...about, row_digest: null, state_digest: written.sum });
      writeSeals(db, written.changes, seq);
    }
  }).immediate();
}
