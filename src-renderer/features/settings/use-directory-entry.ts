/** One organization or person as it is edited: leaving a field saves, the newest revision counts, the last change can be taken back. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf, useCore } from '../../data/core.ts';
import { oneAtATime } from '../../data/one-at-a-time.ts';
import { rebased } from '../../parts/settings/at-path.ts';
import type { SavedState } from '../../parts/settings/settings-status.tsx';

export interface DirectoryEntry<Content> {
  readonly id: string;
  /** 0: not stored yet. */
  readonly revision: number;
  readonly content: Content;
}

export interface EntryEditor<Content> {
  readonly content: Content;
  readonly set: (part: Partial<Content>) => void;
  readonly setNow: (part: Partial<Content>) => void;
  readonly commit: () => void;
  readonly validFrom: string | null;
  readonly setValidFrom: (day: string | null) => void;
  readonly saved: SavedState;
  readonly undo: () => void;
  readonly isStored: boolean;
}

interface Options<Content> {
  readonly area: 'organization' | 'person';
  readonly entry: DirectoryEntry<Content>;
  /** Nothing is stored as long as this says no. */
  readonly isComplete: (content: Content) => boolean;
  readonly save: (input: {
    id: string;
    expectedRevision: number;
    content: Content;
    validFrom?: string;
  }) => Promise<{ revision: number }>;
}

const PAUSE_MS = 2500;

export function useDirectoryEntry<Content extends object>(options: Options<Content>): EntryEditor<Content> {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const { area, entry, isComplete, save } = options;
  const [content, setContent] = useState(entry.content);
  const [validFrom, setValidFrom] = useState<string | null>(null);
  const [saved, setSaved] = useState<SavedState>({ kind: 'idle' });
  const [revision, setRevision] = useState(entry.revision);
  const [inLine] = useState(oneAtATime);
  const work = useRef({
    wanted: entry.content,
    stored: entry.content,
    revision: entry.revision,
    /** What the last change made here left: only that one is taken back. */
    ownRevision: entry.revision,
    isHeld: false,
  });
  const latest = useRef({ isComplete, save, validFrom });
  useEffect(() => {
    latest.current = { isComplete, save, validFrom };
  });

  /** Changed elsewhere: what is being typed here stays, the rest is as it is now. */
  const meet = useCallback((next: DirectoryEntry<Content>): void => {
    const current = work.current;
    if (next.revision <= current.revision) return;
    current.wanted = rebased(current.stored, current.wanted, next.content);
    current.stored = next.content;
    current.revision = next.revision;
    setContent(current.wanted);
    setRevision(next.revision);
  }, []);
  useEffect(() => meet(entry), [entry, meet]);

  const refresh = useCallback(async (): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: queries.settings.key() });
    await queryClient.invalidateQueries({ queryKey: queries.system.directory.key() });
  }, [queries, queryClient]);

  const keep = useCallback(async (): Promise<void> => {
    const current = work.current;
    if (current.wanted === current.stored) return;
    const { isComplete: complete, save: store, validFrom: day } = latest.current;
    if (!complete(current.wanted)) return;
    setSaved({ kind: 'saving' });
    const sent = current.wanted;
    try {
      const result = await store({
        id: entry.id,
        expectedRevision: current.revision,
        content: sent,
        ...(day !== null && { validFrom: day }),
      });
      current.stored = sent;
      current.revision = result.revision;
      current.ownRevision = result.revision;
      setRevision(result.revision);
      setSaved({ kind: 'saved', at: new Date() });
      void refresh();
    } catch (error) {
      setSaved({ kind: 'failed', sentence: problemOf(error).sentence });
      // What was typed meanwhile has not been refused yet.
      current.isHeld = current.wanted === sent;
      // Fetched here: whoever leaves the page before the list is there saves on the ground of what is stored now, and loses nothing.
      const entries = await (area === 'person' ? client.settings.persons() : client.settings.organizations()).catch(
        () => [],
      );
      const next = entries.find(({ id }) => id === entry.id);
      if (next) meet(next as unknown as DirectoryEntry<Content>);
      await refresh();
    }
  }, [area, client, entry.id, meet, refresh]);
  const commit = useCallback((): void => inLine(keep), [inLine, keep]);

  const set = useCallback((part: Partial<Content>): void => {
    work.current.wanted = { ...work.current.wanted, ...part };
    work.current.isHeld = false;
    setContent(work.current.wanted);
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => {
      // What was refused waits for the person, who reads why.
      if (!work.current.isHeld) commit();
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [content, commit]);
  useEffect(() => commit, [commit]);

  const undo = useCallback((): void => {
    const current = work.current;
    client.settings
      .undoLast({ area, entityId: entry.id, revision: current.ownRevision })
      .then(async () => {
        // The next answer of the list is the truth again.
        current.stored = current.wanted;
        await refresh();
        setSaved({ kind: 'undone' });
      })
      .catch((error: unknown) => setSaved({ kind: 'failed', sentence: problemOf(error).sentence }));
  }, [area, client, entry.id, refresh]);

  return {
    content,
    set,
    setNow: (part) => {
      set(part);
      commit();
    },
    commit,
    validFrom,
    setValidFrom,
    saved,
    undo,
    isStored: revision > 0,
  };
}
