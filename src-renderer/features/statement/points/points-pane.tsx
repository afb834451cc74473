/** What the answered papers ask, point by point, left of the text. */
import { Link } from '@tanstack/react-router';
import { memo, useCallback, useEffect, useRef, type RefObject } from 'react';
import type { PaperPoints, Point } from '../../../../src-main/contract/point/shapes.ts';
import { newId } from '../../../data/new-id.ts';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { endOf, indent, join, move, remove, rename, split, toggleGroup } from './edit-points.ts';
import { PointCard, type PointAction } from './point-card.tsx';
import type { PointsView } from './use-points.ts';

const words = t.points;
type PaneAction = keyof typeof words.pane;
const PANE_ICONS = {
  quoted: 'quote',
  'by-label': 'listNumbers',
  'all-first': 'grid',
  sentence: 'edit',
  table: 'grid',
  anew: 'undo',
} as const;

function acted(points: readonly Point[], id: string, action: Exclude<PointAction, 'rename'>): Point[] {
  switch (action) {
    case 'split':
      return split(points, id, newId);
    case 'join':
      return join(points, id);
    case 'up':
      return move(points, id, -1);
    case 'down':
      return move(points, id, 1);
    case 'indent':
      return indent(points, id, 1);
    case 'outdent':
      return indent(points, id, -1);
    case 'heading':
      return toggleGroup(points, id);
    case 'remove':
      return remove(points, id);
  }
}

/** The keyboard goes on beside a point that is no longer there. */
function useFocusBeside(
  pane: RefObject<HTMLElement | null>,
  papers: readonly PaperPoints[],
): (pointId: string | null) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const id = wanted.current;
    wanted.current = null;
    if (id === null || document.activeElement !== document.body) return;
    pane.current?.querySelector<HTMLElement>(`[data-field="points.${id}"] .point-head button`)?.focus();
  }, [pane, papers]);
  return useCallback((pointId) => {
    wanted.current = pointId;
  }, []);
}

interface Props {
  readonly view: PointsView;
  readonly isReadOnly: boolean;
}

export const PointsPane = memo(function PointsPane({ view, isReadOnly }: Props) {
  const hasDemands = view.papers.some(({ kind }) => kind === 'demand');
  const offered = (Object.keys(words.pane) as PaneAction[]).filter(
    (id) => hasDemands || (id !== 'sentence' && id !== 'table'),
  );
  const entries = offered.map((id) => ({
    id,
    text: words.pane[id],
    icon: PANE_ICONS[id],
  }));
  const choose = (id: PaneAction): void => {
    if (id === 'sentence' || id === 'table') view.say(id);
    else void (id === 'anew' ? view.readAnew() : view.layOut(id));
  };
  const isTaken = view.papers.some(({ revision }) => revision > 0);
  const pane = useRef<HTMLElement>(null);
  const goOnAt = useFocusBeside(pane, view.papers);
  return (
    <section
      ref={pane}
      className="pane points-pane"
      aria-label={words.region}
      data-help="fragen-und-forderungen"
      data-field="points"
    >
      <div className="pane-head">
        {view.papers.slice(0, 1).map((paper) => (
          <PaperTitle key={paper.paperId} paper={paper} />
        ))}
        {isTaken && (
          <span className={view.open.size > 0 ? 'point-count open' : 'point-count'} role="status">
            <Icon name={view.open.size > 0 ? 'warning' : 'checkmark'} small />
            {words.open(view.open.size)}
          </span>
        )}
        {!isReadOnly && isTaken && <MenuButton label={words.more} icon="more" entries={entries} onChoose={choose} />}
      </div>
      <div className="pane-body">
        {view.papers.map((paper, at) => (
          <div key={paper.paperId}>
            {at > 0 && (
              <div className="point-paper">
                <PaperTitle paper={paper} />
              </div>
            )}
            <Points
              paper={paper}
              view={view}
              isReadOnly={isReadOnly}
              isOneOfSeveral={view.papers.length > 1}
              goOnAt={goOnAt}
            />
          </div>
        ))}
      </div>
    </section>
  );
});

function PaperTitle({ paper: { paperId, paperType, reference, name } }: { readonly paper: PaperPoints }) {
  return (
    <h2 className="ellipsis">
      <Link to="/eingang/$id" params={{ id: paperId }}>
        {words.title(t.paperTypes[paperType], reference ?? name)}
      </Link>
    </h2>
  );
}

interface PointsProps extends Props {
  readonly paper: PaperPoints;
  readonly isOneOfSeveral: boolean;
  readonly goOnAt: (pointId: string | null) => void;
}

function Points({ paper, view, isReadOnly, isOneOfSeveral, goOnAt }: PointsProps) {
  const { points, kind, revision } = paper;
  const asked = points.filter(({ isGroup, change }) => !isGroup && change !== 'gone');
  const isProposed = revision === 0;
  return (
    <>
      {isProposed && (
        <div className="notice point-proposal" role="note">
          <span className="notice-body">{words.proposed(words.count(kind ?? 'question', asked.length))}</span>
          {!isReadOnly && <Button onPress={() => void view.takeOver()}>{words.takeOver}</Button>}
        </div>
      )}
      {points.length === 0 && <p className="soft point-none">{words.none}</p>}
      <ol className="point-list">
        {points.map((point, at) => (
          <PointCard
            key={point.id}
            point={point}
            paper={isOneOfSeveral ? (paper.reference ?? paper.name) : null}
            answer={view.answers.get(point.id)}
            others={asked.filter(({ id }) => id !== point.id)}
            places={view.passages.get(point.id)?.length ?? 0}
            isOpen={view.open.has(point.id)}
            isPointed={view.pointed.has(point.id)}
            isProposed={isProposed}
            isReadOnly={isReadOnly}
            isFirst={at === 0}
            isLast={endOf(points, at) === points.length}
            onAnswer={(id, change) => void view.answer(id, change)}
            onAction={(id, action) => {
              if (action === 'rename') return;
              if (action === 'join') goOnAt(points[at - 1]?.id ?? null);
              if (action === 'remove') goOnAt((points[at + 1] ?? points[at - 1])?.id ?? null);
              void view.save(paper, acted(points, id, action));
            }}
            onRename={(id, label) => void view.save(paper, rename(points, id, label))}
            onPoint={view.point}
            onShow={view.show}
          />
        ))}
      </ol>
    </>
  );
}
