/** Earlier papers beside the reply: found, read in place, taken over with where they come from. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { violationsInBothColours } from './axe.ts';
import { expect, openStatement, saved, test } from './desk.ts';

test('an earlier answer is found, read beside the text and taken over with its provenance, which is not printed', async ({
  desk,
  program,
}) => {
  const { page, complaints } = desk;
  program.cli('new', '--name', 'Öffnungszeiten im Bürgerbüro am Abend', '--number', 'S0901/26');
  program.cli('set', 'S0901/26', 'reply', 'Der lange Donnerstag hat sich bewährt.\n\nEin zweiter Abend wäre zu teuer.');
  program.cli('set', 'S0901/26', 'date', '2.3.2024');
  const reply = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  const pane = page.getByRole('region', { name: 'Frühere Antworten' });
  await openStatement(page, 'S0044/26');
  await reply.click();
  await page.keyboard.press('Control+End');
  await page.getByRole('button', { name: 'Frühere Antworten' }).click();
  await expect(pane.getByRole('searchbox', { name: 'Im Register suchen' })).toBeFocused();
  const head = pane.getByRole('button', { name: /S0901\/26 Öffnungszeiten im Bürgerbüro am Abend/ });
  await expect(head).toContainText('älter als ein Jahr');
  await expect(pane.getByText('A0024/26')).toHaveCount(0);
  await head.focus();
  await page.keyboard.press('Enter');
  await expect(pane.getByText('Ein zweiter Abend wäre zu teuer.')).toBeVisible();
  expect(await violationsInBothColours(page)).toEqual([]);
  await pane.getByRole('button', { name: /Absatz „Ein zweiter Abend.*übernehmen/ }).press('Enter');
  await expect(reply).toContainText('Ein zweiter Abend wäre zu teuer.');
  await expect(reply).toBeFocused();
  await expect(page.getByText('Absatz übernommen (aus S0901/26)')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(reply).not.toContainText('Ein zweiter Abend');
  await page.keyboard.press('Control+y');
  await expect(saved(page)).toBeVisible();
  // Noted beside the words, done from the begin; the printed paper knows nothing of it.
  const notes = (): unknown[] => {
    const db = new Sqlite(join(program.folder, 'stellwerk.db'), { readonly: true });
    try {
      return db.prepare('SELECT text, resolved_at IS NOT NULL AS done FROM comment').all();
    } finally {
      db.close();
    }
  };
  await expect.poll(notes).toEqual([{ text: 'aus S0901/26', done: 1 }]);
  expect(program.cli('show', 'S0044/26', '--json')).not.toContain('aus S0901/26');
  // The search finds any other paper, also by its number.
  await pane.getByRole('searchbox', { name: 'Im Register suchen' }).fill('F0047/26');
  await expect(pane.getByRole('button', { name: /F0047\/26/ })).toBeVisible();
  await pane.getByRole('searchbox', { name: 'Im Register suchen' }).fill('qqqqq');
  await expect(pane.getByText('Nichts gefunden.')).toBeVisible();
  expect(complaints).toEqual([]);
});
