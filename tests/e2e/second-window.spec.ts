/** Strg+Klick opens a second window that works, and two windows on one paper overwrite nothing. */
import type { Locator, Page } from '@playwright/test';
import { expect, LOCAL_ONLY, openStatement, saved, test } from './desk.ts';

const reply = (page: Page) => page.getByRole('textbox', { name: 'Antwort der Verwaltung' });

async function openedBy(page: Page, act: () => Promise<unknown>): Promise<Page> {
  const [opened] = await Promise.all([page.context().waitForEvent('page'), act()]);
  return opened;
}

const WAYS: Readonly<Record<string, (link: Locator) => Promise<void>>> = {
  'Strg and a click': (link) => link.click({ modifiers: ['Control'] }),
  'the middle button': (link) => link.click({ button: 'middle' }),
  'Umschalt and a click': (link) => link.click({ modifiers: ['Shift'] }),
};

for (const [way, act] of Object.entries(WAYS)) {
  test(`${way} opens a second window that works`, LOCAL_ONLY, async ({ localShell: program }) => {
    const page = await program.openWindow();
    const link = page.getByRole('row').filter({ hasText: 'S0044/26' }).getByRole('link', { name: 'S0044/26' }).first();
    const second = await openedBy(page, () => act(link));
    await expect(reply(second)).toBeVisible();
    expect(new URL(second.url()).hash).toBe('');
    await reply(second).click();
    await second.keyboard.press('Control+End');
    await second.keyboard.type(' Aus dem zweiten Fenster.');
    await expect(saved(second)).toBeVisible();
    expect(program.cli('show', 'S0044/26')).toContain('Aus dem zweiten Fenster.');
    await second.reload();
    await expect(reply(second)).toContainText('Aus dem zweiten Fenster.');
    await page.close();
    await second.reload();
    await expect(reply(second)).toContainText('Aus dem zweiten Fenster.');
  });
}

test(
  'two windows on one draft show what the other one saved, and a conflict where both wrote',
  LOCAL_ONLY,
  async ({ localShell: program }) => {
    const page = await program.openWindow();
    const link = page.getByRole('row').filter({ hasText: 'S0044/26' }).getByRole('link', { name: 'S0044/26' }).first();
    const second = await openedBy(page, () => link.click({ modifiers: ['Control'] }));
    await openStatement(page, 'S0044/26');
    await expect(reply(second)).toBeVisible();
    await reply(second).click();
    await second.keyboard.press('Control+End');
    await second.keyboard.type(' Aus dem zweiten.');
    await expect(reply(page)).toContainText('Aus dem zweiten.');
    // Both write before either hears of the other.
    await program.freezeWhile(async () => {
      for (const [window, text] of [
        [page, ' Eins.'],
        [second, ' Zwei.'],
      ] as const) {
        await reply(window).click();
        await window.keyboard.press('Control+End');
        await window.keyboard.type(text);
      }
    });
    const conflict = (window: Page) =>
      window.getByText('Diese Stellungnahme wurde inzwischen in einem anderen Fenster geändert.');
    await expect.poll(async () => (await conflict(page).count()) + (await conflict(second).count())).toBe(1);
    await expect(reply(page)).toContainText('Eins.');
    await expect(reply(second)).toContainText('Zwei.');
    const loser = (await conflict(page).count()) === 1 ? page : second;
    await loser.reload();
    await expect(conflict(loser)).toBeVisible();
    await expect(reply(loser)).toContainText(loser === page ? 'Eins.' : 'Zwei.');
  },
);

test('two windows on one motion do the same', LOCAL_ONLY, async ({ localShell: program }) => {
  const page = await program.openWindow();
  const link = page.getByRole('row').filter({ hasText: 'A0012/26' }).getByRole('link', { name: 'A0012/26' }).first();
  const second = await openedBy(page, () => link.click({ modifiers: ['Control'] }));
  await link.click();
  const name = (window: Page) => window.getByRole('textbox', { name: 'Bezeichnung' });
  await expect(name(page)).toBeVisible();
  await name(second).fill('Aus dem zweiten');
  await expect(name(page)).toHaveValue('Aus dem zweiten');
  await program.freezeWhile(async () => {
    await name(page).fill('Eins');
    await name(second).fill('Zwei');
  });
  const clash = (window: Page) => window.getByText('Dieses Papier wurde inzwischen in einem anderen Fenster geändert.');
  await expect.poll(async () => (await clash(page).count()) + (await clash(second).count())).toBe(1);
  const loser = (await clash(page).count()) === 1 ? page : second;
  await loser.reload();
  await expect(clash(loser)).toBeVisible();
  await expect(name(loser)).toHaveValue(loser === page ? 'Eins' : 'Zwei');
  await loser.getByRole('button', { name: 'Meine Fassung behalten' }).click();
  await expect(clash(loser)).toBeHidden();
  // Until it is saved, both are kept.
  await expect(saved(loser)).toBeVisible();
  await loser.reload();
  await expect(name(loser)).toHaveValue(loser === page ? 'Eins' : 'Zwei');
  await expect(clash(loser)).toBeHidden();
});

test('two windows on one unfinished letter do the same', LOCAL_ONLY, async ({ localShell: program }) => {
  const page = await program.openWindow();
  const link = page.getByRole('row').filter({ hasText: 'S0044/26' }).getByRole('link', { name: 'S0044/26' }).first();
  const second = await openedBy(page, () => link.click({ modifiers: ['Control'] }));
  await openStatement(page, 'S0044/26');
  const subject = (window: Page) => window.getByRole('textbox', { name: 'Betreff', exact: true });
  for (const window of [page, second]) {
    await window.getByRole('button', { name: 'Brief', exact: true }).click();
    await window.getByRole('menuitem', { name: 'Anschreiben an die Fraktion' }).click();
    await expect(subject(window)).toBeVisible();
  }
  await subject(second).fill('Aus dem zweiten');
  await expect(subject(page)).toHaveValue('Aus dem zweiten');
  await program.freezeWhile(async () => {
    await subject(page).fill('Eins');
    await subject(second).fill('Zwei');
  });
  const clash = (window: Page) =>
    window.getByText('Dieser Entwurf wurde inzwischen in einem anderen Fenster geändert.');
  await expect.poll(async () => (await clash(page).count()) + (await clash(second).count())).toBe(1);
  await expect(subject(page)).toHaveValue('Eins');
  const loser = (await clash(page).count()) === 1 ? page : second;
  await loser.reload();
  await expect(clash(loser)).toBeVisible();
  await expect(subject(loser)).toHaveValue(loser === page ? 'Eins' : 'Zwei');
  await expect(subject(second)).toHaveValue('Zwei');
  const [later, word] = (await clash(page).count()) > 0 ? [page, 'Zwei'] : [second, 'Eins'];
  await later.getByRole('button', { name: 'Andere Fassung laden' }).click();
  await expect(subject(later)).toHaveValue(word);
  await expect(clash(later)).toBeHidden();
});

test('both windows come back when the program does', LOCAL_ONLY, async ({ localShell: program }) => {
  const page = await program.openWindow();
  const link = page.getByRole('link', { name: 'S0044/26' }).first();
  const second = await openedBy(page, () => link.click({ modifiers: ['Control'] }));
  await expect(reply(second)).toBeVisible();
  await program.kill();
  for (const window of [page, second])
    await expect(window.getByText('Stellwerk antwortet gerade nicht.')).toBeVisible();
  await program.start();
  for (const window of [page, second]) await expect(window.getByText('Stellwerk antwortet gerade nicht.')).toBeHidden();
});

test('a window of another browser gets no access from it', LOCAL_ONLY, async ({ localShell: program, browser }) => {
  const page = await program.openWindow();
  await expect(page.getByRole('table', { name: 'Papiere' })).toBeVisible();
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(page.url());
  await expect(stranger.getByText('Dieses Fenster hat keinen Zugang mehr.')).toBeVisible();
});

test(
  'two windows on one text module: what was typed in the later one stays, and the other state is kept',
  LOCAL_ONLY,
  async ({ localShell: program }) => {
    const text = (page: Page) => page.getByRole('textbox', { name: 'Text des Bausteins' });
    const first = await program.openWindow();
    await first.getByRole('link', { name: 'Einstellungen' }).click();
    await first.getByRole('link', { name: 'Bausteine' }).click();
    await first.getByRole('button', { name: 'Neuer Baustein' }).click();
    await first.getByRole('textbox', { name: 'Titel' }).fill('Gemeinsam');
    await text(first).fill('Anfang.');
    await expect(first.getByText(/^Gespeichert/)).toBeVisible();
    const second = await first.context().newPage();
    await second.goto(first.url());
    await expect(text(second)).toHaveText('Anfang.');
    await text(first).fill('Vom ersten Fenster.');
    await first.getByRole('textbox', { name: 'Kürzel' }).fill('eins');
    await first.getByRole('textbox', { name: 'Titel' }).focus();
    await expect(first.getByRole('button', { name: /Frühere Stände/ })).not.toContainText('erste Stand');
    await text(second).fill('Vom zweiten Fenster.');
    await expect(second.getByText(/inzwischen geändert/)).toBeVisible();
    // What only the other changed is here; what was typed here is not lost, and is kept once one goes on.
    await expect(second.getByRole('textbox', { name: 'Kürzel' })).toHaveValue('eins');
    await expect(text(second)).toHaveText('Vom zweiten Fenster.');
    await text(second).press('End');
    await second.keyboard.type(' Weiter.');
    await expect(second.getByText(/^Gespeichert/)).toBeVisible();
    expect(program.cli('modules', 'list')).toContain('Vom zweiten Fenster. Weiter.');
    await second.getByRole('button', { name: /Frühere Stände/ }).click();
    await second.getByRole('button', { name: 'Zurückholen' }).first().click();
    await expect(text(second)).toHaveText('Vom ersten Fenster.');
  },
);
