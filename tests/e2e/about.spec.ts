import { userInfo } from 'node:os';
import { expect, LOCAL_ONLY, openStatement, test } from './desk.ts';
import { violations } from './axe.ts';

test('the about box names every package with its licence and saves the error report', async ({ desk, program }) => {
  const { page, complaints } = desk;
  await page.getByRole('button', { name: 'Über Stellwerk' }).click();
  const about = page.getByRole('dialog', { name: 'Über Stellwerk' });
  await expect(about).toContainText('Node.js');
  await expect(about.getByText(/^\d+ Pakete$/)).toBeVisible();
  await about.getByRole('searchbox', { name: 'Pakete suchen' }).fill('better-sqlite mit');
  await expect(about.getByText('1 Paket', { exact: true })).toBeVisible();
  await about.getByRole('button', { name: /better-sqlite3/ }).click();
  await expect(about.getByRole('group', { name: 'Lizenz von better-sqlite3' })).toContainText('Permission is hereby');
  expect(await violations(page)).toEqual([]);
  await about.getByRole('button', { name: 'Fehlerbericht speichern' }).click();
  await expect(about.getByText(/Gespeichert: .*Stellwerk-Fehlerbericht-.*\.txt/)).toBeVisible();
  await expect.poll(async () => (await program.delivered()).length).toBe(1);
  const [report] = await program.delivered();
  const text = report?.bytes.toString('utf8') ?? '';
  expect(text).toContain('Fehlerbericht von Stellwerk\r\n');
  expect(text).toMatch(/^Node\.js: \d+\./m);
  expect(text.split(/[^\p{L}\p{N}]+/u)).not.toContain(userInfo().username);
  await about.getByRole('button', { name: 'Schließen' }).last().click();
  await expect(about).toBeHidden();
  expect(complaints).toEqual([]);
});

test('a fault of the window stands in the error report with its place, not with its words', async ({
  desk,
  program,
}) => {
  const { page } = desk;
  const noted = page.evaluate(
    () => new Promise<void>((resolve) => window.addEventListener('error', () => resolve(), { once: true })),
  );
  await page.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('Antrag von Frau Muster');
    });
  });
  await noted;
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Fehlerbericht');
  await page.getByRole('menuitem', { name: 'Fehlerbericht speichern' }).click();
  await expect.poll(async () => (await program.delivered()).length).toBe(1);
  const [report] = await program.delivered();
  const text = report?.bytes.toString('utf8') ?? '';
  expect(text).toMatch(/[0-9a-f]{8} WindowFault TypeError\r\n {4}at /);
  expect(text).not.toContain('Muster');
});

test('the palette leads to the about box, and printing where there is nothing to print says so', async ({
  desk: { page },
}) => {
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Über');
  await page.getByRole('menuitem', { name: 'Über Stellwerk' }).click();
  await expect(page.getByRole('dialog', { name: 'Über Stellwerk' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+P');
  await expect(page.getByRole('alert')).toContainText('Hier gibt es nichts zu drucken.');
});

test('Strg+P opens the printed pages in a window of the browser', LOCAL_ONLY, async ({ desk: { page } }) => {
  await openStatement(page, 'S0021/26');
  await page.evaluate(() => {
    const made: Blob[] = [];
    Object.assign(window, { made });
    const real = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      made.push(blob);
      return real(blob);
    };
  });
  const opened = page.waitForEvent('popup');
  await page.keyboard.press('Control+P');
  await opened;
  const begin = await page.evaluate(async () => {
    // The preview makes pictures of its own.
    const pages = (window as unknown as { made: Blob[] }).made.find(({ type }) => type === 'application/pdf');
    return pages?.slice(0, 5).text();
  });
  expect(begin).toBe('%PDF-');
});
