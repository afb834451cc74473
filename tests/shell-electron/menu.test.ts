import { describe, expect, it } from 'vitest';
import { SHELL_ACTIONS } from '../../src-main/contract/shell/procedures.ts';
import { contextMenuEntries, type ContextMenuParameters } from '../../src-main/shell-electron/context-menu.ts';
import { menuGroups, type MenuDeed } from '../../src-main/shell-electron/menu.ts';

const entries = menuGroups().flatMap(({ entries: all }) => all.filter((entry) => entry.kind === 'entry'));

describe('the native menu', () => {
  it('offers everything the window can be asked for', () => {
    const offered = entries.map(({ deed }) => (deed.kind === 'window' ? deed.action : null)).filter(Boolean);
    expect([...offered].sort()).toEqual([...SHELL_ACTIONS].sort());
  });

  it('gives no shortcut and no letter twice', () => {
    const shortcuts = entries.map(({ accelerator }) => accelerator).filter(Boolean);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    for (const group of menuGroups()) {
      const letters = group.entries
        .map((entry) => (entry.kind === 'entry' ? /&(.)/.exec(entry.label)?.[1]?.toLowerCase() : undefined))
        .filter(Boolean);
      expect(new Set(letters).size, group.label).toBe(letters.length);
    }
    const groups = menuGroups().map(({ label }) => /&(.)/.exec(label)?.[1]?.toLowerCase());
    expect(new Set(groups).size).toBe(groups.length);
  });

  it('shows the keys that the page answers without taking them', () => {
    const kind = (shortcut: string): MenuDeed['kind'] | undefined =>
      entries.find(({ accelerator }) => accelerator === shortcut)?.deed.kind;
    for (const shortcut of [
      'CmdOrCtrl+Z',
      'CmdOrCtrl+Y',
      'CmdOrCtrl+B',
      'CmdOrCtrl+I',
      'CmdOrCtrl+U',
      'CmdOrCtrl+F',
      'CmdOrCtrl+H',
      'F6',
    ])
      expect(kind(shortcut), shortcut).toBe('press');
    expect(kind('CmdOrCtrl+P')).toBe('window');
  });
});

describe('the menu of the right mouse button', () => {
  const parameters: ContextMenuParameters = {
    isEditable: true,
    selectionText: '',
    misspelledWord: '',
    dictionarySuggestions: [],
    editFlags: { canCut: false, canCopy: false, canPaste: true },
  };
  const labels = (changed: Partial<ContextMenuParameters>): string[] =>
    contextMenuEntries({ ...parameters, ...changed }).map((entry) =>
      entry.kind === 'line' ? '-' : entry.kind === 'suggestion' ? entry.word : entry.label,
    );

  it('has the clipboard in a field', () => {
    expect(labels({})).toEqual([
      'Ausschneiden',
      'Kopieren',
      'Einfügen',
      'Einfügen ohne Formatierung',
      '-',
      'Alles auswählen',
    ]);
  });

  it('begins with at most six suggestions for a misspelled word', () => {
    const dictionarySuggestions = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(labels({ misspelledWord: 'x', dictionarySuggestions }).slice(0, 10)).toEqual([
      ...dictionarySuggestions.slice(0, 6),
      '-',
      'Zum Wörterbuch hinzufügen',
      '-',
      'Ausschneiden',
    ]);
  });

  it('says so when there is no suggestion', () => {
    expect(labels({ misspelledWord: 'x' })[0]).toBe('Keine Vorschläge');
  });

  it('copies a selection outside of fields, and is not there without one', () => {
    expect(labels({ isEditable: false, selectionText: 'Text', misspelledWord: 'x' })).toEqual(['Kopieren']);
    expect(labels({ isEditable: false, selectionText: ' ' })).toEqual([]);
  });
});
