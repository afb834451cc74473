/** The sentence and the table that say what was chosen follow the positions, as long as nobody has touched their words. */
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import {
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

/** Behind the last words, so that marks at the begin stay; the paragraph may say more before it. */
function findSentence(document: Node, sentence: string): Range | null {
  let found: Range | null = null;
  document.descendants((node, position) => {
    if (!node.isTextblock) return found === null;
    const at = plain(node).indexOf(sentence);
    if (at !== -1 && found === null) found = { from: position + 1 + at, to: position + 1 + at + sentence.length };
    return false;
  });
  return found;
}

const rowsOf = (table: Node): string[][] => table.children.map((row) => row.children.map(plain));

function findTable(document: Node, rows: Rows): Range | null {
  let found: Range | null = null;
  const wanted = JSON.stringify(rows);
  document.forEach((node, position) => {
    if (node.type.name === 'table' && found === null && JSON.stringify(rowsOf(node)) === wanted)
      found = { from: position, to: position + node.nodeSize };
  });
  return found;
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

/** Puts what the positions say now in the place of what they said before; a step back of the position brings it back as well. */
export function followPositions(
  editor: Editor,
  before: { readonly papers: readonly AnsweredDemands[]; readonly answers: Answers },
  now: { readonly papers: readonly AnsweredDemands[]; readonly answers: Answers },
): boolean {
  const { tr } = editor.state;
  const [sentence, wanted] = [before, now].map(({ papers, answers }) => recommendationSentence(papers, answers));
  const place = sentence && wanted && sentence !== wanted ? findSentence(tr.doc, sentence) : null;
  if (place && wanted) tr.insertText(wanted, place.from, place.to);
  const [rows, wantedRows] = [before, now].map(({ papers, answers }) => positionRows(papers, answers));
  const isOther = rows && wantedRows && JSON.stringify(rows) !== JSON.stringify(wantedRows);
  const table = isOther ? findTable(tr.doc, rows) : null;
  if (table && wantedRows) tr.replaceWith(table.from, table.to, tableOf(editor, wantedRows));
  if (!tr.docChanged) return false;
  editor.view.dispatch(tr.setMeta('addToHistory', false));
  return true;
}

/** At the end of the reply, as a step of its own. Answers false where nothing is decided yet, or it stands there already. */
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
  const last = state.doc.lastChild;
  const isEmpty = last?.isTextblock === true && last.content.size === 0;
  const end = state.doc.content.size;
  const from = isEmpty ? end - last.nodeSize : end;
  view.dispatch(closeHistory(state.tr.replaceWith(from, end, node)).scrollIntoView());
  view.focus();
  return 'put';
}
