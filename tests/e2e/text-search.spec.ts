/** Strg+F and Strg+H: found, shown, replaced and taken back, and the keys go where the cursor is. */
import { violationsInBothColours } from './axe.ts';
import { expect, openStatement, test } from './desk.ts';

test('words are found and replaced by keyboard alone, and one step takes it back', async ({ desk }) => {
  const { page, complaints } = desk;
  const reply = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  const bar = page.getByRole('search', { name: 'Suchen und Ersetzen' });
  const field = bar.getByRole('textbox', { name: 'Suchen nach' });
  const marks = reply.locator('.search-mark');
  await openStatement(page, 'S0044/26');
  await reply.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Der Prüfstein, ein Prüfstein und noch ein Prüfsteinchen.');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await expect(field).toBeFocused();
  await page.keyboard.type('prüfstein');
  await expect(bar.getByRole('status')).toHaveText('1 von 3 Stellen');
  await expect(marks).toHaveCount(3);
  await expect(reply.locator('.search-mark.current')).toHaveText('Prüfstein');
  await expect(reply.locator('.search-mark.current')).toBeInViewport();
  expect(await violationsInBothColours(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('2 von 3 Stellen');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('3 von 3 Stellen');
  await bar.getByRole('button', { name: 'Nur ganze Wörter' }).press('Space');
  await expect(bar.getByRole('status')).toHaveText(/von 2 Stellen/);
  // Escape leaves the cursor at what was found, selected.
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(marks).toHaveCount(0);
  await expect(reply).toBeFocused();

  await page.keyboard.press('Control+h');
  await expect(field).toHaveValue(/Prüfstein/i);
  await bar.getByRole('textbox', { name: 'Ersetzen durch' }).focus();
  await page.keyboard.type('Maßstab $1');
  await page.keyboard.press('Enter');
  // What was chosen before still holds: whole words only.
  await expect(bar.getByRole('status')).toHaveText('1 von 1 Stelle');
  await page.keyboard.press('Control+h');
  await expect(field).toBeFocused();
  await expect(bar.getByRole('textbox', { name: 'Ersetzen durch' })).toHaveValue('Maßstab $1');
  await bar.getByRole('button', { name: 'Nur ganze Wörter' }).press('Space');
  await bar.getByRole('button', { name: 'Alle ersetzen' }).press('Enter');
  await expect(bar.getByRole('status')).toHaveText('2 Stellen ersetzt');
  await expect(reply).toContainText('Maßstab $1');
  await expect(reply).not.toContainText('Prüfstein');
  // The button has nothing left to do and the focus is nowhere; the key still closes the bar.
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(reply).toContainText(/Prüfstein.*Prüfstein/);
  await page.keyboard.press('Control+z');
  await expect(reply).toContainText('Der Prüfstein, ein Prüfstein und noch ein Prüfsteinchen.');
  expect(complaints).toEqual([]);
});

test('a number put in the place of another names the other paper, and the protected quotation stays', async ({
  desk,
  program,
}) => {
  const { page, complaints } = desk;
  const reply = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  const bar = page.getByRole('search', { name: 'Suchen und Ersetzen' });
  await openStatement(page, 'S0044/26');
  await reply.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Siehe F0047/26. Stadt');
  await page.keyboard.press('Control+h');
  await bar.getByRole('textbox', { name: 'Suchen nach' }).fill('F0047/26');
  await bar.getByRole('textbox', { name: 'Ersetzen durch' }).fill('F0048/26');
  await bar.getByRole('button', { name: 'Ersetzen', exact: true }).click();
  await expect(reply.locator('[data-reference="F0048/26"]')).toHaveText('F0048/26');
  await expect(bar.getByRole('status')).toHaveText('Keine Stelle gefunden');
  // What somebody else saves meanwhile moves the words, not what is replaced.
  await bar.getByRole('textbox', { name: 'Suchen nach' }).fill('Hof');
  await bar.getByRole('textbox', { name: 'Ersetzen durch' }).fill('Garten');
  await expect(page.getByText(/^Gespeichert/)).toBeVisible();
  program.cli('set', 'S0044/26', 'reply', 'Davor steht jetzt mehr. Der Hof hat einen Hof.');
  await expect(reply).toContainText('Davor steht jetzt mehr.');
  await bar.getByRole('button', { name: 'Alle ersetzen' }).click();
  await expect(reply).toHaveText('Davor steht jetzt mehr. Der Garten hat einen Garten.');
  // What stands in the quotation is found, its section opens, and it is not changed.
  const quotation = page.getByRole('textbox', { name: 'Zitat der Vorlage' });
  await expect(quotation).toBeHidden();
  await bar.getByRole('textbox', { name: 'Suchen nach' }).fill('beauftragt');
  const count = Number(/von (\d+)/.exec((await bar.getByRole('status').textContent()) ?? '')?.[1]);
  for (let at = 0; at < count && !(await quotation.isVisible()); at += 1) await page.keyboard.press('F3');
  await expect(quotation).toBeVisible();
  await expect(quotation.locator('.search-mark.current')).toHaveText('beauftragt');
  await expect(bar.getByRole('button', { name: 'Ersetzen', exact: true })).toBeDisabled();
  expect(complaints).toEqual([]);
});
