import Sqlite from 'better-sqlite3';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as single, watchComplaints } from './desk.ts';
import { runCli } from './programs/program.ts';
import { choose, fill, sharedOffice, type SharedOffice } from './shared-office.ts';

const test = sharedOffice('example');

const title = (page: Page) => page.getByRole('banner', { name: 'Titelleiste' });
const backups = (page: Page) => page.getByRole('table', { name: 'Vorhandene Sicherungen' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function nameOffice(office: SharedOffice, name: string): Promise<void> {
  await office.area('Büro und Briefkopf');
  await fill(office.page, 'Name der Körperschaft', name);
  await expect(title(office.page)).toContainText(name);
}

async function backUp(office: SharedOffice): Promise<void> {
  await office.area('Sicherung und Prüfung');
  await press(office.page, 'Jetzt sichern');
  await expect(office.page.getByText('Gesichert und geprüft')).toBeVisible();
}

/** Works on the database while no program has it. */
function inDatabase({ program }: SharedOffice, work: (db: Sqlite.Database) => void): void {
  const db = new Sqlite(join(program.folder, 'stellwerk.db'));
  work(db);
  db.close();
}

/** The file the window handed out last, put where it can be chosen again. */
async function handedOut({ program }: SharedOffice, button: string, page: Page): Promise<string> {
  const before = (await program.delivered()).length;
  await press(page, button);
  await expect.poll(async () => (await program.delivered()).length).toBeGreaterThan(before);
  const file = (await program.delivered()).at(-1);
  const path = join(program.folder, '..', file?.name ?? '');
  writeFileSync(path, file?.bytes ?? '');
  return path;
}

test('„Jetzt sichern“ lists a file, and three clicks bring its state back', async ({ office }) => {
  const { page, program } = office;
  await nameOffice(office, 'Stadt Vorher');
  await backUp(office);
  await expect(page.getByRole('status').filter({ hasText: 'Letzte gute Sicherung' })).toBeVisible();
  await expect(backups(page).getByRole('row')).toHaveCount(2);
  await nameOffice(office, 'Stadt Nachher');

  await office.area('Sicherung und Prüfung');
  await backups(page)
    .getByRole('button', { name: /^Ansehen/ })
    .first()
    .click();
  const plan = page.getByRole('region', { name: 'Diese Sicherung wiederherstellen?' });
  await expect(plan).toContainText('Sicherung von „Stadt Vorher“');
  await expect(plan).toContainText(/12 Papiere · 5 Stellungnahmen · 0 Anlagen · letzte Änderung \d\d\.\d\d\.\d{4}/);
  await expect(plan).toContainText(/Jetzt vorhanden: 12 Papiere, letzte Änderung \d\d\.\d\d\.\d{4}/);
  await expect(plan).toContainText('Der jetzige Stand bleibt als eigene Datei erhalten.');
  await press(page, 'Wiederherstellen');
  const told = page.getByText(/Wiederhergestellt\. Der vorige Stand liegt in .+\.db/);
  await expect(told).toBeVisible();
  await expect(title(page)).toContainText('Stadt Vorher');
  const former = (await told.innerText()).replace(/^.* liegt in /s, '').trim();
  expect(former.startsWith(program.folder)).toBe(true);
  const db = new Sqlite(former, { readonly: true });
  expect(db.prepare('SELECT profile_json FROM office').pluck().get()).toContain('Stadt Nachher');
  db.close();
});

test('a folder that does not exist is refused, a good one gets the file', async ({ office }) => {
  const { page, program } = office;
  await office.area('Sicherung und Prüfung');
  const folder = page.getByRole('textbox', { name: 'Ordner für die Sicherungen' });
  const missing = join(program.folder, '..', 'gibt-es-nicht');
  await folder.fill(missing);
  await press(page, 'Ordner benutzen');
  await expect(
    page.getByText(`Den Ordner „${missing}“ gibt es nicht. Bitte anlegen oder einen anderen Ordner wählen.`),
  ).toBeVisible();
  await expect(folder).toHaveAttribute('aria-invalid', 'true');

  const good = join(program.folder, '..', 'Sicherungen für Müller');
  mkdirSync(good);
  await folder.fill(good);
  await press(page, 'Ordner benutzen');
  await expect(page.getByText('Gesichert und geprüft')).toBeVisible();
  await expect(backups(page).getByRole('row')).toHaveCount(2);
  expect(readdirSync(good).filter((name) => /^stellwerk-.*\.db$/.test(name))).toHaveLength(1);

  // The stick is pulled out: the warning stands in the status bar until the folder is well again.
  rmSync(good, { recursive: true });
  await press(page, 'Jetzt sichern');
  await expect(page.getByRole('link', { name: 'Sicherung prüfen' })).toBeVisible();
  await expect(page.getByText(`Den Ordner „${good}“ gibt es nicht.`)).toBeVisible();
  await folder.fill('');
  await press(page, 'Ordner benutzen');
  await expect(page.getByRole('link', { name: 'Sicherung prüfen' })).toBeHidden();
});

test('a backup is restored from a file, and a file that is none is refused', async ({ office }) => {
  const { page } = office;
  await nameOffice(office, 'Stadt aus der Datei');
  await office.area('Übertragen');
  const file = await handedOut(office, 'Alles mitnehmen …', page);
  await nameOffice(office, 'Stadt danach');
  await office.area('Sicherung und Prüfung');
  await choose(page, 'Datei wählen', { name: 'Fotos.db', mimeType: '', buffer: Buffer.from('keine Sicherung') });
  await expect(page.getByRole('alert')).toContainText(
    '„Fotos.db“ ist keine gültige Stellwerk-Sicherung. Es wurde nichts verändert',
  );
  await choose(page, 'Datei wählen', file);
  await expect(page.getByText('Sicherung von „Stadt aus der Datei“')).toBeVisible();
  await press(page, 'Nicht wiederherstellen');
  await expect(page.getByText('Sicherung von „Stadt aus der Datei“')).toBeHidden();
  await choose(page, 'Datei wählen', file);
  await press(page, 'Wiederherstellen');
  await expect(title(page)).toContainText('Stadt aus der Datei');
});

test('the examination finds all in order, then a damaged search, and mends it', async ({ office }) => {
  await office.area('Sicherung und Prüfung');
  await press(office.page, 'Jetzt prüfen');
  await expect(office.page.getByText('Alles in Ordnung')).toBeVisible();
  const finding = (area: string) =>
    office.page.getByRole('table', { name: 'Prüfung der Daten' }).getByRole('row').filter({ hasText: area });
  await expect(finding('Suche')).toContainText('in Ordnung');
  await expect(finding('Suche')).toContainText('vollständig');

  await office.restart(() => inDatabase(office, (db) => db.exec('DELETE FROM paper_search WHERE rowid < 4')));
  await office.area('Sicherung und Prüfung');
  await press(office.page, 'Jetzt prüfen');
  await expect(finding('Suche')).toContainText('Fehler');
  await expect(finding('Suche')).toContainText('3 Papiere fehlen, 0 Einträge zu viel');
  await press(office.page, 'Beheben: Suche');
  await expect(office.page.getByText('Alles in Ordnung')).toBeVisible();
  await expect(finding('Suche')).toContainText('vollständig');
});

test('an old backup warns in the status bar, and the warning leads to the page', async ({ office }) => {
  await backUp(office);
  await expect(office.page.getByRole('link', { name: 'Sicherung prüfen' })).toBeHidden();
  await office.restart(() =>
    inDatabase(office, (db) =>
      db
        .prepare("UPDATE preference SET json = ? WHERE key = 'backup'")
        .run(JSON.stringify({ lastGood: { at: '2026-01-05T08:00:00.000Z', path: '/weg.db' }, problem: null })),
    ),
  );
  const warning = office.page.getByRole('contentinfo', { name: 'Statusleiste' }).getByRole('link');
  await expect(warning).toHaveText('Sicherung prüfen');
  await warning.click();
  await expect(office.page.locator('.page-head')).toContainText('Sicherung und Prüfung');
  await expect(office.page.getByText('Die letzte gute Sicherung ist älter als zwei Tage.')).toBeVisible();
  await backUp(office);
  await expect(warning).toBeHidden();
});

test('settings travel as a file: the plan, the taking over and the way back; a foreign file is refused', async ({
  office,
}) => {
  const { page } = office;
  await nameOffice(office, 'Stadt Quelle');
  await office.area('Übertragen');
  const file = await handedOut(office, 'Einstellungen speichern unter …', page);
  expect(file).toMatch(/stellwerk-einstellungen-\d{4}-\d{2}-\d{2}\.json$/);
  await nameOffice(office, 'Stadt Ziel');
  await office.area('Ämter');
  await page.getByRole('option', { name: 'Fachbereich Stadtplanung' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Fachbereich Stadtplanung');
  await fill(page, 'Kurzbezeichnung', 'FB 99');

  await office.area('Übertragen');
  await choose(page, 'Datei wählen', {
    name: 'fremd.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"a":1}'),
  });
  await expect(page.getByRole('alert')).toContainText('„fremd.json“ ist keine Datei mit Stellwerk-Einstellungen');
  await choose(page, 'Datei wählen', file);
  await expect(page.getByText('Einstellungen von „Stadt Quelle“')).toBeVisible();
  await expect(page.getByText('Büro: 1 Angabe anders')).toBeVisible();
  await expect(page.getByText('Name der Körperschaft: Stadt Ziel → Stadt Quelle')).toBeVisible();
  await expect(page.getByText('Ämter und Gremien: 0 neu, 1 geändert')).toBeVisible();
  await press(page, 'Übernehmen');
  await expect(page.getByText('Einstellungen übernommen')).toBeVisible();
  await expect(title(page)).toContainText('Stadt Quelle');
  await press(page, 'Rückgängig');
  await expect(page.getByText('Zurückgenommen')).toBeVisible();
  await expect(title(page)).toContainText('Stadt Ziel');
  await office.area('Ämter');
  await expect(page.getByRole('option', { name: 'Fachbereich Stadtplanung' })).toContainText('FB 99');
});

test('a program opened for one folder says that its office is fixed', async ({ office, shell }) => {
  test.skip(shell !== 'local', 'only the local shell is given its folder here');
  const { page, program } = office;
  await office.area('Übertragen');
  await press(page, 'Eigenes Büro einrichten');
  await expect(page.getByRole('alert')).toHaveText(
    new RegExp(
      `Dieses Fenster wurde für den Ordner „${program.folder}“ geöffnet\\. Zum Wechseln des Büros bitte Stellwerk beenden`,
    ),
  );
});

single('from the example one goes to one’s own office and back', async ({ empty, shell }) => {
  single.skip(shell === 'local', 'the local shell is given its folder here');
  const page = await empty.openWindow();
  const complaints = watchComplaints(page);
  await press(page, 'Beispielbüro öffnen');
  await expect(page.getByRole('table', { name: 'Papiere' })).toBeVisible();
  await page.getByRole('link', { name: 'Einstellungen', exact: true }).click();
  const name = page.getByRole('textbox', { name: 'Name der Körperschaft' });
  await expect(name).toHaveValue('Stadt Auenfurt');
  await page.getByRole('link', { name: 'Übertragen' }).click();
  await press(page, 'Eigenes Büro einrichten');
  await page.getByRole('textbox', { name: 'Name der Körperschaft' }).fill('Stadt Eigen');
  await press(page, 'Büro einrichten');
  await press(page, 'Später einrichten');
  await expect(title(page)).toContainText('Stadt Eigen');
  await page.getByRole('link', { name: 'Einstellungen', exact: true }).click();
  // Nothing of the example may be shown, and saved, as if it were one's own.
  await expect(name).toHaveValue('Stadt Eigen');
  await expect(page.getByRole('textbox', { name: 'Ort' })).toHaveValue('');
  await page.getByRole('link', { name: 'Übertragen' }).click();
  await press(page, 'Beispielbüro öffnen');
  await expect(title(page)).toContainText('Stadt Auenfurt');
  expect(complaints).toEqual([]);
});

single('a new PC takes over a file of settings, after a foreign one was refused', async ({ empty }) => {
  const page = await empty.openWindow();
  const complaints = watchComplaints(page);
  const foreign = { name: 'Urlaub.json', mimeType: 'application/json', buffer: Buffer.from('[]') };
  await choose(page, 'Datei wählen', foreign);
  await expect(page.getByRole('alert')).toContainText(
    '„Urlaub.json“ ist weder eine Sicherung (.db) noch eine Einstellungsdatei (.json) von Stellwerk. Bitte eine andere Datei wählen.',
  );
  await choose(page, 'Datei wählen', { name: 'Fotos.db', mimeType: '', buffer: Buffer.from('keine Sicherung') });
  await expect(page.getByRole('alert')).toContainText('keine gültige Stellwerk-Sicherung');
  const { profile } = JSON.parse(readFileSync('assets/example/office.json', 'utf8')) as { profile: object };
  const settings = {
    schema: 'stellwerk.settings/1',
    exportedAt: '2026-05-04T10:00:00.000Z',
    profile: { ...profile, bodyName: 'Gemeinde Söhlde-Übersee' },
    organizations: [],
    persons: [],
  };
  // With a mark at the beginning, as Windows writes it.
  const buffer = Buffer.from(`\uFEFF${JSON.stringify(settings)}`);
  await choose(page, 'Datei wählen', { name: 'einstellungen.json', mimeType: 'application/json', buffer });
  await expect(title(page)).toContainText('Gemeinde Söhlde-Übersee');
  await expect(page.getByText('Noch keine Papiere.')).toBeVisible();
  await expect(page.getByText('Das Büro ist noch nicht fertig eingerichtet.')).toBeHidden();
  expect(complaints).toEqual([]);
});

single('a new PC takes over a backup with everything in it', async ({ empty }) => {
  const page = await empty.openWindow();
  const complaints = watchComplaints(page);
  const [other, file] = ['anderer-rechner', 'Alles.db'].map((name) => join(empty.folder, '..', name)) as [
    string,
    string,
  ];
  mkdirSync(other);
  runCli(other, ['init', '--example']);
  runCli(other, ['backup', '--to', file]);
  // Brought by somebody, it is the one's own who opens it.
  chmodSync(file, 0o644);
  await choose(page, 'Datei wählen', file);
  await expect(page.getByRole('table', { name: 'Papiere' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(13);
  await expect(title(page)).toContainText('Stadt Auenfurt');
  expect(complaints).toEqual([]);
});
