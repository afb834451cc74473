/** The program behind an open window is gone, and comes back: nothing that was typed is lost, and nothing pretends to be well. */
import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { expect, LOCAL_ONLY, openStatement, saved, test } from './desk.ts';

const banner = (page: Page) => page.getByText('Stellwerk antwortet gerade nicht.');
const reply = (page: Page) => page.getByRole('textbox', { name: 'Antwort der Verwaltung' });

async function typeAtEnd(page: Page, text: string): Promise<void> {
  await reply(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

test(
  'what is typed while the program is gone is saved when it is back',
  LOCAL_ONLY,
  async ({ localShell: program }) => {
    const page = await program.openWindow();
    await openStatement(page, 'S0044/26');
    await typeAtEnd(page, ' Davor.');
    await expect(saved(page)).toBeVisible();
    await program.kill();
    await expect(banner(page)).toBeVisible();
    await typeAtEnd(page, ' Währenddessen geschrieben.');
    await expect(page.getByText('Noch nicht gespeichert')).toBeVisible();
    await expect(reply(page)).toContainText('Währenddessen geschrieben.');
    await program.start();
    await expect(banner(page)).toBeHidden();
    await expect(saved(page)).toBeVisible();
    expect(program.cli('show', 'S0044/26')).toContain('Davor. Währenddessen geschrieben.');
    await typeAtEnd(page, ' Danach.');
    await expect(saved(page)).toBeVisible();
    await expect.poll(() => program.cli('show', 'S0044/26')).toContain('geschrieben. Danach.');
  },
);

test(
  'a program that was killed between saving and answering makes no conflict with oneself',
  LOCAL_ONLY,
  async ({ localShell: program }) => {
    const page = await program.openWindow();
    await openStatement(page, 'S0044/26');
    for (let round = 1; round <= 3; round += 1) {
      await typeAtEnd(page, ` Runde ${round}.`);
      // As soon as the save is on its way; whether it arrived, nobody knows.
      await expect(page.locator('[data-save="saving"], [data-save="saved"]')).toBeVisible();
      await program.kill();
      await expect(banner(page)).toBeVisible();
      await program.start();
      await expect(banner(page)).toBeHidden();
      await expect(saved(page)).toBeVisible();
      expect(program.cli('show', 'S0044/26')).toContain(`Runde ${round}.`);
    }
    await expect(page.getByText('Meine Fassung behalten')).toBeHidden();
  },
);

test('what somebody else saved meanwhile is not overwritten', LOCAL_ONLY, async ({ localShell: program }) => {
  const page = await program.openWindow();
  await openStatement(page, 'S0044/26');
  await program.kill();
  await expect(banner(page)).toBeVisible();
  await typeAtEnd(page, ' Im Fenster.');
  program.cli('set', 'S0044/26', 'name', 'Anderswo geändert');
  await program.start();
  await expect(page.getByText('Diese Stellungnahme wurde inzwischen in einem anderen Fenster geändert.')).toBeVisible();
  await expect(reply(page)).toContainText('Im Fenster.');
  expect(program.cli('show', 'S0044/26')).toContain('Anderswo geändert');
});

test(
  'the window stays where it is, and nothing says “Bereit”',
  LOCAL_ONLY,
  async ({ localShell: program, context }) => {
    const page = await program.openWindow();
    await expect(page.getByText('Bereit', { exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: 'S0021/26' }).first()).toBeVisible();
    await program.kill();
    await expect(banner(page)).toBeVisible();
    await expect(page.getByText('Bereit', { exact: true })).toBeHidden();
    const rows = page.getByRole('table', { name: 'Papiere' }).getByRole('row');
    const before = await rows.count();
    const address = page.url();
    await page.keyboard.press('F5');
    await page.keyboard.press('Control+R');
    await page.getByRole('link', { name: 'Sitzungen' }).click();
    await page
      .getByRole('link', { name: 'S0021/26' })
      .first()
      .click({ modifiers: ['Control'] });
    await page.getByRole('link', { name: 'S0021/26' }).first().click({ button: 'middle' });
    expect(page.url()).toBe(address);
    expect(context.pages()).toHaveLength(1);
    expect(await rows.count()).toBe(before);
    // The handbook was not fetched yet: it waits, and the page beside it stays.
    await page.keyboard.press('F1');
    await expect(page.getByText('Handbuch wird geöffnet …')).toBeVisible();
    expect(await rows.count()).toBe(before);
    await program.start();
    await expect(page.getByText('Bereit', { exact: true })).toBeVisible();
    await expect(page.getByRole('searchbox', { name: 'Im Handbuch suchen' })).toBeVisible();
    await page.getByRole('link', { name: 'Sitzungen' }).click();
    await expect(page.getByRole('heading', { name: 'Sitzungen', exact: true, level: 1 })).toBeVisible();
  },
);

test('a paper that is being entered is kept, too', LOCAL_ONLY, async ({ localShell: program }) => {
  const page = await program.openWindow();
  await page.getByRole('link', { name: 'Neuer Eingang' }).click();
  await page.getByRole('textbox', { name: 'Bezeichnung' }).fill('Bänke');
  await program.kill();
  await expect(banner(page)).toBeVisible();
  await page.getByRole('textbox', { name: 'Bezeichnung' }).fill('Bänke am Bach');
  await program.start();
  await expect(banner(page)).toBeHidden();
  await page.getByRole('link', { name: 'Register' }).click();
  await page.getByRole('link', { name: 'Neuer Eingang' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Bezeichnung' })).toHaveValue('Bänke am Bach');
});

test(
  'a program that hangs is noticed, and the text is saved when it goes on',
  LOCAL_ONLY,
  async ({ localShell: program }) => {
    const page = await program.openWindow();
    await openStatement(page, 'S0044/26');
    program.freeze();
    await typeAtEnd(page, ' Beim Stillstand.');
    await expect(banner(page)).toBeVisible({ timeout: 60_000 });
    program.wake();
    await expect(banner(page)).toBeHidden();
    await expect(saved(page)).toBeVisible();
    expect(program.cli('show', 'S0044/26')).toContain('Beim Stillstand.');
  },
);

test(
  'a stranger who takes the port meanwhile gets nothing, and the window waits',
  LOCAL_ONLY,
  async ({ localShell: program }) => {
    const page = await program.openWindow();
    await openStatement(page, 'S0044/26');
    const secret = await page.evaluate(() => sessionStorage.getItem('stellwerk-session') ?? '');
    expect(secret).not.toBe('');
    const port = Number(new URL(page.url()).port);
    await program.kill();
    const heard: string[] = [];
    const asked = Promise.withResolvers<null>();
    const stranger = createServer((request, response) => {
      let body = '';
      request.setEncoding('latin1').on('data', (part: string) => (body += part));
      request.on('end', () => {
        heard.push(`${request.url ?? ''} ${JSON.stringify(request.headers)} ${body}`);
        if (heard.length >= 2) asked.resolve(null);
        response.end('erfunden');
      });
    });
    await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve));
    await typeAtEnd(page, ' Vertraulich.');
    await asked.promise;
    await expect(banner(page)).toBeVisible();
    expect(heard.join('\n')).not.toContain(secret);
    expect(heard.join('\n')).not.toContain('Vertraulich');
    stranger.closeAllConnections();
    await new Promise((resolve) => stranger.close(resolve));
    await program.start();
    await expect(banner(page)).toBeHidden();
    await expect(saved(page)).toBeVisible();
    expect(program.cli('show', 'S0044/26')).toContain('Vertraulich.');
  },
);

test(
  'what is asked for while the program is gone is refused at once, also behind something typed',
  LOCAL_ONLY,
  async ({ localShell: program }) => {
    const page = await program.openWindow();
    await openStatement(page, 'S0044/26');
    await program.kill();
    await expect(banner(page)).toBeVisible();
    await typeAtEnd(page, ' Im Dunkeln.');
    const problem = page.getByRole('alert').filter({ hasText: 'unterbrochen' });
    await page.getByRole('button', { name: 'Mehr', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Verwerfen' }).click();
    await expect(problem).toBeVisible();
    await problem.getByRole('button', { name: 'Schließen' }).click();
    await page.getByRole('button', { name: 'Ausfertigen' }).click();
    await expect(problem).toBeVisible();
    await typeAtEnd(page, ' Weiter.');
    await program.start();
    await expect(banner(page)).toBeHidden();
    await expect(saved(page)).toBeVisible();
    await expect(page).toHaveURL(/stellungnahme/);
    await expect(reply(page)).toContainText('Im Dunkeln. Weiter.');
    expect(program.cli('show', 'S0044/26')).toContain('Im Dunkeln. Weiter.');
  },
);

test(
  'what was typed while the program is gone is there again after the window was reloaded',
  LOCAL_ONLY,
  async ({ localShell: program }) => {
    const page = await program.openWindow();
    page.on('dialog', (dialog) => void dialog.accept());
    await openStatement(page, 'S0044/26');
    const address = page.url();
    await program.kill();
    await expect(banner(page)).toBeVisible();
    await typeAtEnd(page, ' Vor dem Neuladen.');
    await page.reload().catch(() => undefined);
    await program.start();
    await page.goto(address);
    await expect(reply(page)).toContainText('Vor dem Neuladen.');
    await expect(saved(page)).toBeVisible();
    await expect.poll(() => program.cli('show', 'S0044/26')).toContain('Vor dem Neuladen.');
  },
);
