import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import { violationsInBothColours } from './axe.ts';

const REPLY = 'Frau Erika Beispielfrau rief unter 0391 550-4711 an. Der Laubenstreit ruht.';

/** The page of a short statement whose reply names somebody. */
async function openRedaction(
  page: Page,
  open: (place: string) => Promise<void>,
  cli: (...args: string[]) => string,
): Promise<void> {
  const draft = JSON.parse(cli('new', '--answers', 'A0012/26', '--number', 'S0960/26', '--json')) as { id: string };
  cli('set', 'S0960/26', 'quotation', 'Die Verwaltung wird um Antwort gebeten.');
  cli('set', 'S0960/26', 'reply', REPLY);
  await open(`/schwaerzen/${draft.id}`);
  await expect(page.getByRole('heading', { name: 'Schwärzen – S0960/26' })).toBeVisible();
}
const reply = (page: Page) => page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
const rows = (page: Page) => page.getByRole('list', { name: 'Geschwärzte Wörter' }).getByRole('listitem');

test('suggestions are marked, words of one’s own are added by keyboard, and the text cannot be changed', async ({
  desk,
  program,
}) => {
  const { page, complaints } = desk;
  await openRedaction(page, desk.open, (...args) => program.cli(...args));
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole('checkbox', { name: '„0391 550-4711“ schwärzen' })).toBeChecked();
  await expect(page.getByRole('img', { name: /^Seite 1 von/ })).toBeVisible();
  await reply(page).click();
  await page.keyboard.press('Control+End');
  for (let count = 0; count < 5; count += 1) await page.keyboard.press('ArrowLeft');
  for (let count = 0; count < 13; count += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: /Laubenstreit/ })).toBeChecked();
  await page.keyboard.type('x');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+X');
  await expect(reply(page)).toHaveText(REPLY);
  expect(complaints).toEqual([]);
});

test('words selected with the mouse join the list, and unticked ones stay in the preview', async ({
  desk,
  program,
}) => {
  const { page } = desk;
  await openRedaction(page, desk.open, (...args) => program.cli(...args));
  const first = page.getByRole('img', { name: /^Seite 1 von/ });
  await expect(first).toBeVisible();
  const picture = (): Promise<string> => first.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await picture();
  await reply(page)
    .getByText('ruht')
    .dblclick({ position: { x: 8, y: 8 } });
  const selected = await page.evaluate(() => document.getSelection()?.toString().trim() ?? '');
  await page.getByRole('button', { name: 'Schwärzen', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: `„${selected}“ schwärzen` })).toBeChecked();
  await expect.poll(picture).not.toBe(before);
  await page.getByRole('checkbox', { name: `„${selected}“ schwärzen` }).uncheck();
  await expect.poll(picture).toBe(before);
});

test('the blackened version of a draft is handed out', async ({ desk, program }) => {
  const { page } = desk;
  await openRedaction(page, desk.open, (...args) => program.cli(...args));
  await page.getByRole('button', { name: 'Geschwärzte Fassung erstellen' }).click();
  await expect(page.getByText(/^Erstellt: .*S0960-26 geschwärzt\.pdf, .*S0960-26 geschwärzt\.docx$/)).toBeVisible();
  const names = async (): Promise<string[]> => (await program.delivered()).map(({ name }) => name).sort();
  await expect.poll(names).toEqual(['S0960-26 geschwärzt.docx', 'S0960-26 geschwärzt.pdf']);
  await rows(page)
    .getByRole('checkbox')
    .evaluateAll((boxes) =>
      boxes.forEach((box) => {
        (box as HTMLInputElement).click();
      }),
    );
  await expect(page.getByRole('button', { name: 'Geschwärzte Fassung erstellen' })).toBeDisabled();
});

test('axe finds nothing on the page, light or dark', async ({ desk, program }) => {
  const { page } = desk;
  await openRedaction(page, desk.open, (...args) => program.cli(...args));
  await expect(page.getByRole('img', { name: /^Seite 1 von/ })).toBeVisible();
  await page.getByRole('checkbox').first().uncheck();
  expect(await violationsInBothColours(page)).toEqual([]);
});
