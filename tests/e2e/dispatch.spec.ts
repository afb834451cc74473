import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';

const REF = 'S0027/26';

async function toDispatch(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Versand', exact: true }).first().click();
  const pending = page.getByRole('table', { name: 'Noch nicht vollständig versandt' });
  await pending.getByRole('link', { name: REF }).click();
  await expect(page.getByRole('heading', { name: 'Verteiler', exact: true })).toBeVisible();
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test.beforeEach(({ program }) => {
  program.cli('release', REF, '--accept', 'Testlauf');
  program.cli('issue', REF);
});

test('an issued paper gets its distribution, its copies as preview and files, and leaves a proof', async ({
  desk,
  program,
}) => {
  const { page, complaints } = desk;
  await toDispatch(page);
  const recipients = page.getByRole('combobox', { name: /^Empfänger in Zeile/ });
  const before = await recipients.count();
  expect(before).toBeGreaterThan(2);
  await expect(page.getByText('noch nicht versandt').first()).toBeVisible();

  await press(page, 'Empfänger hinzufügen');
  await recipients.nth(before).fill('Fraktion Soziales Auenfurt – alle Mitglieder');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Torben Wachsmund').first()).toBeVisible();
  await press(page, 'Empfänger hinzufügen');
  await recipients.nth(before + 1).fill('Büro Vogel');
  const address = page.getByRole('textbox', { name: `Anschrift in Zeile ${before + 2}` });
  await address.fill('Büro Vogel\nRing 5\n00815 Auenfurt');
  await page.getByRole('textbox', { name: `E-Mail in Zeile ${before + 2}` }).fill('vogel@buero.example');
  await page.getByRole('button', { name: 'Kopie für „Büro Vogel“ ansehen' }).click();
  await expect(page.getByRole('img', { name: 'Seite 1 von 2' })).toBeVisible();

  await press(page, 'Kopien ausgeben');
  await page.getByRole('menuitem', { name: 'Ein PDF mit allen Kopien' }).click();
  await expect(page.getByText('Gespeichert: S0027-26-Kopien.pdf')).toBeVisible();
  await press(page, 'Etiketten');
  await expect(page.getByText('Gespeichert: S0027-26-Etiketten.pdf')).toBeVisible();

  const folder = join(program.folder, '..', 'ris');
  mkdirSync(folder);
  await page.getByRole('textbox', { name: 'Ordner für die Ablage' }).fill(folder);
  await press(page, 'In Ordner ablegen');
  await expect(page.getByText(/Nachweise gespeichert/)).toBeVisible();
  expect(readdirSync(folder).some((name) => name === 'S0027-26-Abdruck-Büro Vogel.pdf')).toBe(true);
  await expect(page.getByRole('table', { name: 'Versandnachweis' }).getByRole('row')).toHaveCount(
    readdirSync(folder).filter((name) => name.endsWith('.pdf')).length + 1,
  );
  await expect(page.getByText('versandt', { exact: true })).toBeVisible();

  await press(page, 'E-Mail-Entwürfe');
  await expect(page.getByText(/Ohne E-Mail-Adresse: /)).toBeVisible();
  const files = await program.delivered();
  const mail = files.find(({ name }) => name === 'S0027-26-Abdruck-Büro Vogel.eml');
  expect(Buffer.from(mail?.bytes ?? []).toString()).toContain('<vogel@buero.example>');
  if (process.env['PICTURES'] !== undefined) {
    await page.getByRole('table', { name: 'Versandnachweis' }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(process.env['PICTURES'], 'versand-nachweis.png') });
  }
  await press(page, 'Alle offenen als gedruckt vermerken');
  await expect(page.getByText(/Nachweise? gespeichert/)).toBeVisible();
  await page.getByRole('link', { name: 'Versand', exact: true }).first().click();
  await expect(page.getByText('Alles Ausgefertigte ist versandt.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a serial letter shows its progress and its letters', async ({ desk, program }) => {
  const { page } = desk;
  await toDispatch(page);
  await page.getByRole('button', { name: /^Serienbrief/ }).click();
  await press(page, 'Serienbrief schreiben');
  const run = page.getByRole('list', { name: 'Geschriebene Serienbriefe' }).getByRole('listitem');
  await expect(run).toContainText(/(\d+) von \1 geschrieben/);
  await expect(run.getByRole('button', { name: 'Fortsetzen' })).toHaveCount(0);
  // The list is the register's: it is there when the page is opened again.
  await page.reload();
  await page.getByRole('button', { name: /^Serienbrief/ }).click();
  await press(page, 'Briefe ausgeben');
  await expect
    .poll(async () => (await program.delivered()).some(({ name }) => name.includes('-Anschreiben-')))
    .toBe(true);
});

test('the settings say what a copy shows, and the sample follows', async ({ desk }) => {
  const { page, complaints, open } = desk;
  await open('/einstellungen/kopien');
  await expect(page.getByRole('img', { name: 'Seite 1 von 1' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Zeile unter dem Titel des Abdrucks' }).fill('Kopie an {recipient}');
  await page.getByText('Zitat der Vorlage', { exact: true }).click();
  await expect(page.getByText(/^Gespeichert/)).toBeVisible();
  await press(page, 'Abdruck Art der Kopie');
  await page.getByRole('option', { name: 'Wiedervorlage' }).click();
  await expect(page.getByRole('textbox', { name: 'Zeile unter dem Titel der Wiedervorlage' })).toBeVisible();
  if (process.env['PICTURES'] !== undefined)
    await page.screenshot({ path: join(process.env['PICTURES'], 'kopien-einstellungen.png') });
  expect(complaints).toEqual([]);
});

test('the page has no fault that axe finds, light and dark', async ({ desk }) => {
  const { page } = desk;
  await toDispatch(page);
  await expect(page.getByRole('img', { name: /^Seite 1 von/ })).toBeVisible();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([]);
    if (process.env['PICTURES'] !== undefined)
      await page.screenshot({ path: join(process.env['PICTURES'], `versand-${scheme}.png`) });
  }
});
