/** The sentence and the table that say what was chosen follow the positions, as long as nobody has touched their words. */
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import {
  isRecommendation,
  positionRows,
  recommendationSentence,
  type AnsweredDemands,
  type Answers,
} from '../../../../src-main/contract/point/recommendation.ts';
import { newId } from '../../../data/new-id.ts';

export type Following = 'sentence' | 'table';
type Rows = NonNullable<ReturnType<typeof positionRows>>;

interface Range {
  readonly from: number;
  readonly to: number;
}

const plain = (node: Node): string => node.textBetween(0, node.content.size, '\n', '\u{FFFC}');

/** A paragraph that says this and nothing else: with a word more it is somebody's own, and a quotation is nobody's to change. */
function findSentence(document: Node, sentence: string): Range | null {
  const found = findBlock(document, (block) => block.type.name === 'paragraph' && plain(block) === sentence);
  return found && { from: found.from + 1, to: found.to - 1 };
}

const rowsOf = (table: Node): string[][] => table.children.map((row) => row.children.map(plain));

function findBlock(document: Node, isWanted: (block: Node) => boolean): Range | null {
  let found: Range | null = null;
  document.forEach((node, position) => {
    if (found === null && isWanted(node)) found = { from: position, to: position + node.nodeSize };
  });
  return found;
}

function findTable(document: Node, rows: Rows): Range | null {
  const wanted = JSON.stringify(rows);
  return findBlock(document, (block) => block.type.name === 'table' && JSON.stringify(rowsOf(block)) === wanted);
}

function tableOf({ schema }: Editor, rows: Rows): Node {
  return schema.nodeFromJSON({
    type: 'table',
    content: rows.map((cells, at) => ({
      type: 'tableRow',
      content: cells.map((text) => ({
        type: at === 0 ? 'tableHeader' : 'tableCell',
        content: [
          { type: 'paragraph', attrs: { id: newId() }, ...(text !== '' && { content: [{ type: 'text', text }] }) },
        ],
      })),
    })),
  });
}

/** What the positions say; null where they say nothing. */
export interface Said {
  readonly sentence: string | null;
  readonly rows: Rows | null;
}
export const saidOf = (papers: readonly AnsweredDemands[], answers: Answers): Said => ({
  sentence: recommendationSentence(papers, answers),
  rows: positionRows(papers, answers),
});

/** Puts what the positions say now in the place of what they said before; a step back of the position brings it back as well. */
export function followPositions(editor: Editor, before: Said, now: Said): boolean {
  const { tr } = editor.state;
  const { sentence, rows } = before;
  const { sentence: wanted, rows: wantedRows } = now;
  const place = sentence && wanted && sentence !== wanted ? findSentence(tr.doc, sentence) : null;
  if (place && wanted) tr.insertText(wanted, place.from, place.to);
  const isOther = rows && wantedRows && JSON.stringify(rows) !== JSON.stringify(wantedRows);
  const table = isOther ? findTable(tr.doc, rows) : null;
  if (table && wantedRows) tr.replaceWith(table.from, table.to, tableOf(editor, wantedRows));
  if (!tr.docChanged) return false;
  editor.view.dispatch(tr.setMeta('addToHistory', false));
  return true;
}

/** At the end of the reply, as a step of its own; `nothing` where nothing is decided yet, `there` where it stands there already. */
export function putFollowing(
  editor: Editor,
  what: Following,
  papers: readonly AnsweredDemands[],
  answers: Answers,
): 'put' | 'there' | 'nothing' {
  const { state, view } = editor;
  const sentence = recommendationSentence(papers, answers);
  const rows = positionRows(papers, answers);
  const isThere =
    what === 'sentence' ? sentence && findSentence(state.doc, sentence) : rows && findTable(state.doc, rows);
  if (isThere) return 'there';
  const node =
    what === 'sentence'
      ? sentence &&
        state.schema.nodeFromJSON({
          type: 'paragraph',
          attrs: { id: newId() },
          content: [{ type: 'text', text: sentence }],
        })
      : rows && tableOf(editor, rows);
  if (!node) return 'nothing';
  // A sentence of former positions is brought up to date instead of being contradicted by a second one.
  const former =
    what === 'sentence'
      ? findBlock(state.doc, (block) => block.type.name === 'paragraph' && isRecommendation(plain(block)))
      : null;
  if (former) {
    view.dispatch(closeHistory(state.tr.replaceWith(former.from, former.to, node)).scrollIntoView());
    view.focus();
    return 'put';
  }
  const last = state.doc.lastChild;
  const isEmpty = last?.isTextblock === true && last.content.size === 0;
  const end = state.doc.content.size;
  const from = isEmpty ? end - last.nodeSize : end;
  view.dispatch(closeHistory(state.tr.replaceWith(from, end, node)).scrollIntoView());
  view.focus();
  return 'put';
}
