/** Printing in a real Electron, judged by a print server of the test's own: which pages, how often, on which sides, and what is noted of it. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { ANSWER_WITHIN_MS } from '../../../src-main/shell-electron/print-preview.ts';
import { pdfInfo, pdfText } from '../../harness/judges/judges.ts';
import { reasonAgainstPrinting, startPrintServer, type PrintServer } from '../../harness/electron/real/print-server.ts';
import type { RealProgram } from '../programs/real-program.ts';
import { expect, REAL_SHELL, test as base, windowTitled } from './real-shell.ts';

const REF = 'S0027/26';
const PRINTERS = { Rathaus_2OG: 'Rathaus 2. OG', Poststelle: 'Poststelle' };

const test = base.extend<{ printServer: PrintServer }>({
  printServer: async ({ fits: _fits }, use) => {
    const { sentence, isMendable } = reasonAgainstPrinting();
    if (isMendable && process.env['REQUIRE_ELECTRON'] === '1') throw new Error(`REQUIRE_ELECTRON=1, but ${sentence}`);
    base.skip(sentence !== '', sentence);
    const server = await startPrintServer(PRINTERS);
    await use(server);
    server.stop();
  },
});

const pagesOf = async (pdf: string): Promise<number> => Number((await pdfInfo(pdf))['Pages']);
const textOf = (pdf: string): Promise<string> => pdfText(pdf, { layout: true });

/** Releases and issues the paper, and opens its dispatch with the sections about paper. */
const issued = (program: RealProgram): void => {
  program.cli('release', REF, '--accept', 'Testlauf');
  program.cli('issue', REF);
};
async function openDispatch(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Versand', exact: true }).first().click();
  await page.getByRole('table', { name: 'Noch nicht vollständig versandt' }).getByRole('link', { name: REF }).click();
  for (const section of ['Drucken', 'Versandnachweis'])
    await page.getByRole('button', { name: new RegExp(`^${section}`), expanded: false }).click();
}
async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${field}$`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
/** What it writes for good is said first. */
async function printOriginal(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Kopie für „Stadtrat.*“ drucken$/ })
    .first()
    .click();
  await page
    .getByRole('alertdialog', { name: '1 Kopie drucken?' })
    .getByRole('button', { name: '1 Kopie drucken' })
    .click();
}

/** This Electron never tells that a PDF was printed; the patience of the program with it is made shorter. */
async function shortenPatience(program: RealProgram, to: number): Promise<void> {
  await program.application().evaluate(
    (_electron, { patience, wanted }) => {
      const real = setTimeout;
      const shorter = (work: () => void, ms?: number, ...rest: unknown[]): unknown =>
        real(work, ms !== undefined && patience.includes(ms) ? wanted : ms, ...rest);
      Object.assign(globalThis, { setTimeout: Object.assign(shorter, real) });
    },
    { patience: Object.values(ANSWER_WITHIN_MS), wanted: to },
  );
}

const dispatched = (program: RealProgram): unknown[] => {
  const database = new Sqlite(join(program.folder, 'stellwerk.db'), { readonly: true });
  try {
    return database.prepare('SELECT channel FROM dispatch').all();
  } finally {
    database.close();
  }
};

test(
  'a silent job arrives with its pages, copies and sides; what became of it is said as unknown, and nothing is noted',
  REAL_SHELL,
  async ({ open, printServer }) => {
    const { program, page } = await open({ environment: printServer.environment, prepare: issued });
    await shortenPatience(program, 8000);
    await openDispatch(page);
    await choose(page, ' Drucker', /^Rathaus[ _]2/);
    await choose(page, ' Ein- oder beidseitig', 'Beidseitig, lange Kante');
    await page.getByRole('textbox', { name: 'Exemplare je Kopie' }).fill('2');
    await page.getByText('Ohne Nachfrage drucken', { exact: true }).click();
    await printOriginal(page);
    await expect.poll(() => printServer.jobs().length, { timeout: 60_000 }).toBe(1);
    const [job] = printServer.jobs();
    program.cli('export', REF, '--to', program.folder, '--format', 'pdf');
    const exported = join(program.folder, 'S0027-26.pdf');
    expect(job).toMatchObject({ printer: 'Rathaus_2OG', copies: 2 });
    expect(job?.options).toMatch(/\bDuplex=DuplexNoTumble\b/);
    expect(job?.options).toMatch(/\bPageSize=A4\b/);
    expect(await pagesOf(job?.sent ?? '')).toBe(await pagesOf(exported));
    expect(await pagesOf(job?.printed ?? '')).toBe(2 * (await pagesOf(exported)));
    expect(await textOf(job?.sent ?? '')).toBe(await textOf(exported));
    await expect(page.getByText(/Ob die letzte Kopie gedruckt wurde, ist nicht bekannt/)).toBeVisible();
    expect(dispatched(program)).toEqual([]);
    expect(program.application().windows()).toHaveLength(1);
  },
);

test(
  'Strg+P shows the pages, the system’s dialog opens over them, and what is confirmed there is printed',
  REAL_SHELL,
  async ({ open, desktop, printServer }) => {
    const { program, page } = await open({ environment: printServer.environment });
    await page.getByRole('link', { name: REF }).first().click();
    await expect(page.getByRole('textbox', { name: 'Antwort der Verwaltung' })).toBeVisible();
    await page.keyboard.press('Control+P');
    await windowTitled(desktop, /^Drucken: S0027-26\.pdf$/);
    await windowTitled(desktop, /^(Print|Drucken)$/);
    desktop.press('Return');
    await expect.poll(() => printServer.jobs().length, { timeout: 60_000 }).toBe(1);
    const [job] = printServer.jobs();
    program.cli('export', REF, '--to', program.folder, '--format', 'pdf');
    expect(job).toMatchObject({ copies: 1 });
    expect(await textOf(job?.sent ?? '')).toBe(await textOf(join(program.folder, 'S0027-26.pdf')));
    await expect.poll(() => desktop.titles().filter((title) => title.startsWith('Drucken: '))).toHaveLength(1);
  },
);

test(
  'a copy whose dialog is left with Escape and whose pages are closed is neither printed nor noted, and not called printed',
  REAL_SHELL,
  async ({ open, desktop, printServer }) => {
    const { program, page } = await open({ environment: printServer.environment, prepare: issued });
    await openDispatch(page);
    await printOriginal(page);
    await windowTitled(desktop, /^(Print|Drucken)$/);
    desktop.press('Escape');
    await expect.poll(() => desktop.titles().filter((title) => /^(Print|Drucken)$/.test(title))).toEqual([]);
    // The pages stay to look at; this Electron tells no more of a dialog that was left than of one that was confirmed.
    desktop.press('alt+F4');
    await expect(page.getByText(/Ob die letzte Kopie gedruckt wurde, ist nicht bekannt/)).toBeVisible();
    await expect.poll(() => desktop.titles().filter((title) => title.startsWith('Drucken'))).toEqual([]);
    expect(printServer.jobs()).toEqual([]);
    expect(dispatched(program)).toEqual([]);
  },
);
