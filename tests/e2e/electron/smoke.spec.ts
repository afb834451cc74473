/**
 * The double still carries the program: should the real Electron of the tests not be had some day, the shell is not left untested. What
 * people get is tried in the real one (`real-shell`).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openStatement, test as base, withProgram } from '../desk.ts';
import { doubleProgram, type DoubleProgram } from '../programs/double-program.ts';

const test = base.extend<{ double: DoubleProgram }>({
  double: async ({ folder, page, exampleOffice }, use) => withProgram(doubleProgram(folder, page), exampleOffice, use),
});

const choose = (program: DoubleProgram, label: string): Promise<void> => program.window().ask('choose', { label });

const register = (page: Page) => page.getByRole('table', { name: 'Papiere' });

test('the menu does what the window does', async ({ double, page }) => {
  await expect(register(page)).toBeVisible();
  await choose(double, 'Neuer Eingang');
  await expect(page.getByRole('heading', { name: 'Neuer Eingang' })).toBeVisible();
  await choose(double, 'Register');
  await expect(register(page)).toBeVisible();
  await choose(double, 'Suchen oder Befehl …');
  await expect(page.getByRole('dialog', { name: 'Suchen oder Befehl' })).toBeVisible();
  await page.keyboard.press('Escape');
  await choose(double, 'Über Stellwerk');
  await expect(page.getByRole('dialog', { name: 'Über Stellwerk' })).toContainText('0.0.0-double');
  await page.keyboard.press('Escape');
  await choose(double, 'Sicherung speichern …');
  await expect.poll(async () => (await double.delivered()).map(({ name }) => name)).toHaveLength(1);
  const [shown] = await double.window().records<{ label: string }[]>('Menu.setApplicationMenu');
  expect(shown?.map(({ label }) => label.replace('&', ''))).toEqual([
    'Datei',
    'Bearbeiten',
    'Format',
    'Ansicht',
    'Hilfe',
  ]);
});

test('a reloaded window still hears the menu', async ({ double, page }) => {
  await expect(register(page)).toBeVisible();
  await page.reload();
  await expect(register(page)).toBeVisible();
  await choose(double, 'Neuer Eingang');
  await expect(page.getByRole('heading', { name: 'Neuer Eingang' })).toBeVisible();
});

test('keys of the page are pressed by the menu, not taken from it', async ({ double, page }) => {
  await openStatement(page, 'S0044/26');
  const reply = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  const before = await reply.innerText();
  await reply.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('XYZ');
  await choose(double, 'Rückgängig');
  await expect.poll(() => reply.innerText()).toBe(before);
});

test('Strg+P shows the pages of the preview, and they are those of the command line', async ({ double, page }) => {
  await openStatement(page, 'S0027/26');
  await page.keyboard.press('Control+P');
  await expect.poll(() => double.window().records('webContents.print')).toHaveLength(1);
  const [preview] = double.window().otherWindows;
  expect(preview?.answer.headers['content-type']).toBe('application/pdf');
  double.cli('export', 'S0027/26', '--to', double.folder, '--format', 'pdf');
  const pages = Buffer.from(preview?.answer.bytes ?? []);
  expect(pages.equals(readFileSync(join(double.folder, 'S0027-26.pdf')))).toBe(true);
});

test('the right mouse button offers German corrections', async ({ double, page }) => {
  await expect(register(page)).toBeVisible();
  const parameters = {
    isEditable: true,
    selectionText: '',
    misspelledWord: 'Verwaltnug',
    dictionarySuggestions: ['Verwaltung'],
    editFlags: { canCut: false, canCopy: false, canPaste: true },
  };
  await double.window().ask('contents-event', { name: 'context-menu', args: [parameters] });
  await choose(double, 'Verwaltung');
  await choose(double, 'Zum Wörterbuch hinzufügen');
  expect(await double.window().records('webContents.replaceMisspelling')).toEqual(['Verwaltung']);
  expect(await double.window().records('session.addWordToSpellCheckerDictionary')).toEqual(['Verwaltnug']);
  expect(await double.window().records('session.setSpellCheckerLanguages')).toEqual([['de-DE']]);
});
