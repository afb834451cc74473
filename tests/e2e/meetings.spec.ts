import type { Locator, Page } from '@playwright/test';
import { expect } from './desk.ts';
import { pick, sharedOffice, type SharedOffice } from './shared-office.ts';
import { colourViolations, violations } from './axe.ts';

const test = sharedOffice('example');
/** Some tests go on from what others left. */
test.describe.configure({ mode: 'serial' });

const COUNCIL = 'Do, 25.06.2026, 16:00, Stadtrat';

const list = (page: Page): Locator => page.getByRole('table', { name: 'Sitzungen nach Monat' });
const entry = (page: Page, name: string): Locator => list(page).getByRole('link', { name, exact: true });
const agenda = (page: Page): Locator => page.getByRole('table', { name: /^Stellungnahmen in der Reihenfolge/ });
const detail = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const status = (page: Page): Locator => page.getByRole('contentinfo', { name: 'Statusleiste' });
const form = (page: Page): Locator => page.getByRole('form', { name: 'Angaben zur Sitzung' });
const field = (page: Page, name: string): Locator => form(page).getByRole('textbox', { name, exact: true });

/** Their references, from top to bottom. */
const papers = (page: Page): Locator => agenda(page).getByRole('link');

async function toMeetings({ page }: SharedOffice): Promise<Page> {
  await page.getByRole('link', { name: 'Sitzungen', exact: true }).click();
  await expect(list(page)).toBeVisible();
  return page;
}

async function enterNew(page: Page, body: string, day: string, time: string): Promise<void> {
  await page.getByRole('button', { name: 'Neue Sitzung' }).click();
  await form(page).getByRole('combobox', { name: 'Gremium' }).fill(body);
  await page.keyboard.press('Escape');
  await field(page, 'Tag').fill(day);
  await field(page, 'Beginn').fill(time);
  await page.getByRole('button', { name: 'Eintragen' }).click();
}

test('meetings stand by month, and the arrow keys go through them', async ({ office }) => {
  const page = await toMeetings(office);
  await expect(list(page).getByRole('rowheader')).toHaveText(['Dezember 2026', 'Oktober 2026', 'Juni 2026']);
  await list(page).getByRole('link').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(entry(page, COUNCIL)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(detail(page, 'Stadtrat, Do, 25.06.2026')).toBeVisible();
  await page.keyboard.press('End');
  await expect(list(page).getByRole('link').last()).toBeFocused();
  await expect(papers(page)).toHaveText(['S0021/26', 'S0027/26']);
  expect(await violations(page)).toEqual([]);
});

test('papers are moved by button and by key, numbered, and stay so', async ({ office }) => {
  const page = await toMeetings(office);
  await entry(page, COUNCIL).click();
  const up = page.getByRole('button', { name: 'S0027/26 nach oben' });
  await up.click();
  await expect(papers(page)).toHaveText(['S0027/26', 'S0021/26']);
  // At the upper end the other button takes the focus.
  await expect(page.getByRole('button', { name: 'S0027/26 nach unten' })).toBeFocused();
  await page.getByRole('textbox', { name: 'TOP von S0021/26' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(papers(page)).toHaveText(['S0021/26', 'S0027/26']);
  await expect(page.getByRole('textbox', { name: 'TOP von S0021/26' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(papers(page)).toHaveText(['S0027/26', 'S0021/26']);
  await page.getByRole('textbox', { name: 'TOP von S0027/26' }).fill('7.1');
  await page.keyboard.press('Tab');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'TOP von S0027/26' })).toHaveValue('7.1');
  await expect(papers(page)).toHaveText(['S0027/26', 'S0021/26']);
});

test('a new meeting is entered, refused twice, changed where it stands, deleted and brought back', async ({
  office,
}) => {
  const page = await toMeetings(office);
  await page.getByRole('button', { name: 'Neue Sitzung' }).click();
  await expect(form(page).getByRole('combobox', { name: 'Gremium' })).toBeFocused();
  await page.getByRole('button', { name: 'Eintragen' }).click();
  await expect(form(page).getByRole('alert')).toContainText('Gremium, Tag und Beginn sind nötig.');
  await page.getByRole('button', { name: 'Abbrechen' }).click();

  await enterNew(page, 'Verwaltungsausschuss', '11.9.26', '17.30');
  const name = 'Verwaltungsausschuss, Fr, 11.09.2026';
  await expect(detail(page, name)).toBeVisible();
  await expect(field(page, 'Beginn')).toHaveValue('17:30');
  await expect(status(page)).toContainText(`${name} ist eingetragen.`);
  await expect(entry(page, 'Fr, 11.09.2026, 17:30, Verwaltungsausschuss')).toBeFocused();
  await expect(papers(page)).toHaveText(['S0044/26']);

  await enterNew(page, 'VwA', '11.09.2026', '17:30');
  await expect(form(page).getByRole('alert')).toContainText('hat am 11.09.2026 um 17:30 Uhr schon eine Sitzung.');
  await page.getByRole('button', { name: 'Abbrechen' }).click();

  await entry(page, 'Fr, 11.09.2026, 17:30, Verwaltungsausschuss').click();
  await field(page, 'Ort').fill('Sitzungszimmer 1');
  await page.keyboard.press('Tab');
  await expect(status(page)).toContainText('Gespeichert');
  await field(page, 'Beginn').fill('24:00');
  await expect(form(page)).toContainText('Keine Uhrzeit.');
  await field(page, 'Beginn').fill('18');
  await page.keyboard.press('Tab');
  await expect(entry(page, 'Fr, 11.09.2026, 18:00, Verwaltungsausschuss')).toBeVisible();
  await expect(field(page, 'Beginn')).toHaveValue('18:00');

  await page.getByRole('button', { name: 'Sitzung löschen' }).click();
  await expect(status(page)).toContainText(`${name} wurde gelöscht.`);
  await expect(list(page)).not.toContainText('11.09.2026');
  await page.getByRole('button', { name: 'Rückgängig' }).click();
  await expect(entry(page, 'Fr, 11.09.2026, 18:00, Verwaltungsausschuss')).toBeVisible();
  await expect(field(page, 'Ort')).toHaveValue('Sitzungszimmer 1');
});

test('a meeting with an agenda is not deleted but cancelled', async ({ office }) => {
  const page = await toMeetings(office);
  await entry(page, COUNCIL).click();
  await page.getByRole('button', { name: 'Sitzung löschen' }).click();
  await expect(page.getByRole('alert')).toContainText('ist eine Tagesordnung festgelegt');
  await pick(page, /Stand/, 'abgesagt');
  await expect(list(page).getByRole('row').filter({ hasText: '25.06.2026' })).toContainText('abgesagt');
});

test('distribution lists and folder arrive as files', async ({ office }) => {
  const page = await toMeetings(office);
  office.program.cli('release', 'S0021/26', '--accept', 'geprüft');
  office.program.cli('issue', 'S0021/26');
  await entry(page, COUNCIL).click();
  await expect(agenda(page).getByRole('row').filter({ hasText: 'S0021/26' })).toContainText('enthalten');
  await expect(agenda(page).getByRole('row').filter({ hasText: 'S0027/26' })).toContainText('noch nicht ausgefertigt');
  await page.getByRole('button', { name: 'Sitzungsmappe', exact: true }).click();
  await expect(status(page)).toContainText('Sitzungsmappe-Stadtrat-2026-06-25.pdf');
  await page.getByRole('button', { name: 'Verteilerlisten', exact: true }).click();
  await expect(status(page)).toContainText('Verteiler-Stadtrat-2026-06-25.pdf');
  await expect(page.getByRole('button', { name: 'Sitzungsmappe drucken' })).toBeEnabled();
  await expect
    .poll(async () => (await office.program.delivered()).map(({ name }) => name).sort())
    .toEqual([
      'S0021-26-Verteiler.pdf',
      'S0027-26-Verteiler.pdf',
      'Sitzungsmappe-Stadtrat-2026-06-25.pdf',
      'Verteiler-Stadtrat-2026-06-25.pdf',
    ]);
});

test('non-public papers are taken into the folder only when asked for', async ({ office }) => {
  const page = await toMeetings(office);
  await entry(page, 'Do, 29.10.2026, 16:00, Stadtrat').click();
  const row = agenda(page).getByRole('row').filter({ hasText: 'S0049/26' });
  await expect(row).toContainText('nichtöffentlich, bleibt weg');
  await page.getByText('auch nichtöffentliche').click();
  await expect(row).toContainText('noch nicht ausgefertigt');
});

test('a meeting nobody named says what belongs there; dark and narrow it stays readable', async ({ office }) => {
  const page = await toMeetings(office);
  await enterNew(page, 'Beirat für Menschen mit Behinderungen', '5.10.2026', '16');
  await expect(page.getByText('Keine Stellungnahme nennt diese Sitzung.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sitzungsmappe', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: /^Darstellung wechseln/ }).click();
  expect(await colourViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 640, height: 400 });
  await expect(field(page, 'Tag')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  await page.setViewportSize({ width: 1280, height: 800 });
});
