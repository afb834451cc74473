/** The skeleton of a reply: a heading for each point in the form of the office, with room to write below. Pure. */
import { assertNever } from '../../base/assert-never.ts';
import type { PointsOfPaper } from '../../contract/point/answered-passages.ts';
import type { Point, PointKind, SkeletonForm } from '../../contract/point/shapes.ts';
import { pointTexts } from '../../contract/point/texts-de.ts';
import type { Block, Inline, RichText } from '../../record/rich-text/rich-text.ts';

const bold = (text: string): Inline => ({ type: 'text', text, marks: [{ type: 'bold' }] });
const plain = (text: string): Inline => ({ type: 'text', text });
const paragraph = (...content: Inline[]): Block => ({
  type: 'paragraph',
  attrs: { id: null },
  ...(content.length > 0 && { content }),
});
const EMPTY = paragraph();

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const asked = (points: readonly Point[]): readonly Point[] => points.filter(({ change }) => change !== 'gone');
/** "1." for a figure, "2 a)" and "I." as they are. */
const numbered = (label: string): string => (/[\d\p{Lu}]$/u.test(label) ? `${label}.` : label);

/** The question itself, and room below it. */
function quoted({ label, text, isGroup }: Point): Block[] {
  const head = paragraph(bold(`${numbered(label)} ${oneLine(text)}`));
  return isGroup ? [head] : [head, EMPTY];
}

const byLabel = (kind: PointKind, { label, isGroup }: Point, paper: string | null): Block[] =>
  isGroup ? [] : [paragraph(bold(pointTexts.to(kind, paper === null ? label : `${label} (${paper})`))), EMPTY];

/** Numbers that two papers share need the paper beside them. */
function sharedLabels(papers: readonly PointsOfPaper[]): ReadonlySet<string> {
  const labels = papers.flatMap(({ points }) => points.map(({ label, kind }) => `${kind} ${label}`));
  return new Set(labels.filter((label, at) => labels.indexOf(label) !== at));
}

/** Without ids: the editor names its blocks. `without`: points that have their heading already. */
export function skeleton(
  papers: readonly PointsOfPaper[],
  form: SkeletonForm,
  without: ReadonlySet<string> = new Set(),
): RichText {
  const shared = sharedLabels(papers);
  const list = papers.flatMap(({ reference, points }) =>
    asked(points)
      .filter(({ id }) => !without.has(id))
      .map((point) => ({ point, paper: shared.has(`${point.kind} ${point.label}`) ? reference : null })),
  );
  switch (form) {
    case 'quoted':
      return { type: 'doc', content: list.flatMap(({ point }) => quoted(point)) };
    case 'by-label':
      return { type: 'doc', content: list.flatMap(({ point, paper }) => byLabel(point.kind, point, paper)) };
    case 'all-first':
      return {
        type: 'doc',
        content: [
          ...list.map(({ point }) => paragraph(plain(`${numbered(point.label)} ${oneLine(point.text)}`))),
          ...(list.length === 0 ? [] : [EMPTY]),
        ],
      };
    default:
      return assertNever(form);
  }
}
