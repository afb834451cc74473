import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openSection, openStatement, test } from './desk.ts';
import { violationsInBothColours } from './axe.ts';

async function writeLetter(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Brief', exact: true }).click();
  await page.getByRole('menuitem', { name: kind }).click();
  await expect(page.getByRole('textbox', { name: 'Text des Briefes' })).toBeVisible();
}
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test('a letter around a statement: recipient, text, files, and nothing lost on leaving', async ({ desk, program }) => {
  const { page, complaints } = desk;
  await openStatement(page, 'S0021/26');
  await writeLetter(page, 'Anschreiben an die Fraktion');
  await expect(field(page, 'Anschrift')).toHaveValue(/^Fraktion Umwelt und Mobilität\nFrau Mareike Holtgrewe/);
  await expect(field(page, 'Anrede')).toHaveValue('Sehr geehrte Frau Holtgrewe,');
  await expect(page.getByRole('img', { name: /^Seite 1 von/ })).toBeVisible();

  const search = page.getByRole('combobox', { name: 'Person, Fraktion, Gremium oder Amt' });
  await search.fill('Torben');
  await page.getByRole('option', { name: /Herrn Torben Wachsmund, Fraktion/ }).click();
  await expect(field(page, 'Anrede')).toHaveValue('Sehr geehrter Herr Wachsmund,');
  await expect(field(page, 'Anschrift')).toHaveValue(/^Fraktion Soziales Auenfurt\nHerrn Torben Wachsmund/);

  await field(page, 'Text des Briefes').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Rufen Sie mich an.');
  await page.getByRole('button', { name: 'Brief ausgeben' }).click();
  await page.getByRole('menuitem', { name: 'Brief als PDF und DOCX' }).click();
  await expect(page.getByText(/Erstellt: .*S0021-26-Anschreiben\.pdf, .*S0021-26-Anschreiben\.docx/)).toBeVisible();
  await expect.poll(async () => (await program.delivered()).length).toBe(2);

  await page.getByRole('link', { name: 'S0021/26' }).click();
  await expect(page.getByRole('textbox', { name: 'Antwort der Verwaltung' })).toBeVisible();
  await writeLetter(page, 'Anschreiben an die Fraktion');
  await expect(field(page, 'Text des Briefes')).toContainText('Rufen Sie mich an.');
  await expect(field(page, 'Anrede')).toHaveValue('Sehr geehrter Herr Wachsmund,');
  await page.getByRole('button', { name: 'Neu beginnen' }).click();
  await expect(field(page, 'Text des Briefes')).not.toContainText('Rufen Sie mich an.');
  await expect(field(page, 'Anrede')).toHaveValue('Sehr geehrte Frau Holtgrewe,');
  const undo = page.getByRole('button', { name: 'Zurückholen', exact: true });
  await undo.click();
  await expect(field(page, 'Text des Briefes')).toContainText('Rufen Sie mich an.');
  await expect(undo).toBeHidden();
  await page.getByRole('button', { name: 'Neu beginnen' }).click();
  await expect(field(page, 'Text des Briefes')).not.toContainText('Rufen Sie mich an.');

  await openSection(page, 'Ausgegebene Briefe');
  const written = page.getByRole('table', { name: 'Ausgegebene Briefe' });
  await expect(written.getByRole('row')).toHaveCount(2);
  await expect(written).toContainText('Fraktion Soziales Auenfurt, Herrn Torben Wachsmund');
  await written.getByRole('button', { name: /^Noch einmal ausgeben/ }).click();
  await expect.poll(async () => (await program.delivered()).length).toBe(4);
  await expect(written.getByRole('row')).toHaveCount(2);
  await written.getByRole('button', { name: /^Als Grundlage nehmen/ }).click();
  await expect(field(page, 'Text des Briefes')).toContainText('Rufen Sie mich an.');
  await expect(field(page, 'Anrede')).toHaveValue('Sehr geehrter Herr Wachsmund,');
  expect(complaints).toEqual([]);
});

test('a letter in the making is there again after the program was killed', async ({ desk, program }) => {
  const { page } = desk;
  await openStatement(page, 'S0021/26');
  await writeLetter(page, 'Anschreiben an die Fraktion');
  await field(page, 'Betreff').fill('Noch nicht fertig');
  await expect(page.getByText('Entwurf gesichert')).toBeVisible();
  await program.kill();
  await program.start();
  const again = await program.openWindow();
  await openStatement(again, 'S0021/26');
  await writeLetter(again, 'Anschreiben an die Fraktion');
  await expect(field(again, 'Betreff')).toHaveValue('Noch nicht fertig');
});

test('what is missing is told until it is there; another kind keeps what was typed', async ({ desk }) => {
  const { page } = desk;
  await page.getByRole('link', { name: 'F0047/26' }).first().click();
  await writeLetter(page, 'Zwischennachricht');
  await expect(page.getByText('Noch offen: neue Frist')).toBeVisible();
  await field(page, 'Neue Frist').fill('1.12.26');
  await expect(field(page, 'Text des Briefes')).toContainText('bis zum 01.12.2026');
  await expect(page.getByText(/^Noch offen/)).toBeHidden();
  await field(page, 'Betreff').fill('Ihr Schulweg');
  await page.getByRole('button', { name: /Art des Briefes/ }).click();
  await page.getByRole('option', { name: 'Interner Brief' }).click();
  await expect(field(page, 'Betreff')).toHaveValue('Ihr Schulweg');
  await expect(field(page, 'Anrede')).toBeHidden();
  await page.getByRole('button', { name: 'Mustertext einsetzen' }).click();
  await expect(field(page, 'Betreff')).toHaveValue(/^Anfrage F0047\/26: /);
});

test('the office’s own text is checked, kept and used', async ({ desk, program }) => {
  const { page, open } = desk;
  await open('/einstellungen/briefe');
  await expect(page.getByRole('img', { name: /^Seite 1 von/ })).toBeVisible();
  await field(page, 'Betreff').fill('Unsere Antwort bis {bald}');
  await expect(page.getByText('Den Platzhalter «bald» gibt es nicht')).toBeVisible();
  await field(page, 'Betreff').fill('Unsere Antwort {toAnswers}');
  await expect(field(page, 'Betreff')).toHaveText('Unsere Antwort zum Antrag oder zur Anfrage');
  await expect(field(page, 'Absätze').locator('p')).toHaveCount(3);
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  program.cli('letter', 'anschreiben', 'S0021/26', '--to', program.folder, '--format', 'pdf');
  const pdf = readFileSync(join(program.folder, 'S0021-26-Anschreiben.pdf')).toString('latin1');
  expect(pdf).toContain('Unsere Antwort zum Antrag A0012/26');
});

test('axe finds nothing on the letter page and in its settings, light or dark', async ({ desk }) => {
  const { page, open } = desk;
  await openStatement(page, 'S0021/26');
  await writeLetter(page, 'Fristverlängerung');
  for (const section of ['Informationsblock', 'Anlagen und Verteiler']) await openSection(page, section);
  await expect(page.getByRole('img', { name: /^Seite 1 von/ })).toBeVisible();
  expect(await violationsInBothColours(page)).toEqual([]);
  await open('/einstellungen/briefe');
  await expect(page.getByRole('img', { name: /^Seite 1 von/ })).toBeVisible();
  expect(await violationsInBothColours(page)).toEqual([]);
});

test('whoever is typed into the address is greeted by name', async ({ desk }) => {
  const { page } = desk;
  await openStatement(page, 'S0021/26');
  await writeLetter(page, 'Anschreiben an die Fraktion');
  const address = page.getByRole('textbox', { name: 'Anschrift', exact: true });
  const greeting = page.getByRole('textbox', { name: 'Anrede' });
  await expect(greeting).toHaveValue(/Holtgrewe/);
  // A line beside the name changes nobody.
  await address.press('Control+End');
  await page.keyboard.type('\nHinterhaus');
  await address.fill('Herrn\nOle Muster\nAm Weg 3\n09999 Ort');
  await expect(greeting).toHaveValue('Sehr geehrter Herr Muster,');
  await expect(address).toHaveValue('Herrn\nOle Muster\nAm Weg 3\n09999 Ort');
  await address.fill('Frau Ida Beispiel\nWeg 1\n09999 Ort');
  await expect(greeting).toHaveValue('Sehr geehrte Frau Beispiel,');
});
