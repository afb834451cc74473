import { violationsInBothColours } from './axe.ts';
import { expect, test } from './desk.ts';

test('what is said once about oneself stands in every new statement', async ({ desk }) => {
  const { page, complaints } = desk;
  await page.getByRole('link', { name: 'Einstellungen', exact: true }).click();
  await page.getByRole('navigation', { name: 'Einstellungen' }).getByRole('link', { name: 'Über mich' }).click();
  await page.getByRole('textbox', { name: 'Bearbeitung' }).fill('Kim Beispiel');
  await page.getByRole('textbox', { name: 'Telefon' }).fill('55-4711');
  await page.getByRole('combobox', { name: 'Amt oder Fachbereich' }).fill('FB 61');
  await page.keyboard.press('Escape');
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
