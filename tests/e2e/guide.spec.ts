import type { Page } from '@playwright/test';
import { expect, test, watchComplaints } from './desk.ts';
import { cutOff, pick } from './shared-office.ts';
import { colourViolations, violations } from './axe.ts';

const STEPS = [
  'Name',
  'Anschrift und Wappen',
  'Ämter',
  'Gremien und Fraktionen',
  'Unterzeichner',
  'Erste Stellungnahme',
];

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const title = (page: Page) => page.getByRole('banner', { name: 'Titelleiste' });

/** The step that is shown, by its number and its heading. */
async function atStep(page: Page, number: number): Promise<void> {
  await expect(page.getByText(`Schritt ${number} von ${STEPS.length}`)).toBeVisible();
  await expect(page.getByRole('heading', { name: STEPS[number - 1] ?? '', level: 2, exact: true })).toBeVisible();
}

async function beginGuide(page: Page, name: string): Promise<void> {
  await field(page, 'Name der Körperschaft').fill(name);
  await press(page, 'Büro einrichten');
  await atStep(page, 2);
}

test('six steps lead to the first statement with its signatory; back keeps what was written', async ({ empty }) => {
  const page = await empty.openWindow();
  const complaints = watchComplaints(page);
  await beginGuide(page, 'Große Kreisstadt Überlingen');
  await expect(page.getByRole('list', { name: 'Büro einrichten' }).getByRole('listitem')).toHaveText(STEPS);
  await field(page, 'Ort').fill('Überlingen');
  await press(page, 'Zurück');
  await atStep(page, 1);
  await expect(field(page, 'Name der Körperschaft')).toHaveValue('Große Kreisstadt Überlingen');
  await field(page, 'Name der Körperschaft').fill('Stadt Überlingen am Bodensee');
  await press(page, 'Weiter');
  await atStep(page, 2);
  await expect(title(page)).toContainText('Stadt Überlingen am Bodensee');
  await expect(field(page, 'Ort')).toHaveValue('Überlingen');
  await press(page, 'Weiter');

  await atStep(page, 3);
  await field(page, 'Ämter').fill('FB 32; Ordnung und Bürgerdienste\n\nAmt für Straßengrün');
  await press(page, 'Weiter');
  await atStep(page, 4);
  await field(page, 'Gremien und Fraktionen').fill('Gemeinderat\nAusschuss für Bäder\nFraktion Grüne Höhe');
  await press(page, 'Weiter');
  await atStep(page, 5);
  await press(page, 'Zurück');
  await atStep(page, 4);
  await press(page, 'Überspringen');
  await atStep(page, 5);
  await page.getByRole('combobox', { name: 'Zusatz' }).fill('i. V.');
  await page.keyboard.press('Escape');
  await field(page, 'Name').fill('Jörg Größenwahn-Süß');
  await field(page, 'Funktion').fill('Bürgermeister für Öffentliches');
  await press(page, 'Weiter');

  await atStep(page, 6);
  await pick(page, /Art$/, 'Anfrage');
  await field(page, 'Nummer').fill('F0001/26');
  await press(page, 'Stellungnahme beginnen');
  await expect(page.getByText('Bitte auch die Bezeichnung angeben.')).toBeVisible();
  await field(page, 'Bezeichnung').fill('Bänke am Seeufer');
  await press(page, 'Stellungnahme beginnen');
  await expect(page.getByRole('heading', { name: 'Bänke am Seeufer', level: 1 })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Überleitung' })).toHaveText(
    'Die Verwaltung nimmt zur Anfrage F0001/26 wie folgt Stellung:',
  );
  const signatory = page.getByRole('group', { name: 'Unterzeichner' });
  await expect(signatory.getByRole('combobox', { name: 'Name' })).toHaveValue('Jörg Größenwahn-Süß');
  await expect(signatory.getByRole('combobox', { name: 'Zusatz' })).toHaveValue('i. V.');
  await expect(signatory.getByRole('textbox', { name: 'Funktion' })).toHaveValue('Bürgermeister für Öffentliches');
  await expect(page.getByRole('button', { name: 'Vorschläge für Fachbereich oder Amt' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Fachbereich oder Amt' }).fill('Amt');
  await expect(page.getByRole('option', { name: 'Amt für Straßengrün' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Register' }).click();
  await expect(page.getByRole('table', { name: 'Papiere' })).toBeVisible();
  await expect(page.getByText('Das Büro ist noch nicht fertig eingerichtet.')).toBeHidden();
  expect(complaints).toEqual([]);
});

test('every step may be skipped, and what was put aside is found again on the empty register', async ({ empty }) => {
  const page = await empty.openWindow();
  const complaints = watchComplaints(page);
  await beginGuide(page, 'Gemeinde Kürze');
  await press(page, 'Überspringen');
  await atStep(page, 3);
  await press(page, 'Später einrichten');
  await expect(page.getByText('Noch keine Papiere.')).toBeVisible();
  await expect(page.getByText('Das Büro ist noch nicht fertig eingerichtet.')).toBeVisible();
  await press(page, 'Einrichtung fortsetzen');
  await atStep(page, 2);
  for (const step of [3, 4, 5, 6]) {
    await press(page, 'Überspringen');
    await atStep(page, step);
  }
  await press(page, 'Später einrichten');
  await press(page, 'Nicht mehr anzeigen');
  await expect(page.getByText('Das Büro ist noch nicht fertig eingerichtet.')).toBeHidden();
  await page.reload();
  await expect(page.getByText('Noch keine Papiere.')).toBeVisible();
  await expect(page.getByText('Das Büro ist noch nicht fertig eingerichtet.')).toBeHidden();
  expect(complaints).toEqual([]);
});

test('an empty name does not get past the first step', async ({ empty }) => {
  const page = await empty.openWindow();
  await beginGuide(page, 'Stadt Vorhanden');
  await press(page, 'Zurück');
  await atStep(page, 1);
  await field(page, 'Name der Körperschaft').fill('');
  await press(page, 'Weiter');
  await expect(page.getByText('Diese Angabe fehlt oder ist zu lang.')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Bitte die markierten Angaben berichtigen.');
  await atStep(page, 1);
  await field(page, 'Name der Körperschaft').fill('Stadt Da');
  await press(page, 'Weiter');
  await atStep(page, 2);
  // The name stands on this page, too, and must not be skipped away.
  await field(page, 'Name der Körperschaft').fill('');
  await press(page, 'Überspringen');
  await expect(page.getByRole('alert')).toContainText('Bitte die markierten Angaben berichtigen.');
  await field(page, 'Name der Körperschaft').fill('Stadt Da');
  await press(page, 'Überspringen');
  await atStep(page, 3);
  await expect(title(page)).toContainText('Stadt Da');
});

test('the whole guide goes with the keyboard alone', async ({ empty }) => {
  const page = await empty.openWindow();
  const complaints = watchComplaints(page);
  const { keyboard } = page;
  /** Tab until something with this name has the focus. */
  const tabTo = async (role: 'button' | 'textbox' | 'combobox', name: string): Promise<void> => {
    const wanted = page.getByRole(role, { name, exact: true });
    await expect(wanted).toBeVisible();
    for (let step = 0; step < 60; step += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    await expect(wanted).toBeFocused();
  };
  await tabTo('textbox', 'Name der Körperschaft');
  await keyboard.type('Stadt Tästwörth');
  await keyboard.press('Enter');
  await atStep(page, 2);
  await tabTo('textbox', 'Ort');
  await keyboard.type('Tästwörth');
  await tabTo('button', 'Weiter');
  await keyboard.press('Enter');
  await atStep(page, 3);
  await expect(field(page, 'Ämter')).toBeFocused();
  await keyboard.type('Amt 10; Hauptamt');
  await tabTo('button', 'Weiter');
  await keyboard.press('Space');
  await atStep(page, 4);
  await expect(field(page, 'Gremien und Fraktionen')).toBeFocused();
  await tabTo('button', 'Überspringen');
  await keyboard.press('Enter');
  await atStep(page, 5);
  await tabTo('textbox', 'Name');
  await keyboard.type('Ärin Österreicher');
  await tabTo('button', 'Weiter');
  await keyboard.press('Enter');
  await atStep(page, 6);
  await tabTo('textbox', 'Bezeichnung');
  await keyboard.type('Fußgängerbrücke');
  await tabTo('button', 'Stellungnahme beginnen');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Fußgängerbrücke', level: 1 })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Unterzeichner' }).getByRole('combobox', { name: 'Name' })).toHaveValue(
    'Ärin Österreicher',
  );
  expect(complaints).toEqual([]);
});

test(
  'axe finds nothing in any step, light or dark, and nothing is cut off sideways',
  { tag: '@slow' },
  async ({ empty, shell }) => {
    test.skip(shell !== 'local', 'about the page alone');
    const page = await empty.openWindow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found: string[] = [];
    const look = async (where: string): Promise<void> => {
      await page.emulateMedia({ colorScheme: 'light' });
      found.push(...(await violations(page)).map((what) => `${where}: ${what}`));
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await colourViolations(page)).map((what) => `${where}, dark: ${what}`));
      for (const size of [
        { width: 640, height: 400 },
        { width: 1280, height: 800 },
      ]) {
        await page.setViewportSize(size);
        found.push(...(await cutOff(page)).map((what) => `${where} at ${size.width}: ${what}`));
      }
    };
    await expect(page.getByRole('heading', { name: 'Womit möchten Sie anfangen?' })).toBeVisible();
    await look('first page');
    await beginGuide(page, 'Stadt Blickfang');
    await press(page, 'Zurück');
    await atStep(page, 1);
    await look('step 1');
    await press(page, 'Weiter');
    for (const step of [2, 3, 4, 5, 6]) {
      await atStep(page, step);
      await look(`step ${step}`);
      if (step < STEPS.length) await press(page, 'Überspringen');
    }
    expect(found).toEqual([]);
  },
);
