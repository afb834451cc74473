import { violationsInBothColours } from './axe.ts';
import { expect, test } from './desk.ts';

test('what is said once about oneself stands in every new statement', async ({ desk }) => {
  const { page, complaints } = desk;
  await page.getByRole('link', { name: 'Einstellungen', exact: true }).click();
  await page.getByRole('navigation', { name: 'Einstellungen' }).getByRole('link', { name: 'Über mich' }).click();
  await page.getByRole('textbox', { name: 'Bearbeitung' }).fill('Kim Beispiel');
  await page.getByRole('textbox', { name: 'Telefon' }).fill('55-4711');
  await page.getByRole('combobox', { name: 'Amt oder Fachbereich' }).fill('FB 61');
  // The list opens a moment later; a key that comes before it closes nothing.
  await expect(page.getByRole('listbox', { name: 'Empfehlungen' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Empfehlungen' })).toBeHidden();
  expect(await violationsInBothColours(page)).toEqual([]);
  await page.getByRole('link', { name: 'Register', exact: true }).click();
  await page.getByRole('row').filter({ hasText: 'F0047/26' }).getByRole('link', { name: 'F0047/26' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Wortlaut' })).toBeVisible();
  await page.getByRole('button', { name: 'Stellungnahme beginnen' }).click();
  await expect(page.getByRole('textbox', { name: 'Antwort der Verwaltung' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Bearbeitung' })).toHaveValue('Kim Beispiel');
  await expect(page.getByRole('textbox', { name: 'Telefon' })).toHaveValue('55-4711');
  expect(complaints).toEqual([]);
});

test('a statement begins like an earlier one that is found while typing, by keyboard alone', async ({ desk }) => {
  const { page, complaints } = desk;
  await page.getByRole('row').filter({ hasText: 'F0047/26' }).getByRole('link', { name: 'F0047/26' }).first().click();
  await page.getByRole('button', { name: 'Wie …' }).press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Wie eine frühere Stellungnahme beginnen' });
  await expect(dialog.getByRole('searchbox', { name: 'Stellungnahme suchen' })).toBeFocused();
  await page.keyboard.type('S0044');
  await expect(dialog.getByRole('option')).toContainText(['S0044/26']);
  await page.keyboard.press('Enter');
  const reply = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  await expect(reply).toContainText('Den Punkten 1 und 3 kann gefolgt werden.');
  await expect(page.getByText('ohne Nummer').first()).toBeVisible();
  expect(complaints).toEqual([]);
});
