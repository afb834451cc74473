/** Gives a draft out as a Word file for somebody who is to edit it. */
import { formatGermanDate } from '../../base/german-date.ts';
import { officeLocalTime } from '../../base/german-time.ts';
import { documents, type Documents } from '../../contract/document/delivery.ts';
import { proposalTexts } from '../../contract/proposal/texts-de.ts';
import type { Call } from '../../contract/shared/served.ts';
import type { StatementDraft } from '../../contract/statement/shapes.ts';
import { attachmentsOf } from '../attachment/attachments-of.ts';
import { placedComments } from '../comment/comment-service.ts';
import type { StatementSteps } from '../issue/statement-steps.ts';
import { referenceFileName } from '../paper/paper-reference.ts';
import { requireDecided } from '../paper/publicity.ts';
import type { Ports, WriteStores } from '../ports/ports.ts';
import { formSheet, WHOLE_FORM } from '../print/form-sheet.ts';
import { requirePrintable } from '../print/printable.ts';
import { DOCX_TYPE } from '../print/statement-files.ts';
import { draftOf } from '../statement/statement-draft.ts';
import { printedSheet } from '../statement/statement-record.ts';
import { formSheetCopy } from './make-copy.ts';
import { requireDraft } from './require-draft.ts';

export interface CopyRequest {
  readonly ref: string;
  /** Findings of the release check go along as comments. */
  readonly withFindings: boolean;
  /** Comments of the statement that are not resolved go along. */
  readonly withComments: boolean;
}

/** Comments that came with a file hold the local time of their writer already. */
const localTime = (instant: string): string =>
  /\.\d{3}Z$/.test(instant) ? officeLocalTime(instant) : instant.replace(/Z$/, '');

/** Refuses with `publicity-unknown`, `not-editable`, `characters-unprintable`. */
export function giveCopy(
  ports: Ports,
  steps: StatementSteps,
): (request: CopyRequest, call?: Call) => Promise<Documents> {
  const { database, clock } = ports;

  /** The state that goes out stays to be found: when it comes back, it is what proposals stand on. */
  const keepVersion = async (stores: WriteStores, { id, revision, content }: StatementDraft): Promise<void> => {
    const known = await stores.versions.get('statement', id, revision);
    const snapshot = JSON.stringify(content);
    if (!known)
      await stores.versions.keep('statement', { paperId: id, revision, snapshot, at: clock.now(), mergeWithinMs: 0 });
    if (known?.name) return;
    await stores.versions.rename('statement', id, revision, proposalTexts.version(formatGermanDate(clock.today())));
    await stores.log.append({ action: 'copy-given', entity: 'paper', entityId: id, revision });
  };

  return async ({ ref, withFindings, withComments }, call) => {
    if (withFindings) await steps.prepare(ref, call?.signal);
    const { draft, profile, entries, findings, comments } = await database.read(async (stores) => {
      const { loaded, office } = await steps.load(stores, ref);
      requireDecided(loaded.paper);
      requireDraft(loaded);
      const made = draftOf(loaded);
      return {
        draft: made,
        profile: office.profile,
        entries: await attachmentsOf(stores, made.id),
        findings: withFindings ? (await steps.gather(stores, ref)).findings : [],
        comments: withComments ? placedComments(await stores.comments.of(made.id), made.content) : [],
      };
    });
    const copy = formSheetCopy(draft.content, `${draft.id}#${draft.revision}`, draft.quotationLocked, {
      findings,
      comments: comments.filter(({ resolvedAt }) => resolvedAt === null),
      now: officeLocalTime(clock.now()),
      localTime,
    });
    const sheet = printedSheet(draft.reference, draft.content, profile, entries, draft.edition);
    const document = formSheet(sheet, profile, false, { ...WHOLE_FORM, copy });
    requirePrintable(ports.characters, document);
    const bytes = await ports.docx.write(document, null);
    await database.write((stores) => keepVersion(stores, draft));
    const stem = referenceFileName(draft.reference ?? `${profile.labels.draft}-${draft.id.slice(0, 8)}`);
    return documents([{ fileName: `${stem}${proposalTexts.fileSuffix}.docx`, mimeType: DOCX_TYPE, bytes }]);
  };
}
