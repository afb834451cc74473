/** A window nobody sees wakes nothing: neither the page nor the program beside it has a timer that comes again. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, REAL_SHELL, test } from './real-shell.ts';

const WATCHED_MS = 20_000;

interface Counted {
  fired: number;
}

test(
  'hidden, neither page nor program does anything by itself; seen again, it hears what changed',
  REAL_SHELL,
  async ({ open }) => {
    const { program, page } = await open();
    const register = page.getByRole('link', { name: 'S0027/26' }).first();
    await expect(register).toBeVisible();
    await page.addInitScript(() => {
      const counted = { fired: 0 };
      Object.assign(globalThis, { counted });
      for (const name of ['setTimeout', 'setInterval'] as const) {
        const original = globalThis[name].bind(globalThis) as (...args: unknown[]) => unknown;
        Object.assign(globalThis, {
          [name]: (work: unknown, ...rest: unknown[]) =>
            original(
              (...args: unknown[]) => {
                counted.fired += 1;
                if (typeof work === 'function') (work as (...args: unknown[]) => void)(...args);
              },
              ...rest,
            ),
        });
      }
    });
    await page.reload();
    await expect(register).toBeVisible();
    const application = program.application();
    const firedInPage = (): Promise<number> =>
      page.evaluate(() => (globalThis as unknown as { counted: Counted }).counted.fired);
    // Seen, it looks whether papers changed and whether somebody answers.
    const seen = await firedInPage();
    await expect.poll(firedInPage, { timeout: 10_000 }).toBeGreaterThan(seen);

    await application.evaluate(() => {
      const { createHook, executionAsyncResource } = process.getBuiltinModule('node:async_hooks');
      const counted = { fired: 0 };
      createHook({
        before: () => {
          if (executionAsyncResource().constructor.name === 'Timeout') counted.fired += 1;
        },
      }).enable();
      Object.assign(globalThis, { counted });
    });
    // The driver keeps every page visible, so the page is told what Chromium tells it without a driver.
    const tell = (state: DocumentVisibilityState): Promise<void> =>
      page.evaluate((told) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => told });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await tell('hidden');
    const firedInProgram = (): Promise<number> =>
      application.evaluate(() => (globalThis as unknown as { counted: Counted }).counted.fired);
    await wait(3000);
    const before = [await firedInPage(), await firedInProgram()];
    await wait(WATCHED_MS);
    expect([await firedInPage(), await firedInProgram()]).toEqual(before);

    program.cli('set', 'S0027/26', 'name', 'Geändert, während niemand hinsah');
    await tell('visible');
    await expect(page.getByText('Geändert, während niemand hinsah').first()).toBeVisible();
  },
);
