/** Tagged pages (ISO 32000-1, 14.8) in the order of their structure: what stands in the tree first is read first, wherever it is on the page. Pure. */
import type { PagePiece } from './page-pieces.ts';

interface TreeNode {
  readonly role?: unknown;
  readonly type?: unknown;
  readonly id?: unknown;
  readonly children?: unknown;
}

/** Elements that stand within a line. */
const INLINE = new Set(['Span', 'Link', 'Em', 'Strong', 'Reference', 'Quote', 'Code', 'Annot', 'Lbl', 'NonStruct']);
const CELLS = new Set(['TD', 'TH']);
/** So much of the words must stand in the tree for it to be believed. */
const COVERED = 0.8;
const DEEPEST = 200;

const length = (pieces: readonly PagePiece[]): number => pieces.reduce((sum, { text }) => sum + text.trim().length, 0);

/** The pieces in the order of the tree, blocks ending their line; null where the tree does not cover the page. */
export function taggedOrder(tree: unknown, pieces: readonly PagePiece[]): PagePiece[] | null {
  const byMark = Map.groupBy(pieces, ({ mark }) => mark);
  const ordered: PagePiece[] = [];
  const used = new Set<string | null>([null]);
  /** Cells of a row stand in one line, parted by tabs. */
  const end = (isCell: boolean): void => {
    const last = ordered.at(-1);
    if (last) ordered[ordered.length - 1] = { ...last, text: isCell ? `${last.text}\t` : last.text, endsLine: !isCell };
  };
  const walk = (node: TreeNode, depth: number): void => {
    if (node.type === 'content' && typeof node.id === 'string' && !used.has(node.id)) {
      used.add(node.id);
      ordered.push(...(byMark.get(node.id) ?? []));
    }
    if (depth > DEEPEST || !Array.isArray(node.children)) return;
    const before = ordered.length;
    for (const child of node.children as readonly TreeNode[]) walk(child, depth + 1);
    const { role } = node;
    if (typeof role === 'string' && !INLINE.has(role) && ordered.length > before) end(CELLS.has(role));
  };
  walk(tree ?? {}, 0);
  if (length(ordered) < COVERED * length(pieces)) return null;
  // Words at the edges of the page, and what nobody tagged, stand behind.
  return [...ordered, ...pieces.filter(({ mark }) => !used.has(mark) || mark === null)];
}
