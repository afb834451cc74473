import { expect, openSection, openStatement, test } from './desk.ts';

test('the preview shows the printed pages and follows the typing', async ({ desk: { page, complaints } }) => {
  await openStatement(page, 'S0044/26');
  const first = page.getByRole('img', { name: /^Seite 1 von/ });
  await expect(first).toBeVisible();
  const picture = (): Promise<string> => first.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await picture();
  await openSection(page, 'Kopf');
  await page.getByRole('textbox', { name: 'Bezeichnung' }).fill('Ein ganz anderer Titel');
  await expect.poll(picture).not.toBe(before);
  expect(complaints).toEqual([]);
});

test('a character that cannot be printed is named with its place', async ({ desk: { page } }) => {
  await openStatement(page, 'S0044/26');
  await openSection(page, 'Kopf');
  await page.getByRole('textbox', { name: 'Bezeichnung' }).fill('Öffnungszeiten 😀');
  await expect(page.getByText('Nicht druckbare Zeichen – bitte ersetzen: Bezeichnung (U+1F600)')).toBeVisible();
  await page.getByRole('button', { name: 'Ausgeben' }).click();
  await page.getByRole('menuitem', { name: 'Formblatt als PDF', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Nicht druckbare Zeichen: Bezeichnung');
});

test('below 1100 pixels the preview is a view of its own', async ({ desk: { page } }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await openStatement(page, 'S0044/26');
  await expect(page.getByRole('region', { name: 'Vorschau' })).toBeHidden();
  await page.getByRole('button', { name: 'Bearbeiten Ansicht' }).click();
  await page.getByRole('option', { name: 'Vorschau' }).click();
  await expect(page.getByRole('region', { name: 'Vorschau' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Stellungnahme' })).toBeHidden();
});
