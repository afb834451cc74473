/** Text modules: written once, found while typing, put in at the cursor by keyboard alone, and their gaps filled one after the other. */
import type { Page } from '@playwright/test';
import { violationsInBothColours } from './axe.ts';
import { expect, openStatement, test } from './desk.ts';

const reply = (page: Page) => page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
const pane = (page: Page) => page.getByRole('region', { name: 'Textbausteine' });

test('a module is found, put in by the Enter key, its gaps are filled by kind, and one step takes it back', async ({
  desk,
}) => {
  const { page, complaints } = desk;
  await openStatement(page, 'S0044/26');
  await reply(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Bausteine' }).click();
  await expect(pane(page).getByRole('searchbox', { name: 'Baustein suchen' })).toBeFocused();
  await expect(pane(page).getByText('Passt hierher')).toBeVisible();
  expect(await violationsInBothColours(page)).toEqual([]);
  await page.keyboard.type('mittel fehlen');
  await expect(pane(page).getByRole('option')).toContainText(['Finanzielle Auswirkungen: Mittel fehlen']);
  await page.keyboard.press('Enter');
  await expect(reply(page)).toContainText('Für die Umsetzung werden');
  await expect(reply(page)).toBeFocused();
  await expect(reply(page).locator('.placeholder.ProseMirror-selectednode')).toHaveText('Zahl: Betrag');
  // Another module goes behind the gap that is selected, which stays.
  await pane(page).getByRole('searchbox', { name: 'Baustein suchen' }).fill('finanzen-keine');
  await expect(pane(page).getByRole('option')).toContainText(['Finanzielle Auswirkungen: keine']);
  await pane(page).getByRole('searchbox').press('Enter');
  await expect(reply(page)).toContainText('Finanzielle Auswirkungen entstehen nicht.');
  await expect(reply(page).locator('.placeholder')).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(reply(page)).not.toContainText('Finanzielle Auswirkungen entstehen nicht.');
  await reply(page).focus();
  await expect(reply(page).locator('.placeholder.ProseMirror-selectednode')).toHaveText('Zahl: Betrag');
  // Typing fills the gap that is selected.
  await page.keyboard.type('12.000');
  await expect(reply(page)).toContainText('werden 12.000 Euro benötigt');
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog', { name: 'Lücke „Jahr“ füllen' });
  await expect(asked.getByRole('textbox')).toBeFocused();
  expect(await violationsInBothColours(page)).toEqual([]);
  await page.keyboard.type('2027');
  await page.keyboard.press('Enter');
  await expect(reply(page)).toContainText('Im Haushalt 2027 sind');
  await page.keyboard.press('F8');
  await page.keyboard.press('Enter');
  const choice = page.getByRole('dialog', { name: 'Lücke „Auswahl“ füllen' });
  await expect(choice.getByRole('button', { name: 'keine Mittel', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(reply(page)).toContainText('dafür nicht genügend Mittel eingestellt.');
  await expect(reply(page).locator('.placeholder')).toHaveCount(0);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
  await expect(reply(page)).toContainText('Für die Umsetzung werden');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(reply(page)).not.toContainText('Für die Umsetzung werden');
  await pane(page).getByRole('button', { name: 'Zur Vorschau' }).click();
  await expect(pane(page)).toBeHidden();
  expect(complaints).toEqual([]);
});

test('a module is written in the settings, keeps its former states, and a day is asked for with a calendar', async ({
  desk,
}) => {
  const { page, complaints } = desk;
  await page.getByRole('link', { name: 'Einstellungen' }).click();
  await page.getByRole('link', { name: 'Bausteine' }).click();
  await page.getByRole('button', { name: 'Neuer Baustein' }).click();
  await expect(page.getByText('Bitte einen Titel schreiben')).toBeVisible();
  await page.getByRole('textbox', { name: 'Titel' }).fill('Bericht zusagen');
  const text = page.getByRole('textbox', { name: 'Text des Bausteins' });
  await text.click();
  await page.keyboard.type('Die Verwaltung berichtet bis zum [Datum: Bericht].');
  await page.getByRole('textbox', { name: 'Kürzel' }).fill('ber');
  await expect(text.locator('.placeholder')).toHaveText('Datum: Bericht');
  await expect(page.getByText(/^Gespeichert/)).toBeVisible();
  expect(await violationsInBothColours(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Titel' }).fill('Bericht ankündigen');
  await page.getByRole('textbox', { name: 'Kürzel' }).focus();
  await page.getByRole('button', { name: /Frühere Stände/ }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Bericht zusagen' })
    .getByRole('button', { name: 'Zurückholen' })
    .first()
    .click();
  await expect(page.getByRole('textbox', { name: 'Titel' })).toHaveValue('Bericht zusagen');

  await page.getByRole('link', { name: 'Register' }).click();
  await openStatement(page, 'S0044/26');
  await reply(page).click();
  await page.keyboard.press('Control+End');
  await page.getByRole('button', { name: 'Bausteine' }).click();
  await page.keyboard.type('ber ankün');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('bericht zusagen');
  await expect(pane(page).getByRole('option')).toContainText(['Bericht zusagen']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog', { name: 'Lücke „Bericht“ füllen' });
  await page.keyboard.type('1.3.2027');
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await expect(reply(page)).toContainText('Die Verwaltung berichtet bis zum 01.03.2027.');
  // Removed and brought back.
  await pane(page).getByRole('link', { name: 'Bausteine bearbeiten' }).click();
  await page.getByRole('button', { name: 'Löschen' }).click();
  await expect(page.getByRole('option', { name: /Bericht zusagen/ })).toBeHidden();
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(page.getByRole('option', { name: /Bericht zusagen/ })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a module tears no sentence: inside a line one paragraph goes into it, several go behind', async ({ desk }) => {
  const { page, complaints } = desk;
  await openStatement(page, 'S0044/26');
  await reply(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Eins und drei.');
  for (const _ of 'drei.') await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Bausteine' }).click();
  await pane(page).getByRole('searchbox').fill('finanzen-keine');
  await expect(pane(page).getByRole('option')).toContainText(['Finanzielle Auswirkungen: keine']);
  await pane(page).getByRole('searchbox').press('Enter');
  await expect(reply(page).locator('p')).toHaveText(['Eins und Finanzielle Auswirkungen entstehen nicht.drei.']);
  await page.keyboard.press('Control+z');
  await pane(page).getByRole('searchbox').fill('antrag-alternative');
  await expect(pane(page).getByRole('option')).toContainText(['Antrag: Alternative vorschlagen']);
  await pane(page).getByRole('searchbox').press('Enter');
  await expect(reply(page).locator('p')).toHaveText([
    'Eins und drei.',
    'Die Verwaltung schlägt vor, den Beschluss wie folgt zu fassen:',
    'Wortlaut des Beschlusses',
  ]);
  expect(complaints).toEqual([]);
});
