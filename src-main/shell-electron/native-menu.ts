/** Electron's menus from ours. */
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import { assertNever } from '../base/assert-never.ts';
import type { ContextMenuEntry } from './context-menu.ts';
import type { MenuDeed, MenuGroup } from './menu.ts';

type Press = Extract<MenuDeed, { kind: 'press' }>;

function press(window: BrowserWindow, { keyCode, modifiers }: Press): void {
  const keys = { keyCode, modifiers: [...modifiers] };
  window.webContents.sendInputEvent({ type: 'keyDown', ...keys });
  window.webContents.sendInputEvent({ type: 'keyUp', ...keys });
}

/** `run` gets what only the program can do. */
export function nativeMenu(
  groups: readonly MenuGroup[],
  window: () => BrowserWindow | null,
  run: (deed: Exclude<MenuDeed, { kind: 'role' | 'press' }>) => void,
): MenuItemConstructorOptions[] {
  return groups.map(({ label, entries }) => ({
    label,
    submenu: entries.map((entry): MenuItemConstructorOptions => {
      if (entry.kind === 'line') return { type: 'separator' };
      const { deed } = entry;
      const shown = {
        label: entry.label,
        ...(entry.accelerator !== undefined && { accelerator: entry.accelerator }),
      };
      switch (deed.kind) {
        case 'role':
          return { ...shown, role: deed.role };
        case 'press':
          // Registered, the shortcut would be taken from the page, and the pressed key would come back to this menu.
          return {
            ...shown,
            registerAccelerator: false,
            click: () => {
              const target = window();
              if (target) press(target, deed);
            },
          };
        case 'window':
        case 'import-file':
        case 'zoom':
          return { ...shown, click: () => run(deed) };
        default:
          return assertNever(deed);
      }
    }),
  }));
}

export function nativeContextMenu(
  entries: readonly ContextMenuEntry[],
  run: { readonly replace: (word: string) => void; readonly learn: (word: string) => void },
): MenuItemConstructorOptions[] {
  return entries.map((entry): MenuItemConstructorOptions => {
    switch (entry.kind) {
      case 'line':
        return { type: 'separator' };
      case 'text':
        return { label: entry.label, enabled: false };
      case 'suggestion':
        return { label: entry.word, click: () => run.replace(entry.word) };
      case 'learn':
        return { label: entry.label, click: () => run.learn(entry.word) };
      case 'edit':
        return { label: entry.label, role: entry.role, enabled: entry.isEnabled };
      default:
        return assertNever(entry);
    }
  });
}
