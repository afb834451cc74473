/** What Electron's shell adds to the window – menus, dialogs, printing, memory –, over the double of its module. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openStatement, test as base, withProgram } from '../desk.ts';
import { doubleProgram, type DoubleProgram } from '../programs/double-program.ts';

const test = base.extend<{ double: DoubleProgram }>({
  double: async ({ folder, page }, use) => withProgram(doubleProgram(folder, page), 'example', use),
});

const choose = (program: DoubleProgram, label: string): Promise<void> => program.window().ask('choose', { label });

const OLD_STATEMENT = [
  'Stadt Altenwerda',
  '',
  'Stellungnahme der Verwaltung öffentlich',
  '',
  'Stadtamt\tStellungnahme-Nr.\tDatum',
  'FB 9\tS0777/25\t12.05.2025',
  'zum/zur',
  'F0100/25 – Fraktion Testwiese, Stadträtin Ida Muster',
  'Bezeichnung',
  'Beleuchtung am Bahnhof',
  '',
  'Die Verwaltung nimmt zur **Anfrage F0100/25** wie folgt Stellung:',
  '',
  'Die Erneuerung ist für den Herbst geplant.',
].join('\n');

function oldStatement(folder: string): string {
  const file = join(folder, 'alt.txt');
  writeFileSync(file, OLD_STATEMENT);
  return file;
}

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

test('a second start brings the window up and takes the named file over', async ({ double, page }) => {
  await openStatement(page, 'S0044/26');
  oldStatement(double.folder);
  const argv = ['Stellwerk.exe', '--allow-file-access-from-files', 'alt.txt'];
  await double.window().ask('app-event', { name: 'second-instance', args: [argv, double.folder] });
  await expect(page.getByText('S0777/25 wurde übernommen.')).toBeVisible();
  expect(await double.window().records('window.focus')).not.toHaveLength(0);
});

test('a file that the system opens and that is gone is told in a sentence', async ({ double, page }) => {
  await expect(register(page)).toBeVisible();
  await double.window().ask('app-event', { name: 'open-file', args: [join(double.folder, 'fort.stellwerk')] });
  await expect(page.getByRole('alert')).toContainText('Die Datei „fort.stellwerk“ wurde nicht gefunden.');
});

test('the program starts with a file to take over', async ({ folder, page }) => {
  await withProgram(doubleProgram(folder, page, { args: [oldStatement(folder)] }), 'example', async () => {
    await expect(page.getByText('S0777/25 wurde übernommen.')).toBeVisible();
  });
});

test('“Aus Datei übernehmen” of the menu asks with the system’s dialog', async ({ double, page }) => {
  await expect(register(page)).toBeVisible();
  double.chooseNext(oldStatement(double.folder));
  await choose(double, 'Aus Datei übernehmen …');
  await expect(page.getByText('S0777/25 wurde übernommen.')).toBeVisible();
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

test('zoom, window and places are there again after a restart, and a broken memory is ignored', async ({
  double,
  page,
}) => {
  const memory = join(double.folder, 'programm.json');
  await openStatement(page, 'S0027/26');
  await page.getByRole('button', { name: 'Ausgeben' }).click();
  await page.getByRole('menuitem', { name: 'Formblatt als PDF', exact: true }).click();
  await expect.poll(() => double.dialogs.length).toBe(1);
  await choose(double, 'Vergrößern');
  await double.window().close();
  const kept = JSON.parse(readFileSync(memory, 'utf8'));
  expect(kept).toMatchObject({ zoom: 1.1, places: { export: join(double.folder, 'ausgabe') } });
  const bounds = { x: 120, y: 80, width: 1000, height: 700 };
  const [display] = Object.keys(kept.windows);
  writeFileSync(memory, JSON.stringify({ ...kept, windows: { [display ?? '']: { bounds, isMaximized: true } } }));

  await double.start();
  await expect.poll(() => double.window().records('webContents.setZoomFactor')).toEqual([1.1]);
  expect((await double.window().records('BrowserWindow'))[0]).toMatchObject(bounds);
  await double.window().close();

  writeFileSync(memory, '{"windows": 7, "zoom": "weit"');
  await double.start();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect((await double.window().records('BrowserWindow'))[0]).toMatchObject({ width: 1366, height: 820 });
});

test('a crashed page is offered again, and the log keeps the crash without words of a paper', async ({
  double,
  page,
}) => {
  await expect(register(page)).toBeVisible();
  const details = { reason: 'crashed', exitCode: 5 };
  await double.window().ask('contents-event', { name: 'render-process-gone', args: [details] });
  await expect
    .poll(() => double.dialogs.map(({ options }) => options.buttons))
    .toEqual([['Neu laden', 'Fehlerbericht speichern', 'Beenden']]);
  await expect.poll(() => double.window().records('webContents.postMessage')).toHaveLength(2);
  await expect(register(page)).toBeVisible();
  await choose(double, 'Fehlerbericht speichern …');
  await expect.poll(async () => (await double.delivered()).length).toBe(1);
  const [report] = await double.delivered();
  expect(report?.bytes.toString('utf8')).toMatch(/[0-9a-f]{8} ProcessGone Window_crashed_5\r\n/);
});
