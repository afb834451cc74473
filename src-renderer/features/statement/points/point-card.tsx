/** One question or demand beside the text: what is asked, how it is answered, what can be put right about it. */
import { memo, useEffect, useRef, useState } from 'react';
import type { Point, PointAnswer, PointAnswerChange } from '../../../../src-main/contract/point/shapes.ts';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { Select, type Choice } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { canSplit } from './edit-points.ts';

const words = t.points;

export type PointAction = keyof typeof words.actions;
const ACTIONS = Object.keys(words.actions) as PointAction[];
const ACTION_ICONS = {
  rename: 'edit',
  split: 'cut',
  join: 'merge',
  up: 'arrowUp',
  down: 'arrowDown',
  indent: 'chevronRight',
  outdent: 'chevronLeft',
  heading: 'listBullets',
  remove: 'remove',
} as const;

interface Props {
  readonly point: Point;
  /** Named beside the label where the statement answers several papers. */
  readonly paper: string | null;
  readonly answer: PointAnswer | undefined;
  /** Others it can refer to. */
  readonly others: readonly Pick<Point, 'id' | 'label'>[];
  readonly places: number;
  readonly isOpen: boolean;
  readonly isPointed: boolean;
  /** Nobody has taken the points over yet. */
  readonly isProposed: boolean;
  readonly isReadOnly: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onAnswer: (pointId: string, change: PointAnswerChange) => void;
  readonly onAction: (pointId: string, action: PointAction) => void;
  readonly onRename: (pointId: string, label: string) => void;
  readonly onPoint: (pointId: string | null) => void;
  readonly onShow: (pointId: string) => void;
}

const SAME = 'same:';
const KEPT_AFTER_MS = 800;
const LONGEST_REASON = 2000;
const LONGEST_LABEL = 60;

function choicesOf({ kind }: Point, others: Props['others'], isWritten: boolean): Choice<string>[] {
  const own: Choice<string>[] =
    kind === 'demand'
      ? Object.entries(words.positions).map(([id, text]) => ({ id, text }))
      : (['answered', 'partly', 'cannot'] as const).map((id) => ({ id, text: words.states[id] }));
  return [
    { id: 'open', text: isWritten && kind === 'question' ? words.written : words.states.open },
    ...own,
    { id: 'withdrawn', text: words.states.withdrawn },
    ...others.map(({ id, label }) => ({ id: `${SAME}${id}`, text: words.sameAs(label) })),
  ];
}

function chosenOf({ kind }: Point, answer: PointAnswer | undefined): string {
  if (!answer) return 'open';
  if (answer.sameAs !== null) return `${SAME}${answer.sameAs}`;
  if (kind === 'demand' && answer.state !== 'withdrawn') return answer.position ?? 'open';
  return answer.state;
}

function changeOf({ kind }: Point, chosen: string): PointAnswerChange {
  const none = { position: null, state: 'open', sameAs: null } as const;
  if (chosen.startsWith(SAME)) return { ...none, sameAs: chosen.slice(SAME.length) };
  if (chosen === 'open' || chosen === 'withdrawn') return { ...none, state: chosen };
  return kind === 'demand'
    ? { ...none, position: chosen as NonNullable<PointAnswerChange['position']> }
    : { ...none, state: chosen as NonNullable<PointAnswerChange['state']> };
}

/** A reason is stored when one leaves it, so that a word is one step. */
function ReasonField({
  point,
  called,
  answer,
  isReadOnly,
  onAnswer,
}: Pick<Props, 'point' | 'answer' | 'isReadOnly' | 'onAnswer'> & { readonly called: string }) {
  const stored = answer?.reason ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (): void => {
    if (typed !== null && typed.trim() !== stored) onAnswer(point.id, { reason: typed });
    setTyped(null);
  };
  // Nothing that was typed waits longer than a pause.
  useEffect(() => {
    if (typed === null || typed.trim() === stored) return undefined;
    const timer = setTimeout(() => onAnswer(point.id, { reason: typed }), KEPT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [onAnswer, point.id, stored, typed]);
  return (
    <TextField
      maxLength={LONGEST_REASON}
      label={words.reason(called)}
      hideLabel
      placeholder={words.reasonHint}
      value={typed ?? stored}
      isReadOnly={isReadOnly}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

function LabelField({
  point,
  onRename,
  onLeave,
}: Pick<Props, 'point' | 'onRename'> & { readonly onLeave: (byKey: boolean) => void }) {
  const [label, setLabel] = useState(point.label);
  // A field that goes away loses the focus once more.
  const isLeft = useRef(false);
  const leave = (byKey: boolean): void => {
    isLeft.current = true;
    onLeave(byKey);
  };
  const commit = (byKey: boolean): void => {
    if (isLeft.current) return;
    if (label.trim() !== '' && label.trim() !== point.label) onRename(point.id, label.trim());
    leave(byKey);
  };
  return (
    <TextField
      maxLength={LONGEST_LABEL}
      label={words.label}
      hideLabel
      value={label}
      autoFocus
      onChange={setLabel}
      onBlur={() => commit(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // Else the key would press the button that the focus goes to.
        event.preventDefault();
        if (event.key === 'Enter') commit(true);
        else leave(true);
      }}
    />
  );
}

/** Whoever leaves the name by a key goes on at the button that opened it. */
function useRenaming() {
  const card = useRef<HTMLLIElement>(null);
  const [isRenaming, setRenaming] = useState(false);
  const goesBack = useRef(false);
  useEffect(() => {
    if (isRenaming || !goesBack.current) return;
    goesBack.current = false;
    card.current?.querySelector<HTMLElement>('.point-head button')?.focus();
  }, [isRenaming]);
  const leaveRenaming = (byKey: boolean): void => {
    goesBack.current = byKey;
    setRenaming(false);
  };
  return { card, isRenaming, setRenaming, leaveRenaming };
}

function disabledFor({ point, isFirst, isLast }: Pick<Props, 'point' | 'isFirst' | 'isLast'>): PointAction[] {
  return ACTIONS.filter(
    (action) =>
      (action === 'split' && !canSplit(point)) ||
      (isFirst && (action === 'join' || action === 'up' || action === 'indent')) ||
      (isLast && action === 'down') ||
      (action === 'outdent' && point.level === 0),
  );
}

export const PointCard = memo(function PointCard(props: Props) {
  const { point, answer, others, places, isOpen, isPointed, isProposed, isReadOnly } = props;
  const { onAnswer, onAction, onPoint, onShow } = props;
  const { id, label, text, level, isGroup, change, formerText, kind } = point;
  const [isWhole, setWhole] = useState(false);
  const { card, isRenaming, setRenaming, leaveRenaming } = useRenaming();
  const called = props.paper === null ? label : `${label} (${props.paper})`;
  const isAsked = !isGroup && change !== 'gone';
  const needsReason = kind === 'question' && (answer?.state === 'cannot' || answer?.state === 'partly');
  return (
    <li
      ref={card}
      className={`point-card${isGroup ? ' group' : ''}${isPointed ? ' pointed' : ''}`}
      data-field={`points.${id}`}
      data-level={Math.min(level, 3)}
      onMouseEnter={() => onPoint(id)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(id)}
      onBlur={() => onPoint(null)}
    >
      <div className="point-head">
        {isRenaming ? (
          <LabelField point={point} onRename={props.onRename} onLeave={leaveRenaming} />
        ) : (
          <span className="point-label">{label}</span>
        )}
        {change !== null && <span className="tag">{words.changes[change]}</span>}
        <span className="page-head-space" />
        {!isReadOnly && !isProposed && (
          <MenuButton
            label={words.moreOf(called)}
            icon="more"
            entries={ACTIONS.map((action) => ({ id: action, text: words.actions[action], icon: ACTION_ICONS[action] }))}
            disabled={disabledFor(props)}
            onChoose={(action) => (action === 'rename' ? setRenaming(true) : onAction(id, action))}
          />
        )}
      </div>
      <p className={isWhole ? 'point-text whole' : 'point-text'} onClick={() => setWhole(!isWhole)}>
        {text}
      </p>
      {answer?.isStale === true && (
        <div className="point-stale">
          <Icon name="warning" small />
          <span>
            {words.stale} {formerText !== null && <span className="soft">{`${words.former} ${formerText}`}</span>}
          </span>
          {!isReadOnly && (
            <Button kind="link" onPress={() => onAnswer(id, { isStale: false })}>
              {words.stillRight}
            </Button>
          )}
        </div>
      )}
      {isAsked && !isProposed && (
        <div className="point-answer">
          {isOpen && <Icon name="warning" small />}
          <Select
            label={words.choice(called)}
            hideLabel
            compact
            value={chosenOf(point, answer)}
            choices={choicesOf(point, others, places > 0)}
            isDisabled={isReadOnly}
            onChange={(chosen) => onAnswer(id, changeOf(point, chosen))}
          />
          {places > 0 && (
            <Button kind="link" aria-label={words.showPlaces(places, called)} onPress={() => onShow(id)}>
              {words.places(places)}
            </Button>
          )}
        </div>
      )}
      {isAsked && !isProposed && needsReason && (
        <ReasonField point={point} called={called} answer={answer} isReadOnly={isReadOnly} onAnswer={onAnswer} />
      )}
    </li>
  );
});
