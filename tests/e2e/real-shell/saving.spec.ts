/** The system's own dialogs, answered by keys: where files go, and what is never replaced without a word. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openStatement } from '../desk.ts';
import { runCli } from '../programs/program.ts';
import { answerFileDialog, expect, personsFolder, REAL_SHELL, test, windowTitled } from './real-shell.ts';

const SAVE_DIALOG = /^(Save File|Save As|Datei speichern|Speichern)/;
const FOLDER_DIALOG = /^Ordner für die Dateien wählen$/;

async function exportAs(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Ausgeben' }).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

test(
  'from the first page to saved files, and they are those of the command line',
  REAL_SHELL,
  async ({ open, desktop, folder }) => {
    const { page } = await open({ content: 'empty', hasDialogs: true });
    await page.getByRole('button', { name: 'Beispielbüro öffnen' }).click();
    await openStatement(page, 'S0027/26');
    const target = personsFolder(join(folder, 'Ablage'));
    await exportAs(page, 'Formblatt als PDF');
    await answerFileDialog(desktop, SAVE_DIALOG, join(target, 'S0027-26.pdf'));
    await expect(page.getByText(/Erstellt: .*S0027-26\.pdf/)).toBeVisible();

    // The next dialog opens where the last export went, and Enter takes this folder. The same file is there already: nobody is asked.
    await exportAs(page, 'Formblatt als PDF und DOCX');
    await answerFileDialog(desktop, FOLDER_DIALOG, null);
    await expect(page.getByText(/Erstellt: .*S0027-26\.pdf, .*S0027-26\.docx/)).toBeVisible();
    const compared = personsFolder(join(folder, 'verglichen'));
    // The example office has a folder of its own beside one's own.
    runCli(join(folder, 'beispiel'), ['export', 'S0027/26', '--to', compared]);
    for (const name of ['S0027-26.pdf', 'S0027-26.docx'])
      expect(readFileSync(join(target, name)).equals(readFileSync(join(compared, name))), name).toBe(true);
    expect(readdirSync(target).sort()).toEqual(['S0027-26.docx', 'S0027-26.pdf']);
    expect(JSON.parse(readFileSync(join(folder, 'programm.json'), 'utf8'))).toMatchObject({
      places: { export: target },
    });
  },
);

test(
  'other files of the same names are named first, and stay when nobody says otherwise',
  REAL_SHELL,
  async ({ open, desktop, folder }) => {
    const target = join(folder, 'Ablage');
    const elsewhere = join(folder, 'anderswo');
    const issued = join(target, 'S0027-26.pdf');
    const { page } = await open({
      hasDialogs: true,
      prepare: () => {
        for (const one of [target, elsewhere]) personsFolder(one);
        writeFileSync(issued, '%PDF-1.7 /ByteRange [0 1 2 3]');
        writeFileSync(join(folder, 'programm.json'), JSON.stringify({ places: { export: target } }));
      },
    });
    await openStatement(page, 'S0027/26');
    await exportAs(page, 'Formblatt als PDF und DOCX');
    await answerFileDialog(desktop, FOLDER_DIALOG, null);
    await windowTitled(desktop, /^Dateien ersetzen\?$/);
    expect(readFileSync(issued, 'utf8')).toBe('%PDF-1.7 /ByteRange [0 1 2 3]');
    // Enter takes the way that replaces nothing: another folder.
    desktop.press('Return');
    await answerFileDialog(desktop, FOLDER_DIALOG, elsewhere);
    await expect(page.getByText(/Erstellt: .*anderswo.*S0027-26\.pdf/)).toBeVisible();
    expect(readFileSync(issued, 'utf8')).toBe('%PDF-1.7 /ByteRange [0 1 2 3]');
    expect(readdirSync(target)).toEqual(['S0027-26.pdf']);
    expect(readdirSync(elsewhere).sort()).toEqual(['S0027-26.docx', 'S0027-26.pdf']);
  },
);

test('a saved file is shown in its folder, and no other', REAL_SHELL, async ({ open, folder }) => {
  const { program, page } = await open();
  await program.application().evaluate(({ shell }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shownInFolder: shown });
    shell.showItemInFolder = (path) => void shown.push(path);
  });
  const shown = (): Promise<string[]> =>
    program.application().evaluate(() => (globalThis as unknown as { shownInFolder: string[] }).shownInFolder);
  await openStatement(page, 'S0027/26');
  await exportAs(page, 'Formblatt als PDF');
  await page.getByRole('button', { name: 'Im Ordner zeigen' }).click();
  const saved = join(folder, 'ausgabe', '1', 'S0027-26.pdf');
  await expect.poll(shown).toEqual([saved]);
  rmSync(saved);
  await page.getByRole('button', { name: 'Im Ordner zeigen' }).click();
  await expect(page.getByRole('alert')).toContainText('Die Datei „S0027-26.pdf“ wurde nicht gefunden.');
  expect(await shown()).toEqual([saved]);

  // The same beside every page that gives files out.
  await page.getByRole('button', { name: 'Brief', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Anschreiben an die Fraktion' }).click();
  await page.getByRole('button', { name: 'Brief ausgeben' }).click();
  await page.getByRole('menuitem', { name: 'Brief als PDF und DOCX' }).click();
  await page.getByRole('button', { name: 'Im Ordner zeigen' }).click();
  await expect.poll(async () => (await shown()).length).toBe(2);
  expect((await shown()).at(-1)).toMatch(/S0027-26-Anschreiben\.(?:pdf|docx)$/);
});
