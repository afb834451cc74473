/** Status words stand on the line of their neighbours, in heads, lists and tables. */
import { crookedWords } from './baselines.ts';
import { expect, openStatement, test } from './desk.ts';

test('words of one line stand on one base, on every page a clerk works on', async ({
  desk: { page, open },
  program,
}) => {
  program.cli('set', 'S0021/26', 'reply', 'Frau Unbekannt-Meier wohnt dort.');
  program.cli('release', 'S0027/26', '--accept', 'Testlauf');
  program.cli('issue', 'S0027/26');
  program.cli('dispatch', 'S0027/26');
  const straight = async (): Promise<void> => {
    await page.waitForLoadState('networkidle');
    expect(await crookedWords(page), page.url()).toEqual([]);
  };
  await page.reload();
  await expect(page.getByText('nichtöffentlich').first()).toBeVisible();
  await straight();
  await openStatement(page, 'S0021/26');
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  await straight();
  await page.getByRole('button', { name: 'Ausfertigen' }).click();
  await expect(page.getByText('1 Warnung braucht eine Begründung')).toBeVisible();
  await straight();
  await open('/register');
  await openStatement(page, 'S0027/26');
  await straight();
  await page.getByRole('button', { name: 'Ausfertigen' }).click();
  await expect(page.getByText('Keine Befunde')).toBeVisible();
  await straight();
  await page.locator('.page-head').getByRole('link', { name: 'Versand' }).click();
  await expect(page.getByText('alles versandt')).toBeVisible();
  await straight();
  for (const place of [
    '/versand',
    '/sitzungen',
    '/ausfertigen',
    '/einstellungen/sicherung',
    '/einstellungen/zertifikate',
  ]) {
    await open(place);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await straight();
  }
});
