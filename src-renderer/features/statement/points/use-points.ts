/** The points of the papers that a statement answers: read, answered, put right; and the passages of the reply that answer them. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { TextSelection } from '@tiptap/pm/state';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { answeredPassages, headedPoints } from '../../../../src-main/contract/point/answered-passages.ts';
import { notAnswered, openPoints } from '../../../../src-main/contract/point/open-points.ts';
import type {
  PaperPoints,
  Point,
  PointAnswer,
  PointAnswerChange,
  PointOverview,
  PointPlace,
  SkeletonForm,
} from '../../../../src-main/contract/point/shapes.ts';
import type { RichText } from '../../../../src-main/record/rich-text/rich-text.ts';
import { t } from '../../../texts/de.ts';
import { onChanges } from '../../../data/changes.ts';
import { problemOf, useCore } from '../../../data/core.ts';
import { onPointedBlock, showAnswers } from '../../../parts/editor/extensions/shown-answers.ts';
import { forEditor } from '../../../parts/editor/kept-editors.ts';
import type { DraftStore } from '../../../parts/statement/draft-store.ts';
import { followPositions, putFollowing, saidOf, type Following, type Said } from './follow-positions.ts';
import { positionInBlock, selectRange } from '../../../parts/statement/found-place.ts';

/** A pause in writing, after which the passages are looked for anew. */
const PAUSE_MS = 400;
const NO_BLOCKS: ReadonlySet<string> = new Set();

export interface PointsView {
  /** With points, in the order they are answered. */
  readonly papers: readonly PaperPoints[];
  readonly answers: ReadonlyMap<string, PointAnswer>;
  readonly passages: ReadonlyMap<string, readonly PointPlace[]>;
  readonly open: ReadonlySet<string>;
  /** Points whose passage the pointer is over in the text. */
  readonly pointed: ReadonlySet<string>;
  readonly answer: (pointId: string, change: PointAnswerChange) => Promise<void>;
  readonly save: (paper: PaperPoints, points: readonly Point[]) => Promise<void>;
  readonly takeOver: () => Promise<void>;
  readonly readAnew: () => Promise<void>;
  readonly layOut: (form: SkeletonForm) => Promise<void>;
  /** The sentence or the table that says what was chosen, at the end of the reply; it follows the positions from then on. */
  readonly say: (what: Following) => void;
  /** Shows the passages of a point in the text as long as it is wanted. */
  readonly point: (pointId: string | null) => void;
  /** Goes to the first of them. */
  readonly show: (pointId: string) => void;
}

const taken = (papers: readonly PaperPoints[]): PaperPoints[] => papers.filter(({ revision }) => revision > 0);

/** The text as it is after a pause, so that no key waits for what is looked for in it. */
function useSettled(reply: RichText): RichText {
  const [settled, setSettled] = useState(reply);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(reply), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [reply]);
  return settled;
}

/** At the end of the reply; the cursor goes to the first place that is to be written. */
function layInto(editor: Editor, skeleton: RichText): void {
  const { state, view } = editor;
  const blocks = state.schema.nodeFromJSON(forEditor(skeleton)).content;
  const last = state.doc.lastChild;
  const isEmpty = last?.isTextblock === true && last.content.size === 0;
  const from = isEmpty ? state.doc.content.size - last.nodeSize : state.doc.content.size;
  const tr = closeHistory(state.tr.replaceWith(from, state.doc.content.size, blocks));
  const empty: number[] = [];
  tr.doc.nodesBetween(from, tr.doc.content.size, (node, position) => {
    if (node.isTextblock && node.content.size === 0) empty.push(position + 1);
  });
  const [first] = empty;
  if (first !== undefined) tr.setSelection(TextSelection.create(tr.doc, first));
  view.dispatch(tr.scrollIntoView());
  view.focus();
}

function showPassages(editor: Editor | null, pointId: string | null, passages: PointsView['passages']): void {
  const places = pointId === null ? [] : (passages.get(pointId) ?? []);
  if (editor) showAnswers(editor, new Set(places.flatMap(({ block }) => block ?? [])));
}

export function usePoints(
  store: DraftStore,
  id: string,
  reply: RichText,
  editor: Editor | null,
  onProblem: (sentence: string | null) => void,
): PointsView {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const query = useQuery(queries.points.list.queryOptions({ input: { ref: id }, staleTime: 0 }));
  const key = useMemo(() => queries.points.list.queryKey({ input: { ref: id } }), [id, queries]);
  useEffect(() => onChanges(() => void queryClient.invalidateQueries({ queryKey: key })), [key, queryClient]);
  const overview = query.data;
  const papers = useMemo(
    () => (overview?.papers ?? []).filter(({ points, revision }) => points.length > 0 || revision > 0),
    [overview],
  );
  const answers = useMemo(
    () => new Map((overview?.answers ?? []).map((answer) => [answer.pointId, answer])),
    [overview],
  );
  const points = useMemo(() => taken(papers), [papers]);
  const settled = useSettled(reply);
  const passages = useMemo(() => answeredPassages(settled, points), [points, settled]);
  const open = useMemo(
    () => new Set(openPoints(points, [...answers.values()], settled).map((point) => point.id)),
    [answers, points, settled],
  );
  const [pointed, setPointed] = useState(NO_BLOCKS);
  const latest = useRef({ reply, onProblem });
  useEffect(() => {
    latest.current = { reply, onProblem };
  });

  const put = useCallback(
    async (ask: () => Promise<PointOverview>): Promise<PointOverview> => {
      const found = await ask();
      queryClient.setQueryData(key, found);
      return found;
    },
    [key, queryClient],
  );
  /** Whatever is refused is said; the list is read again, because it may be another. */
  const attempt = useCallback(
    async (work: () => Promise<void>): Promise<void> => {
      latest.current.onProblem(null);
      try {
        await work();
      } catch (error) {
        latest.current.onProblem(problemOf(error).sentence);
        await queryClient.invalidateQueries({ queryKey: key });
      }
    },
    [key, queryClient],
  );
  const answerNow = useCallback(
    (pointId: string, change: PointAnswerChange): Promise<PointOverview> =>
      put(() => client.points.answer({ ref: id, answers: [{ pointId, change }] })),
    [client, id, put],
  );
  /** Answers the revision it made. */
  const saveNow = useCallback(
    async (paperId: string, expectedRevision: number, list: readonly Point[]): Promise<number> => {
      await put(() => client.points.save({ ref: id, paperId, expectedRevision, points: [...list] }));
      return expectedRevision + 1;
    },
    [client, id, put],
  );

  /** While nothing is decided, the sentence of before stays known, so that it goes on with the next position. */
  const said = useRef<Said>({ sentence: null, rows: null });
  useEffect(() => {
    const before = said.current;
    const now = saidOf(points, answers);
    said.current = { sentence: now.sentence ?? before.sentence, rows: now.rows ?? before.rows };
    if (editor?.isEditable) store.history.quietly(() => followPositions(editor, before, now));
  }, [answers, editor, points, store]);

  /** What the pointer rests on stays shown while its answer is being written. */
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current !== null) showPassages(editor, shown.current, passages);
  }, [editor, passages]);

  // The text under the pointer names its points.
  useEffect(() => {
    if (!editor) return undefined;
    onPointedBlock(editor, (block) => {
      const own = [...passages].filter(([, places]) => places.some((place) => place.block === block));
      setPointed(block === null || own.length === 0 ? NO_BLOCKS : new Set(own.map(([pointId]) => pointId)));
    });
    return () => onPointedBlock(editor, null);
  }, [editor, passages]);

  return useMemo(
    () => ({
      papers,
      answers,
      passages,
      open,
      pointed,
      answer: (pointId, change) =>
        attempt(async () => {
          const { pointId: _, ...before } = answers.get(pointId) ?? notAnswered(pointId);
          const after = await answerNow(pointId, change);
          let known = after.answers.find((one) => one.pointId === pointId);
          // Whoever answered it otherwise meanwhile is not overwritten by a step back.
          const step = (wanted: PointAnswerChange) => async (): Promise<void> => {
            const now = await client.points.list({ ref: id });
            const stored = now.answers.find((one) => one.pointId === pointId);
            if (JSON.stringify(stored) !== JSON.stringify(known)) {
              queryClient.setQueryData(key, now);
              latest.current.onProblem(t.points.answeredOtherwise);
              return;
            }
            known = (await answerNow(pointId, wanted)).answers.find((one) => one.pointId === pointId);
          };
          store.did(step(before), step(change));
        }),
      save: (paper, list) =>
        attempt(async () => {
          let revision = await saveNow(paper.paperId, paper.revision, list);
          const step = (wanted: readonly Point[]) => async (): Promise<void> => {
            revision = await saveNow(paper.paperId, revision, wanted);
          };
          store.did(step(paper.points), step(list));
        }),
      takeOver: () =>
        attempt(async () => {
          await store.saved();
          await put(() => client.points.read({ ref: id, anew: false }));
        }),
      readAnew: () =>
        attempt(async () => {
          await store.saved();
          const before = papers;
          const after = await put(() => client.points.read({ ref: id, anew: true }));
          const revisions = new Map(after.papers.map(({ paperId, revision }) => [paperId, revision]));
          const step = (lists: readonly PaperPoints[]) => async (): Promise<void> => {
            for (const { paperId, points: list } of lists)
              revisions.set(paperId, await saveNow(paperId, revisions.get(paperId) ?? 0, list));
          };
          store.did(step(before), step(after.papers));
        }),
      layOut: (form) =>
        attempt(async () => {
          const without = form === 'all-first' ? [] : [...headedPoints(latest.current.reply, points)];
          const { text } = await client.points.skeleton({ ref: id, form, without });
          if (text.content.length === 0) latest.current.onProblem(t.points.laidBefore);
          else if (editor) layInto(editor, text);
        }),
      say: (what) => {
        const outcome = editor ? putFollowing(editor, what, points, answers) : 'nothing';
        latest.current.onProblem(outcome === 'put' ? null : t.points.notSaid[outcome]);
      },
      point: (pointId) => {
        shown.current = pointId;
        showPassages(editor, pointId, passages);
      },
      show: (pointId) => {
        const [first] = passages.get(pointId) ?? [];
        if (!editor || !first?.block) return;
        const from = positionInBlock(editor.state.doc, first.block, first.start);
        if (from !== null) selectRange(editor, from, from);
      },
    }),
    [
      answers,
      answerNow,
      attempt,
      client,
      editor,
      id,
      key,
      open,
      papers,
      passages,
      pointed,
      points,
      put,
      queryClient,
      saveNow,
      store,
    ],
  );
}
