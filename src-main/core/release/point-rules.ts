/** Rules about the points of the answered papers: each answered, none changed since, none that points nowhere. */
import { fieldPlace, finding, type ReleaseRule } from './release-rule.ts';
import type { CheckedPoint } from './release-subject.ts';

const LONGEST_WORDS = 80;

function shortened(text: string): string {
  const words = text.replace(/\s+/gu, ' ');
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS).replace(/\s\S*$/u, '')} …` : words;
}

/** How a point is named in a sentence: its label, its paper where several are answered, the begin of its words. */
const named = ({ label, text, paper }: CheckedPoint, isOneOfMany: boolean): Record<string, string> => ({
  point: isOneOfMany ? `${label} (${paper})` : label,
  words: shortened(text),
});
const place = ({ id }: CheckedPoint) => fieldPlace(`points.${id}`);

const isOneOfMany = (points: readonly CheckedPoint[]): boolean => new Set(points.map(({ paper }) => paper)).size > 1;

export const pointsAnswered: ReleaseRule = {
  rule: 'point-open',
  find: ({ points }) =>
    points
      .filter(({ isOpen }) => isOpen)
      .map((point) => finding('point-open', 'blocking', place(point), named(point, isOneOfMany(points)))),
};

export const pointsUnchanged: ReleaseRule = {
  rule: 'point-changed',
  find: ({ points }) =>
    points
      .filter(({ isStale, isOpen }) => isStale && !isOpen)
      .map((point) => finding('point-changed', 'warning', place(point), named(point, isOneOfMany(points)))),
};

/** "siehe Antwort zu Frage 3", and 3 is open itself. */
export const pointsLeadSomewhere: ReleaseRule = {
  rule: 'point-refers-open',
  find: ({ points }) => {
    const byId = new Map(points.map((point) => [point.id, point]));
    return points.flatMap((point) => {
      const other = point.sameAs === null ? undefined : byId.get(point.sameAs);
      if (other?.isOpen !== true) return [];
      return [
        finding('point-refers-open', 'warning', place(point), {
          ...named(point, isOneOfMany(points)),
          other: other.label,
        }),
      ];
    });
  },
};

/** "Zu Frage 2:", and the next heading right below; that an open point has no words is said already. */
export const headingsAnswered: ReleaseRule = {
  rule: 'heading-unanswered',
  find: ({ points, emptyHeadings }) => {
    const open = new Set(points.filter(({ isOpen }) => isOpen).map(({ id }) => id));
    return emptyHeadings
      .filter(({ pointIds }) => !pointIds.some((id) => open.has(id)))
      .map(({ text, place: { block, start, end } }) =>
        finding(
          'heading-unanswered',
          'warning',
          { field: 'reply', blockId: block, start, end },
          { text: shortened(text) },
        ),
      );
  },
};
