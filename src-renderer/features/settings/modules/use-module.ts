/** One text module as it is written: kept after a pause and on leaving, one save after the other, what somebody else saved is shown. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { shorten } from '../../../../src-main/base/shorten.ts';
import type { ModuleContent, TextModule } from '../../../../src-main/contract/module/shapes.ts';
import { plainParagraphs } from '../../../../src-main/record/rich-text/plain-text.ts';
import { problemOf, useCore } from '../../../data/core.ts';
import { rebased } from '../../../parts/settings/at-path.ts';
import type { SavedState } from '../../../parts/settings/settings-status.tsx';
import { t } from '../../../texts/de.ts';

const PAUSE_MS = 1200;

export interface ModuleEditor {
  readonly content: ModuleContent;
  readonly set: (part: Partial<ModuleContent>) => void;
  readonly commit: () => void;
  /** Everything written is kept. */
  readonly settled: () => Promise<void>;
  readonly revision: () => number;
  readonly saved: SavedState;
  /** What is missing before anything can be kept. */
  readonly missing: string | null;
}

const missingIn = ({ title, text }: ModuleContent): string | null => {
  if (title.trim() === '') return t.modules.area.titleMissing;
  return plainParagraphs(text).length === 0 ? t.modules.area.textMissing : null;
};

const LONGEST_TITLE = 60;
const titled = (content: ModuleContent): ModuleContent => {
  const [first = ''] = plainParagraphs(content.text);
  return content.title.trim() === '' ? { ...content, title: shorten(first, LONGEST_TITLE) } : content;
};

export function useModule(module: Pick<TextModule, 'id' | 'revision' | 'content'>): ModuleEditor {
  const { client, queries } = useCore();
  const cache = useQueryClient();
  const [content, setContent] = useState(module.content);
  const [saved, setSaved] = useState<SavedState>({ kind: 'idle' });
  const line = useRef(Promise.resolve());
  /** What was refused waits for the person, who reads why; the next thing they write is kept. */
  const work = useRef({ wanted: module.content, stored: module.content, revision: module.revision, isHeld: false });

  const keep = useCallback(
    async (isLeaving = false): Promise<void> => {
      const current = work.current;
      const wanted = isLeaving ? titled(current.wanted) : current.wanted;
      if (current.isHeld || wanted === current.stored || missingIn(wanted) !== null) return;
      setSaved({ kind: 'saving' });
      try {
        const input = { id: module.id, expectedRevision: current.revision, content: wanted };
        current.revision = (await client.modules.save(input)).revision;
        current.stored = wanted;
        setSaved({ kind: 'saved', at: new Date() });
      } catch (error) {
        const { code, sentence } = problemOf(error);
        setSaved({ kind: 'failed', sentence: code === 'conflict' ? t.modules.area.conflict : sentence });
        if (code !== 'conflict') return;
        const theirs = (await client.modules.list()).find(({ id }) => id === module.id);
        if (theirs) {
          // Typed here and not there, or in both: it stays; everything else is as it was saved elsewhere.
          const { text } = current.wanted.text === current.stored.text ? theirs.content : current.wanted;
          const mine = { ...rebased(current.stored, theirs.content, current.wanted), text };
          Object.assign(current, { stored: theirs.content, wanted: mine, revision: theirs.revision, isHeld: true });
        }
        setContent(current.wanted);
      }
      await cache.invalidateQueries({ queryKey: queries.modules.key() });
    },
    [cache, client, module.id, queries],
  );
  /** One save after the other: each must know the revision that the one before it made. */
  const settled = useCallback((): Promise<void> => (line.current = line.current.then(() => keep())), [keep]);
  const commit = useCallback((): void => void settled(), [settled]);
  const set = useCallback((part: Partial<ModuleContent>): void => {
    work.current.wanted = { ...work.current.wanted, ...part };
    work.current.isHeld = false;
    setContent(work.current.wanted);
  }, []);
  useEffect(() => {
    const timer = setTimeout(commit, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [commit, content]);
  // Nothing that was written is lost by going on: a text without a title is called by its first words.
  useEffect(() => () => void (line.current = line.current.then(() => keep(true))), [keep]);
  return {
    content,
    set,
    commit,
    settled,
    revision: () => work.current.revision,
    saved,
    missing: missingIn(content),
  };
}
