import { expect, test, watchComplaints } from './desk.ts';

test('a new machine asks for one’s own office or the example, and leads one’s own into the guide', async ({
  empty,
}) => {
  const page = await empty.openWindow();
  const complaints = watchComplaints(page);
  await expect(page.getByRole('heading', { name: 'Womit möchten Sie anfangen?' })).toBeVisible();
  await page.getByRole('button', { name: 'Büro einrichten' }).click();
  await expect(page.getByText('Bitte den Namen der Körperschaft angeben.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name der Körperschaft' }).fill('Stadt Neuenwerda');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Schritt 2 von 6')).toBeVisible();
  await expect(page.getByRole('banner', { name: 'Titelleiste' })).toContainText('Stadt Neuenwerda');
  expect(complaints).toEqual([]);
});

test('the example office opens with papers', async ({ empty }) => {
  const page = await empty.openWindow();
  await page.getByRole('button', { name: 'Beispielbüro öffnen' }).click();
  await expect(page.getByRole('table', { name: 'Papiere' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(13);
});
