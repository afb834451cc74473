/** F7 goes to the next words that something was found at, F9 to the next open question or demand; with the shift key to the one before. */
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { markedPlace } from '../../parts/editor/extensions/marked-findings.ts';
import { selectRange } from '../../parts/statement/found-place.ts';
import type { FindingsView } from './findings/use-findings.ts';
import type { PointsView } from './points/use-points.ts';
import type { Editors } from './review/selected-passage.ts';

/** From the end on it begins anew. */
function nextOf<T>(
  all: readonly T[],
  step: 1 | -1,
  isBehind: (one: T) => boolean,
  isBefore: (one: T) => boolean,
): T | undefined {
  return step === 1 ? (all.find(isBehind) ?? all[0]) : (all.findLast(isBefore) ?? all.at(-1));
}

function toFinding({ findings }: FindingsView, { reply }: Editors, step: 1 | -1): boolean {
  if (!reply) return false;
  const places = findings
    .flatMap(({ key, place }) => (place.field === 'reply' ? (markedPlace(reply, key) ?? []) : []))
    .toSorted((a, b) => a.from - b.from);
  const { from, to } = reply.state.selection;
  const next = nextOf(
    places,
    step,
    (place) => place.from >= to,
    (place) => place.to <= from,
  );
  if (next) selectRange(reply, next.from, next.to);
  return next !== undefined;
}

function toPoint({ papers, open }: PointsView, page: HTMLElement, step: 1 | -1): boolean {
  const ids = papers.flatMap(({ points }) => points.flatMap(({ id }) => (open.has(id) ? [id] : [])));
  const cards = ids.flatMap((id) => page.querySelector<HTMLElement>(`[data-field="points.${CSS.escape(id)}"]`) ?? []);
  const here = document.activeElement?.closest('[data-field^="points."]') ?? null;
  const follows = (card: HTMLElement, way: number): boolean =>
    here !== null && card !== here && (here.compareDocumentPosition(card) & way) !== 0;
  const next = nextOf(
    cards,
    step,
    (card) => follows(card, Node.DOCUMENT_POSITION_FOLLOWING),
    (card) => follows(card, Node.DOCUMENT_POSITION_PRECEDING),
  );
  const choice = next?.querySelector<HTMLElement>('.select-button') ?? next?.querySelector('button');
  choice?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

export function useNextKeys(
  page: RefObject<HTMLElement | null>,
  findings: FindingsView,
  points: PointsView,
  editors: Editors,
): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || !page.current) return;
    const step = event.shiftKey ? -1 : 1;
    if (event.key === 'F7') toFinding(findings, editors, step);
    else if (event.key === 'F9') toPoint(points, page.current, step);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const element = page.current;
    const keys = (event: KeyboardEvent): void => onKey(event);
    element?.addEventListener('keydown', keys);
    return () => element?.removeEventListener('keydown', keys);
  }, [page]);
}
