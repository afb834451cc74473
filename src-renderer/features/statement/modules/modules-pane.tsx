/** Text modules beside the reply: what fits here first, found while typing, put in at the cursor by one key. */
import type { Editor } from '@tiptap/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { closeHistory } from '@tiptap/pm/history';
import { type EditorState, NodeSelection, Selection } from '@tiptap/pm/state';
import { useRef, useState } from 'react';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { fold } from '../../../../src-main/base/fold.ts';
import { formatGermanDate } from '../../../../src-main/base/german-date.ts';
import type { TextModule } from '../../../../src-main/contract/module/shapes.ts';
import { modulePlaces, moduleScopes, moduleTexts } from '../../../../src-main/contract/module/texts-de.ts';
import type { Block } from '../../../../src-main/record/rich-text/rich-text.ts';
import { plainParagraphs } from '../../../../src-main/record/rich-text/plain-text.ts';
import { useCore } from '../../../data/core.ts';
import { gapsOf, selectGap } from '../../../parts/editor/gaps/gap-keys.ts';
import { SidePane } from '../side-pane.tsx';
import { t } from '../../../texts/de.ts';
import { TextField } from '../../../ui/text-field.tsx';

const words = t.modules;

export interface ModulesPaneProps {
  readonly editor: Editor | null;
  /** Kinds of the answered papers and the sending unit: what fits comes first. */
  readonly paperTypes: readonly string[];
  readonly unit: string;
  readonly onClose: () => void;
  readonly onDone: (sentence: string) => void;
}

const PLACES = { opening: 0, text: 1, closing: 2 } as const;

/** Own and those of the unit or for the kind of paper that is answered. */
function fits({ content }: TextModule, paperTypes: readonly string[], unit: string): boolean {
  if (content.paperTypes.length > 0) return content.paperTypes.some((type) => paperTypes.includes(type));
  return content.scope === 'own' || (content.scope === 'unit' && unit !== '' && fold(content.unit) === fold(unit));
}

interface Spot {
  readonly from: number;
  readonly to: number;
  /** In the line itself, as a word would be typed. */
  readonly isInline: boolean;
}

/** No sentence is torn: an empty paragraph is filled, a single paragraph goes into the line where one is writing, anything else behind it. */
function spotFor({ doc, selection }: EditorState, blocks: readonly Block[]): Spot {
  const $at = selection.$to;
  if ($at.depth === 0) return { from: $at.pos, to: $at.pos, isInline: false };
  const { parent } = $at;
  if (parent.isTextblock && parent.content.size === 0 && $at.depth === 1)
    return { from: $at.before(1), to: $at.after(1), isInline: false };
  const isInside = $at.parentOffset > 0 && $at.parentOffset < parent.content.size;
  const isGap = selection instanceof NodeSelection;
  const isLine = blocks.length === 1 && blocks[0]?.type === 'paragraph';
  if (isLine && isInside && !isGap && parent.isTextblock) return { from: $at.pos, to: $at.pos, isInline: true };
  const edge =
    $at.parentOffset === 0 && $at.depth === 1 && !isGap ? $at.before(1) : Math.min($at.after(1), doc.content.size);
  return { from: edge, to: edge, isInline: false };
}

/** As one step; the first gap of it is selected, so that typing fills it. */
function insertModule(editor: Editor, { content }: TextModule): void {
  const { state, view } = editor;
  const blocks = content.text.content;
  const { from, to, isInline } = spotFor(state, blocks);
  const node = state.schema.nodeFromJSON({ type: 'doc', content: blocks });
  const put = isInline ? (node.firstChild?.content ?? node.content) : node.content;
  const tr = closeHistory(state.tr.replaceWith(from, to, put));
  const end = from + put.size;
  tr.setSelection(Selection.near(tr.doc.resolve(end), -1));
  view.dispatch(tr.scrollIntoView());
  view.focus();
  const gap = gapsOf(editor.state.doc).find(({ position }) => position >= from && position < end);
  if (gap) selectGap(editor, gap);
  editor.view.dispatch(closeHistory(editor.state.tr));
}

export function ModulesPane({ editor, paperTypes, unit, onClose, onDone }: ModulesPaneProps) {
  const { queries } = useCore();
  const { data } = useQuery({ ...queries.modules.list.queryOptions(), staleTime: 0 });
  const [text, setText] = useState('');
  const pane = useRef<HTMLElement>(null);
  const wanted = fold(text.trim()).split(/\s+/u).filter(Boolean);
  const found = (data ?? []).filter(({ content }) => {
    const signs = fold([content.title, content.code, content.unit, ...plainParagraphs(content.text)].join(' '));
    return wanted.every((word) => signs.includes(word));
  });
  const byPlace = (modules: readonly TextModule[]): readonly TextModule[] =>
    modules.toSorted((a, b) => PLACES[a.content.place] - PLACES[b.content.place]);
  const fitting = byPlace(found.filter((module) => fits(module, paperTypes, unit)));
  const others = byPlace(found.filter((module) => !fits(module, paperTypes, unit)));
  const insert = (id: string): void => {
    const module = found.find((one) => one.id === id);
    if (!module || !editor || module.isExpired) return;
    insertModule(editor, module);
    onDone(words.inserted(module.content.title));
  };
  const first = [...fitting, ...others].find(({ isExpired }) => !isExpired);
  return (
    <SidePane
      pane={pane}
      title={words.title}
      help="textbausteine"
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
            onKeyDown={(event) => {
              if (event.key === 'Enter' && first) {
                // Else the key would go on to the text, which has the cursor by then.
                event.preventDefault();
                insert(first.id);
              } else if (event.key === 'ArrowDown')
                pane.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
              else event.continuePropagation();
            }}
          />
        </>
      }
    >
      <ListBox
        className="modules-list"
        aria-label={words.list}
        selectionMode="none"
        disabledKeys={found.filter(({ isExpired }) => isExpired).map(({ id }) => id)}
        onAction={(key) => insert(String(key))}
        renderEmptyState={() => <p className="soft empty">{data ? words.none : ''}</p>}
      >
        {fitting.length > 0 && <ModuleSection title={words.fitting} modules={fitting} />}
        {others.length > 0 && <ModuleSection title={words.others} modules={others} />}
      </ListBox>
      <p className="modules-foot">
        <Link to="/einstellungen/$area" params={{ area: 'bausteine' }}>
          {words.write}
        </Link>
      </p>
    </SidePane>
  );
}

function ModuleSection({ title, modules }: { readonly title: string; readonly modules: readonly TextModule[] }) {
  return (
    <ListBoxSection id={title}>
      <Header className="modules-head soft small">{title}</Header>
      {modules.map(({ id, revision, isExpired, content }) => (
        <ListBoxItem key={id} id={id} className="module-card" textValue={content.title}>
          <span className="module-title">{content.title}</span>
          <span className="tag">{modulePlaces[content.place]}</span>
          <span className="module-text soft small">{plainParagraphs(content.text).join(' ')}</span>
          <span className="soft small">
            {revision === 0 ? moduleTexts.shipped : content.unit || moduleScopes[content.scope]}
            {isExpired && content.validUntil !== null && ` · ${words.expired(formatGermanDate(content.validUntil))}`}
          </span>
        </ListBoxItem>
      ))}
    </ListBoxSection>
  );
}
