import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, openSection, REAL_SHELL, saved, test } from './desk.ts';
import { oldStatement } from '../support/old-statement.ts';

test(
  'from a new motion to the issued files, with the keyboard alone where it is typed',
  REAL_SHELL,
  async ({ desk, program }) => {
    const { page, complaints } = desk;
    await page.getByRole('button', { name: 'Neuer Eingang' }).click();
    await page.getByRole('textbox', { name: 'Nummer' }).fill('A0101/26');
    await page.getByRole('textbox', { name: 'Eingang am' }).fill('5.3.26');
    await page.getByRole('textbox', { name: 'Bezeichnung' }).fill('Sitzbänke am Marktplatz');
    await page.getByRole('combobox', { name: 'Fraktion oder Gremium' }).fill('Fraktion Testwiese');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Wortlaut' }).click();
    await page.keyboard.type('Die Stadt stellt sechs Sitzbänke auf.');
    await page.getByRole('button', { name: 'Erfassen und Stellungnahme beginnen' }).click();

    await expect(page.getByRole('heading', { name: 'Sitzbänke am Marktplatz', level: 1 })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Überleitung' })).toHaveText(
      'Die Verwaltung nimmt zum Antrag A0101/26 wie folgt Stellung:',
    );
    await page.getByRole('textbox', { name: 'Antwort der Verwaltung' }).click();
    await page.keyboard.type('Die Verwaltung folgt dem Antrag. ');
    await page.keyboard.press('Control+B');
    await page.keyboard.type('Baubeginn ist im Mai.');
    await page.getByRole('combobox', { name: 'Name', exact: true }).last().fill('Erika Mustermann');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Nummer vergeben' }).click();
    await expect(page.getByText('S0050/26')).toBeVisible();
    await expect(saved(page)).toBeVisible();

    await page.getByRole('button', { name: 'Ausgeben' }).click();
    await page.getByRole('menuitem', { name: 'Formblatt als PDF und DOCX' }).click();
    await expect(page.getByText(/Erstellt: .*S0050-26\.pdf, .*S0050-26\.docx/)).toBeVisible();
    await page.getByRole('button', { name: 'Ausgeben' }).click();
    await page.getByRole('menuitem', { name: 'Verteilerliste als PDF und DOCX' }).click();
    await expect(page.getByText(/Erstellt: .*S0050-26-Verteiler\.pdf, .*S0050-26-Verteiler\.docx/)).toBeVisible();
    await expect.poll(async () => (await program.delivered()).length).toBe(4);
    expect((await program.delivered()).map(({ name }) => name).sort()).toEqual([
      'S0050-26-Verteiler.docx',
      'S0050-26-Verteiler.pdf',
      'S0050-26.docx',
      'S0050-26.pdf',
    ]);
    expect(complaints).toEqual([]);
  },
);

test('a delivered PDF is the same file that the command line writes', async ({ desk, program }) => {
  const { page } = desk;
  await page.getByRole('link', { name: 'S0027/26' }).first().click();
  await page.getByRole('button', { name: 'Ausgeben' }).click();
  await page.getByRole('menuitem', { name: 'Formblatt als PDF', exact: true }).click();
  await expect.poll(async () => (await program.delivered()).length).toBe(1);
  const [file] = await program.delivered();
  program.cli('export', 'S0027/26', '--to', program.folder, '--format', 'pdf');
  expect(file?.bytes.equals(readFileSync(join(program.folder, 'S0027-26.pdf')))).toBe(true);
});

test(
  'takes a statement over from a text file and says what was not recognised',
  REAL_SHELL,
  async ({ desk, program }) => {
    const { page } = desk;
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Aus Datei übernehmen' }).click();
    await (await chooser).setFiles(oldStatement(program.folder));
    await expect(page.getByText('S0777/25 wurde übernommen.')).toBeVisible();
    await expect(page.getByText('Die Beratungsfolge wurde nicht erkannt.')).toBeVisible();
    await page.getByRole('link', { name: 'S0777/25' }).first().click();
    await openSection(page, 'Kopf');
    await expect(page.getByRole('textbox', { name: 'Bezeichnung' })).toHaveValue('Beleuchtung am Bahnhof');
    await expect(page.getByRole('textbox', { name: 'Körperschaft' })).toHaveValue('Stadt Altenwerda');
  },
);

test('a file that holds no text is refused with a sentence', REAL_SHELL, async ({ desk, program }) => {
  const { page } = desk;
  const file = join(program.folder, 'leer.txt');
  writeFileSync(file, '');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Aus Datei übernehmen' }).click();
  await (await chooser).setFiles(file);
  await expect(page.getByRole('alert')).toContainText('Die Datei „leer.txt“ ist leer.');
});

test('a paper that is not entered yet stands there again, an entered one saves by itself', async ({
  desk: { page, open },
  program,
}) => {
  await page.getByRole('button', { name: 'Neuer Eingang' }).click();
  await page.getByRole('textbox', { name: 'Bezeichnung' }).fill('Halb fertig');
  await expect(page.getByText('Entwurf gesichert')).toBeVisible();
  await open('/register');
  await page.getByRole('button', { name: 'Neuer Eingang' }).click();
  await expect(page.getByRole('textbox', { name: 'Bezeichnung' })).toHaveValue('Halb fertig');
  await open('/register');
  await page.getByRole('link', { name: 'F0047/26' }).first().click();
  await page.getByRole('textbox', { name: 'Bezeichnung' }).fill('Schulweg, neu benannt');
  await expect(saved(page)).toBeVisible();
  expect(program.cli('list', '--class', 'F')).toContain('Schulweg, neu benannt');
});
