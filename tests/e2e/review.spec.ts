/** To Word and back, as a clerk does it: give out, read in, decide, take back; comments at words of the text. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { added, editCopy, removed, replaceWords, withRemark } from '../support/edited-copy.ts';
import { violationsInBothColours } from './axe.ts';
import { expect, openStatement, saved, test } from './desk.ts';
import type { RunningProgram } from './programs/program.ts';

const REF = 'S0044/26';
const REPLY = [
  'Die Verwaltung verlängert die Öffnungszeiten im Bürgerbüro am Donnerstag.',
  'Die Kosten betragen 12.000 Euro im Jahr.',
  'Das Angebot beginnt im Herbst.',
];

const reply = (page: Page) => page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
const pane = (page: Page) => page.getByRole('region', { name: 'Vorschläge und Kommentare' });
const more = async (page: Page, entry: string): Promise<void> => {
  await page.getByRole('button', { name: 'Mehr', exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
};

/** What a colleague sends back: one word replaced, one sentence more, one remark. */
function returned(program: RunningProgram, folder: string): string {
  program.cli('set', REF, 'reply', REPLY.join('\n\n'));
  program.cli('edit-copy', REF, '--to', folder);
  const bytes = readFileSync(join(folder, 'S0044-26-zum-Bearbeiten.docx'));
  const path = join(folder, 'zurueck.docx');
  const edited = editCopy(bytes, (xml) => {
    const replaced = replaceWords(xml, 'Donnerstag', removed('Donnerstag') + added('Mittwoch'));
    return replaceWords(replaced, 'Herbst.', `<w:r><w:t>Herbst.</w:t></w:r>${added(' Wir berichten im Mai.')}`);
  });
  writeFileSync(path, withRemark(edited, '12.000 Euro', 'Bitte belegen.'));
  return path;
}

async function readIn(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await more(page, 'Bearbeitete Datei einlesen');
  await (await chooser).setFiles(path);
  await expect(pane(page)).toBeVisible();
}

test('a copy comes back: proposals are accepted, taken back, refused, and finished', async ({
  desk,
  program,
  folder,
}) => {
  const { page, complaints } = desk;
  const path = returned(program, folder);
  await openStatement(page, REF);
  await readIn(page, path);
  const cards = pane(page).getByRole('listitem');
  await expect(pane(page).getByText('3 offen von 3')).toBeVisible();
  await expect(cards.nth(0)).toContainText('Kim Beispiel, 02.03.2026 14:05');
  await expect(cards.nth(0).locator('del')).toHaveText('Donnerstag');
  await expect(cards.nth(0).locator('ins')).toHaveText('Mittwoch');
  await expect(reply(page).locator('.marked-passage.proposal')).toHaveCount(3);
  expect(await violationsInBothColours(page)).toEqual([]);

  await cards.nth(0).getByRole('button', { name: 'Übernehmen' }).click();
  await expect(reply(page)).toContainText('am Mittwoch.');
  await expect(cards.nth(0)).toContainText('übernommen');
  await expect(page.getByText('1 Vorschlag übernommen.')).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await expect.poll(() => program.cli('show', REF)).toContain('am Mittwoch.');

  // One step back, and it is open again.
  await reply(page).click();
  await page.keyboard.press('Control+z');
  await expect(reply(page)).toContainText('am Donnerstag.');
  await expect(pane(page).getByText('3 offen von 3')).toBeVisible();

  await cards.nth(1).getByRole('button', { name: 'Ablehnen' }).click();
  await expect(cards.nth(1)).toContainText('abgelehnt');
  await cards.nth(1).getByRole('button', { name: 'Wieder öffnen' }).click();
  await pane(page).getByRole('button', { name: 'Alle übernehmen' }).click();
  await expect(reply(page)).toContainText('Wir berichten im Mai.');
  await expect(reply(page)).toContainText('am Mittwoch.');
  const comments = pane(page).getByRole('region', { name: 'Kommentare' });
  await expect(comments).toContainText('Bitte belegen.');
  await expect(comments).toContainText('12.000 Euro');
  await pane(page).getByRole('button', { name: 'Fertig' }).click();
  await expect(pane(page).getByText('Vorschläge aus zurueck.docx')).toHaveCount(0);
  await expect(page.getByText('Die Vorschläge aus zurueck.docx sind erledigt.')).toBeVisible();
  await page.getByRole('contentinfo').getByRole('button', { name: 'Rückgängig' }).click();
  await expect(pane(page).getByText('0 offen von 3')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('proposals wait until somebody decides, and tell when the text went on without them', async ({
  desk,
  program,
  folder,
}) => {
  const { page } = desk;
  const path = returned(program, folder);
  await openStatement(page, REF);
  await readIn(page, path);
  await reply(page).getByText('Donnerstag').dblclick();
  await page.keyboard.type('Freitag');
  await expect(pane(page).getByRole('listitem').nth(0)).toContainText('Text hat sich seither geändert');
  await expect(pane(page).getByText('2 offen von 3')).toBeVisible();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(pane(page).getByText('2 offen von 3')).toBeVisible();
  await pane(page).getByRole('button', { name: 'Alle übernehmen' }).click();
  await expect(reply(page)).toContainText('am Freitag.');
  await expect(reply(page)).toContainText('Wir berichten im Mai.');
});

test('a comment is written at words, moves with them and is resolved, all by keyboard', async ({ desk, program }) => {
  const { page, complaints } = desk;
  program.cli('set', REF, 'reply', REPLY.join('\n\n'));
  await openStatement(page, REF);
  await reply(page)
    .getByText('Die Kosten betragen')
    .dblclick({ position: { x: 8, y: 8 } });
  await page.keyboard.press('Shift+F2');
  await expect(page.getByRole('textbox', { name: 'Neuer Kommentar' })).toBeFocused();
  await expect(reply(page).locator('.marked-passage.chosen')).toHaveText('Die');
  await page.keyboard.type('Stimmt das noch?');
  await page.keyboard.press('Control+Enter');
  const comments = pane(page).getByRole('region', { name: 'Kommentare' });
  await expect(comments).toContainText('Stimmt das noch?');
  await expect(reply(page).locator('.marked-passage.comment')).toHaveText('Die');
  expect(program.cli('show', REF)).not.toContain('Stimmt das noch?');

  await reply(page)
    .getByText('Die Kosten betragen')
    .click({ position: { x: 4, y: 8 } });
  await page.keyboard.press('Home');
  await page.keyboard.type('Nach unserer Rechnung: ');
  await expect(saved(page)).toBeVisible();
  await expect(reply(page).locator('.marked-passage.comment')).toHaveText('Die');
  await page.reload();
  await expect(reply(page).locator('.marked-passage.comment')).toHaveText('Die');
  await page.getByRole('button', { name: 'Vorschläge und Kommentare: 1 offen' }).click();
  await comments.getByRole('button', { name: 'Stelle zeigen' }).click();
  await expect(reply(page)).toBeFocused();
  expect(await violationsInBothColours(page)).toEqual([]);

  // Changed, and left with Escape as it was: the pane stays open.
  await comments.getByRole('button', { name: 'Ändern' }).press('Enter');
  const changing = comments.getByRole('textbox', { name: 'Kommentar ändern' });
  await expect(changing).toBeFocused();
  await expect(changing).toHaveValue('Stimmt das noch?');
  await page.keyboard.press('End');
  await page.keyboard.type(' Bitte FB 61 fragen.');
  await page.keyboard.press('Control+Enter');
  await expect(comments).toContainText('Stimmt das noch? Bitte FB 61 fragen.');
  await expect(comments.getByRole('button', { name: 'Erledigt' })).toBeFocused();
  await comments.getByRole('button', { name: 'Ändern' }).press('Enter');
  await page.keyboard.type('Nein');
  await page.keyboard.press('Escape');
  await expect(changing).toHaveCount(0);
  await expect(comments).toContainText('Stimmt das noch? Bitte FB 61 fragen.');

  await comments.getByRole('button', { name: 'Erledigt' }).click();
  await expect(reply(page).locator('.marked-passage')).toHaveCount(0);
  await expect(comments).toContainText('Noch keine Kommentare.');
  expect(complaints).toEqual([]);
});

test('a draft is given out from the window, and its copy says what was locked', async ({ desk, program, folder }) => {
  const { page } = desk;
  program.cli('set', REF, 'reply', REPLY.join('\n\n'));
  await openStatement(page, REF);
  await more(page, 'Zum Bearbeiten geben');
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('in der nur der Text zu ändern ist');
  await dialog.getByText('Hinweise der Prüfung als Kommentare mitgeben').click();
  await dialog.getByRole('button', { name: 'Word-Datei ausgeben' }).click();
  await expect(page.getByText(/S0044-26-zum-Bearbeiten\.docx/)).toBeVisible();
  await more(page, 'Fassungen');
  await expect(page.getByRole('option', { name: /Zum Bearbeiten gegeben am/ })).toBeVisible();
  expect(folder).not.toBe('');
});

test('proposals are decided by keyboard: the focus goes on, refusals reach the other window and can be taken back', async ({
  desk,
  program,
  folder,
}) => {
  const { page } = desk;
  const path = returned(program, folder);
  await openStatement(page, REF);
  await readIn(page, path);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(pane(other).getByText('3 offen von 3')).toBeVisible();
  const cards = pane(page).getByRole('listitem');
  await cards.nth(0).getByRole('button', { name: 'Ablehnen' }).focus();
  await page.keyboard.press('Enter');
  await expect(cards.nth(0)).toContainText('abgelehnt');
  await expect(cards.nth(1).getByRole('button', { name: 'Übernehmen' })).toBeFocused();
  await expect(page.getByText('1 Vorschlag abgelehnt.')).toBeVisible();
  await expect(pane(other).getByText('2 offen von 3')).toBeVisible();
  await page.getByRole('contentinfo').getByRole('button', { name: 'Rückgängig' }).click();
  await expect(pane(page).getByText('3 offen von 3')).toBeVisible();
  await cards.nth(1).getByRole('button', { name: 'Übernehmen' }).focus();
  await page.keyboard.press('Enter');
  await expect(cards.nth(1)).toContainText('übernommen');
  await expect(cards.nth(2).getByRole('button', { name: 'Übernehmen' })).toBeFocused();
  // The same file once more is the same list, with what was decided.
  await readIn(page, path);
  await expect(pane(page).getByText('2 offen von 3')).toBeVisible();
  await expect(pane(page).getByText('Vorschläge aus zurueck.docx')).toHaveCount(1);
});

test('a comment leads back to the words, also for all that is selected', async ({ desk, program }) => {
  const { page } = desk;
  program.cli('set', REF, 'reply', REPLY.join('\n\n'));
  await openStatement(page, REF);
  await reply(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+F2');
  await expect(page.getByRole('textbox', { name: 'Neuer Kommentar' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(reply(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+F2');
  await page.keyboard.type('Wirklich?');
  await page.keyboard.press('Control+Enter');
  await expect(pane(page).getByRole('region', { name: 'Kommentare' })).toContainText('Wirklich?');
  await expect(reply(page)).toBeFocused();
  await pane(page).getByRole('region', { name: 'Kommentare' }).getByRole('button', { name: 'Erledigt' }).focus();
  await page.keyboard.press('Enter');
  await expect(pane(page).getByRole('group', { name: 'Vorschläge und Kommentare' })).toBeFocused();
});
