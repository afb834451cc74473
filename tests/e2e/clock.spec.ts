import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, openSection, openStatement, test } from './desk.ts';

const LATER = '2040-05-05T08:00:00.000Z';

test('a clock behind the log is said at the top, until somebody says that it is right', async ({ desk, program }) => {
  const { page, open } = desk;
  const db = new Sqlite(join(program.folder, 'stellwerk.db'));
  db.exec(
    `INSERT INTO change_log (at, actor, action, entity, entity_id, prev_hash, hash) VALUES ('${LATER}', '', '', '', '', '', '')`,
  );
  db.close();
  await open('/register');
  await page.reload();
  const notice = page.getByRole('alert').filter({ hasText: 'Die Uhr dieses Rechners' });
  await expect(notice).toContainText('steht vor dem 05.05.2040');
  await notice.getByRole('button', { name: 'Die Uhr stimmt' }).click();
  await expect(notice).toBeHidden();
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Bereiche' })).toBeVisible();
  await expect(notice).toBeHidden();
});

test('an attachment whose ending contradicts its content says so in its row', async ({ desk, program }) => {
  const { page } = desk;
  const file = join(program.folder, 'Bescheid.pdf');
  writeFileSync(file, '<!doctype html><title>x</title>');
  program.cli('attach', 'S0021/26', file);
  await openStatement(page, 'S0021/26');
  await openSection(page, 'Anlagen');
  const said = page.getByText('Achtung: Die Endung „.pdf“ passt nicht zum Inhalt der Datei.');
  await expect(said.filter({ visible: true })).toHaveCount(1);
});
