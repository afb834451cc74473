/** Status words stand on the line of their neighbours, in heads, lists and tables. */
import type { Page } from '@playwright/test';
import { crookedWords } from './baselines.ts';
import { expect, openStatement, test } from './desk.ts';

async function expectStraight(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  expect(await crookedWords(page), page.url()).toEqual([]);
}

test('words of one line stand on one base: register, statement, release', async ({ desk: { page }, program }) => {
  program.cli('set', 'S0021/26', 'reply', 'Frau Unbekannt-Meier wohnt dort.');
  await expect(page.getByText('nichtöffentlich').first()).toBeVisible();
  await expectStraight(page);
  await openStatement(page, 'S0021/26');
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  await expectStraight(page);
  await page.getByRole('button', { name: 'Ausfertigen' }).click();
  await expect(page.getByText('1 Warnung braucht eine Begründung')).toBeVisible();
  await expectStraight(page);
});

test('words of one line stand on one base: issue, dispatch, lists', async ({ desk: { page, open }, program }) => {
  program.cli('release', 'S0027/26', '--accept', 'Testlauf');
  program.cli('issue', 'S0027/26');
  program.cli('dispatch', 'S0027/26');
  await openStatement(page, 'S0027/26');
  await expectStraight(page);
  await page.getByRole('button', { name: 'Ausfertigen' }).click();
  await expect(page.getByText('Keine Befunde')).toBeVisible();
  await expectStraight(page);
  await page.locator('.page-head').getByRole('link', { name: 'Versand' }).click();
  await expect(page.getByText('alles versandt')).toBeVisible();
  await expectStraight(page);
  for (const place of ['versand', 'sitzungen', 'ausfertigen', 'einstellungen/sicherung', 'einstellungen/zertifikate']) {
    await open(`/${place}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectStraight(page);
  }
});
