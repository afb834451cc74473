import type { Page } from '@playwright/test';
import { expect, openSection, openStatement, test } from './desk.ts';
import { violationsInBothColours } from './axe.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Handbuch' });
const heading = (page: Page, name: string) => panel(page).getByRole('heading', { name, exact: true });

test('F1 opens the handbook where the person is', async ({ desk }) => {
  const { page, complaints } = desk;
  await page.keyboard.press('F1');
  await expect(heading(page, 'Register')).toBeFocused();
  await page.keyboard.press('F1');
  await expect(panel(page)).toBeHidden();

  await openStatement(page, 'S0021/26');
  await page.keyboard.press('F1');
  await expect(heading(page, 'Die Stellungnahme')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ausgeben' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(heading(page, 'Dokumente ausgeben')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Ausgeben' })).toBeFocused();
  await page.getByRole('button', { name: 'Über Stellwerk' }).click();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(heading(page, 'Über Stellwerk')).toBeFocused();
  await page.keyboard.press('Escape');
  await openSection(page, 'Anlagen');
  await page.getByRole('button', { name: /^Anlagen/ }).focus();
  await page.keyboard.press('F1');
  await expect(heading(page, 'Anlagen')).toBeFocused();
  await openSection(page, 'Beratungsfolge');
  await page.getByRole('textbox', { name: 'Tag, Zeile 1' }).focus();
  await page.keyboard.press('F1');
  await expect(heading(page, 'Beratungsfolge')).toBeFocused();
  await expect(heading(page, 'Beratungsfolge')).toBeInViewport();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Einstellungen' }).click();
  await page.getByRole('link', { name: 'Gremien und Fraktionen' }).click();
  await page.keyboard.press('F1');
  await expect(heading(page, 'Gremien und Fraktionen')).toBeFocused();
  await expect(heading(page, 'Gremien und Fraktionen')).toBeInViewport();
  await page.getByRole('link', { name: 'Feiertage' }).click();
  await page.keyboard.press('F1');
  await expect(heading(page, 'Feiertage')).toBeFocused();
  expect(complaints).toEqual([]);
});

test('Esc closes the handbook and the cursor is where it was', async ({ desk: { page } }) => {
  const search = page.getByRole('searchbox', { name: 'Im Register suchen' });
  await search.fill('radweg');
  await page.keyboard.press('F1');
  await expect(heading(page, 'Register')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('radweg');

  // The work goes on beside it.
  await page.keyboard.press('F1');
  await search.fill('baum');
  await expect(panel(page)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Baumfällungen' }).first()).toBeVisible();
});

test('the command, the button and the palette lead to the handbook', async ({ desk: { page } }) => {
  await page.getByRole('button', { name: 'Hilfe (F1)' }).click();
  await expect(heading(page, 'Register')).toBeFocused();
  await page.getByRole('button', { name: 'Hilfe (F1)' }).click();
  await expect(panel(page)).toBeHidden();

  await page.keyboard.press('Control+K');
  await page.keyboard.type('hilfe');
  await page.getByRole('menuitem', { name: 'Hilfe öffnen' }).click();
  await expect(heading(page, 'Register')).toBeFocused();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(heading(page, 'Suchen oder Befehl')).toBeFocused();
});

test('the search finds words and whole messages, and the way back leads back', async ({ desk: { page } }) => {
  await page.keyboard.press('F1');
  const search = panel(page).getByRole('searchbox', { name: 'Im Handbuch suchen' });
  await search.fill('loschen gremium');
  await expect(panel(page).getByRole('status')).toHaveText(/Stelle/);
  await panel(page).getByRole('button', { name: 'Gremien und Fraktionen' }).click();
  await expect(heading(page, 'Gremien und Fraktionen')).toBeFocused();
  await expect(search).toHaveValue('');
  await panel(page).getByRole('button', { name: 'Zurück' }).click();
  await expect(heading(page, 'Register')).toBeFocused();

  await search.fill('Die Nummer S0021/26 ist schon vergeben oder wurde hier für ungültig erklärt.');
  await search.press('Enter');
  await expect(heading(page, 'Öffnen und speichern')).toBeFocused();

  await search.fill('xyzzy');
  await expect(panel(page).getByRole('status')).toContainText('Dazu steht nichts');
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await search.press('Escape');
  await expect(panel(page)).toBeHidden();
});

test('pictures come with the program and can be enlarged', async ({ desk }) => {
  const { page, complaints } = desk;
  await page.keyboard.press('F1');
  const picture = panel(page).getByRole('button', { name: /^Bild vergrößern: Das Register/ });
  await expect(picture).toBeVisible();
  expect(await picture.locator('img').evaluate((image: HTMLImageElement) => image.decode().then(() => true))).toBe(
    true,
  );
  await picture.click();
  await expect(page.getByRole('dialog', { name: 'Bild' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(panel(page)).toBeVisible();
  await expect(picture).toBeFocused();
  await panel(page).getByRole('button', { name: 'Inhalt' }).click();
  await panel(page).getByRole('button', { name: 'Das Programm selbst' }).click();
  await expect(heading(page, 'Das Programm selbst')).toBeInViewport();
  expect(complaints).toEqual([]);
});

test('the first page has its place in the handbook', async ({ empty }) => {
  const page = await empty.openWindow();
  await expect(page.getByRole('heading', { name: 'Womit möchten Sie anfangen?' })).toBeVisible();
  await page.keyboard.press('F1');
  await expect(heading(page, 'Die erste Seite')).toBeFocused();
});

test('axe finds nothing in the handbook, light or dark', async ({ desk: { page } }) => {
  await page.keyboard.press('F1');
  await expect(heading(page, 'Register')).toBeFocused();
  expect(await violationsInBothColours(page)).toEqual([]);
  await panel(page).getByRole('button', { name: 'Inhalt' }).click();
  expect(await violationsInBothColours(page)).toEqual([]);
  await panel(page).getByRole('button', { name: 'Tastatur', exact: true }).click();
  expect(await violationsInBothColours(page)).toEqual([]);
  await panel(page).getByRole('searchbox').fill('sicherung');
  expect(await violationsInBothColours(page)).toEqual([]);
});

test('nothing is cut off sideways beside the handbook, however small the window', async ({ desk: { page } }) => {
  await openStatement(page, 'S0021/26');
  await page.keyboard.press('F1');
  await expect(heading(page, 'Die Stellungnahme')).toBeFocused();
  const body = panel(page).getByRole('group');
  for (const size of [
    { width: 1280, height: 800 },
    { width: 640, height: 400 },
  ]) {
    await page.setViewportSize(size);
    await expect.poll(async () => (await body.boundingBox())?.width ?? 0).toBeGreaterThan(380);
    expect(await body.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, `${size.width} × ${size.height}`).toBe(0);
  }
});
