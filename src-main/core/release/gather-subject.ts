/** Gathers what the release check looks at. */
import { displayName } from '../../base/person-name.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { attachmentsOf } from '../attachment/attachments-of.ts';
import { emptyHeadings } from '../../contract/point/answered-passages.ts';
import { openPoints } from '../../contract/point/open-points.ts';
import type { IsoDate } from '../../base/german-date.ts';
import type { StatementContent } from '../../contract/statement/shapes.ts';
import { findReferences } from '../paper/paper-reference.ts';
import { textBlocks } from '../../record/rich-text/plain-text.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import { formSheet } from '../print/form-sheet.ts';
import type { Ports, ReadStores } from '../ports/ports.ts';
import { draftOf, type LoadedStatement } from '../statement/statement-draft.ts';
import { printedSheet } from '../statement/statement-record.ts';
import { clockFaultNow } from '../clock/clock-fault.ts';
import type { AttachmentAudits } from './attachment-audits.ts';
import type { Spellings } from './spellings.ts';
import { textsOf } from './text-rules.ts';
import type { ReleaseSubject } from './release-subject.ts';

async function checkedPoints(
  stores: ReadStores,
  { paper, answered }: LoadedStatement,
  reply: RichText,
): Promise<Pick<ReleaseSubject, 'points' | 'emptyHeadings'>> {
  const answers = await stores.points.answers(paper.id);
  const byPoint = new Map(answers.map((answer) => [answer.pointId, answer]));
  const sets = await Promise.all(
    answered.map(async ({ id, reference, name }) => ({
      reference,
      paper: reference ?? name,
      points: (await stores.points.of(id))?.points ?? [],
    })),
  );
  const open = new Set(openPoints(sets, answers, reply).map(({ id }) => id));
  const points = sets.flatMap(({ paper: called, points: own }) =>
    own
      .filter(({ isGroup, change }) => !isGroup && change !== 'gone')
      .map(({ id, label, text }) => ({
        id,
        label,
        text,
        paper: called,
        isOpen: open.has(id),
        isStale: byPoint.get(id)?.isStale === true,
        position: byPoint.get(id)?.position ?? null,
        sameAs: byPoint.get(id)?.sameAs ?? null,
      })),
  );
  return { points, emptyHeadings: emptyHeadings(reply, sets) };
}

async function unknownReferences(
  stores: ReadStores,
  content: StatementContent,
  profile: OfficeProfile,
): Promise<readonly string[]> {
  const texts = [content.hinge, ...textBlocks(content.reply.content).map(({ text }) => text)];
  const written = new Map(
    texts.flatMap((text) =>
      findReferences(text, profile.numberPatterns).map((found) => [found.reference, found.text] as const),
    ),
  );
  const unknown: string[] = [];
  for (const [reference, text] of written) if (!(await stores.papers.findByReference(reference))) unknown.push(text);
  return unknown;
}

function holidaysAround(
  ports: Pick<Ports, 'holidays'>,
  { consultations }: StatementContent,
  { federalState }: OfficeProfile,
): ReadonlyMap<IsoDate, string> {
  if (federalState === null) return new Map();
  const years = new Set(consultations.flatMap(({ date }) => (date === null ? [] : [Number(date.slice(0, 4))])));
  return new Map(
    [...years].flatMap((year) => ports.holidays(year, federalState)).map(({ date, name }) => [date, name] as const),
  );
}

export async function gatherSubject(
  ports: Pick<Ports, 'characters' | 'clock' | 'builtAt' | 'holidays'>,
  { audits, words }: { readonly audits: AttachmentAudits; readonly words: Spellings },
  stores: ReadStores,
  loaded: LoadedStatement,
  profile: OfficeProfile,
  /** What is still being written, in place of what is stored. */
  written?: StatementContent,
): Promise<ReleaseSubject> {
  const { reference, content: stored, edition } = draftOf(loaded);
  const content = written ?? stored;
  const entries = await attachmentsOf(stores, loaded.paper.id);
  const attachments = entries.map(({ id, name, publicity, sha512, fileName, mimeType }) => ({
    id,
    name,
    publicity,
    hasFile: sha512 !== null,
    fileName,
    mimeType,
    audit: sha512 === null ? null : audits.of(sha512),
  }));
  const document = formSheet(printedSheet(reference, content, profile, entries, edition), profile);
  return {
    reference,
    content,
    attachments,
    ...(await checkedPoints(stores, loaded, content.reply)),
    profile,
    unprintable: ports.characters.unprintable(document),
    unknownReferences: await unknownReferences(stores, content, profile),
    misspelled: await words.misspelled(stores, textsOf(content)),
    holidays: holidaysAround(ports, content, profile),
    personNames: (await stores.directory.persons()).map(displayName),
    today: ports.clock.today(),
    clockFault: await clockFaultNow(ports, stores),
  };
}
