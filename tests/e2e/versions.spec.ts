/** Earlier states of a paper in the window: compared, named, brought back and taken back, by mouse and by keyboard. */
import { expect, openStatement, test } from './desk.ts';
import { violationsInBothColours } from './axe.ts';

const REF = 'S0044/26';

test('from the statement to its versions: compare, name, bring back, take back', async ({ desk, program }) => {
  const { page, complaints } = desk;
  const stored = (words: string): Promise<void> => expect.poll(() => program.cli('show', REF)).toContain(words);
  program.cli('set', REF, 'name', 'Kürzere Öffnungszeiten im Bürgerbüro');
  await openStatement(page, REF);
  const text = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  const before = await text.innerText();
  await page.getByRole('button', { name: 'Mehr', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Fassungen' }).click();
  await expect(page.getByRole('heading', { name: `Fassungen – ${REF}` })).toBeVisible();
  const list = page.getByRole('listbox', { name: 'Aufbewahrte Fassungen' });
  await expect(list.getByRole('option')).toHaveCount(2);
  const comparison = page.getByRole('region', { name: 'Vergleich' });
  const name = comparison.getByRole('region', { name: 'Bezeichnung' });
  await expect(name.locator('del')).toHaveText('Längere');
  await expect(name.locator('ins')).toHaveText('Kürzere');
  const restore = page.getByRole('button', { name: 'Diesen Stand zurückholen' });
  await expect(restore).toHaveAttribute('aria-disabled', 'true');

  // A name keeps the version apart from what is saved next.
  await page.getByRole('textbox', { name: 'Name dieser Fassung' }).fill('vor der Sitzung');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Die Fassung heißt jetzt „vor der Sitzung“')).toBeVisible();
  await page.getByRole('link', { name: 'Zur Stellungnahme' }).click();
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Am Ende steht mehr.');
  await stored('Am Ende steht mehr.');
  await page.getByRole('button', { name: 'Mehr', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Fassungen' }).click();
  await expect(list.getByRole('option')).toHaveCount(3);
  await expect(comparison.locator('ins')).toContainText('Am Ende steht mehr');
  expect(await violationsInBothColours(page)).toEqual([]);

  await list.getByRole('option', { name: /vor der Sitzung/ }).click();
  await comparison.getByRole('button', { name: /Vergleichen mit/ }).click();
  await page.getByRole('option', { name: 'der aktuellen Fassung' }).click();
  await expect(comparison.getByRole('region', { name: 'Antwort' })).toBeVisible();
  await restore.click();
  await expect(page.getByText('Fassung 2 ist wieder der aktuelle Stand.')).toBeVisible();
  expect(program.cli('show', REF)).not.toContain('Am Ende steht mehr');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(page.getByText('Fassung 3 ist wieder der aktuelle Stand.')).toBeVisible();
  expect(program.cli('show', REF)).toContain('Am Ende steht mehr');
  await page.getByRole('link', { name: 'Zur Stellungnahme' }).click();
  await expect(text).toContainText('Am Ende steht mehr');
  expect(await text.innerText()).not.toBe(before);
  expect(complaints).toEqual([]);
});

test('what was brought back stands in the text, and typing goes on from it', async ({ desk, program }) => {
  const { page } = desk;
  await openStatement(page, REF);
  const text = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Wird verworfen.');
  await expect.poll(() => program.cli('show', REF)).toContain('Wird verworfen.');
  await page.getByRole('button', { name: 'Mehr', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Fassungen' }).click();
  await page.getByRole('option', { name: /Fassung 1\b/ }).click();
  await page.getByRole('button', { name: 'Diesen Stand zurückholen' }).click();
  await expect(page.getByText('Fassung 1 ist wieder der aktuelle Stand.')).toBeVisible();
  await page.getByRole('link', { name: 'Zur Stellungnahme' }).click();
  await expect(text).not.toContainText('Wird verworfen');
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Danach.');
  await expect.poll(() => program.cli('show', REF)).toContain('Danach.');
  expect(program.cli('show', REF)).not.toContain('Wird verworfen');
});

test('by keyboard alone, on a paper of the register, and not on one that is issued', async ({ desk, program }) => {
  const { page } = desk;
  const motion = JSON.parse(program.cli('list', '--class', 'A', '--json')) as { id: string; reference: string }[];
  await desk.open(`/fassungen/${motion[0]?.id ?? ''}`);
  await expect(page.getByText('Das ist die erste Fassung; davor gibt es keine.')).toBeVisible();
  await desk.open('/register');
  await openStatement(page, REF);
  await page.getByRole('button', { name: 'Mehr', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `Fassungen – ${REF}` })).toBeVisible();
  program.cli('set', REF, 'name', 'Anders');
  program.cli('release', REF, '--accept', 'geprüft');
  await page.reload();
  const list = page.getByRole('listbox', { name: 'Aufbewahrte Fassungen' });
  await list.getByRole('option').first().focus();
  await page.keyboard.press('End');
  await expect(list.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Dieses Papier ist nicht im Entwurf; sein Text ändert sich nicht mehr.')).toBeVisible();
});
