/** Begins where the person left off, when they asked for that; otherwise the register stays what a start shows. */
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { usePreferences } from '../parts/settings/use-preferences.ts';

/** The address the window was opened with, before the router changed it. */
const openedAt = location.pathname;

export function useStartPage(): void {
  const { preferences, change } = usePreferences();
  const navigate = useNavigate();
  const { href } = useLocation();
  const isDone = useRef(false);
  const wantsLast = preferences?.startPage === 'last';
  const lastPage = preferences?.lastPage ?? null;

  useEffect(() => {
    if (!preferences || isDone.current) return;
    isDone.current = true;
    if (openedAt === '/' && wantsLast && lastPage !== null) void navigate({ to: lastPage, replace: true });
  }, [preferences, wantsLast, lastPage, navigate]);

  useEffect(() => {
    if (isDone.current && wantsLast && href !== lastPage && href !== '/') change({ lastPage: href });
    // Written when the page changes, not when the preference does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [href, wantsLast]);
}
