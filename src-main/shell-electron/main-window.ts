/** The one window: opens where it stood, remembers where it goes, follows the system's light and dark. */
import type { BrowserWindow, BrowserWindowConstructorOptions, NativeTheme, Screen } from 'electron';
import type { ShellMemory } from './shell-memory.ts';
import { windowOptions } from './window-options.ts';
import { rememberWindow, windowStateFor, type DisplayArea } from './window-state.ts';
import { nextZoom, type ZoomStep } from './zoom.ts';

export interface MainWindow {
  readonly window: BrowserWindow;
  zoom(step: ZoomStep): void;
}

function displays(screen: Screen): readonly DisplayArea[] {
  const primary = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)];
}

export function openMainWindow(options: {
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly screen: Screen;
  readonly nativeTheme: NativeTheme;
  readonly memory: ShellMemory;
  readonly preload: string;
}): MainWindow {
  const { screen, nativeTheme, memory } = options;
  const { bounds, isMaximized } = windowStateFor(memory.state(), displays(screen));
  const window = options.create({ ...windowOptions(options.preload, nativeTheme.shouldUseDarkColors), ...bounds });
  if (isMaximized) window.maximize();

  const remember = (): void => {
    if (window.isMinimized() || window.isFullScreen()) return;
    const state = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
    memory.change(rememberWindow(memory.state(), displays(screen), state));
  };
  // One by one: Electron's types have an overload per event.
  window.on('resized', remember);
  window.on('moved', remember);
  window.on('maximize', remember);
  window.on('unmaximize', remember);
  window.on('close', remember);

  const zoom = (step: ZoomStep): void => {
    const factor = nextZoom(window.webContents.getZoomFactor(), step);
    window.webContents.setZoomFactor(factor);
    memory.change({ zoom: factor });
  };
  window.webContents.on('zoom-changed', (_event, direction) => zoom(direction));
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(memory.state().zoom));
  window.once('ready-to-show', () => window.show());

  const follow = (): void =>
    window.setBackgroundColor(windowOptions('', nativeTheme.shouldUseDarkColors).backgroundColor);
  nativeTheme.on('updated', follow);
  window.on('closed', () => nativeTheme.off('updated', follow));
  return { window, zoom };
}
