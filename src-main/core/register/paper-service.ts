/** Papers of the register that are not written here: motions, inquiries, other papers. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { PaperContent, PaperDetail, PaperQuery, PaperSummary } from '../../contract/paper/shapes.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { numberReasons } from '../../contract/number/texts-de.ts';
import { releaseNumber, requireReference, takeNumber } from '../number/give-number.ts';
import { currentOffice } from '../office/office-service.ts';
import type { Ports, ReadStores, WriteStores } from '../ports/ports.ts';
import { cleanRichText } from '../statement/statement-content.ts';
import { EMPTY_RICH_TEXT } from '../../record/rich-text/rich-text.ts';
import { normaliseLine, unreadPart } from '../../base/normalise.ts';
import { requireRevision } from '../unchanged.ts';
import { readPointsAgain } from '../point/keep-points.ts';
import { fold } from '../../base/fold.ts';
import { RelatedPapers } from './related-papers.ts';
import { findPaper } from '../paper/find-paper.ts';
import { formatReference } from '../paper/paper-reference.ts';
import type { Paper } from '../paper/paper.ts';

export interface PaperPage {
  readonly items: PaperSummary[];
  readonly next: string | null;
  readonly total: number;
}

export interface PaperService {
  list(query: PaperQuery): Promise<PaperPage>;
  find(ref: string): Promise<PaperSummary>;
  /** Likest first. Refuses with `not-found`. */
  related(input: { readonly ref: string; readonly limit: number }): Promise<PaperSummary[]>;
  get(ref: string): Promise<PaperDetail>;
  /** Enters a paper; the id comes from the asker, so that asking twice enters it once. */
  register(input: { readonly id: string; readonly content: PaperContent }): Promise<PaperDetail>;
  /** The content of an earlier version as a save of its own; the number stays. Refuses with `conflict`. */
  restore(input: {
    readonly id: string;
    readonly expectedRevision: number;
    readonly content: PaperContent;
  }): Promise<PaperDetail>;
  save(input: {
    readonly id: string;
    readonly expectedRevision: number;
    readonly content: PaperContent;
  }): Promise<PaperDetail>;
}

type PaperType = PaperContent['paperType'];

/** Saves closer together than this become one version. */
const MERGE_VERSIONS_MS = 10 * 60 * 1000;

/** As typed, beside an empty day only. */
function unreadReceipt({ receivedOn, unreadReceivedOn }: Pick<Paper, 'receivedOn' | 'unreadReceivedOn'>) {
  const { unreadDate } = unreadPart({ date: receivedOn ?? null, unreadDate: unreadReceivedOn });
  return unreadDate === undefined ? {} : { unreadReceivedOn: unreadDate };
}

/** Refuses with `not-found` for a statement. */
export function paperContentOf(paper: Paper): PaperContent {
  if (paper.paperType === 'statement') throw new Refusal('not-found', { reference: paper.reference ?? paper.id });
  return {
    paperType: paper.paperType satisfies PaperType,
    reference: paper.reference ?? '',
    name: paper.name,
    date: paper.date,
    ...unreadPart(paper),
    receivedOn: paper.receivedOn ?? null,
    ...unreadReceipt(paper),
    publicity: paper.publicity,
    originators: [...paper.originators],
    consultations: [...paper.consultations],
    text: paper.text ?? EMPTY_RICH_TEXT,
  };
}

async function detailOf(stores: ReadStores | WriteStores, paper: Paper): Promise<PaperDetail> {
  const answeredBy: PaperDetail['answeredBy'] = [];
  for (const id of await stores.statements.answeredBy(paper.id)) {
    const statement = await stores.papers.get(id);
    const state = (await stores.statements.get(id))?.state;
    if (!statement || state === undefined) continue;
    const { reference, name, date } = statement;
    answeredBy.push({ id, reference, name, date, state });
  }
  return { id: paper.id, revision: paper.revision, content: paperContentOf(paper), answeredBy };
}

export function paperService(ports: Ports): PaperService {
  const { database, newId, clock } = ports;
  const matters = new RelatedPapers();
  const patternsOf = async (stores: Pick<ReadStores, 'office'>) =>
    (await currentOffice(stores.office, ports.dataFolder)).profile.numberPatterns;

  const keep = (stores: WriteStores, paper: Paper, mergeWithinMs: number): Promise<void> =>
    stores.versions.keep('paper', {
      paperId: paper.id,
      revision: paper.revision,
      snapshot: JSON.stringify(paperContentOf(paper)),
      at: paper.updatedAt,
      mergeWithinMs,
    });

  const write = async (
    stores: WriteStores,
    before: Paper | null,
    id: string,
    content: PaperContent,
    action: 'paper-entered' | 'paper-saved' | 'version-restored',
  ): Promise<PaperDetail> => {
    const patterns = await patternsOf(stores);
    const typed = normaliseLine(content.reference);
    const number = typed === '' ? null : requireReference(typed, patterns);
    const reference = number && formatReference(number, patterns);
    const former = before?.reference ?? null;
    if (number && reference !== former) await takeNumber(stores, number, id, patterns);
    if (former !== null && reference !== former)
      await releaseNumber(
        stores,
        former,
        reference === null ? numberReasons.removed : numberReasons.replaced(reference),
        patterns,
      );
    const paper: Paper = {
      id,
      paperType: content.paperType,
      class: number?.class ?? '',
      reference,
      originalReference: reference === typed || typed === '' ? null : typed,
      year: number?.year ?? (content.date === null ? null : Number(content.date.slice(0, 4))),
      name: normaliseLine(content.name),
      date: content.date,
      ...unreadPart(content),
      receivedOn: content.receivedOn,
      ...unreadReceipt(content),
      publicity: content.publicity,
      leadUnit: before?.leadUnit ?? '',
      originators: content.originators
        .map((originator) => ({
          organization: normaliseLine(originator.organization),
          person: normaliseLine(originator.person),
          function: normaliseLine(originator.function),
        }))
        .filter((originator) => Object.values(originator).some((part) => part !== '')),
      printedOriginators:
        before && canonicalJson(before.originators) === canonicalJson(content.originators)
          ? before.printedOriginators
          : '',
      consultations: content.consultations.map(({ unreadDate, ...row }) => ({
        ...row,
        ...unreadPart({ date: row.date, unreadDate }),
        organization: normaliseLine(row.organization),
        role: row.role === null ? null : normaliseLine(row.role) || null,
      })),
      text: cleanRichText(content.text, newId),
      revision: (before?.revision ?? 0) + 1,
      updatedAt: clock.now(),
    };
    // Papers from before there were versions, and those that came with a statement, have kept none.
    if (before && (await stores.versions.of('paper', id)).length === 0) await keep(stores, before, 0);
    await stores.papers.save(paper);
    await keep(stores, paper, action === 'paper-saved' ? MERGE_VERSIONS_MS : 0);
    await readPointsAgain(stores, before, paper, { newId, now: clock.now() });
    await stores.log.append({
      action,
      entity: 'paper',
      entityId: id,
      revision: paper.revision,
    });
    return detailOf(stores, paper);
  };

  return {
    list: (query) =>
      database.read(async (stores) => {
        await patternsOf(stores);
        return stores.papers.list({ ...query, class: query.class?.toUpperCase() });
      }),
    find: (ref) =>
      database.read(async (stores) => {
        const paper = await findPaper(stores.papers, ref, await patternsOf(stores));
        return stores.papers.summary(paper.id);
      }),
    related: ({ ref, limit }) =>
      database.read(async (stores) => {
        const paper = await findPaper(stores.papers, ref, await patternsOf(stores));
        const { related } = await stores.papers.summary(paper.id);
        const names = await stores.papers.names();
        matters.update(names);
        const beside = new Set([paper.id, ...related.map(({ id }) => id)]);
        const own = names.filter(({ id }) => beside.has(id)).map(({ name }) => name);
        const found = matters.find([fold(paper.name), ...own], beside, limit);
        return Promise.all(found.map((id) => stores.papers.summary(id)));
      }),
    get: (ref) =>
      database.read(async (stores) => detailOf(stores, await findPaper(stores.papers, ref, await patternsOf(stores)))),
    register: ({ id, content }) =>
      database.write(async (stores) => {
        const existing = await stores.papers.get(id);
        return existing ? detailOf(stores, existing) : write(stores, null, id, content, 'paper-entered');
      }),
    restore: ({ id, expectedRevision, content }) =>
      database.write(async (stores) => {
        const before = await findPaper(stores.papers, id, []);
        requireRevision(before, expectedRevision);
        const { reference } = paperContentOf(before);
        return write(stores, before, id, { ...content, reference }, 'version-restored');
      }),
    save: ({ id, expectedRevision, content }) =>
      database.write(async (stores) => {
        const before = await findPaper(stores.papers, id, []);
        const stored = paperContentOf(before);
        if (before.revision !== expectedRevision) {
          // The same request again, because its answer got lost, is no conflict.
          if (canonicalJson(stored) === canonicalJson(content)) return detailOf(stores, before);
          throw new Refusal('conflict', { expectedRevision, actualRevision: before.revision });
        }
        return write(stores, before, id, content, 'paper-saved');
      }),
  };
}
