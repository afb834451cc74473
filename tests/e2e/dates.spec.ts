import { expect, openSection, openStatement, saved, test } from './desk.ts';

const wrong = (year: number): string => `Den 31. April ${year} gibt es nicht`;

test('a date that is none stays visible over a change of page, never prints, and blocks the release', async ({
  desk: { page },
  program,
}) => {
  await openStatement(page, 'S0044/26');
  await openSection(page, 'Kopf');
  const date = page.getByRole('textbox', { name: 'Datum', exact: true });
  const before = await date.inputValue();
  await date.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('31.04.2023');
  await date.blur();
  await expect(date).toHaveValue('31.04.2023');
  await expect(date).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(wrong(2023))).toBeVisible();
  await expect(saved(page)).toBeVisible();
  const record = program.cli('show', 'S0044/26');
  expect(JSON.parse(record)).toMatchObject({ date: null });
  expect(record).not.toContain('31.04.2023');

  await page.reload();
  await expect(date).toHaveValue('31.04.2023');
  await expect(page.getByText(wrong(2023))).toBeVisible();

  await page.getByRole('button', { name: 'Ausfertigen' }).click();
  const finding = page.getByRole('link', { name: 'Im Feld Datum steht „31.04.2023“.' });
  await expect(finding).toBeVisible();
  await finding.click();
  await expect(date).toBeFocused();
  await expect(date).toHaveValue('31.04.2023');
  await date.fill('30. April 2026');
  await date.blur();
  await expect(date).not.toHaveAttribute('aria-invalid', 'true');
  await date.focus();
  await page.keyboard.press('Control+Z');
  await expect(date).toHaveValue('31.04.2023');
  await page.keyboard.press('Control+Y');
  await expect(date).toHaveValue('30.04.2026');
  await expect(saved(page)).toBeVisible();
  expect(JSON.parse(program.cli('show', 'S0044/26'))).toMatchObject({ date: '2026-04-30' });
  expect(before).not.toBe('');
});

test('a letter with a date that is none stays here, and finds it again after a restart', async ({ desk }) => {
  const { page } = desk;
  await openStatement(page, 'S0044/26');
  await page.getByRole('button', { name: 'Brief', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Fristverlängerung' }).click();
  const deadline = page.getByRole('textbox', { name: 'Frist', exact: true });
  await deadline.fill('31.04.2026');
  await expect(page.getByText(wrong(2026))).toBeVisible();
  await expect(page.getByText('Entwurf gesichert')).toBeVisible();
  await page.reload();
  await expect(deadline).toHaveValue('31.04.2026');
  await page.getByRole('button', { name: 'Brief ausgeben' }).click();
  await page.getByRole('menuitem', { name: 'Brief als PDF', exact: true }).click();
  await expect(page.getByText('In einem Datumsfeld steht etwas anderes als ein Datum.')).toBeVisible();
});

test('a day of a meeting that is none changes nothing and is found again', async ({ desk }) => {
  const { page } = desk;
  await desk.open('/sitzungen');
  await page.getByRole('button', { name: 'Neue Sitzung' }).first().click();
  const day = page.getByRole('textbox', { name: 'Tag', exact: true });
  await page.getByRole('combobox', { name: 'Gremium' }).fill('Stadtrat');
  await page.keyboard.press('Escape');
  await day.fill('31.04.2026');
  await page.getByRole('textbox', { name: 'Beginn' }).fill('17:00');
  await page.getByRole('button', { name: 'Eintragen', exact: true }).click();
  await expect(day).toBeFocused();
  await expect(day).toHaveValue('31.04.2026');
  await expect(page.getByText(wrong(2026))).toBeVisible();
  await expect(page.getByText('ist eingetragen')).toHaveCount(0);
});
