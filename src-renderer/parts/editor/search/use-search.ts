/** Looking for words in the texts of a page, one after the other as they stand there, and putting others in their place. */
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { useEffect, useMemo, useRef, useState } from 'react';
import { normaliseText } from '../../../../src-main/base/normalise.ts';
import { markNumbersIn } from '../extensions/paper-reference.ts';
import { findInText, nextFrom, type FoundRange, type Wanted } from './find-in-text.ts';
import { markSearch } from './search-marks.ts';

interface Hit {
  readonly editor: Editor;
  readonly range: FoundRange;
}

export interface SearchView {
  readonly count: number;
  /** Number of the hit that is shown, from 1; 0 for none. */
  readonly at: number;
  /** Whether the shown hit stands in a text that may be changed. */
  readonly canReplace: boolean;
  readonly canReplaceAny: boolean;
  readonly go: (step: 1 | -1) => void;
  /** Replaces the shown hit and goes to the next one. */
  readonly replace: (words: string) => void;
  /** Answers how many were replaced: one step to take back in each text. */
  readonly replaceAll: (words: string) => number;
  /** The cursor goes to the hit that is shown, or back to where it was. */
  readonly leave: () => void;
}

function show({ editor, range }: Hit): void {
  const { state, view } = editor;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, range.from, range.to)));
  // A folded section opens as for the browser's own search; it is laid out in the next frame.
  view.dom.closest('[hidden]')?.dispatchEvent(new Event('beforematch'));
  requestAnimationFrame(() => view.dom.querySelector('.search-mark.current')?.scrollIntoView({ block: 'center' }));
}

/**
 * Formats go on through the new words; the number of a paper is marked anew by its own rule. Only what is found in the text as it stands this
 * moment is replaced; answers how much that was.
 */
function put(editor: Editor, wanted: Wanted, ranges: readonly FoundRange[], typed: string): number {
  const { tr } = editor.state;
  const words = normaliseText(typed);
  const present = new Set(findInText(tr.doc, wanted).map(({ from, to }) => `${String(from)} ${String(to)}`));
  const standing = ranges.filter(({ from, to }) => present.has(`${String(from)} ${String(to)}`));
  if (standing.length === 0) return 0;
  for (const { from, to } of standing.toReversed()) {
    if (words === '') tr.delete(from, to);
    else tr.insertText(words, from, to);
    if (/\d/u.test(words)) markNumbersIn(tr, from, from + words.length);
  }
  // Behind the new words: the next hit is looked for from there.
  const last = standing.length === 1 ? standing[0] : undefined;
  if (last) tr.setSelection(TextSelection.create(tr.doc, last.from + words.length));
  editor.view.dispatch(closeHistory(tr));
  return standing.length;
}

interface Text {
  readonly editor: Editor;
  readonly doc: Node;
}
const textsOf = (editors: readonly Editor[]): readonly Text[] =>
  editors.filter(({ isDestroyed }) => !isDestroyed).map((editor) => ({ editor, doc: editor.state.doc }));

/** The texts as they are now, whoever changes them. */
function useTexts(editors: readonly Editor[]): readonly Text[] {
  const [known, setKnown] = useState<{ readonly of: readonly Editor[]; readonly texts: readonly Text[] }>();
  useEffect(() => {
    // Whatever changes a text, another window's save among it, which no update tells of.
    const changed = ({ transaction }: { readonly transaction: Transaction }): void => {
      if (transaction.docChanged) setKnown({ of: editors, texts: textsOf(editors) });
    };
    for (const editor of editors) editor.on('transaction', changed);
    return () => {
      for (const editor of editors) editor.off('transaction', changed);
    };
  }, [editors]);
  const first = useMemo(() => textsOf(editors), [editors]);
  return known?.of === editors ? known.texts : first;
}

/** `editors` in the order of the page; null while nothing is looked for. */
export function useSearch(editors: readonly Editor[], wanted: Wanted | null, active: Editor | null): SearchView {
  const texts = useTexts(editors);
  const hits = useMemo(
    (): readonly Hit[] =>
      wanted === null
        ? []
        : texts.flatMap(({ editor, doc }) => findInText(doc, wanted).map((range) => ({ editor, range }))),
    [texts, wanted],
  );
  /** The first hit at the cursor or behind it, in the text that was written in or looked at last. */
  const [looked, setLooked] = useState<Editor | null>(null);
  const from = looked ?? active;
  const atCursor = useMemo((): number => {
    const own = hits.filter(({ editor }) => editor === from);
    const next = nextFrom(
      own.map(({ range }) => range),
      from && !from.isDestroyed ? from.state.selection.from : 0,
    );
    const hit = own[next] ?? hits[0];
    return hit ? hits.indexOf(hit) : -1;
  }, [from, hits]);
  const [chosen, setChosen] = useState<{ readonly hits: readonly Hit[]; readonly at: number }>({ hits: [], at: -1 });
  const at = chosen.hits === hits ? chosen.at : atCursor;
  /** A text that is written in keeps its cursor: another search goes to its hit by itself, and so does what was replaced. */
  const goesThere = useRef(false);

  useEffect(() => {
    for (const editor of editors) {
      const own = hits.filter((hit) => hit.editor === editor).map(({ range }) => range);
      markSearch(editor, own, hits[at]?.editor === editor ? hits[at].range : null);
    }
  }, [at, editors, hits]);
  useEffect(() => {
    goesThere.current = wanted !== null;
  }, [wanted]);
  useEffect(() => {
    const hit = hits[at];
    if (hit && goesThere.current) show(hit);
    goesThere.current = false;
  }, [at, hits]);

  const go = (step: 1 | -1): void => {
    const next = (Math.max(at, 0) + step + hits.length) % hits.length;
    const hit = hits[next];
    if (!hit) return;
    setChosen({ hits, at: next });
    setLooked(hit.editor);
    show(hit);
  };
  return {
    count: hits.length,
    at: at + 1,
    canReplace: hits[at]?.editor.isEditable === true,
    canReplaceAny: hits.some(({ editor }) => editor.isEditable),
    go,
    replace: (words) => {
      const hit = hits[at];
      if (!hit?.editor.isEditable || !wanted) return;
      goesThere.current = true;
      setLooked(hit.editor);
      put(hit.editor, wanted, [hit.range], words);
    },
    replaceAll: (words) => {
      if (!wanted) return 0;
      const open = hits.filter(({ editor }) => editor.isEditable);
      let count = 0;
      for (const editor of new Set(open.map((hit) => hit.editor)))
        count += put(
          editor,
          wanted,
          open.filter((hit) => hit.editor === editor).map(({ range }) => range),
          words,
        );
      return count;
    },
    leave: () => {
      for (const editor of editors) markSearch(editor, [], null);
      (hits[at]?.editor ?? active ?? editors.at(-1))?.view.focus();
    },
  };
}
