import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeFor, purposeOf, rememberPlace, saveOptions } from '../../src-main/shell-electron/remembered-places.ts';
import { NOTHING_REMEMBERED } from '../../src-main/shell-electron/shell-state.ts';

describe('where a dialog opens', () => {
  const state = { ...NOTHING_REMEMBERED, ...rememberPlace(NOTHING_REMEMBERED, 'export', '/akten') };
  const surroundings = { exists: () => true, fallback: '/dokumente' };

  it('is the last folder for the same purpose', () => {
    expect(placeFor(state, 'export', surroundings)).toBe('/akten');
    expect(placeFor(state, 'import', surroundings)).toBe('/dokumente');
  });

  it('is the documents when the last folder is gone', () => {
    expect(placeFor(state, 'export', { ...surroundings, exists: () => false })).toBe('/dokumente');
  });

  it.each([
    [['S0001-26.pdf', 'S0001-26.docx'], 'export'],
    [['stellwerk-2026-03-02.db'], 'backup'],
    [['Stellwerk-Fehlerbericht-2026-03-02.txt'], 'report'],
    [[], 'export'],
  ] as const)('%j is for the purpose %s', (names, purpose) => {
    expect(purposeOf(names)).toBe(purpose);
  });

  it('proposes the name and keeps its ending', () => {
    expect(saveOptions('/akten', 'S0001-26.pdf')).toEqual({
      defaultPath: join('/akten', 'S0001-26.pdf'),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    expect(saveOptions('/akten', 'Dokument').filters).toEqual([]);
  });
});
