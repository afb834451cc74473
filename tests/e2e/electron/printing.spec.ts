/**
 * What the printer's answer leads to, over the double of Electron's module: a proof only after the printer took the pages. The real Electron of
 * the tests never answers for a PDF; what reaches a printer is seen there (`real-shell/printing.spec.ts`).
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { expect, test as base, withProgram } from '../desk.ts';
import { doubleProgram, type DoubleProgram } from '../programs/double-program.ts';
import { violationsInBothColours } from '../axe.ts';

const REF = 'S0027/26';
const test = base.extend<{ double: DoubleProgram }>({
  double: async ({ folder, page, exampleOffice }, use) =>
    withProgram(doubleProgram(folder, page), exampleOffice, async (program) => {
      program.cli('release', REF, '--accept', 'Testlauf');
      program.cli('issue', REF);
      await page.getByRole('link', { name: 'Versand', exact: true }).first().click();
      const pending = page.getByRole('table', { name: 'Noch nicht vollständig versandt' });
      await pending.getByRole('link', { name: REF }).click();
      for (const section of ['Drucken', 'Versandnachweis'])
        await page.getByRole('button', { name: new RegExp(`^${section}`), expanded: false }).click();
      await use(program);
    }),
});

interface PrintOptions {
  readonly silent: boolean;
  readonly copies: number;
  readonly duplexMode: string;
  readonly deviceName?: string;
}
const prints = (double: DoubleProgram) => double.window().records<PrintOptions>('webContents.print');
const sent = (page: Page) => page.getByRole('table', { name: 'Versandnachweis' }).locator('tbody tr');
/** The proof of one copy is asked about like that of many. */
async function printOriginal(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Kopie für „Stadtrat.*“ drucken$/ })
    .first()
    .click();
  const dialog = page.getByRole('alertdialog', { name: '1 Kopie drucken?' });
  await expect(dialog.getByText('Nachweise lassen sich weder ändern noch löschen.')).toBeVisible();
  await dialog.getByRole('button', { name: '1 Kopie drucken' }).click();
}

async function printAll(page: Page, open: number): Promise<void> {
  await page.getByRole('button', { name: 'Versenden', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Alle drucken' }).click();
  const dialog = page.getByRole('alertdialog', { name: `${open} Kopien drucken?` });
  await dialog.getByRole('button', { name: `${open} Kopien drucken` }).click();
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${field}$`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('prints the original silently as remembered: the issued bytes, and a proof of them', async ({ double, page }) => {
  await choose(page, ' Drucker', 'Rathaus 2. OG');
  await choose(page, ' Ein- oder beidseitig', 'Beidseitig, lange Kante');
  await page.getByRole('textbox', { name: 'Exemplare je Kopie' }).fill('2');
  await page.getByText('Ohne Nachfrage drucken', { exact: true }).click();
  await printOriginal(page);
  await expect(page.getByText('1 Kopie gedruckt und als Nachweis gespeichert.')).toBeVisible();
  expect(await prints(double)).toEqual([
    { silent: true, pageSize: 'A4', copies: 2, collate: true, duplexMode: 'longEdge', deviceName: 'Rathaus_2OG' },
  ]);
  const [{ answer } = { answer: null }] = double.window().otherWindows;
  const digest = createHash('sha512')
    .update(answer?.bytes ?? new Uint8Array())
    .digest('hex');
  const database = new Sqlite(join(double.folder, 'stellwerk.db'), { readonly: true });
  expect(database.prepare("SELECT sha512 FROM issue_file WHERE kind = 'form-sheet-pdf'").pluck().all()).toEqual([
    digest,
  ]);
  expect(database.prepare('SELECT channel, sha512 FROM dispatch').all()).toEqual([
    { channel: 'print', sha512: digest },
  ]);
  database.close();
  await expect(sent(page)).toHaveCount(1);
  await page.reload();
  await page.getByRole('button', { name: /^Drucken/, expanded: false }).click();
  await expect(page.getByRole('textbox', { name: 'Exemplare je Kopie' })).toHaveValue('2');
  await expect(page.getByRole('switch', { name: 'Ohne Nachfrage drucken' })).toBeChecked();
});

test('says that the printer is gone, and neither prints nor notes anything', async ({ double, page }) => {
  await choose(page, ' Drucker', 'Rathaus 2. OG');
  await page.getByText('Ohne Nachfrage drucken', { exact: true }).click();
  double.printers.splice(0);
  await printOriginal(page);
  await expect(page.getByRole('alert')).toContainText('Der Drucker „Rathaus_2OG“ ist nicht mehr da');
  expect(await prints(double)).toEqual([]);
  await expect(page.getByRole('paragraph').filter({ hasText: 'Noch nichts versandt' })).toBeVisible();
});

test('notes nothing when one cancels before or at the printer, or the printer fails', async ({ double, page }) => {
  await page
    .getByRole('button', { name: /^Kopie für „Stadtrat.*“ drucken$/ })
    .first()
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Abbrechen' }).click();
  expect(await prints(double)).toEqual([]);
  double.answerPrints({ isDone: false, reason: 'Print job canceled' });
  await printOriginal(page);
  await expect(page.getByText('Druck abgebrochen.')).toBeVisible();
  double.answerPrints({ isDone: false, reason: 'Print job failed' });
  await printOriginal(page);
  await expect(page.getByRole('alert')).toContainText('konnte nicht gedruckt werden');
  expect((await prints(double)).map(({ silent }) => silent)).toEqual([false, false]);
  await expect(page.getByRole('paragraph').filter({ hasText: 'Noch nichts versandt' })).toBeVisible();
});

test('prints all open copies one after the other', async ({ double, page }) => {
  const open = await page.getByText('offen', { exact: true }).count();
  expect(open).toBeGreaterThan(2);
  await printAll(page, open);
  await expect(page.getByText(`${open} Kopien gedruckt und als Nachweis gespeichert.`)).toBeVisible();
  expect(await prints(double)).toHaveLength(open);
  await expect(sent(page)).toHaveCount(open);
  await page.getByRole('button', { name: 'Versenden', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Alle drucken' })).toBeDisabled();
});

test('a run that is cancelled ends after the copy at the printer, and only that one is noted', async ({
  double,
  page,
}) => {
  const open = await page.getByText('offen', { exact: true }).count();
  const release = double.holdPrints();
  await printAll(page, open);
  await expect(page.getByText(/^0 von \d+ Kopien gedruckt$/)).toBeVisible();
  await expect.poll(async () => (await prints(double)).length).toBe(1);
  await page.getByRole('button', { name: 'Abbrechen', exact: true }).click();
  release();
  await expect(page.getByText('1 Kopie gedruckt und als Nachweis gespeichert. Druck abgebrochen.')).toBeVisible();
  expect(await prints(double)).toHaveLength(1);
  await expect(sent(page)).toHaveCount(1);
});

test('the section has no fault that axe finds, light and dark', async ({ double, page }) => {
  expect(double.printers).not.toEqual([]);
  const silent = page.getByText('Ohne Nachfrage drucken', { exact: true });
  await silent.scrollIntoViewIfNeeded();
  expect(await violationsInBothColours(page, '.print-settings')).toEqual([]);
});
