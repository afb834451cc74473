/** A clerk's dead ends: the number that is typed, the bin, the answer of an answered paper, a paper that was imported finished. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openSection, openStatement, test } from './desk.ts';
import { violations } from './axe.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const numberField = (page: Page) => page.getByRole('textbox', { name: 'Nummer', exact: true });
const table = (page: Page) => page.getByRole('table', { name: 'Papiere' });

test('a number is typed, explained, taken and taken back', async ({ desk }) => {
  const { page, complaints } = desk;
  await openStatement(page, 'S0027/26');
  await openSection(page, 'Kopf');
  await numberField(page).fill('S0021/26');
  await expect(page.getByText(/S0021\/26 trägt schon: /)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Öffnen', exact: true })).toBeVisible();
  await numberField(page).fill('A12');
  await expect(page.getByText('Das ist keine Nummer. Erwartet wird zum Beispiel S0386/26.')).toBeVisible();
  await numberField(page).fill('S0090/26');
  await expect(page.getByText('S0090/26 ist frei. Davor bleiben S0050/26 bis S0089/26 ohne Papier.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Vorher S0027/26.')).toBeVisible();
  await expect(page.locator('.page-reference')).toHaveText('S0090/26');
  expect(await violations(page)).toEqual([]);
  await button(page, 'Zurücknehmen').click();
  await expect(page.locator('.page-reference')).toHaveText('S0027/26');
  await page.getByRole('textbox', { name: 'Bezeichnung' }).press('Control+y');
  await expect(page.locator('.page-reference')).toHaveText('S0090/26');
  await page.getByRole('textbox', { name: 'Bezeichnung' }).press('Control+z');
  await expect(page.locator('.page-reference')).toHaveText('S0027/26');
  expect(complaints).toEqual([]);
});

test('where the council’s service numbers the statements, the number is typed and nothing counts', async ({ desk }) => {
  const { page } = desk;
  await page.getByRole('link', { name: 'Einstellungen' }).click();
  await page.getByRole('link', { name: 'Nummern', exact: true }).click();
  await page.getByRole('button', { name: /Nummern vergibt, Zeile 1/ }).click();
  await page.getByRole('option', { name: 'der Sitzungsdienst' }).click();
  await expect(page.getByText('steht auf dem Papier').first()).toBeVisible();
  await page.getByRole('link', { name: 'Register' }).click();
  await button(page, 'Stellungnahme beginnen').first().click();
  await expect(page.getByText(/^Nummern vergibt der Sitzungsdienst\./)).toBeVisible();
  await expect(button(page, 'Nummer vergeben')).toHaveCount(0);
  await numberField(page).fill('S0386/22');
  await expect(page.getByText('S0386/22 ist frei.', { exact: true })).toBeVisible();
  await numberField(page).blur();
  await expect(page.locator('.page-reference')).toHaveText('S0386/22');
});

test('a draft goes into the bin, comes back at once, and later from the bin', async ({ desk }) => {
  const { page, complaints } = desk;
  await openStatement(page, 'S0027/26');
  await button(page, 'Mehr').click();
  await page.getByRole('menuitem', { name: 'Verwerfen' }).click();
  await expect(page.getByText('S0027/26 liegt im Papierkorb.')).toBeVisible();
  await expect(table(page).getByText('S0027/26')).toHaveCount(0);
  await button(page, 'Rückgängig').click();
  await expect(page.getByText('S0027/26 ist zurück im Register.')).toBeVisible();
  await openStatement(page, 'S0027/26');
  await button(page, 'Mehr').click();
  await page.getByRole('menuitem', { name: 'Verwerfen' }).click();
  await page.getByRole('link', { name: 'Papierkorb (1)' }).click();
  await expect(page.getByRole('heading', { name: 'Papierkorb' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await button(page, 'S0027/26 zurückholen').click();
  await expect(page.getByText('Der Papierkorb ist leer.')).toBeVisible();
  await page.getByRole('link', { name: 'Register' }).click();
  await expect(table(page).getByRole('link', { name: 'S0027/26' }).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('an answered motion leads to its answer; a second statement is in the menu', async ({ desk }) => {
  const { page } = desk;
  await table(page).getByRole('link', { name: 'A0012/26', exact: true }).first().click();
  const answer = page.getByRole('region', { name: 'Stellungnahme dazu' });
  await expect(answer.getByRole('link', { name: 'S0021/26' })).toBeVisible();
  await expect(button(page, 'Stellungnahme beginnen')).toHaveCount(0);
  await button(page, 'Mehr').click();
  await expect(page.getByRole('menuitem', { name: 'Weitere Stellungnahme beginnen' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Verwerfen' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await button(page, 'Stellungnahme öffnen').click();
  await expect(page.locator('.page-reference')).toHaveText('S0021/26');
});

test('a paper that was imported finished is no draft until it is taken up', async ({ desk, program }) => {
  const { page } = desk;
  const file = join(program.folder, 'alt.txt');
  writeFileSync(
    file,
    'Auental\nStellungnahme der Verwaltung öffentlich\nStadtamt\tStellungnahme-Nr.\tDatum\nFB 7\tS0901/25\t12.03.2025\n\nDie Bänke werden aufgestellt.\n\nEva Muster',
  );
  program.cli('import', file);
  await openStatement(page, 'S0901/25');
  await expect(page.locator('.page-head .tag').first()).toHaveText('übernommen');
  await button(page, 'Ausfertigen').click();
  await expect(page.getByRole('heading', { name: 'Prüfung', exact: true })).toBeVisible();
  await expect(button(page, 'Freigeben')).toHaveCount(0);
  await page.goBack();
  await button(page, 'Zur Bearbeitung aufnehmen').click();
  await expect(page.locator('.page-head .tag').first()).toHaveText('Entwurf');
  await page.getByRole('contentinfo').getByRole('button', { name: 'Rückgängig' }).click();
  await expect(page.locator('.page-head .tag').first()).toHaveText('übernommen');
  await button(page, 'Zur Bearbeitung aufnehmen').click();
  await expect(page.locator('.page-head .tag').first()).toHaveText('Entwurf');
});
