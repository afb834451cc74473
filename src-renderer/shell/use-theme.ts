/** Light, dark or as the system: a preference of the installation. The page remembers it for the first moment of the next start. */
import { useEffect } from 'react';
import type { Preferences } from '../../src-main/contract/settings/shapes.ts';
import { usePreferences } from '../parts/settings/use-preferences.ts';

type Theme = Preferences['theme'];
const KEY = 'stellwerk-theme';
const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

function remembered(): Theme {
  const value = localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

export function useTheme(): { theme: Theme; toggle: () => void } {
  const { preferences, change } = usePreferences();
  const theme = preferences?.theme ?? remembered();
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
    localStorage.setItem(KEY, theme);
  }, [theme]);
  return { theme, toggle: () => change({ theme: NEXT[theme] }) };
}
