/** What the system does to the program, and the person to it, for real: keys, menus, files, crashes, closing. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { oldStatement } from '../../support/old-statement.ts';
import { openStatement } from '../desk.ts';
import type { RealProgram } from '../programs/real-program.ts';
import { answerFileDialog, expect, inPage, REAL_SHELL, register, test, windowTitled } from './real-shell.ts';

const DICTIONARY = '/usr/share/hunspell-bdic/de_DE.bdic';

const isMenuShown = (program: RealProgram): Promise<boolean> =>
  program.application().evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMenuBarVisible() ?? false);

test('the menu opens by its letters, and shortcuts are pressed once', REAL_SHELL, async ({ open, desktop }) => {
  const { program, page } = await open();
  await expect(register(page)).toBeVisible();
  // The letter of the entry counts once the menu is drawn.
  await expect(async () => {
    desktop.press('alt+d');
    await expect.poll(() => isMenuShown(program), { timeout: 3000 }).toBe(true);
    desktop.press('n');
    await expect(page.getByRole('heading', { name: 'Neuer Eingang' })).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  desktop.press('ctrl+1');
  await expect(register(page)).toBeVisible();
  desktop.press('ctrl+k');
  await expect(page.getByRole('dialog', { name: 'Suchen oder Befehl' })).toBeVisible();
  desktop.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Suchen oder Befehl' })).toHaveCount(0);
  await openStatement(page, 'S0044/26');
  const reply = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  await reply.click();
  const before = await reply.innerText();
  desktop.press('ctrl+End');
  desktop.type('Wort ');
  await expect.poll(async () => (await reply.innerText()).trim()).toBe(`${before.trim()}Wort`);
  desktop.press('ctrl+z');
  await expect.poll(() => reply.innerText()).toBe(before);
});

test(
  '“Aus Datei übernehmen” of the menu asks with the system’s dialog',
  REAL_SHELL,
  async ({ open, desktop, folder }) => {
    const { page } = await open({ hasDialogs: true });
    await expect(register(page)).toBeVisible();
    const file = oldStatement(folder);
    desktop.press('ctrl+o');
    await answerFileDialog(desktop, /^Aus Datei übernehmen$/, file);
    await expect(page.getByText('S0777/25 wurde übernommen.')).toBeVisible();
  },
);

test('the program starts with a file to take over', REAL_SHELL, async ({ open, folder }) => {
  const { page } = await open({ args: [oldStatement(folder)] });
  await expect(page.getByText('S0777/25 wurde übernommen.')).toBeVisible();
});

test(
  'a second start brings the window up, takes the named file over and ends',
  REAL_SHELL,
  async ({ open, folder }) => {
    const { program, page } = await open();
    await openStatement(page, 'S0044/26');
    await program.application().evaluate(({ app }) => {
      const recent: string[] = [];
      Object.assign(globalThis, { recent });
      app.addRecentDocument = (path) => void recent.push(path);
    });
    await program.startAgain(oldStatement(folder));
    await expect(page.getByText('S0777/25 wurde übernommen.')).toBeVisible();
    const recent = (): Promise<string[]> =>
      program.application().evaluate(() => (globalThis as unknown as { recent: string[] }).recent);
    await expect.poll(recent).toEqual([join(folder, 'alt.txt')]);
    await program.startAgain(join(folder, 'fort.stellwerk'));
    await expect(page.getByRole('alert')).toContainText('Die Datei „fort.stellwerk“ wurde nicht gefunden.');
  },
);

test(
  'the right mouse button corrects German spelling without a network',
  REAL_SHELL,
  async ({ open, desktop, folder }) => {
    test.skip(!existsSync(DICTIONARY), 'hunspell-de-de is missing');
    const { page } = await open({
      prepare: () => {
        const dictionaries = join(folder, 'profil', 'Dictionaries');
        mkdirSync(dictionaries, { recursive: true });
        copyFileSync(DICTIONARY, join(dictionaries, 'de-DE-3-0.bdic'));
      },
    });
    // Where the office's own dictionary does not check, the system's does.
    await page.getByRole('link', { name: 'Neuer Eingang' }).click();
    const reply = page.getByRole('textbox', { name: 'Wortlaut' });
    await reply.click();
    desktop.press('ctrl+a');
    desktop.type('Verwaltnug ');
    const word = await reply.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const { x, y, height } = range.getClientRects()[0] ?? { x: 0, y: 0, height: 0 };
      return { x: x + 20, y: y + height / 2 };
    });
    // The checker works beside; a menu that opens before it is done offers no words.
    await expect(async () => {
      await page.mouse.click(word.x, word.y, { button: 'right' });
      desktop.press('Down');
      desktop.press('Return');
      expect((await reply.innerText()).trim()).toBe('Verwaltung');
    }).toPass({ timeout: 30_000 });
  },
);

test(
  'a crashed page is offered again and comes back, and the log keeps the crash without words',
  REAL_SHELL,
  async ({ open, desktop, folder }) => {
    const { program, page } = await open();
    await expect(register(page)).toBeVisible();
    await program
      .application()
      .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await windowTitled(desktop, /^Anzeige ausgefallen$/);
    desktop.press('Return');
    const isBack = (): Promise<boolean | null> =>
      inPage(program.application(), `document.querySelector('[role=grid], table') !== null`);
    await expect.poll(isBack, { timeout: 30_000 }).toBe(true);
    expect(readFileSync(join(dirname(folder), 'stellwerk-fehler.log'), 'utf8')).toMatch(
      /ProcessGone Window_(crashed|killed)_\d+/,
    );
  },
);

test('closing right after a key keeps the last words', REAL_SHELL, async ({ open, desktop }) => {
  const { program, page } = await open();
  await openStatement(page, 'S0044/26');
  await page.getByRole('textbox', { name: 'Antwort der Verwaltung' }).click();
  desktop.press('ctrl+End');
  desktop.type('Und das Ende.');
  desktop.press('ctrl+q');
  await program.ended();
  expect(program.cli('show', 'S0044/26')).toContain('Und das Ende.');
});

test(
  'zoom, place and size of the window are there again, and a broken memory is ignored',
  REAL_SHELL,
  async ({ open, desktop, folder }) => {
    const { program, page } = await open();
    await expect(register(page)).toBeVisible();
    const state = () =>
      program.application().evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return { bounds: window?.getNormalBounds(), zoom: window?.webContents.getZoomFactor() };
      });
    desktop.press('ctrl+plus');
    await expect.poll(async () => (await state()).zoom).toBeCloseTo(1.1, 3);
    await program
      .application()
      .evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 80, width: 1000, height: 700 }),
      );
    await expect.poll(async () => (await state()).bounds).toMatchObject({ width: 1000, height: 700 });
    const { bounds } = await state();
    desktop.press('ctrl+q');
    await program.ended();
    await program.start();
    await expect(register(await program.openWindow())).toBeVisible();
    expect(await state()).toMatchObject({ bounds: { width: bounds?.width, height: bounds?.height } });
    expect((await state()).zoom).toBeCloseTo(1.1, 3);
    await program.kill();
    writeFileSync(join(folder, 'programm.json'), '{"windows": 7, "zoom": "weit"');
    await program.start();
    await expect(register(await program.openWindow())).toBeVisible();
    expect((await state()).zoom).toBeCloseTo(1, 3);
  },
);
