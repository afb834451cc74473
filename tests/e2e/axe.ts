/** What axe finds in the page as it stands. In its legacy mode, because there are no frames here. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules whose answer depends on colours; everything else is the same in light and dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

async function found(page: Page, within: string, rules: readonly string[] | null): Promise<string[]> {
  // A tooltip is drawn over all regions of the page and belongs to none: the pointer leaves what it rests on. One of the focus stays.
  await page.mouse.move(1, 1);
  await page
    .getByRole('tooltip')
    .first()
    .waitFor({ state: 'hidden', timeout: 2000 })
    .catch(() => undefined);
  const axe = new AxeBuilder({ page }).setLegacyMode().include(within);
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

/** In the colours that are shown. */
export const violations = (page: Page, within = 'html'): Promise<string[]> => found(page, within, null);
/** Only what depends on the colours that are shown. */
export const colourViolations = (page: Page, within = 'html'): Promise<string[]> => found(page, within, COLOUR_RULES);

/** In light and in dark colours; dark ones stay. */
export async function violationsInBothColours(page: Page, within = 'html'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await violations(page, within);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  return [...light, ...(await colourViolations(page, within)).map((what) => `dark: ${what}`)];
}
