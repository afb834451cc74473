import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import { violations, violationsInBothColours } from './axe.ts';

const REF = 'S0027/26';
const OUTSIDERS = ['Büro Vogel', 'Zeitung am Morgen', 'Heimatverein', 'Archiv der Region'];

async function toDispatch(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Versand', exact: true }).first().click();
  const pending = page.getByRole('table', { name: 'Noch nicht vollständig versandt' });
  await pending.getByRole('link', { name: REF }).click();
  await expect(page.getByRole('heading', { name: 'Verteiler', exact: true })).toBeVisible();
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const lines = (page: Page) => page.getByRole('list', { name: 'Verteiler', exact: true }).locator(':scope > li');
const lineOf = (page: Page, name: string) => lines(page).filter({ hasText: name });
const details = (page: Page) => page.getByRole('button', { name: /^Angaben zu/, expanded: true });

async function addOutsider(page: Page, name: string): Promise<void> {
  await press(page, 'Empfänger hinzufügen');
  await page.getByRole('combobox', { name: 'Empfänger' }).fill(name);
  await page.keyboard.press('Tab');
}
async function sevenRecipients(page: Page): Promise<void> {
  const [, ...spare] = OUTSIDERS;
  for (let count = await lines(page).count(); count < 7; count += 1) await addOutsider(page, spare.pop() ?? '');
  await details(page).click();
  await expect(lines(page)).toHaveCount(7);
  await expect(page.getByText('7 von 7 Kopien offen')).toBeVisible();
}
async function choose(page: Page, way: string) {
  await press(page, 'Versenden');
  await page.getByRole('menuitem', { name: way }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toBeVisible();
  return dialog;
}
const openSection = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}`), expanded: false }).click();

test.beforeEach(({ program }) => {
  program.cli('release', REF, '--accept', 'Testlauf');
  program.cli('issue', REF);
});

test('seven recipients stand in 400 pixels, one line each, with one main button and everything else folded', async ({
  desk: { page },
}) => {
  await toDispatch(page);
  await sevenRecipients(page);
  const boxes = await Promise.all((await lines(page).all()).map((line) => line.boundingBox()));
  const bottoms = boxes.map((box) => (box?.y ?? 0) + (box?.height ?? 9999));
  // Counted from the very top of the window, with title bar and head of the page.
  expect(Math.max(...bottoms)).toBeLessThanOrEqual(400);
  for (const box of boxes) expect(box?.height ?? 99).toBeLessThanOrEqual(33);
  await expect(page.locator('.button.primary')).toHaveCount(1);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  for (const section of ['Ausgeben', 'Drucken', 'Versandnachweis', 'Serienbrief'])
    await expect(page.getByRole('button', { name: new RegExp(`^${section}`), expanded: false })).toBeVisible();
  // Nothing has to be scrolled for.
  expect(await page.locator('.pane-body').evaluate((body) => body.scrollHeight - body.clientHeight)).toBe(0);
});

test('an address is behind a click on the line: known ones to be read, those of outsiders to be written', async ({
  desk: { page },
}) => {
  await toDispatch(page);
  await expect(page.getByText('Anschrift: Marktplatz 1, 00815 Auenfurt')).toHaveCount(0);
  await press(page, 'Angaben zu Stadtrat');
  await expect(page.getByText('Anschrift: Marktplatz 1, 00815 Auenfurt')).toBeVisible();
  await press(page, 'Angaben zu Stadtrat');
  await expect(page.getByText('Anschrift: Marktplatz 1, 00815 Auenfurt')).toHaveCount(0);
  await addOutsider(page, 'Büro Vogel');
  await expect(lineOf(page, 'Büro Vogel')).toContainText('ohne Anschrift');
  await page.getByRole('textbox', { name: 'Anschrift' }).fill('Büro Vogel\nRing 5\n00815 Auenfurt');
  await expect(lineOf(page, 'Büro Vogel')).not.toContainText('ohne Anschrift');
});

test('noting all as printed asks first: how many, for whom, and that it stays', async ({ desk }) => {
  const { page, complaints } = desk;
  await toDispatch(page);
  await sevenRecipients(page);
  const dialog = await choose(page, 'Alle offenen als gedruckt vermerken');
  await expect(dialog.getByRole('heading', { name: '7 Kopien als gedruckt vermerken?' })).toBeVisible();
  const names = dialog.getByRole('list', { name: 'Empfänger von 7 Kopien' }).getByRole('listitem');
  await expect(names).toHaveCount(7);
  await expect(names.filter({ hasText: 'Stadtrat' })).toContainText('Original');
  await expect(dialog).toContainText('Nachweise lassen sich weder ändern noch löschen.');
  await expect(dialog).toContainText('Mit dem ersten gilt das Papier als versandt.');
  await expect(dialog.getByRole('button', { name: 'Abbrechen' })).toBeFocused();
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('7 von 7 Kopien offen')).toBeVisible();
  await choose(page, 'Alle offenen als gedruckt vermerken');
  await press(page, '7 Nachweise schreiben');
  await expect(page.getByText('7 Nachweise gespeichert.')).toBeVisible();
  // What is done stays listed.
  await expect(page.getByText('alles versandt')).toBeVisible();
  await expect(lines(page)).toHaveCount(7);
  await expect(lines(page).filter({ hasText: /gedruckt, \d{2}\.\d{2}\.\d{4}/ })).toHaveCount(7);
  await press(page, 'Versenden');
  await expect(page.getByRole('menuitem', { name: 'Alle offenen als gedruckt vermerken' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Versand', exact: true }).first().click();
  await expect(page.getByText('Alles Ausgefertigte ist versandt.')).toBeVisible();
  const done = page.getByRole('table', { name: 'Zuletzt versandt' });
  await expect(done.getByRole('row').filter({ hasText: REF })).toContainText(/7 Kopien, zuletzt am \d{2}\./);
  await done.getByRole('link', { name: REF }).click();
  await expect(page.getByText('alles versandt')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the keyboard alone writes a proof for one recipient, and the focus stays where the work is', async ({
  desk: { page },
}) => {
  await toDispatch(page);
  const council = page.getByRole('button', { name: 'Angaben zu Stadtrat' });
  await council.focus();
  await page.keyboard.press('Enter');
  await expect(council).toHaveAttribute('aria-expanded', 'true');
  const send = page.getByRole('button', { name: 'Einzeln versenden' });
  for (let step = 0; step < 12 && !(await send.evaluate((button) => button === document.activeElement)); step += 1)
    await page.keyboard.press('Tab');
  await expect(send).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Als übergeben vermerken' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: '1 Kopie als übergeben vermerken?' });
  await expect(dialog.getByRole('button', { name: 'Abbrechen' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: '1 Nachweis schreiben' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lineOf(page, 'Stadtrat')).toContainText('persönlich übergeben');
  await expect(lines(page).filter({ hasText: 'offen' })).toHaveCount((await lines(page).count()) - 1);
});

test('an issued paper gets its distribution, its copies as preview and files, and leaves a proof', async ({
  desk,
  program,
}) => {
  const { page, complaints } = desk;
  await toDispatch(page);
  const before = await lines(page).count();
  expect(before).toBeGreaterThan(2);
  await addOutsider(page, 'Fraktion Soziales Auenfurt – alle Mitglieder');
  const members = page.getByRole('list', { name: 'Fraktion Soziales Auenfurt – alle Mitglieder' });
  await expect(members.getByText('Torben Wachsmund')).toBeVisible();
  await addOutsider(page, 'Büro Vogel');
  await page.getByRole('textbox', { name: 'Anschrift' }).fill('Büro Vogel\nRing 5\n00815 Auenfurt');
  await page.getByRole('textbox', { name: 'E-Mail' }).fill('vogel@buero.example');
  await press(page, 'Kopie für „Büro Vogel“ ansehen');
  await expect(page.getByRole('img', { name: 'Seite 1 von 2' })).toBeVisible();

  await openSection(page, 'Ausgeben');
  await press(page, 'Kopien ausgeben');
  await page.getByRole('menuitem', { name: 'Ein PDF mit allen Kopien' }).click();
  await expect(page.getByText(/^Gespeichert: .*S0027-26-Kopien\.pdf$/)).toBeVisible();
  await press(page, 'Etiketten');
  await expect(page.getByText(/^Gespeichert: .*S0027-26-Etiketten\.pdf$/)).toBeVisible();
  await page.getByRole('button', { name: 'Ausgeben', exact: true }).click();

  const folder = join(program.folder, '..', 'ris');
  mkdirSync(folder);
  const ask = await choose(page, 'In Ordner ablegen');
  await expect(ask.getByRole('button', { name: /Nachweise schreiben/ })).toBeDisabled();
  await ask.getByRole('textbox', { name: 'Ordner für die Ablage' }).fill(folder);
  await ask.getByRole('button', { name: /Nachweise schreiben/ }).click();
  await expect(page.getByText(/Nachweise gespeichert/)).toBeVisible();
  expect(readdirSync(folder).some((name) => name === 'S0027-26-Abdruck-Büro Vogel.pdf')).toBe(true);
  await openSection(page, 'Versandnachweis');
  await expect(page.getByRole('table', { name: 'Versandnachweis' }).getByRole('row')).toHaveCount(
    readdirSync(folder).filter((name) => name.endsWith('.pdf')).length + 1,
  );
  await expect(page.getByText('versandt', { exact: true })).toBeVisible();

  const mails = await choose(page, 'E-Mail-Entwürfe');
  await expect(mails).toContainText('Ohne E-Mail-Adresse und deshalb nicht dabei: ');
  await mails.getByRole('button', { name: /schreiben$/ }).click();
  await expect(page.getByText(/Nachweise? gespeichert/)).toBeVisible();
  const files = await program.delivered();
  const mail = files.find(({ name }) => name === 'S0027-26-Abdruck-Büro Vogel.eml');
  expect(Buffer.from(mail?.bytes ?? []).toString()).toContain('<vogel@buero.example>');
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
  expect(complaints).toEqual([]);
});

test('the page has no fault that axe finds, light and dark', async ({ desk }) => {
  const { page } = desk;
  await toDispatch(page);
  await expect(page.getByRole('img', { name: /^Seite 1 von/ })).toBeVisible();
  await press(page, 'Angaben zu Stadtrat');
  for (const section of ['Ausgeben', 'Drucken', 'Versandnachweis', 'Serienbrief']) await openSection(page, section);
  expect(await violationsInBothColours(page)).toEqual([]);
});
