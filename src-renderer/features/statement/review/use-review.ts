/** Proposals and comments of the statement that is open: read, placed while it is written, decided. */
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Comment } from '../../../../src-main/contract/comment/shapes.ts';
import type { Ground, Review } from '../../../../src-main/contract/proposal/shapes.ts';
import { problemOf, useCore } from '../../../data/core.ts';
import { onChanges } from '../../../data/changes.ts';
import { newId } from '../../../data/new-id.ts';
import { replaceText } from '../../../parts/editor/replace-text.ts';
import type { DraftStore, DraftView } from '../../../parts/statement/draft-store.ts';
import { t } from '../../../texts/de.ts';
import { undoableSentence } from './finished.tsx';
import { selectedPassage, type Editors, type SelectedPassage } from './selected-passage.ts';
import { isWaiting, type ReviewView } from './review-view.ts';
import { useMarks } from './use-marks.ts';

const words = t.review;
const PLACE_AFTER_MS = 300;

const idsOf = (reviews: readonly Review[]): string => reviews.map(({ id }) => id ?? '').join();

const openIn = (reviews: readonly Review[], { id }: Review): string[] =>
  (reviews.find((review) => review.id === id)?.proposals ?? []).filter(isWaiting).map((proposal) => proposal.id);

interface Tell {
  readonly work: (sentence: string | null) => void;
  readonly done: (sentence: ReactNode) => void;
  readonly problem: (sentence: string | null) => void;
}

export function useReview(store: DraftStore, view: DraftView, editors: Editors, tell: Tell): ReviewView {
  const { client, connection } = useCore();
  const { id, state } = view.draft;
  const [reviews, setReviews] = useState<readonly Review[]>([]);
  const [comments, setComments] = useState<readonly Comment[]>([]);
  const [shown, setShown] = useState<'closed' | 'by-itself' | 'wanted'>('closed');
  const isOpen = shown !== 'closed';
  const setOpen = useCallback((opens: boolean): void => setShown(opens ? 'wanted' : 'closed'), []);
  const [chosen, setChosen] = useState<string | null>(null);
  const [writing, setWriting] = useState<SelectedPassage | null>(null);
  const said = useRef(tell);
  useEffect(() => {
    said.current = tell;
  });

  const latest = useRef(reviews);
  useEffect(() => {
    latest.current = reviews;
  });
  /** One after the other: what is pressed next goes by what the one before left. */
  const queue = useRef<Promise<void>>(Promise.resolve());
  const attempt = useCallback((action: () => Promise<void>): Promise<void> => {
    queue.current = queue.current.then(async () => {
      said.current.problem(null);
      try {
        await action();
      } catch (error) {
        said.current.problem(problemOf(error).sentence);
      } finally {
        said.current.work(null);
      }
    });
    return queue.current;
  }, []);
  const texts = useCallback((): Ground => {
    const { quotation, reply } = store.view().content;
    return { quotation, reply };
  }, [store]);
  const replaceReview = useCallback((review: Review): void => {
    const replaced = (all: readonly Review[]): readonly Review[] =>
      all.map((one) => (one.id === review.id ? review : one));
    // At once: the next action in the queue goes by it.
    latest.current = replaced(latest.current);
    setReviews(replaced);
  }, []);

  const load = useCallback(
    (take: (found: Review[], said: Comment[]) => void): (() => void) => {
      let isGone = false;
      void Promise.all([client.proposals.list({ ref: id }), client.comments.list({ ref: id })]).then(
        ([found, all]) => {
          if (!isGone) take(found, all);
        },
        // The page itself says what is wrong with the connection.
        () => undefined,
      );
      return () => {
        isGone = true;
      };
    },
    [client, id],
  );
  useEffect(
    () =>
      load((found, all) => {
        setReviews(found);
        setComments(all);
        if (found.length > 0 && state === 'draft') setShown('by-itself');
      }),
    [load, state],
  );
  const placeAnew = useCallback(
    (all: readonly Review[]): void => {
      const content = texts();
      for (const review of all)
        if (review.id !== null)
          void client.proposals.place({ id: review.id, content }).then(
            (placed) => {
              const now = texts();
              if (now.reply === content.reply && now.quotation === content.quotation) replaceReview(placed);
            },
            () => undefined,
          );
    },
    [client, replaceReview, texts],
  );
  // What another window wrote, read in or finished; proposals that are shown stand beside the text of this one.
  useEffect(
    () =>
      onChanges(() => {
        load((found, all) => {
          setComments(all);
          if (idsOf(latest.current) !== idsOf(found)) setReviews(found);
          // What was decided there is told by the core; the places are those in the text of this window.
          else placeAnew(found);
        });
      }),
    [load, placeAnew],
  );

  // Beside the text as it is being written.
  const { reply, quotation } = view.content;
  useEffect(() => {
    if (reviews.length === 0 || !isOpen) return undefined;
    const timer = setTimeout(() => placeAnew(latest.current), PLACE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isOpen, placeAnew, quotation, reply, reviews.length]);

  useMarks({ id, editors, reviews, comments, chosen, writing, isOpen, setChosen, setOpen, view });

  return useMemo(
    () => ({
      reviews,
      comments,
      isOpen,
      takesFocus: shown === 'wanted',
      chosen,
      writing,
      waiting:
        reviews.flatMap(({ proposals }) => proposals.filter(isWaiting)).length +
        comments.filter(({ resolvedAt }) => resolvedAt === null).length,
      setOpen,
      choose: setChosen,
      readFile: (file) =>
        attempt(async () => {
          said.current.work(words.reading);
          await store.saved();
          const handle = await connection.handOver(file);
          const review = await client.proposals.read({ ref: id, handle, fileName: file.name });
          setReviews((all) => [...all.filter((one) => one.id !== review.id), review]);
          setOpen(true);
        }),
      accept: (review, wanted) =>
        attempt(async () => {
          if (review.id === null) return;
          const ids = wanted ?? openIn(latest.current, review);
          const apply = (content: Ground) => client.proposals.apply({ id: review.id ?? '', ids: [...ids], content });
          let sent = texts();
          let answer = await apply(sent);
          // What was typed while the answer was on its way stays: it is asked for again with it.
          for (let now = texts(); now.reply !== sent.reply || now.quotation !== sent.quotation; now = texts()) {
            sent = now;
            answer = await apply(sent);
          }
          for (const field of ['quotation', 'reply'] as const) {
            const editor = editors[field];
            if (editor && answer.content[field] !== texts()[field]) replaceText(editor, answer.content[field]);
          }
          replaceReview(answer.review);
          if (answer.review.proposals.some(({ id: one, remark }) => remark && ids.includes(one)))
            setComments(await client.comments.list({ ref: id }));
          const left = answer.review.proposals.filter(
            ({ id: one, state: now }) => ids.includes(one) && now !== 'applied',
          );
          said.current.done(
            words.accepted(answer.done.length) + (left.length === 0 ? '' : ` ${words.left(left.length)}`),
          );
        }),
      refuse: (review, wanted, isRefused) =>
        attempt(async () => {
          if (review.id === null) return;
          const ids = wanted ?? openIn(latest.current, review);
          const decide = async (refuses: boolean): Promise<void> => {
            const input = { id: review.id ?? '', ids: [...ids], isRefused: refuses, content: texts() };
            replaceReview(await client.proposals.decide(input));
            setComments(await client.comments.list({ ref: id }));
          };
          await decide(isRefused);
          const takeBack = (): void =>
            void attempt(async () => {
              await decide(false);
              said.current.done(null);
            });
          said.current.done(isRefused ? undoableSentence(words.refused(ids.length), takeBack) : null);
        }),
      finish: (review) =>
        attempt(async () => {
          if (review.id === null) return;
          await client.proposals.close({ id: review.id, isClosed: true });
          setReviews((all) => all.filter((one) => one.id !== review.id));
          const reopen = (): void =>
            void attempt(async () => {
              await client.proposals.close({ id: review.id ?? '', isClosed: false });
              setReviews(await client.proposals.list({ ref: id }));
              setOpen(true);
            });
          said.current.done(undoableSentence(words.finished(review.fileName), reopen));
        }),
      beginComment: (field) => {
        const editor = editors[field];
        const passage = editor && selectedPassage(editor, field);
        if (passage) {
          setWriting(passage);
          setOpen(true);
        } else said.current.done(words.selectFirst);
      },
      saveComment: (text) =>
        attempt(async () => {
          if (!writing) return;
          await store.saved();
          const { field, place, words: at } = writing;
          const isInForm = document.activeElement?.closest('.new-comment') !== null;
          const comment = await client.comments.add({ id: newId(), ref: id, field, place, words: at, text });
          setWriting(null);
          setComments(await client.comments.list({ ref: id }));
          setChosen(comment.id);
          // Whoever wrote it at the words goes on writing there.
          if (isInForm) editors[field]?.view.focus();
        }),
      leaveComment: () => {
        if (writing) editors[writing.field]?.view.focus();
        setWriting(null);
      },
      editComment: async (comment, text) => {
        let isStored = false;
        await attempt(async () => {
          await client.comments.edit({ id: comment.id, text });
          isStored = true;
          setComments(await client.comments.list({ ref: id }));
        });
        return isStored;
      },
      resolve: (comment, isResolved) =>
        attempt(async () => {
          await client.comments.resolve({ id: comment.id, isResolved });
          setComments(await client.comments.list({ ref: id }));
        }),
    }),
    [
      attempt,
      chosen,
      client,
      comments,
      connection,
      editors,
      id,
      isOpen,
      replaceReview,
      reviews,
      setOpen,
      shown,
      store,
      texts,
      writing,
    ],
  );
}
