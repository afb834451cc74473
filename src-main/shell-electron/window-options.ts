/** Options of every window: no Node in the page, its own world, sandboxed. */
import type { BrowserWindowConstructorOptions } from 'electron';
import { SMALLEST_SIZE, USUAL_SIZE } from './window-state.ts';

/** The page's own ground (--frame in tokens.css), shown until it is drawn. */
const GROUND = { light: '#f3f4f7', dark: '#131525' };

export function windowOptions(preload: string, isDark: boolean) {
  return {
    ...USUAL_SIZE,
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: isDark ? GROUND.dark : GROUND.light,
    title: 'Stellwerk',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  } satisfies BrowserWindowConstructorOptions;
}
