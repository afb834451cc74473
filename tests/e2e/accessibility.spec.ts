import { expect, openSection, openStatement, test } from './desk.ts';
import { violationsInBothColours } from './axe.ts';

test('axe finds nothing on any page, light or dark', async ({ desk }) => {
  const { page } = desk;
  expect(await violationsInBothColours(page)).toEqual([]);
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await violationsInBothColours(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await openStatement(page, 'S0021/26');
  await expect(page.getByRole('img', { name: /^Seite 1 von/ })).toBeVisible();
  expect(await violationsInBothColours(page)).toEqual([]);
  for (const section of ['Kopf', 'Beratungsfolge', 'Zitat der Vorlage']) await openSection(page, section);
  await page.getByRole('textbox', { name: 'Tag, Zeile 1' }).fill('31.2.2026');
  expect(await violationsInBothColours(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ausgeben' }).click();
  expect(await violationsInBothColours(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await desk.open('/eingang/neu');
  await expect(page.getByRole('heading', { name: 'Neuer Eingang' })).toBeVisible();
  expect(await violationsInBothColours(page)).toEqual([]);
});

test('every control of the statement has a spoken name', async ({ desk: { page } }) => {
  await openStatement(page, 'S0021/26');
  for (const section of ['Kopf', 'Beratungsfolge', 'Zitat der Vorlage']) await openSection(page, section);
  const nameless = await page.evaluate(() =>
    Array.from(document.querySelectorAll('button, input, select, textarea, [role="textbox"], [role="img"]'))
      .filter((element) => !element.closest('[aria-hidden="true"], [hidden]') && element.checkVisibility())
      .filter((element) => {
        const labelled = (element.getAttribute('aria-labelledby') ?? '')
          .split(' ')
          .some((id) => document.getElementById(id)?.textContent.trim());
        const label = element instanceof HTMLInputElement && (element.labels?.length ?? 0) > 0;
        return !labelled && !label && !element.getAttribute('aria-label') && !element.textContent.trim();
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(nameless).toEqual([]);
});

test('F6 goes through all regions and back', async ({ desk: { page } }) => {
  await openStatement(page, 'S0021/26');
  const where = (): Promise<string> =>
    page.evaluate(() => {
      const region = document.activeElement?.closest(
        '[data-region], .page-head, .toolbar, .pane-body, .preview-scroller',
      );
      return region?.getAttribute('data-region') ?? region?.className.split(' ')[0] ?? '';
    });
  const seen: string[] = [];
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('F6');
    seen.push(await where());
  }
  for (const region of ['title', 'navigation', 'page-head', 'toolbar', 'pane-body', 'preview-scroller'])
    expect(seen).toContain(region);
  const here = await where();
  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+F6');
  expect(await where()).toBe(here);
});

test('nothing is cut off sideways, in a window as small as half a screen', async ({ desk: { page } }) => {
  await openStatement(page, 'S0021/26');
  for (const section of ['Kopf', 'Beratungsfolge']) await openSection(page, section);
  const text = page.getByRole('textbox', { name: 'Antwort der Verwaltung' });
  for (const size of [
    { width: 1280, height: 720 },
    { width: 640, height: 400 },
  ]) {
    await page.setViewportSize(size);
    await expect.poll(async () => (await text.boundingBox())?.width ?? 0).toBeGreaterThan(200);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, `${size.width} × ${size.height}`).toBe(0);
  }
});
