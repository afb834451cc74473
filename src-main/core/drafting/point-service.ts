/** Points of answered papers: read from their text, put right by a person, answered one by one. */
import { normaliseLine, normaliseText } from '../../base/normalise.ts';
import type {
  PaperPoints,
  Point,
  PointAnswer,
  PointAnswerChange,
  PointOverview,
  SkeletonForm,
} from '../../contract/point/shapes.ts';
import { answeredPassages } from '../../contract/point/answered-passages.ts';
import { pointTexts } from '../../contract/point/texts-de.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { currentOffice } from '../office/office-service.ts';
import { findPaper } from '../paper/find-paper.ts';
import type { Paper } from '../paper/paper.ts';
import { putPoints } from '../point/keep-points.ts';
import { notAnswered, openPoints } from '../../contract/point/open-points.ts';
import { asPoints, reconcilePoints } from '../point/reconcile.ts';
import { skeleton } from '../point/skeleton.ts';
import { kindOf, splitPoints } from '../point/split-points.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import type { Ports, ReadStores, WriteStores } from '../ports/ports.ts';
import type { Statement } from '../statement/statement.ts';
import { requireRevision } from '../unchanged.ts';

export interface PointService {
  /** Of the papers that a statement answers, with its answers; of another paper by itself. Refuses with `not-found`. */
  list(ref: string): Promise<PointOverview>;
  /** Takes over what the text proposes; `anew` gives up corrections. Refuses with `not-editable` for a statement that is no draft. */
  read(input: { readonly ref: string; readonly anew: boolean }): Promise<PointOverview>;
  /** Refuses with `conflict` when they were changed since, with `input-invalid` for a list that is none. */
  save(input: {
    readonly ref: string;
    readonly paperId: string;
    readonly expectedRevision: number;
    readonly points: readonly Point[];
  }): Promise<PointOverview>;
  /** Headings for every point with room below, in that form. */
  skeleton(input: {
    readonly ref: string;
    readonly form: SkeletonForm;
    /** Points that have their heading already. */
    readonly without?: readonly string[];
  }): Promise<{ text: RichText }>;
  /** All or none. Refuses with `not-editable`, `point-missing`, `input-invalid`. */
  answer(input: {
    readonly ref: string;
    readonly answers: readonly { readonly pointId: string; readonly change: PointAnswerChange }[];
  }): Promise<PointOverview>;
}

interface Found {
  readonly paper: Paper;
  /** Undefined for a paper by itself. */
  readonly statement: Statement | undefined;
  readonly answered: readonly Paper[];
}

const invalid = (problem: string): Refusal => new Refusal('input-invalid', { problem });
const hasText = ({ text }: Paper): boolean => (text?.content.length ?? 0) > 0;

/** The quotation is the first text of a paper that has none: of one alone, else nobody knows whose it is. */
function sourceOf({ statement, answered }: Found, paper: Paper): Paper['text'] {
  if (hasText(paper) || !statement || answered.length !== 1) return paper.text;
  return statement.quotation;
}

function requireValid(points: readonly Point[]): void {
  const labels = new Set<string>();
  const ids = new Set<string>();
  let level = -1;
  for (const point of points) {
    if (labels.has(point.label)) throw invalid(pointTexts.labelTwice(point.label));
    if (ids.has(point.id)) throw invalid(pointTexts.idTwice);
    if (point.level > level + 1) throw invalid(pointTexts.levelJumps(point.label));
    labels.add(point.label);
    ids.add(point.id);
    level = point.level;
  }
}

/** What was changed now is answered now; what only points at other words of the reply is as old as it was. */
function changedAnswer(point: Point, before: PointAnswer | undefined, change: PointAnswerChange): PointAnswer {
  const answers = 'position' in change || 'state' in change || 'sameAs' in change || 'reason' in change;
  const merged: PointAnswer = { ...(before ?? notAnswered(point.id)), ...change };
  return {
    ...merged,
    reason: normaliseLine(merged.reason),
    isStale: change.isStale ?? (answers ? false : merged.isStale),
    passages: [...merged.passages],
  };
}

export function pointService(ports: Ports): PointService {
  const { database, clock, newId } = ports;

  const find = async (stores: ReadStores | WriteStores, ref: string): Promise<Found> => {
    const { numberPatterns } = (await currentOffice(stores.office, ports.dataFolder)).profile;
    const paper = await findPaper(stores.papers, ref, numberPatterns);
    const statement = await stores.statements.get(paper.id);
    if (!statement) return { paper, statement, answered: [paper] };
    const answered: Paper[] = [];
    for (const id of await stores.statements.answers(paper.id)) {
      const one = await stores.papers.get(id);
      if (one) answered.push(one);
    }
    return { paper, statement, answered };
  };
  const findDraft = async (stores: WriteStores, ref: string): Promise<Found> => {
    const found = await find(stores, ref);
    // What was imported finished is not frozen here, and its points are no part of it.
    const state = found.statement?.state ?? 'draft';
    if (state !== 'draft' && state !== 'imported')
      throw new Refusal('not-editable', {
        reference: found.paper.reference ?? found.paper.id,
        state,
      });
    return found;
  };

  const pointsOf = async (stores: ReadStores | WriteStores, found: Found, paper: Paper): Promise<PaperPoints> => {
    const { id, reference, name, paperType } = paper;
    const own = { paperId: id, reference, name, paperType, kind: kindOf(paperType) };
    const set = await stores.points.of(id);
    if (set) return { ...own, revision: set.revision, points: [...set.points] };
    const text = sourceOf(found, paper);
    const proposed = text === null ? [] : asPoints(splitPoints(text, paperType), newId);
    return { ...own, revision: 0, points: [...proposed] };
  };
  const overview = async (stores: ReadStores | WriteStores, found: Found): Promise<PointOverview> => {
    const papers: PaperPoints[] = [];
    for (const paper of found.answered) papers.push(await pointsOf(stores, found, paper));
    const answers = found.statement ? await stores.points.answers(found.paper.id) : [];
    const taken = papers.filter(({ revision }) => revision > 0);
    const ids = new Set(taken.flatMap(({ points }) => points.map(({ id }) => id)));
    return {
      papers,
      answers: answers.filter(({ pointId }) => ids.has(pointId)),
      written: found.statement ? [...answeredPassages(found.statement.reply, taken).keys()] : [],
      open: found.statement ? openPoints(taken, answers, found.statement.reply).length : 0,
    };
  };

  /** The paper with a text to read points from: its own, or the quotation, which becomes its first one. */
  const withText = async (stores: WriteStores, found: Found, paper: Paper): Promise<Paper> => {
    const text = sourceOf(found, paper);
    if (hasText(paper) || text === null || text.content.length === 0) return paper;
    const written = { ...paper, text, revision: paper.revision + 1, updatedAt: clock.now() };
    await stores.papers.save(written);
    const { id: entityId, revision } = written;
    await stores.log.append({ action: 'paper-saved', entity: 'paper', entityId, revision });
    return written;
  };

  const readPoints = async (stores: WriteStores, found: Found, anew: boolean): Promise<void> => {
    for (const one of found.answered) {
      const paper = await withText(stores, found, one);
      const set = await stores.points.of(paper.id);
      const proposed = paper.text === null ? [] : splitPoints(paper.text, paper.paperType);
      if (proposed.length === 0 && !set) continue;
      // Points of the same words keep their answers, also where corrections are given up.
      const former = new Map((set?.points ?? []).map((point) => [point.text, point.id]));
      const points =
        set && !anew && paper.text !== null
          ? reconcilePoints(set.points, paper.text, proposed, proposed, newId)
          : asPoints(proposed, newId).map((point) => {
              const id = former.get(point.text);
              former.delete(point.text);
              return id === undefined ? point : { ...point, id };
            });
      await putPoints(stores, paper.id, (set?.revision ?? 0) + 1, points, clock.now());
    }
  };

  return {
    list: (ref) => database.read(async (stores) => overview(stores, await find(stores, ref))),
    read: ({ ref, anew }) =>
      database.write(async (stores) => {
        const found = await findDraft(stores, ref);
        await readPoints(stores, found, anew);
        return overview(stores, await find(stores, ref));
      }),
    save: ({ ref, paperId, expectedRevision, points }) =>
      database.write(async (stores) => {
        const found = await findDraft(stores, ref);
        const paper = found.answered.find(({ id }) => id === paperId);
        if (!paper) throw new Refusal('not-found', { reference: paperId });
        const cleaned = points.map((point) => ({
          ...point,
          label: normaliseLine(point.label),
          text: normaliseText(point.text).trim(),
        }));
        requireValid(cleaned);
        const set = await stores.points.of(paperId);
        requireRevision({ revision: set?.revision ?? 0 }, expectedRevision);
        await withText(stores, found, paper);
        await putPoints(stores, paperId, expectedRevision + 1, cleaned, clock.now());
        return overview(stores, await find(stores, ref));
      }),
    skeleton: ({ ref, form, without }) =>
      database.read(async (stores) => {
        const { papers } = await overview(stores, await find(stores, ref));
        return { text: skeleton(papers, form, new Set(without)) };
      }),
    answer: ({ ref, answers }) =>
      database.write(async (stores) => {
        const found = await findDraft(stores, ref);
        if (!found.statement) throw new Refusal('not-a-statement', { reference: found.paper.reference ?? ref });
        const known: Point[] = [];
        for (const { id } of found.answered) known.push(...((await stores.points.of(id))?.points ?? []));
        const byId = new Map(known.map((point) => [point.id, point]));
        const before = new Map((await stores.points.answers(found.paper.id)).map((one) => [one.pointId, one]));
        for (const { pointId, change } of answers) {
          const point = byId.get(pointId);
          if (!point) throw new Refusal('point-missing');
          const answer = changedAnswer(point, before.get(pointId), change);
          requireFitting(point, answer, byId);
          await stores.points.putAnswer(found.paper.id, answer, clock.now());
          before.set(pointId, answer);
        }
        const { id: entityId } = found.paper;
        await stores.log.append({ action: 'points-answered', entity: 'statement', entityId, revision: null });
        return overview(stores, await find(stores, ref));
      }),
  };
}

function requireFitting(point: Point, answer: PointAnswer, known: ReadonlyMap<string, Point>): void {
  const { position, state, sameAs } = answer;
  if (point.isGroup && (position !== null || state !== 'open' || sameAs !== null))
    throw invalid(pointTexts.groupAnswered(point.label));
  if (point.kind === 'question' && position !== null) throw invalid(pointTexts.positionOfQuestion);
  if (point.kind === 'demand' && state !== 'open' && state !== 'withdrawn') throw invalid(pointTexts.stateOfDemand);
  if (sameAs === point.id) throw invalid(pointTexts.sameAsItself);
  if (sameAs !== null && !known.has(sameAs)) throw invalid(pointTexts.foreign);
}
