/** A paper that does not say whether it is public: seen and previewed, held back, decided where the finding leads. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, saved, test } from './desk.ts';
import { pick } from './shared-office.ts';
import { violations } from './axe.ts';

const LINES = [
  'Stadt Altenwerda',
  'Stellungnahme der Verwaltung',
  'Stadtamt\tStellungnahme-Nr.\tDatum',
  'FB 9\tS0777/25\t12.05.2025',
  'zum/zur',
  'F0100/25 – Fraktion Testwiese, Stadträtin Ida Muster',
  'Bezeichnung',
  'Bänke am Weiher',
];
const ROWS = ['Verteiler\tTag', 'Stadtrat\t12.06.2025'];
const TEXT = ['', 'Wann?', '', 'Die Verwaltung beantwortet die Anfrage F0100/25 so:', '', 'Im Mai.', '', 'Ida Muster'];

async function importOpened(page: Page, folder: string, lines: readonly string[]): Promise<void> {
  const file = join(folder, 'alt.txt');
  writeFileSync(file, lines.join('\n'));
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect(page.getByText('S0777/25 wurde übernommen.')).toBeVisible();
  await page.getByRole('link', { name: 'S0777/25' }).first().click();
  await expect(page.getByRole('heading', { name: 'Bänke am Weiher', level: 1 })).toBeVisible();
}
const publicity = (page: Page) => page.getByRole('button', { name: /^Öffentlichkeit|Öffentlichkeit$/ });

test('is held back until somebody decides, and the finding leads to the field', async ({ desk, program }, testInfo) => {
  const { page, complaints } = desk;
  await importOpened(page, program.folder, [...LINES, ...ROWS, ...TEXT]);
  await expect(page.getByText('Öffentlichkeit noch nicht entschieden').first()).toBeVisible();
  await expect(page.getByText(/^\d+ Seiten?$/).first()).toBeVisible();
  await testInfo.attach('undecided', {
    body: await page.screenshot({ path: testInfo.outputPath('undecided.png') }),
    contentType: 'image/png',
  });

  await page.getByRole('button', { name: 'Ausgeben' }).click();
  await page.getByRole('menuitem', { name: 'Formblatt als PDF', exact: true }).click();
  await expect(page.getByText(/ist noch nicht entschieden\. Bitte zuerst unter „Öffentlichkeit“ wählen/)).toBeVisible();
  expect(await program.delivered()).toEqual([]);

  await page.getByRole('button', { name: 'Ausfertigen' }).click();
  await page
    .getByRole('button', { name: /Ob die Stellungnahme öffentlich oder nichtöffentlich ist/ })
    .or(page.getByRole('link', { name: /Ob die Stellungnahme öffentlich oder nichtöffentlich ist/ }))
    .click();
  await expect(publicity(page).first()).toBeFocused();
  await pick(page, /Öffentlichkeit/, 'nichtöffentlich');
  await expect(page.getByText('noch nicht entschieden')).toHaveCount(0);
  await expect(saved(page)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('noch nicht entschieden').first()).toBeVisible();
  await pick(page, /Öffentlichkeit/, 'öffentlich');
  await expect(saved(page)).toBeVisible();
  await page.getByRole('button', { name: 'Ausgeben' }).click();
  await page.getByRole('menuitem', { name: 'Formblatt als PDF', exact: true }).click();
  await expect.poll(async () => (await program.delivered()).length).toBe(1);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('shows a row that nobody decided about, and decides it in its place', async ({ desk, program }, testInfo) => {
  const { page, complaints } = desk;
  const rows = ['Verteiler\tTag\tÖ / N', 'Hauptausschuss\t11.06.2025\tN', 'Stadtrat\t12.06.2025\tÖ / N'];
  const lines = LINES.map((line) => line.replace(/^Stellungnahme der Verwaltung$/, '$& öffentlich'));
  await importOpened(page, program.folder, [...lines, ...rows, ...TEXT]);
  await page
    .getByRole('button', { name: /^Beratungsfolge/ })
    .first()
    .click();
  const row = page.getByRole('button', { name: /Öffentlichkeit, Zeile 2/ });
  await expect(row).toContainText('noch nicht entschieden');
  await testInfo.attach('rows', {
    body: await page.screenshot({ path: testInfo.outputPath('rows.png') }),
    contentType: 'image/png',
  });
  await row.click();
  await page.getByRole('option', { name: 'öffentlich', exact: true }).click();
  await expect(row).toContainText('öffentlich');
  await expect(saved(page)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
