/**
 * The office profile as it is edited: every keystroke shows in the sample, leaving a field saves. What does not fit its shape stays on
 * screen with the reason and is not saved.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { officeProfileSchema, type OfficeProfile } from '../../../src-main/contract/settings/office-profile.ts';
import type { OfficeSettings } from '../../../src-main/contract/settings/shapes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { putAnswer } from '../../data/put-answer.ts';
import { t } from '../../texts/de.ts';
import { oneAtATime } from '../../data/one-at-a-time.ts';
import { rebased, withValueAt } from './at-path.ts';
import type { SavedState } from './settings-status.tsx';

export interface OfficeEditor {
  readonly profile: OfficeProfile;
  /** Sentence for a field that cannot be saved as it is. */
  readonly errorAt: (path: string) => string | null;
  /** Everything on screen can be saved. */
  readonly isSound: boolean;
  readonly set: (path: string, value: unknown) => void;
  /** For choices, switches and moves: changed and saved at once. */
  readonly setNow: (path: string, value: unknown) => void;
  readonly commit: () => void;
  readonly saved: SavedState;
  readonly undo: () => void;
}

/** Typing that pauses is saved, too: nobody must leave a field to be safe. */
const PAUSE_MS = 2500;

export function useOfficeEditor(stored: OfficeSettings): OfficeEditor {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const [profile, setProfile] = useState(stored.profile);
  const [saved, setSaved] = useState<SavedState>({ kind: 'idle' });
  const [inLine] = useState(oneAtATime);
  const work = useRef({
    stored,
    wanted: stored.profile,
    isRunning: false,
    isHeld: false,
    ownRevision: stored.revision,
  });

  /** Changed elsewhere, or taken back: saving what is being typed here must not bring the former state of the rest back. */
  const meet = useCallback((next: OfficeSettings): void => {
    const current = work.current;
    if (next.revision <= current.stored.revision) return;
    current.wanted = rebased(current.stored.profile, current.wanted, next.profile);
    current.stored = next;
    setProfile(current.wanted);
  }, []);
  useEffect(() => meet(stored), [meet, stored]);

  const problems = useMemo(() => {
    const found = new Map<string, string>();
    for (const issue of officeProfileSchema.safeParse(profile).error?.issues ?? []) {
      found.set(issue.path.join('.'), issue.code === 'custom' ? issue.message : t.settings.invalid);
    }
    return found;
  }, [profile]);

  const take = useCallback(
    (next: OfficeSettings): void => {
      const current = work.current;
      const isUntouched = current.wanted === current.stored.profile || current.isRunning;
      current.stored = next;
      putAnswer(queryClient, queries.settings.office.queryKey(), next);
      if (isUntouched) {
        current.wanted = next.profile;
        setProfile(next.profile);
      }
    },
    [queries, queryClient],
  );

  /** Saves what is wanted until nothing newer was typed meanwhile. */
  const keep = useCallback(async (): Promise<void> => {
    const current = work.current;
    current.isRunning = true;
    try {
      while (current.wanted !== current.stored.profile) {
        const sent = current.wanted;
        if (!officeProfileSchema.safeParse(sent).success) {
          setSaved({ kind: 'failed', sentence: t.settings.notSaved });
          return;
        }
        setSaved({ kind: 'saving' });
        const next = await client.settings.saveOffice({ expectedRevision: current.stored.revision, profile: sent });
        current.stored = next;
        current.ownRevision = next.revision;
        putAnswer(queryClient, queries.settings.office.queryKey(), next);
        if (current.wanted === sent) {
          current.wanted = next.profile;
          setProfile(next.profile);
        }
        setSaved({ kind: 'saved', at: new Date() });
      }
      await queryClient.invalidateQueries({ queryKey: queries.system.key() });
      await queryClient.invalidateQueries({ queryKey: queries.settings.history.key() });
    } catch (error) {
      setSaved({ kind: 'failed', sentence: problemOf(error).sentence });
      current.isHeld = true;
      // Fetched here: whoever leaves the page before the answer saves on the ground of what is stored now, and loses nothing.
      const next = await client.settings.office().catch(() => null);
      if (next) {
        meet(next);
        putAnswer(queryClient, queries.settings.office.queryKey(), next);
      }
    } finally {
      current.isRunning = false;
    }
  }, [client, meet, queries, queryClient]);
  const commit = useCallback((): void => inLine(keep), [inLine, keep]);

  const set = useCallback((path: string, value: unknown): void => {
    work.current.wanted = withValueAt(work.current.wanted, path, value);
    work.current.isHeld = false;
    setProfile(work.current.wanted);
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => {
      // What was refused waits for the person, who reads why.
      if (!work.current.isHeld) commit();
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [profile, commit]);

  // Leaving the page saves what the last keystrokes were.
  useEffect(() => commit, [commit]);

  const undo = useCallback((): void => {
    client.settings
      .undoLast({ area: 'office', entityId: 'office', revision: work.current.ownRevision })
      .then(() => client.settings.office())
      .then((next) => {
        take(next);
        setSaved({ kind: 'undone' });
        return queryClient.invalidateQueries({ queryKey: queries.system.key() });
      })
      .catch((error: unknown) => setSaved({ kind: 'failed', sentence: problemOf(error).sentence }));
  }, [client, queries, queryClient, take]);

  return {
    profile,
    errorAt: (path) => problems.get(path) ?? null,
    isSound: problems.size === 0,
    set,
    setNow: (path, value) => {
      set(path, value);
      commit();
    },
    commit,
    saved,
    undo,
  };
}
