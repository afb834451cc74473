/** Spelling: words that no dictionary knows are underlined, right words put in by mouse and keyboard, and new words learned. */
import { violationsInBothColours } from './axe.ts';
import { expect, openStatement, test } from './desk.ts';

test('a slip is underlined, put right from the menu at the word and from the bar, and a new word is learned', async ({
  desk,
}) => {
  const { page, complaints } = desk;
  const reply = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  const bar = page.getByRole('region', { name: 'Hinweise beim Schreiben' });
  await openStatement(page, 'S0044/26');
  await reply.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Der Beschulss nennt den Termmin der Qrstomatik.');
  await expect(reply.locator('.found-words')).toHaveText(['Beschulss', 'Termmin', 'Qrstomatik']);
  // By mouse at the word.
  await reply.locator('.found-words').first().click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Vorschläge für „Beschulss“' });
  await expect(menu.getByRole('menuitem', { name: 'Beschluss', exact: true })).toBeVisible();
  expect(await violationsInBothColours(page)).toEqual([]);
  await menu.getByRole('menuitem', { name: 'Beschluss', exact: true }).click();
  await expect(reply).toContainText('Der Beschluss nennt');
  await expect(reply).toBeFocused();
  await expect(reply.locator('.found-words')).toHaveText(['Termmin', 'Qrstomatik']);
  // By keyboard alone from the bar.
  await bar.getByRole('button', { name: 'Vorschläge für „Termmin“' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Termin', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(reply).toContainText('den Termin der');
  await expect(reply).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(reply).toContainText('den Termmin der');
  await page.keyboard.press('Control+y');
  // The words move with the text: what is put in goes where they stand now.
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Beschulss');
  await expect(reply.locator('.found-words', { hasText: 'Beschulss' })).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Zuerst ');
  await reply.locator('.found-words', { hasText: 'Beschulss' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Beschluss', exact: true }).click();
  await expect(reply).toContainText(/^Zuerst .*Qrstomatik\. Beschluss$/);
  // Learned, it is right in every paper, and can be forgotten again.
  await reply.locator('.found-words', { hasText: 'Qrstomatik' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '„Qrstomatik“ lernen' }).click();
  await expect(reply.locator('.found-words')).toHaveCount(0);
  await page.getByRole('link', { name: 'Einstellungen' }).click();
  await page.getByRole('link', { name: 'Wörterbuch' }).click();
  const learned = page.getByRole('list', { name: 'Gelernte Wörter' });
  await expect(learned).toContainText('Qrstomatik');
  expect(await violationsInBothColours(page)).toEqual([]);
  await page.getByRole('button', { name: '„Qrstomatik“ vergessen' }).click();
  await expect(learned).toBeHidden();
  await page.getByRole('button', { name: 'Zurückholen' }).click();
  await expect(learned).toContainText('Qrstomatik');
  await page.getByRole('textbox', { name: 'Neues Wort' }).fill('Auenfurter');
  await page.keyboard.press('Enter');
  await expect(learned.getByRole('listitem')).toHaveText(['Auenfurter', 'Qrstomatik']);
  expect(complaints).toEqual([]);
});
