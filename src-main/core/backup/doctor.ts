/** What the examination adds to that of the file: the office, the backups, the log beside the last backup, the clock. */
import type { BackupState, DoctorReport } from '../../contract/backup/shapes.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { sentenceFor } from '../../contract/shared/errors-de.ts';
import { doctorTexts as words, logEndLine } from '../../contract/backup/texts-de.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { formatGermanTime } from '../../base/german-time.ts';
import { examineIssuedPapers } from './issued-papers.ts';
import { lookAtOffice } from '../office/office-service.ts';
import type { DatabaseFinding, LogComparison, Ports } from '../ports/ports.ts';
import { clockFaultNow, clockSentence } from '../clock/clock-fault.ts';

const finding = (area: string, ok: boolean, detail: string): DatabaseFinding => ({ area, ok, detail, repair: null });

function comparedWith({ kind, end }: LogComparison, madeAt: string): { readonly ok: boolean; readonly said: string } {
  const when = formatGermanTime(madeAt);
  const said = {
    continues: words.logEnd.fits(when),
    restored: words.logEnd.restored(when),
    shorter: words.logEnd.shorter(when, end?.seq ?? 0),
    differs: words.logEnd.differs(when, end?.seq ?? 0),
  }[kind];
  return { ok: kind === 'continues' || kind === 'restored', said };
}

/** A backup that cannot be read says nothing about the log; what was noted when it was made still does. */
async function logBesideBackup(
  { backups, database }: Pick<Ports, 'backups' | 'database'>,
  { files, lastGood }: BackupState,
): Promise<{ readonly ok: boolean; readonly said: string }> {
  const newest = files[0] ?? lastGood;
  if (!newest) return { ok: true, said: words.logEnd.noBackup };
  try {
    return comparedWith(await backups.compareLog(newest.path), newest.at);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (lastGood?.logEnd) {
      const noted = comparedWith(await database.compareLogEnd(lastGood.logEnd), lastGood.at);
      if (!noted.ok) return noted;
    }
    return { ok: true, said: words.logEnd.notCompared(sentenceFor(error.code, error.details)) };
  }
}

export async function examineAll(ports: Ports, state: () => Promise<BackupState>): Promise<DoctorReport> {
  const { database, clock } = ports;
  const findings = [...(await database.examine())];
  const { office, end, fault, papers } = await database.read(async (stores) => ({
    office: (await stores.office.get()) ? await lookAtOffice(stores.office, ports.dataFolder) : null,
    end: await stores.log.end(),
    papers: await examineIssuedPapers(stores),
    fault: await clockFaultNow(ports, stores),
  }));
  findings.push(papers);
  const profileProblem = office?.problem ?? null;
  const detail = office === null ? words.office.missing : (profileProblem ?? office.bodyName);
  findings.push({
    ...finding(words.areas.office, office !== null && profileProblem === null, detail),
    repair: office?.isMendable === true ? 'office-profile' : null,
  });
  if (office) {
    const backup = await state();
    const { lastGood, isOld, problem } = backup;
    const day = lastGood === null ? '' : formatGermanDate(lastGood.at.slice(0, 10));
    const isElsewhere = lastGood !== null && !backup.files.some(({ path }) => path === lastGood.path);
    const when =
      lastGood === null
        ? words.backup.none
        : isElsewhere
          ? words.backup.elsewhere(day, lastGood.path)
          : words.backup.last(day);
    // A copy that is merely missing yet is no fault of what is stored.
    const isGood = problem === null && (lastGood === null || !isOld);
    findings.push(finding(words.areas.backup, isGood, [when, problem].filter(Boolean).join('; ')));
    const beside = await logBesideBackup(ports, backup);
    findings.push(finding(words.areas.logEnd, beside.ok, `${beside.said}; ${logEndLine(end)}`));
  }
  findings.push(finding(words.areas.clock, fault === null, clockSentence(fault, clock.now()) ?? words.clock.fine));
  return { ok: findings.every(({ ok }) => ok), findings };
}
