import type { Page } from '@playwright/test';
import { expect, LOCAL_ONLY, openSection, openStatement, saved, test } from './desk.ts';

/** Every state the status bar showed since, in order: some last only a moment. */
async function watchSaveStates(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { saveStates: seen });
    const look = (): void => {
      const state = document.querySelector('[data-save]')?.getAttribute('data-save') ?? '';
      if (state !== seen.at(-1)) seen.push(state);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return () => page.evaluate(() => (window as unknown as { saveStates: string[] }).saveStates);
}

test('saves by itself, and a killed program loses nothing that was shown as saved', async ({
  desk,
  program,
  shell,
}) => {
  const { page } = desk;
  await openStatement(page, 'S0044/26');
  await page.getByRole('textbox', { name: 'Antwort der Verwaltung' }).click();
  await page.keyboard.press('Control+End');
  const states = await watchSaveStates(page);
  await page.keyboard.type(' Der Test steht am Ende.');
  await expect.poll(async () => (await states()).join(' ')).toMatch(/pending.* saved$/);
  await program.kill();
  // The window of the local shell outlives the program; Electron's ends with it.
  if (shell === 'local') {
    await expect(page.getByText('Verbindung unterbrochen')).toBeVisible();
    await program.start();
  }
  expect(program.cli('show', 'S0044/26')).toContain('Der Test steht am Ende.');
  expect(desk.complaints.filter((text) => !text.includes('WebSocket') && !text.includes('ERR_CONNECTION'))).toEqual([]);
});

test('undo and redo keep one order over text and fields', async ({ desk: { page } }) => {
  await openStatement(page, 'S0044/26');
  const reply = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  const before = await reply.innerText();
  await reply.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('XYZ');
  await openSection(page, 'Kopf');
  const name = page.getByRole('textbox', { name: 'Bezeichnung' });
  await name.fill('Anderer Titel');
  await page.keyboard.press('Control+Z');
  await expect(name).toHaveValue('Längere Öffnungszeiten im Bürgerbüro');
  await expect(reply).toContainText('XYZ');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect.poll(() => reply.innerText()).toBe(before);
  await page.getByRole('button', { name: 'Wiederholen' }).click();
  await expect(reply).toContainText('XYZ');
  await page.getByRole('button', { name: 'Wiederholen' }).click();
  await expect(name).toHaveValue('Anderer Titel');
});

test('consultations are added, moved, dated and removed in place', async ({ desk: { page }, program }) => {
  await openStatement(page, 'S0044/26');
  await openSection(page, 'Beratungsfolge');
  const bodies = page.getByRole('combobox', { name: /^Gremium, Zeile/ });
  const count = await bodies.count();
  await page.getByRole('button', { name: 'Beratung hinzufügen' }).click();
  await expect(bodies).toHaveCount(count + 1);
  await bodies.last().fill('Probeausschuss');
  await page.keyboard.press('Escape');
  const day = page.getByRole('textbox', { name: `Tag, Zeile ${count + 1}` });
  await day.fill('im Herbst');
  await day.blur();
  await expect(page.getByText('Kein Datum. Bitte so schreiben: 27.10.2022')).toBeVisible();
  await expect(day).toHaveValue('im Herbst');
  await day.fill('Do, 26.2.26');
  await day.blur();
  await expect(day).toHaveValue('26.02.2026');
  await page.getByRole('button', { name: `Zeile ${count + 1} nach oben` }).click();
  await expect(bodies.nth(count - 1)).toHaveValue('Probeausschuss');
  await page.getByRole('button', { name: 'Zeile 1 entfernen' }).click();
  await expect(bodies).toHaveCount(count);
  await expect(saved(page)).toBeVisible();
  const record = JSON.parse(program.cli('show', 'S0044/26')) as {
    consultations: { organization: string; date: string }[];
  };
  expect(record.consultations).toHaveLength(count);
  expect(record.consultations.at(-2)).toMatchObject({ organization: 'Probeausschuss', date: '2026-02-26' });
});

test('the quotation is protected until it is unlocked knowingly', async ({ desk: { page } }) => {
  await openStatement(page, 'S0044/26');
  await openSection(page, 'Zitat der Vorlage');
  const quotation = page.getByRole('textbox', { name: 'Zitat der Vorlage' });
  await expect(quotation).toHaveAttribute('contenteditable', 'false');
  await expect(page.getByText('Wörtlich übernommen aus A0024/26')).toBeVisible();
  await page.getByRole('button', { name: 'Zitat bearbeiten' }).click();
  await expect(quotation).toHaveAttribute('contenteditable', 'true');
});

test(
  'two windows: the later one sees the change, and a clash is shown, not overwritten',
  LOCAL_ONLY,
  async ({ localShell: program, browser }) => {
    const page = await program.openWindow();
    await openStatement(page, 'S0044/26');
    const other = await (
      await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 800 } })
    ).newPage();
    await other.goto(await program.address());
    await openStatement(other, 'S0044/26');
    for (const window of [page, other]) await openSection(window, 'Kopf');
    const mine = page.getByRole('textbox', { name: 'Bezeichnung' });
    const theirs = other.getByRole('textbox', { name: 'Bezeichnung' });
    await mine.fill('Von Fenster eins');
    await expect(theirs).toHaveValue('Von Fenster eins');

    await Promise.all([mine.fill('Fassung eins'), theirs.fill('Fassung zwei')]);
    const clashIn = (window: Page) => window.getByText('inzwischen in einem anderen Fenster geändert').isVisible();
    await expect.poll(async () => (await clashIn(page)) || (await clashIn(other))).toBe(true);
    const loser = (await clashIn(page)) ? page : other;
    const text = loser === page ? 'Fassung eins' : 'Fassung zwei';
    await expect(loser.getByText('Verschieden sind: Bezeichnung.')).toBeVisible();
    // Whoever closes the window before choosing finds both again.
    await loser.reload();
    await expect(loser.getByText('Verschieden sind: Bezeichnung.')).toBeVisible();
    await openSection(loser, 'Kopf');
    await expect(loser.getByRole('textbox', { name: 'Bezeichnung' })).toHaveValue(text);
    await loser.getByRole('button', { name: 'Meine Fassung behalten' }).click();
    await expect(saved(loser)).toBeVisible();
    const record = JSON.parse(program.cli('show', 'S0044/26')) as { name: string };
    expect(record.name).toBe(text);
  },
);
