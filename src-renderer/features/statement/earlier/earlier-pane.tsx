/** Earlier papers on the same matter beside the reply: read in place, and taken over paragraph by paragraph with where they come from. */
import type { Editor } from '@tiptap/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { closeHistory } from '@tiptap/pm/history';
import { useDeferredValue, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { formatGermanDate } from '../../../../src-main/base/german-date.ts';
import { shorten } from '../../../../src-main/base/shorten.ts';
import type { PaperSummary } from '../../../../src-main/contract/paper/shapes.ts';
import type { Block } from '../../../../src-main/record/rich-text/rich-text.ts';
import { textBlocks } from '../../../../src-main/record/rich-text/plain-text.ts';
import type { DraftPublicity } from '../../../../src-main/record/basics.ts';
import { problemOf, useCore } from '../../../data/core.ts';
import { newId } from '../../../data/new-id.ts';
import { PublicityTag } from '../../../parts/statement/publicity-tag.tsx';
import { SidePane } from '../side-pane.tsx';
import { t } from '../../../texts/de.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { TextField } from '../../../ui/text-field.tsx';

const words = t.earlier;
const YEAR_DAYS = 365;
const DAY_MS = 86_400_000;
const MOST = 12;

const isOld = (date: string | null): boolean =>
  date !== null && (Date.now() - new Date(`${date}T12:00:00`).getTime()) / DAY_MS > YEAR_DAYS;
const plain = (block: Block): string =>
  textBlocks([block])
    .map(({ text }) => text)
    .join(' ')
    .trim();

/** The paragraph behind the one the cursor stands in, or in its place where that is empty; answers the id of its first block with words. */
function insertBlock(editor: Editor, block: Block): { readonly id: string; readonly words: string } | null {
  const { state } = editor;
  const fresh = JSON.parse(JSON.stringify(block), (key: string, value: unknown) =>
    key === 'id' ? newId() : value,
  ) as Block;
  const node = state.schema.nodeFromJSON(fresh);
  const { $from } = state.selection;
  const own = $from.depth === 0 ? null : $from.node(1);
  const isEmpty = own?.isTextblock === true && own.content.size === 0;
  const from = own && isEmpty ? $from.before(1) : own ? $from.after(1) : state.doc.content.size;
  const to = isEmpty ? $from.after(1) : from;
  editor.view.dispatch(closeHistory(state.tr.replaceWith(from, to, node)));
  editor.commands.setTextSelection(Math.min(from + node.nodeSize - 1, editor.state.doc.content.size));
  editor.view.focus();
  const [first] = textBlocks([fresh]);
  return first && first.id !== null ? { id: first.id, words: first.text } : null;
}

export interface EarlierPaneProps {
  readonly statementId: string;
  readonly editor: Editor | null;
  /** Everything written is stored, so that a comment finds its place. */
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
  readonly onProblem: (sentence: string) => void;
  /** Of the statement that is written. */
  readonly publicity: DraftPublicity;
}

export function EarlierPane(props: EarlierPaneProps) {
  const { statementId, editor, publicity, onSaved, onClose, onDone, onProblem } = props;
  const { client, queries } = useCore();
  const [text, setText] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const wanted = useDeferredValue(text.trim());
  const related = useQuery({
    ...queries.papers.related.queryOptions({ input: { ref: statementId, limit: MOST } }),
    staleTime: 0,
  });
  const found = useQuery({
    ...queries.papers.list.queryOptions({ input: { text: wanted, limit: MOST } }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  const pane = useRef<HTMLElement>(null);
  const papers = (wanted === '' ? (related.data ?? []) : (found.data?.items ?? [])).filter(
    ({ id }) => id !== statementId,
  );
  const isReady = wanted === '' ? related.isSuccess : found.isSuccess;
  const take = async (paper: PaperSummary, block: Block): Promise<void> => {
    if (!editor?.isEditable) return;
    const from = paper.reference ?? paper.name;
    const put = insertBlock(editor, block);
    onDone(words.taken(from));
    if (!put || put.words === '') return;
    // Where it comes from is noted beside the words and never printed; it is done from the begin, unless somebody has to look at it.
    const toCheck = publicity === 'non-public' || paper.publicity === 'public' ? null : paper.publicity;
    await onSaved();
    const place = { block: put.id, start: 0, end: put.words.length };
    const id = newId();
    await client.comments.add({
      id,
      ref: statementId,
      field: 'reply',
      place,
      words: put.words.slice(0, 2000),
      text: toCheck === null ? words.provenance(from) : words.provenanceToCheck[toCheck](from),
    });
    if (toCheck === null) await client.comments.resolve({ id, isResolved: true });
  };
  return (
    <SidePane
      pane={pane}
      title={words.title}
      help="frühere-antworten"
      editor={editor}
      onClose={onClose}
      search={
        <>
          {' '}
          <TextField
            label={words.search}
            hideLabel
            type="search"
            placeholder={words.search}
            value={text}
            onChange={setText}
          />
          {wanted === '' && <p className="soft small">{words.lead}</p>}
        </>
      }
    >
      <ul className="earlier-list" aria-label={words.list}>
        {papers.map((paper) => (
          <li key={paper.id}>
            <EarlierHead
              paper={paper}
              isOpen={open === paper.id}
              onToggle={() => setOpen(open === paper.id ? null : paper.id)}
            />
            {open === paper.id && (
              <EarlierText
                paper={paper}
                onTake={(block) =>
                  void take(paper, block).catch((error: unknown) => onProblem(problemOf(error).sentence))
                }
              />
            )}
          </li>
        ))}
      </ul>
      {isReady && papers.length === 0 && (
        <p className="soft empty" role="status">
          {wanted === '' ? words.none : words.nothingFound}
        </p>
      )}
    </SidePane>
  );
}

function EarlierHead({
  paper,
  isOpen,
  onToggle,
}: {
  readonly paper: PaperSummary;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <AriaButton className="button quiet earlier-head" aria-expanded={isOpen} onPress={onToggle}>
      <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} />
      <span className="earlier-name">
        <strong>{paper.reference ?? t.paperTypes[paper.paperType]}</strong> {paper.name}
      </span>
      <span className="soft small">{paper.date === null ? words.undated : formatGermanDate(paper.date)}</span>
      {isOld(paper.date) && (
        <span className="tag">
          <Icon name="history" small />
          {words.old}
        </span>
      )}
      <PublicityTag publicity={paper.publicity} />
    </AriaButton>
  );
}

function EarlierText({ paper, onTake }: { readonly paper: PaperSummary; readonly onTake: (block: Block) => void }) {
  const { queries } = useCore();
  const isStatement = paper.paperType === 'statement';
  const statement = useQuery({
    ...queries.statements.get.queryOptions({ input: { ref: paper.id } }),
    enabled: isStatement,
  });
  const other = useQuery({ ...queries.papers.get.queryOptions({ input: { ref: paper.id } }), enabled: !isStatement });
  const text = isStatement ? statement.data?.content.reply : other.data?.content.text;
  if (!text) return null;
  const blocks = text.content.filter((block) => plain(block) !== '');
  return (
    <div className="earlier-text">
      {paper.publicity !== 'public' && (
        <p className="status-item warn small">
          <Icon name="warning" small />
          {words.hints[paper.publicity]}
        </p>
      )}
      {blocks.length === 0 && <p className="soft">{words.noText}</p>}
      {blocks.map((block, at) => (
        <div className="earlier-block" key={textBlocks([block])[0]?.id ?? at}>
          <p>{plain(block)}</p>
          <Button kind="link" aria-label={words.takeOf(shorten(plain(block), 60))} onPress={() => onTake(block)}>
            {words.take}
          </Button>
        </div>
      ))}
      <Link to={isStatement ? '/stellungnahme/$id' : '/eingang/$id'} params={{ id: paper.id }} className="small">
        {words.openPaper}
      </Link>
    </div>
  );
}
