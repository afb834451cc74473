/** What a colleague would change and what was noted, beside the text: each with its place and what can be done about it. */
import { useEffect, useRef, useState } from 'react';
import { formatGermanTime } from '../../../../src-main/base/german-time.ts';
import type { Comment } from '../../../../src-main/contract/comment/shapes.ts';
import type { Passage, Review, TextField } from '../../../../src-main/contract/proposal/shapes.ts';
import { namedSentence, writtenAt } from '../../../../src-main/contract/proposal/texts-de.ts';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextField as TextInput } from '../../../ui/text-field.tsx';
import { ProposalCard } from './proposal-card.tsx';
import { proposalKey, showPassage } from './use-marks.ts';
import type { Editors } from './selected-passage.ts';
import { isWaiting, type ReviewView } from './review-view.ts';

const words = t.review;

interface Props {
  readonly view: ReviewView;
  readonly editors: Editors;
  readonly isReadOnly: boolean;
}

export function ReviewPane({ view, editors, isReadOnly }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const { chosen, writing, takesFocus, reviews } = view;
  /** The card that has the focus or had it last, and where it stands: what comes behind it is next. */
  const acted = useRef<{ readonly passage: string; readonly at: number } | null>(null);
  useEffect(() => {
    if (takesFocus && !writing) body.current?.focus();
    // Only when it opens: later the focus is where the work is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const cards = (): HTMLElement[] => Array.from(body.current?.querySelectorAll<HTMLElement>('[data-passage]') ?? []);
  // A button that went with what it did leaves the focus nowhere: the next thing that waits takes it.
  useEffect(() => {
    if (acted.current === null || document.activeElement !== document.body) return;
    const { passage, at } = acted.current;
    const all = cards();
    const own = all.findIndex(({ dataset }) => dataset['passage'] === passage);
    const from = own === -1 ? at : own;
    const order = [...all.slice(from), ...all.slice(0, from)];
    const next = order.find((card) => card.matches('.open, .waiting')) ?? all[own];
    (next?.querySelector('button') ?? body.current)?.focus();
  }, [reviews, view.comments]);
  // What was clicked in the text is in sight here.
  useEffect(() => {
    if (chosen !== null)
      body.current?.querySelector(`[data-passage="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <section
      className="pane preview pane-over review-pane"
      aria-label={words.title}
      data-help="bearbeitete-datei-einlesen"
      onFocusCapture={({ target }) => {
        const card = target.closest<HTMLElement>('[data-passage]');
        const passage = card?.dataset['passage'];
        if (card && passage !== undefined) acted.current = { passage, at: cards().indexOf(card) };
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        view.setOpen(false);
        editors.reply?.view.focus();
      }}
    >
      <header className="pane-head">
        <Button kind="quiet" icon="arrowLeft" onPress={() => view.setOpen(false)}>
          {words.back}
        </Button>
        <h2 className="ellipsis">{words.title}</h2>
      </header>
      <div className="pane-body review-body" ref={body} tabIndex={0} role="group" aria-label={words.title}>
        {writing && (
          <div className="review-part" key={JSON.stringify(writing.place)}>
            <CommentForm
              label={words.text}
              quoted={writing.words}
              onSave={(text) => void view.saveComment(text)}
              onCancel={view.leaveComment}
            />
          </div>
        )}
        {view.reviews.map((review) => (
          <Proposals key={review.id} review={review} view={view} editors={editors} isReadOnly={isReadOnly} />
        ))}
        <Comments view={view} editors={editors} isReadOnly={isReadOnly} />
      </div>
    </section>
  );
}

/** Where the pane stands in place of the text, it makes room for it. */
function show(
  view: ReviewView,
  editors: Editors,
  { field, key, place }: { readonly field: TextField; readonly key: string; readonly place: Passage | null },
): void {
  view.choose(key);
  if (!place) return;
  const isCovered = editors[field]?.view.dom.offsetParent === null;
  if (isCovered) view.setOpen(false);
  requestAnimationFrame(() => showPassage(editors, field, key, place));
}

function Proposals({ review, view, editors, isReadOnly }: Props & { readonly review: Review }) {
  const open = review.proposals.filter(isWaiting);
  const ids = open.map(({ id }) => id);
  return (
    <section className="review-part" aria-label={words.from(review.fileName)}>
      <h3 className="ellipsis">{words.from(review.fileName)}</h3>
      <p className="soft small">
        {words.readAt(formatGermanTime(review.at), review.actor)}
        {review.proposals.length > 0 && ` · ${words.count(open.length, review.proposals.length)}`}
      </p>
      {review.named.length > 0 && (
        <div className="notice warn review-named" role="group" aria-label={words.named}>
          <Icon name="info" />
          <ul className="notice-body">
            {review.named.map((one, index) => (
              <li key={index}>{namedSentence(one)}</li>
            ))}
          </ul>
        </div>
      )}
      {review.proposals.length === 0 && <p className="soft">{words.none}</p>}
      <div className="button-row">
        <Button isDisabled={isReadOnly || ids.length === 0} onPress={() => void view.accept(review, null)}>
          {words.acceptAll}
        </Button>
        <Button isDisabled={isReadOnly || ids.length === 0} onPress={() => void view.refuse(review, null, true)}>
          {words.refuseAll}
        </Button>
        <span className="page-head-space" />
        <Button kind={ids.length === 0 ? 'primary' : 'plain'} onPress={() => void view.finish(review)}>
          {words.finish}
        </Button>
      </div>
      <ul className="review-list">
        {review.proposals.map((proposal) => {
          const key = proposalKey(review, proposal.id);
          return (
            <ProposalCard
              key={key}
              proposal={proposal}
              passage={key}
              isChosen={view.chosen === key}
              isReadOnly={isReadOnly}
              onShow={() => show(view, editors, { ...proposal, key })}
              onAccept={() => void view.accept(review, [proposal.id])}
              onRefuse={(isRefused) => void view.refuse(review, [proposal.id], isRefused)}
            />
          );
        })}
      </ul>
    </section>
  );
}

interface FormProps {
  readonly label: string;
  readonly quoted: string;
  /** What stands there before. */
  readonly former?: string;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

function CommentForm({ label, quoted, former = '', onSave, onCancel }: FormProps) {
  const [text, setText] = useState(former);
  return (
    <form
      className="new-comment"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onSave(text.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      {quoted !== '' && <p className="quoted-words">{quoted}</p>}
      <TextInput label={label} value={text} onChange={setText} lines={3} autoFocus />
      <div className="button-row">
        <Button kind="primary" type="submit" isDisabled={text.trim() === ''}>
          {words.save}
        </Button>
        <Button onPress={onCancel}>{t.common.cancel}</Button>
      </div>
    </form>
  );
}

function Comments({ view, editors, isReadOnly }: Props) {
  const [showsResolved, setShowsResolved] = useState(false);
  const resolved = view.comments.filter(({ resolvedAt }) => resolvedAt !== null);
  const shown = showsResolved ? view.comments : view.comments.filter(({ resolvedAt }) => resolvedAt === null);
  return (
    <section className="review-part" aria-label={words.comments} data-help="kommentare">
      <div className="review-part-head">
        <h3>{words.comments}</h3>
        {resolved.length > 0 && (
          <Switch label={words.showResolved(resolved.length)} isSelected={showsResolved} onChange={setShowsResolved} />
        )}
      </div>
      {shown.length === 0 && <p className="soft">{words.noComments}</p>}
      <ul className="review-list">
        {shown.map((comment) => (
          <CommentCard key={comment.id} comment={comment} view={view} editors={editors} isReadOnly={isReadOnly} />
        ))}
      </ul>
    </section>
  );
}

/** What came with a file bears its writer's time, and stays as written. */
const isFromHere = ({ writtenAt: at }: Comment): boolean => /\.\d{3}Z$/.test(at);
const timeOf = (comment: Comment): string =>
  isFromHere(comment) ? formatGermanTime(comment.writtenAt) : writtenAt(comment.writtenAt);

function CommentCard({ comment, view, editors, isReadOnly }: Props & { readonly comment: Comment }) {
  const { id, field, place, author, resolvedAt, resolvedBy } = comment;
  const [isChanging, setChanging] = useState(false);
  const isResolved = resolvedAt !== null;
  const card = useRef<HTMLLIElement>(null);
  const wasChanging = useRef(false);
  const leave = (): void => setChanging(false);
  // Once the form is gone: the next frame may come before that, when the answer comes between two keys.
  useEffect(() => {
    if (wasChanging.current && !isChanging) card.current?.querySelector('button')?.focus();
    wasChanging.current = isChanging;
  }, [isChanging]);
  return (
    <li
      ref={card}
      className={`review-card${isResolved ? '' : ' waiting'}${view.chosen === id ? ' chosen' : ''}`}
      data-passage={id}
    >
      <p className="review-card-head">
        <Icon name="comment" small />
        <span className="ellipsis">{[author, timeOf(comment)].filter(Boolean).join(', ')}</span>
        {isResolved && <span className="tag">{words.resolvedBy(resolvedBy ?? '')}</span>}
      </p>
      {isChanging ? (
        <CommentForm
          label={words.changedText}
          quoted={comment.words}
          former={comment.text}
          onSave={(text) => void view.editComment(comment, text).then((isStored) => isStored && leave())}
          onCancel={leave}
        />
      ) : (
        <>
          <p className="review-text">{comment.text}</p>
          {comment.words !== '' && <p className="quoted-words">{comment.words}</p>}
          <div className="button-row">
            <Button isDisabled={isReadOnly} onPress={() => void view.resolve(comment, !isResolved)}>
              {isResolved ? words.unresolve : words.resolve}
            </Button>
            {!isResolved && isFromHere(comment) && (
              <Button kind="quiet" isDisabled={isReadOnly} onPress={() => setChanging(true)}>
                {words.change}
              </Button>
            )}
            {place ? (
              <Button kind="quiet" onPress={() => show(view, editors, { field, key: id, place })}>
                {words.show}
              </Button>
            ) : (
              <span className="soft small">{words.noPlace}</span>
            )}
          </div>
        </>
      )}
    </li>
  );
}
