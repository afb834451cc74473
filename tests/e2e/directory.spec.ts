import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openSection, openStatement, saved } from './desk.ts';
import { choose, fill, kept, pick, sharedOffice, type SharedOffice } from './shared-office.ts';

const test = sharedOffice('example');

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const entry = (page: Page, name: string | RegExp) => page.getByRole('option', { name });
const undo = (page: Page) => page.getByRole('button', { name: 'Rückgängig' }).click();

async function make(page: Page, what: string, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Neu', exact: true }).click();
  await expect(field(page, what)).toHaveValue('');
  await fill(page, what, name);
  await expect(entry(page, name)).toBeVisible();
}

/** The text of the form sheet as it is printed now. */
function printed({ program }: SharedOffice, reference: string): string {
  program.cli('export', reference, '--to', program.folder, '--format', 'docx');
  const parts = unzipSync(readFileSync(join(program.folder, `${reference.replace('/', '-')}.docx`)));
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, ' ');
}

test('a new unit is offered in the head of a statement', async ({ office }) => {
  const { page } = office;
  await office.area('Ämter');
  await make(page, 'Name', 'Amt für Straßengrün');
  await fill(page, 'Kurzbezeichnung', 'Amt 68');
  await expect(entry(page, 'Amt für Straßengrün')).toContainText('Amt 68');
  await page.getByRole('link', { name: 'Register' }).click();
  await openStatement(page, 'S0044/26');
  await openSection(page, 'Kopf');
  await page.getByRole('combobox', { name: 'Fachbereich oder Amt' }).fill('68');
  await expect(page.getByRole('option', { name: 'Amt 68' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Fachbereich oder Amt' }).fill('FB 32');
  await page.keyboard.press('Escape');
  await expect(saved(page)).toBeVisible();
});

test('a committee renamed from a day on leaves what is printed as it was, and its history brings the old name back', async ({
  office,
}) => {
  const { page } = office;
  const before = printed(office, 'S0044/26');
  await office.area('Gremien und Fraktionen');
  await entry(page, 'Ausschuss für Ordnung und Bürgerdienste').click();
  await expect(field(page, 'Name')).toHaveValue('Ausschuss für Ordnung und Bürgerdienste');
  await field(page, 'Änderungen gelten ab').fill('1.2.2026');
  await fill(page, 'Name', 'Ausschuss für Sicherheit und Ordnung');
  await expect(entry(page, 'Ausschuss für Sicherheit und Ordnung')).toBeVisible();
  await openSection(page, 'Verlauf dieses Eintrags');
  const change = page.locator('.history-entry').first();
  await expect(change).toContainText(
    'Name: Ausschuss für Ordnung und Bürgerdienste → Ausschuss für Sicherheit und Ordnung',
  );
  await expect(change).toContainText('gilt ab 01.02.2026');
  expect(printed(office, 'S0044/26')).toBe(before);

  await fill(page, 'Name', 'Dritter Name');
  await expect(page.locator('.history-entry')).toHaveCount(2);
  await page.locator('.history-entry').last().getByRole('button', { name: 'Diesen Stand zurückholen' }).click();
  await expect(field(page, 'Name')).toHaveValue('Ausschuss für Sicherheit und Ordnung');
  await expect(entry(page, 'Ausschuss für Sicherheit und Ordnung')).toBeVisible();
});

test('a day in the future is refused, the name of another entry, too', async ({ office }) => {
  const { page } = office;
  await office.area('Ämter');
  await make(page, 'Name', 'Amt für Zukunft');
  await field(page, 'Änderungen gelten ab').fill('1.1.2090');
  await field(page, 'Name').fill('Amt für morgen');
  await page.keyboard.press('Tab');
  const failed = page.locator('[data-save="failed"]');
  await expect(failed).toContainText('Der 01.01.2090 liegt in der Zukunft.');
  await expect(entry(page, 'Amt für Zukunft')).toBeVisible();
  await field(page, 'Änderungen gelten ab').fill('');
  await field(page, 'Name').fill('fachbereich stadtplanung');
  await page.keyboard.press('Tab');
  await expect(failed).toContainText('„fachbereich stadtplanung“ gibt es schon.');
  await fill(page, 'Name', 'Amt für morgen');
  await expect(entry(page, 'Amt für morgen')).toBeVisible();
});

test('an end greys an entry, deleting is taken back, and what is used cannot be deleted', async ({ office }) => {
  const { page } = office;
  await office.area('Gremien und Fraktionen');
  await make(page, 'Name', 'Beirat Altstadt');
  await kept(page, () => field(page, 'Bestand bis').fill('31.12.2024'));
  await expect(entry(page, 'Beirat Altstadt')).toContainText('bis 31.12.2024');
  await expect(entry(page, 'Beirat Altstadt')).toHaveClass(/over/);

  await page.getByRole('button', { name: 'Löschen' }).click();
  await expect(page.getByText('„Beirat Altstadt“ gelöscht')).toBeVisible();
  await expect(entry(page, 'Beirat Altstadt')).toBeHidden();
  await undo(page);
  await expect(entry(page, 'Beirat Altstadt')).toContainText('bis 31.12.2024');

  await entry(page, 'Stadtrat').click();
  await expect(field(page, 'Name')).toHaveValue('Stadtrat');
  await page.getByRole('button', { name: 'Löschen' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'Dieser Eintrag wird in Papieren oder Mitgliedschaften verwendet und bleibt deshalb erhalten. Bitte stattdessen ein Ende eintragen.',
  );
  await expect(entry(page, 'Stadtrat')).toBeVisible();
});

test('what was just made is taken back with Rückgängig, and written again it is kept', async ({ office }) => {
  const { page } = office;
  await office.area('Ämter');
  await make(page, 'Name', 'Amt auf Probe');
  await undo(page);
  await expect(entry(page, 'Amt auf Probe')).toBeHidden();
  await page.getByRole('button', { name: 'Neu', exact: true }).click();
  await expect(field(page, 'Name')).toHaveValue('');
  await fill(page, 'Name', 'Amt auf Probe');
  await expect(entry(page, 'Amt auf Probe')).toBeVisible();
});

test('a person has memberships with dates, and is greyed after the last of them', async ({ office }) => {
  const { page } = office;
  await office.area('Personen');
  await page.getByRole('button', { name: 'Neu', exact: true }).click();
  await field(page, 'Vorname').fill('Björn');
  await fill(page, 'Nachname', 'Müßiggang-Süß');
  await expect(entry(page, 'Björn Müßiggang-Süß')).toBeVisible();
  await kept(page, () => pick(page, /Anrede$/, 'Herr'));
  await kept(page, () => page.getByRole('button', { name: 'Mitgliedschaft hinzufügen' }).click());
  const row = page.getByRole('group', { name: 'Mitgliedschaften, Zeile 1' });
  await kept(page, async () => {
    await row.getByRole('button', { name: /Gremium, Fraktion oder Amt$/ }).click();
    await page.getByRole('option', { name: 'Stadtrat', exact: true }).click();
  });
  await kept(page, () => row.getByRole('textbox', { name: 'von', exact: true }).fill('1.7.2019'));
  await expect(entry(page, 'Björn Müßiggang-Süß')).toContainText('SR');
  await kept(page, () => row.getByRole('textbox', { name: 'bis', exact: true }).fill('30.6.2024'));
  await expect(entry(page, 'Björn Müßiggang-Süß')).toContainText('bis 30.06.2024');
  await expect(entry(page, 'Björn Müßiggang-Süß')).toHaveClass(/over/);
  await row.getByRole('textbox', { name: 'bis', exact: true }).fill('30.6.2010');
  await expect(page.locator('[data-save="failed"]')).toContainText('das Ende liegt vor dem Beginn');
  await kept(page, () => row.getByRole('textbox', { name: 'bis', exact: true }).fill(''));

  await office.area('Verlauf');
  await expect(page.locator('.history-entry').first()).toContainText('Björn Müßiggang-Süß');
  await expect(page.locator('.history-entry').filter({ hasText: 'Björn' }).nth(2)).toContainText(
    'Mitgliedschaften 1, von: – → 01.07.2019',
  );
});

/** A list as Excel of a German PC writes it. */
const windows1252 = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1');

test('a CSV list from Excel is guessed, corrected by hand, planned, taken over and taken back', async ({ office }) => {
  const { page } = office;
  await office.area('Personen');
  const count = page.getByText(/^\d+ Einträge$/);
  const before = await count.innerText();
  await page.getByRole('button', { name: 'Liste übernehmen' }).click();
  const list = windows1252([
    'Anrede;Vorname;Nachname;Gremium;Amt im Gremium;Tel.',
    'Frau;Käthe;Größler;Stadtrat;Mitglied;0999 1111',
    'Herr;Jürgen;Weiß;Jugendbeirat;Vorsitz;0999 2222',
    'Herr;Friedhelm;Kottmaier;;;0999 3333',
    'Frau;Elif;Tekinsoy;;;',
    'Fräulein;Änne;Schön;;;',
    'Herr;Ohne;;;;',
  ]);
  await choose(page, 'Datei wählen', { name: 'Rat.csv', mimeType: 'text/csv', buffer: list });
  const meaning = (column: string) => page.getByRole('button', { name: new RegExp(`Bedeutung: ${column}$`) });
  await expect(meaning('Anrede')).toContainText('Anrede');
  await expect(meaning('Nachname')).toContainText('Nachname');
  await expect(meaning('Gremium')).toContainText('Gremium, Fraktion oder Amt');
  await expect(meaning('Tel\\.')).toContainText('Telefon');
  await expect(meaning('Amt im Gremium')).toContainText('nicht übernehmen');
  await meaning('Amt im Gremium').click();
  await page.getByRole('option', { name: 'Funktion' }).click();
  await expect(meaning('Amt im Gremium')).toContainText('Funktion');

  const plan = page.getByRole('table', { name: 'Das würde übernommen' });
  const row = (who: string) => plan.getByRole('row').filter({ hasText: who });
  await expect(row('Käthe Größler')).toContainText('neu');
  await expect(row('Friedhelm Kottmaier')).toContainText('geändert Erreichbarkeit, Telefon: – → 0999 3333');
  await expect(row('Elif Tekinsoy')).toContainText('unverändert');
  await expect(row('Änne Schön')).toContainText('nicht übernommen Die Anrede ist nicht bekannt (Frau, Herr, neutral).');
  await expect(plan.getByRole('row').last()).toContainText('nicht übernommen Der Name fehlt.');
  await expect(page.getByText('2 neu · 1 geändert · 1 unverändert · 2 nicht übernommen')).toBeVisible();
  await expect(page.getByText('Dabei werden angelegt: Jugendbeirat')).toBeVisible();
  await page.getByRole('button', { name: '3 übernehmen' }).click();
  await expect(page.getByText(/^Übernommen: /)).toBeVisible();
  await expect(entry(page, 'Jürgen Weiß')).toContainText('Jugendbeirat');
  await expect(entry(page, 'Käthe Größler')).toContainText('SR');

  await undo(page);
  await expect(page.getByText('Zurückgenommen')).toBeVisible();
  await expect(entry(page, 'Jürgen Weiß')).toBeHidden();
  await expect(count).toHaveText(before);
  await office.area('Gremien und Fraktionen');
  await expect(entry(page, 'Stadtrat')).toBeVisible();
  await expect(entry(page, 'Jugendbeirat')).toBeHidden();
});

test('a vCard is taken over, and a file that is no list gives a sentence', async ({ office }) => {
  const { page } = office;
  await office.area('Personen');
  await page.getByRole('button', { name: 'Liste übernehmen' }).click();
  const pdf = { name: 'Brief.csv', mimeType: 'text/csv', buffer: Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 0, 3]) };
  await choose(page, 'Datei wählen', pdf);
  await expect(page.getByRole('alert')).toContainText('Die Datei „Brief.csv“ enthält keinen lesbaren Text.');
  await choose(page, 'Datei wählen', { name: 'leer.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
  await expect(page.getByRole('alert')).toContainText('Die Datei „leer.csv“ ist leer.');

  const card = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Überall;Zoë;;Dr.;',
    'FN:Dr. Zoë Überall',
    'TEL;TYPE=WORK:0999 4444',
    'EMAIL:zoe@auenfurt.example',
    'END:VCARD',
    '',
  ].join('\r\n');
  await choose(page, 'Datei wählen', { name: 'Zoe.vcf', mimeType: 'text/vcard', buffer: Buffer.from(card) });
  await expect(page.getByText('1 neu · 0 geändert · 0 unverändert')).toBeVisible();
  await page.getByRole('button', { name: '1 übernehmen' }).click();
  await expect(page.getByText('Übernommen: 1 neu, 0 geändert')).toBeVisible();
  await entry(page, 'Dr. Zoë Überall').click();
  await expect(field(page, 'Telefon')).toHaveValue('0999 4444');
  await expect(page.getByRole('combobox', { name: 'Titel' })).toHaveValue('Dr.');
});

test('a day that is none changes nothing, says what holds until then, and is found again', async ({ office }) => {
  const { page } = office;
  await office.area('Ämter');
  await make(page, 'Name', 'Amt für Brunnen');
  const since = field(page, 'Besteht seit');
  await since.fill('1.4.2026');
  await since.fill('31.04.2026');
  await since.blur();
  const said = page.getByText('Den 31. April 2026 gibt es nicht. Bis dahin gilt der 01.04.2026.');
  await expect(said).toBeVisible();
  await page.getByRole('link', { name: 'Register' }).click();
  await office.area('Ämter');
  await entry(page, 'Amt für Brunnen').click();
  await expect(since).toHaveValue('31.04.2026');
  await expect(said).toBeVisible();
  await since.fill('30.04.2026');
  await since.blur();
  await expect(said).toBeHidden();
  await expect(since).toHaveValue('30.04.2026');
});
