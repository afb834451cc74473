/** The native menu as data: German names, shortcuts, and what each entry does. `native-menu.ts` makes Electron's menu of it. */
import type { ShellAction } from '../contract/shell/procedures.ts';
import { shellTexts } from '../contract/shell/texts-de.ts';
import type { ZoomStep } from './zoom.ts';

export type MenuRole =
  'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle' | 'delete' | 'selectAll' | 'quit' | 'togglefullscreen';

export type MenuDeed =
  | { readonly kind: 'window'; readonly action: ShellAction }
  | { readonly kind: 'import-file' }
  | { readonly kind: 'zoom'; readonly step: ZoomStep }
  /** A key the page answers by itself: the menu only shows it, and presses it for the mouse. */
  | { readonly kind: 'press'; readonly keyCode: string; readonly modifiers: readonly ('control' | 'shift')[] }
  | { readonly kind: 'role'; readonly role: MenuRole };

export type MenuEntry =
  | { readonly kind: 'line' }
  | { readonly kind: 'entry'; readonly label: string; readonly accelerator?: string; readonly deed: MenuDeed };

export interface MenuGroup {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

const line: MenuEntry = { kind: 'line' };

const entry = (label: string, accelerator: string | undefined, deed: MenuDeed): MenuEntry => ({
  kind: 'entry',
  label,
  ...(accelerator !== undefined && { accelerator }),
  deed,
});
const toWindow = (action: ShellAction): MenuDeed => ({ kind: 'window', action });
const role = (name: MenuRole): MenuDeed => ({ kind: 'role', role: name });
const press = (keyCode: string, ...modifiers: ('control' | 'shift')[]): MenuDeed => ({
  kind: 'press',
  keyCode,
  modifiers,
});

export function menuGroups(): readonly MenuGroup[] {
  const { menu } = shellTexts;
  return [
    {
      label: menu.file,
      entries: [
        entry(menu.newPaper, 'CmdOrCtrl+N', toWindow('new-paper')),
        entry(menu.importFile, 'CmdOrCtrl+O', { kind: 'import-file' }),
        line,
        entry(menu.print, 'CmdOrCtrl+P', toWindow('print')),
        line,
        entry(menu.backup, undefined, toWindow('backup')),
        entry(menu.settings, 'CmdOrCtrl+,', toWindow('settings')),
        line,
        entry(menu.quit, 'CmdOrCtrl+Q', role('quit')),
      ],
    },
    {
      label: menu.edit,
      entries: [
        entry(menu.undo, 'CmdOrCtrl+Z', press('Z', 'control')),
        entry(menu.redo, 'CmdOrCtrl+Y', press('Y', 'control')),
        line,
        entry(menu.cut, 'CmdOrCtrl+X', role('cut')),
        entry(menu.copy, 'CmdOrCtrl+C', role('copy')),
        entry(menu.paste, 'CmdOrCtrl+V', role('paste')),
        entry(menu.pastePlain, 'CmdOrCtrl+Shift+V', role('pasteAndMatchStyle')),
        entry(menu.delete, undefined, role('delete')),
        line,
        entry(menu.selectAll, 'CmdOrCtrl+A', role('selectAll')),
        line,
        entry(menu.findInText, 'CmdOrCtrl+F', press('F', 'control')),
        entry(menu.replace, 'CmdOrCtrl+H', press('H', 'control')),
        entry(menu.find, 'CmdOrCtrl+K', toWindow('find')),
      ],
    },
    {
      label: menu.format,
      entries: [
        entry(menu.bold, 'CmdOrCtrl+B', press('B', 'control')),
        entry(menu.italic, 'CmdOrCtrl+I', press('I', 'control')),
        entry(menu.underline, 'CmdOrCtrl+U', press('U', 'control')),
      ],
    },
    {
      label: menu.view,
      entries: [
        entry(menu.register, 'CmdOrCtrl+1', toWindow('register')),
        entry(menu.nextRegion, 'F6', press('F6')),
        line,
        entry(menu.zoomIn, 'CmdOrCtrl+Plus', { kind: 'zoom', step: 'in' }),
        entry(menu.zoomOut, 'CmdOrCtrl+-', { kind: 'zoom', step: 'out' }),
        entry(menu.zoomReset, 'CmdOrCtrl+0', { kind: 'zoom', step: 'reset' }),
        line,
        entry(menu.toggleTheme, undefined, toWindow('toggle-theme')),
        entry(menu.fullScreen, 'F11', role('togglefullscreen')),
      ],
    },
    {
      label: menu.help,
      entries: [
        entry(menu.handbook, 'F1', toWindow('handbook')),
        line,
        entry(menu.errorReport, undefined, toWindow('error-report')),
        line,
        entry(menu.about, undefined, toWindow('about')),
      ],
    },
  ];
}
