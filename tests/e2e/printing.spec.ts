/** Printing where the browser does it: the pages it is given are the issued ones, and nothing is noted by itself. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, LOCAL_ONLY, test } from './desk.ts';

const REF = 'S0027/26';

test('opens the original as it was issued in the browser’s own print view', LOCAL_ONLY, async ({ desk, program }) => {
  const { page, complaints, open } = desk;
  program.cli('release', REF, '--accept', 'Testlauf');
  program.cli('issue', REF);
  const database = new Sqlite(join(program.folder, 'stellwerk.db'), { readonly: true });
  const issued = database.prepare("SELECT sha512 FROM issue_file WHERE kind = 'form-sheet-pdf'").pluck().all();
  database.close();
  await open(`/versand/${encodeURIComponent(REF)}`);
  await page.getByRole('button', { name: /^Drucken/, expanded: false }).click();
  await expect(page.getByText('öffnet eine Kopie in der Druckansicht des Browsers', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Versenden', exact: true }).click();
  await expect(page.getByRole('menuitem')).not.toHaveCount(0);
  await expect(page.getByRole('menuitem', { name: 'Alle drucken' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('switch', { name: 'Ohne Nachfrage drucken' })).toHaveCount(0);
  // What the browser opens is kept: its viewer shows no bytes to a test.
  await page.evaluate(() => {
    const made = new Map<string, Blob>();
    const createUrl = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (pages: Blob | MediaSource) => {
      const address = createUrl(pages);
      if (pages instanceof Blob) made.set(address, pages);
      return address;
    };
    const openWindow = window.open.bind(window);
    window.open = (address, ...rest) => {
      Object.assign(window, { openedPages: made.get(String(address)) });
      return openWindow(address, ...rest);
    };
  });
  const opened = page.waitForEvent('popup');
  await page
    .getByRole('button', { name: /^Kopie für „Stadtrat.*“ drucken$/ })
    .first()
    .click();
  await (await opened).close();
  await expect(page.getByText('Die Druckansicht ist geöffnet.', { exact: false })).toBeVisible();
  const pages = await page.evaluate(async () => {
    const { openedPages } = window as unknown as { readonly openedPages?: Blob };
    return openedPages ? [...new Uint8Array(await openedPages.arrayBuffer())] : [];
  });
  expect(issued).toEqual([createHash('sha512').update(Uint8Array.from(pages)).digest('hex')]);
  await expect(page.getByRole('button', { name: 'Versandnachweis Noch nichts versandt' })).toBeVisible();
  expect(complaints).toEqual([]);
});
