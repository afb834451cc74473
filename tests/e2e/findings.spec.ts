/** A careful colleague beside the text: findings come after a pause, lead to their words, and are put right by one key. */
import { violationsInBothColours } from './axe.ts';
import { expect, openStatement, test } from './desk.ts';

test('findings stand below the text and at the words, and one right word is put in by a key', async ({ desk }) => {
  const { page, complaints } = desk;
  const reply = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  const bar = page.getByRole('region', { name: 'Hinweise beim Schreiben' });
  await openStatement(page, 'S0044/26');
  await expect(bar).toBeHidden();
  await reply.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Am 12.10 2026 tagt der Beirat. Am Montag, 13.10.2026 folgt I0999/26.');
  await expect(bar).toContainText('„12.10 2026“ ist kein vollständiges Datum');
  await expect(bar).toContainText('Der 13.10.2026 ist ein Dienstag');
  await expect(bar).toContainText('I0999/26 steht nicht im Register');
  await expect(reply.locator('.found-words.warning').first()).toHaveText('12.10 2026');
  await expect(reply.locator('.found-words.hint')).toHaveText('I0999/26');
  expect(await violationsInBothColours(page)).toEqual([]);
  // F7 goes from one to the next, and begins anew behind the last.
  const chosen = (): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? '');
  await reply.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F7');
  expect(await chosen()).toBe('12.10 2026');
  await page.keyboard.press('F7');
  await page.keyboard.press('F7');
  expect(await chosen()).toBe('I0999/26');
  await page.keyboard.press('F7');
  expect(await chosen()).toBe('12.10 2026');
  await page.keyboard.press('Shift+F7');
  expect(await chosen()).toBe('I0999/26');
  // The colour scheme is the last that was looked at; the words stay the same.
  await bar.getByRole('button', { name: '„12.10.2026“ einsetzen' }).focus();
  await page.keyboard.press('Enter');
  await expect(reply).toContainText('Am 12.10.2026 tagt');
  await expect(reply).toBeFocused();
  await expect(bar).not.toContainText('kein vollständiges Datum');
  await page.keyboard.press('Control+z');
  await expect(reply).toContainText('Am 12.10 2026 tagt');
  await expect(bar).toContainText('kein vollständiges Datum');
  await bar.getByRole('link', { name: /ist ein Dienstag/ }).click();
  await expect(reply).toBeFocused();
  await page.keyboard.type('Dienstag, 13.10.2026');
  await expect(bar).not.toContainText('ist ein Dienstag');
  await expect(reply).toContainText('Am Dienstag, 13.10.2026 folgt');
  expect(complaints).toEqual([]);
});
