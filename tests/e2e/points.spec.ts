/** Question by question: what a paper asks stands beside the text, is answered by chosen states or by words below a heading, and can be put right. */
import type { Page } from '@playwright/test';
import { violationsInBothColours } from './axe.ts';
import { expect, openStatement, saved, test } from './desk.ts';

const pane = (page: Page) => page.getByRole('region', { name: 'Fragen und Forderungen' });
const cards = (page: Page) => pane(page).getByRole('listitem');
const reply = (page: Page) => page.getByRole('textbox', { name: 'Antwort der Verwaltung' });

/** A new statement on the inquiry with four questions. */
async function begin(page: Page): Promise<void> {
  await page.getByRole('row').filter({ hasText: 'F0047/26' }).getByRole('link', { name: 'F0047/26' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Wortlaut' })).toBeVisible();
  await page.getByRole('button', { name: 'Stellungnahme beginnen' }).click();
  await expect(reply(page)).toBeVisible();
  await expect(cards(page)).toHaveCount(4);
}
async function choose(page: Page, label: string, state: string): Promise<void> {
  await page.getByRole('button', { name: `Votum oder Stand zu ${label}` }).click();
  await page.getByRole('option', { name: state, exact: true }).click();
}
async function edit(page: Page, label: string, action: string): Promise<void> {
  await pane(page)
    .getByRole('button', { name: `${label} bearbeiten`, exact: true })
    .click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('questions are laid out as a skeleton, answered below their headings, and block the release until then', async ({
  desk,
  program,
}) => {
  const { page, complaints } = desk;
  await begin(page);
  await expect(pane(page).getByText('4 offen', { exact: true })).toBeVisible();
  await expect(pane(page).getByRole('link', { name: 'Anfrage F0047/26' })).toBeVisible();
  await pane(page).getByRole('button', { name: 'Punkte bearbeiten' }).click();
  await page.getByRole('menuitem', { name: 'Gerüst: „Zu Frage 1:“' }).click();
  await expect(reply(page)).toBeFocused();
  await expect(reply(page)).toContainText('Zu Frage 4:');
  // The cursor stands below the first heading.
  await page.keyboard.type('Die Zählung ergab 900 Fahrzeuge.');
  await expect(pane(page).getByText('3 offen', { exact: true })).toBeVisible();
  await expect(cards(page).nth(0)).toContainText('im Text beantwortet');
  await expect(
    cards(page).nth(0).getByRole('button', { name: '1 Stelle der Antwort zu 1 im Text zeigen' }),
  ).toBeVisible();
  // Both show each other.
  await cards(page).nth(0).hover();
  await expect(reply(page).locator('.shown-answer')).toHaveText('Die Zählung ergab 900 Fahrzeuge.');
  await reply(page).getByText('Die Zählung ergab').hover();
  await expect(cards(page).nth(0)).toHaveClass(/pointed/);
  await expect(cards(page).nth(1)).not.toHaveClass(/pointed/);

  // F9 goes from open point to open point, also out of the text.
  await reply(page).focus();
  await page.keyboard.press('F9');
  await expect(page.getByRole('button', { name: 'Votum oder Stand zu 2' })).toBeFocused();
  await page.keyboard.press('F9');
  await expect(page.getByRole('button', { name: 'Votum oder Stand zu 3' })).toBeFocused();
  await page.keyboard.press('Shift+F9');
  await expect(page.getByRole('button', { name: 'Votum oder Stand zu 2' })).toBeFocused();
  await choose(page, '2', 'siehe Antwort zu 1');
  await choose(page, '3', 'nicht beantwortbar');
  await expect(pane(page).getByText('2 offen', { exact: true })).toBeVisible();
  await cards(page).nth(2).getByRole('textbox', { name: 'Grund zu 3' }).fill('Wird nicht erfasst.');
  await page.keyboard.press('Enter');
  await expect(pane(page).getByText('1 offen', { exact: true })).toBeVisible();
  expect(await violationsInBothColours(page)).toEqual([]);
  await expect(saved(page)).toBeVisible();
  const id = page.url().split('/').at(-1) ?? '';
  expect(program.cli('points', id)).toContain('1 offen');
  expect(program.cli('points', id)).toContain('nicht beantwortbar (Wird nicht erfasst.)');
  await page.getByRole('button', { name: 'Ausfertigen' }).click();
  await expect(page.getByText(/Punkt 4 ist noch offen/)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('points are put right by keyboard and taken back in one order with everything else', async ({ desk }) => {
  const { page } = desk;
  await openStatement(page, 'S0044/26');
  await expect(pane(page).getByText('nichts offen')).toBeVisible();
  await choose(page, '2', 'Alternativvorschlag');
  await expect(cards(page).nth(1)).toContainText('Alternativvorschlag');
  await reply(page).click();
  await page.keyboard.press('Control+z');
  await expect(cards(page).nth(1)).toContainText('Ablehnung');
  await page.keyboard.press('Control+y');
  await expect(cards(page).nth(1)).toContainText('Alternativvorschlag');

  await edit(page, '3', 'Nach oben');
  await expect(cards(page).nth(1)).toContainText('dem Ausschuss für Ordnung');
  await edit(page, '2', 'Mit dem vorigen verbinden');
  await expect(cards(page)).toHaveCount(2);
  await reply(page).click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(3);
  await expect(cards(page).nth(1)).toContainText('Alternativvorschlag');

  await edit(page, '1', 'Umbenennen');
  await page.getByRole('textbox', { name: 'Bezeichnung des Punkts' }).fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Die Bezeichnung „2“ steht zweimal')).toBeVisible();
  await edit(page, '1', 'Umbenennen');
  await page.getByRole('textbox', { name: 'Bezeichnung des Punkts' }).fill('Öffnungszeiten');
  await page.keyboard.press('Enter');
  await expect(pane(page).getByText('Öffnungszeiten', { exact: true })).toBeVisible();
  await expect(pane(page).getByRole('button', { name: 'Öffnungszeiten bearbeiten' })).toBeFocused();
  await edit(page, '3', 'Entfernen');
  await expect(cards(page)).toHaveCount(2);
  await expect(pane(page).getByRole('button', { name: '2 bearbeiten' })).toBeFocused();
});

test('another text of the paper marks what changed and what was answered before', async ({ desk, program }) => {
  const { page } = desk;
  await openStatement(page, 'S0044/26');
  await expect(cards(page)).toHaveCount(3);
  await pane(page).getByRole('link', { name: 'Antrag A0024/26' }).click();
  const text = page.getByRole('textbox', { name: 'Wortlaut' });
  await text.getByText('an jedem ersten Samstag').click();
  await page.keyboard.press('Home');
  for (let sign = 0; sign < 3; sign += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('nicht ');
  await expect.poll(() => program.cli('points', 'S0044/26')).toContain('[geändert]');
  await page.goBack();
  await expect(cards(page).nth(1)).toContainText('geändert');
  await expect(cards(page).nth(1)).toContainText('Der Punkt lautet seit der Antwort anders.');
  await cards(page).nth(1).getByRole('button', { name: 'Antwort passt noch' }).click();
  await expect(cards(page).nth(1)).not.toContainText('lautet seit der Antwort anders');
});

test('the points of a finished statement are proposed, and taken over on a click', async ({
  desk,
  program,
  folder,
}) => {
  const { page } = desk;
  const { writeFileSync } = await import('node:fs');
  const path = `${folder}/alt.txt`;
  writeFileSync(
    path,
    'Stadt Auenfurt\n\nStellungnahme der Verwaltung öffentlich\n\nStadtamt\tStellungnahme-Nr.\tDatum\nFB 61\tS0900/26\t02.03.2026\nzum/zur\nF0900/26 – Fraktion Neue Mitte\nBezeichnung\nBänke\n\n1. Wo steht die Bank?\n\n2. Wem gehört sie?\n\nDie Verwaltung nimmt zur Anfrage F0900/26 wie folgt Stellung:\n\nIm Park.\n\nEva Muster',
  );
  program.cli('import', path);
  program.cli('take-up', 'S0900/26');
  await page.reload();
  await openStatement(page, 'S0900/26');
  await expect(pane(page)).toContainText('2 Fragen erkannt.');
  await pane(page).getByRole('button', { name: 'Übernehmen' }).click();
  await expect(pane(page).getByText('2 offen', { exact: true })).toBeVisible();
});

test('beside the points no tool goes behind the edge and no day is cut', async ({ desk }) => {
  const { page } = desk;
  await page.setViewportSize({ width: 1280, height: 800 });
  await openStatement(page, 'S0021/26');
  await expect(cards(page)).toHaveCount(5);
  const edge = await page.getByRole('region', { name: 'Vorschau' }).boundingBox();
  const redo = await page.getByRole('button', { name: 'Wiederholen' }).boundingBox();
  expect(redo && edge ? redo.x + redo.width <= edge.x : null).toBe(true);
  const cut = await page
    .locator('.consultations .day input')
    .evaluateAll((fields) => fields.map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth));
  expect(cut).toEqual([false, false, false, false, false]);
});

test('what is recommended follows the positions until somebody writes it otherwise', async ({ desk }) => {
  const { page, complaints } = desk;
  await openStatement(page, 'S0044/26');
  const put = async (what: string): Promise<void> => {
    await pane(page).getByRole('button', { name: 'Punkte bearbeiten' }).click();
    await page.getByRole('menuitem', { name: what }).click();
  };
  const sentence = 'Die Verwaltung empfiehlt, den Punkten 1 und 3 zuzustimmen und Punkt 2 abzulehnen.';
  await put('Empfehlungssatz einsetzen');
  await expect(reply(page)).toContainText(sentence);
  await put('Tabelle der Voten einsetzen');
  await expect(reply(page).getByRole('row').nth(2)).toContainText('Ablehnung');
  await choose(page, '2', 'teilweise Zustimmung');
  const followed = 'Die Verwaltung empfiehlt, den Punkten 1 und 3 zuzustimmen und Punkt 2 teilweise zuzustimmen.';
  await expect(reply(page)).toContainText(followed);
  await expect(reply(page).getByRole('row').nth(2)).toContainText('teilweise Zustimmung');
  // One step back takes the position and what follows from it.
  await reply(page).focus();
  await page.keyboard.press('Control+z');
  await expect(reply(page)).toContainText(sentence);
  await expect(reply(page).getByRole('row').nth(2)).toContainText('Ablehnung');
  await expect(cards(page).nth(1)).toContainText('Ablehnung');
  await put('Empfehlungssatz einsetzen');
  await expect(page.getByText('Das steht schon so im Text')).toBeVisible();
  // What somebody wrote stays.
  await reply(page).getByText(sentence).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Backspace');
  await page.keyboard.type(', weil es zu teuer wäre.');
  await choose(page, '2', 'Zustimmung');
  await expect(reply(page).getByRole('row').nth(2)).toContainText('Zustimmung');
  await expect(reply(page)).toContainText('Punkt 2 abzulehnen, weil es zu teuer wäre.');
  expect(complaints).toEqual([]);
});
