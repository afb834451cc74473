/** Findings beside what is being written: looked for after a pause, never in the way of a key. */
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../../src-main/contract/release/shapes.ts';
import { findingSentence } from '../../../../src-main/contract/release/texts-de.ts';
import type { StatementContent } from '../../../../src-main/contract/statement/shapes.ts';
import { useCore } from '../../../data/core.ts';
import { markedPlace, markFindings, type MarkedFinding } from '../../../parts/editor/extensions/marked-findings.ts';
import { useLearnedWords } from '../../../parts/settings/use-learned-words.ts';
import { positionInBlock } from '../../../parts/statement/found-place.ts';
import type { Editors } from '../review/selected-passage.ts';

const PAUSE_MS = 300;
/** Open points stand in their own pane; what is not there yet is no fault of what is being written, and the check before the release asks for it. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set([
  'point-open',
  'field-missing',
  'reply-missing',
  'consultations-missing',
  'consultation-undated',
]);

function rangeOf(editor: Editor, { place }: Finding): { readonly from: number; readonly to: number } | null {
  if (place.blockId === null) return null;
  const from = positionInBlock(editor.state.doc, place.blockId, place.start);
  const to = positionInBlock(editor.state.doc, place.blockId, place.end);
  return from === null || to === null || from >= to ? null : { from, to };
}

export interface FindingsView {
  readonly findings: readonly Finding[];
  /** Puts the right words in the place of the found ones, as one step. */
  readonly correct: (finding: Finding, wanted: string) => void;
  /** Whether the words stand in a text that can be changed here. */
  readonly canReplace: (finding: Finding) => boolean;
  /** The word is right from now on, in every paper. */
  readonly learn: (word: string) => void;
  readonly focusText: () => void;
}

/** `version` tells when something beside the content changed, such as attachments or points. */
export function useFindings(
  id: string,
  content: StatementContent,
  isWanted: boolean,
  version: string,
  editors: Editors,
): FindingsView {
  const { client } = useCore();
  const [found, setFound] = useState<readonly Finding[]>([]);
  const asked = useRef(0);
  useEffect(() => {
    if (!isWanted) return undefined;
    const leave = new AbortController();
    const timer = setTimeout(() => {
      asked.current += 1;
      const own = asked.current;
      client.releases.look({ id, content }, { signal: leave.signal }).then(
        (all) => {
          if (own === asked.current) setFound(all.filter(({ rule }) => !SHOWN_ELSEWHERE.has(rule)));
        },
        // The page itself says what is wrong with the connection; the next pause asks again.
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leave.abort();
    };
  }, [client, content, id, isWanted, version]);
  const { learned, teach } = useLearnedWords();
  const findings = useMemo(
    () =>
      isWanted
        ? found.filter(({ rule, details }) => rule !== 'spelling' || !learned?.includes(details['text'] ?? ''))
        : [],
    [found, isWanted, learned],
  );
  const learn = useCallback((word: string): void => teach(word, true), [teach]);

  useEffect(() => {
    for (const field of ['quotation', 'reply'] as const) {
      const editor = editors[field];
      if (!editor) continue;
      const marks = findings
        .filter(({ place }) => place.field === field)
        .flatMap((finding): MarkedFinding[] => {
          const range = rangeOf(editor, finding);
          return range
            ? [{ ...range, key: finding.key, severity: finding.severity, sentence: findingSentence(finding) }]
            : [];
        });
      markFindings(editor, marks);
    }
  }, [editors, findings]);

  return useMemo(
    () => ({
      findings,
      correct: (finding, wanted) => {
        const editor = finding.place.field === 'reply' ? editors.reply : null;
        // The words may have moved since they were looked at, or been written over.
        const range = editor && markedPlace(editor, finding.key);
        const found = finding.details['text'];
        if (!editor || !range) return;
        const standing = editor.state.doc.textBetween(range.from, range.to, '\n', '\u{FFFC}');
        if (found !== undefined && standing !== found) return;
        const { state, view } = editor;
        view.dispatch(closeHistory(state.tr.insertText(wanted, range.from, range.to)).scrollIntoView());
        view.focus();
      },
      canReplace: ({ place }) => place.field === 'reply' && editors.reply?.isEditable === true,
      learn,
      focusText: () => editors.reply?.view.focus(),
    }),
    [editors, findings, learn],
  );
}
