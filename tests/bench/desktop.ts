/**
 * What the program costs on a desktop, in the real Electron: time to a usable register, memory of all its processes after the start and after
 * many exports, work while nobody does anything. `npm run bench -- desktop [CHECKOUT]` measures another checkout (with its `dist` built) in
 * turn with this one and prints the ratios.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { realProgram, type ElectronPlace, type RealProgram } from '../e2e/programs/real-program.ts';
import { findElectron, reasonAgainstElectron } from '../harness/electron/real/binary.ts';
import { startDesktop } from '../harness/electron/real/desktop.ts';
import { programFolder } from '../harness/electron/real/program-folder.ts';
import { median } from './measure.ts';
import { processTree } from './process-tree.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);
const EXPORTS = Number(process.env['BENCH_EXPORTS'] ?? 500);
const IDLE_SECONDS = 20;
const REF = 'S0027/26';

interface Subject {
  readonly checkout: string;
  readonly place: ElectronPlace;
  readonly values: Map<string, number[]>;
}
const record = ({ values }: Subject, what: string, value: number): void =>
  void values.set(what, [...(values.get(what) ?? []), value]);

async function started(subject: Subject, folder: string): Promise<{ program: RealProgram; page: Page }> {
  const program = realProgram(folder, subject.place);
  const begin = performance.now();
  await program.start();
  const page = await program.openWindow();
  await page.getByRole('link', { name: REF }).first().waitFor();
  record(subject, 'Start bis zum Register, ms', performance.now() - begin);
  return { program, page };
}
/** The program itself, below the test's own script. */
const pidOf = (program: RealProgram): number => program.application().process().pid ?? 0;

function memory(subject: Subject, program: RealProgram, when: string): void {
  const all = processTree(pidOf(program));
  const sum = (of: 'residentMb' | 'proportionalMb'): number => all.reduce((total, one) => total + one[of], 0);
  const main = all.find(({ command }) => !command.includes('--type='));
  record(subject, `${when}: alle Prozesse, MB (RSS)`, sum('residentMb'));
  record(subject, `${when}: alle Prozesse, MB (PSS)`, sum('proportionalMb'));
  record(subject, `${when}: Hauptprozess, MB (RSS)`, main?.residentMb ?? Number.NaN);
  record(subject, `${when}: Zahl der Prozesse`, all.length);
}

async function idle(subject: Subject, program: RealProgram): Promise<void> {
  const used = (): number => processTree(pidOf(program)).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  // Behind the first backup, which comes half a minute after the start.
  await wait(60_000);
  const before = used();
  await wait(IDLE_SECONDS * 1000);
  record(subject, 'In Ruhe, Fenster sichtbar: Prozessor, % eines Kerns', ((used() - before) / IDLE_SECONDS) * 100);
}

async function exportMany(page: Page): Promise<void> {
  await page.getByRole('link', { name: REF }).first().click();
  await page.getByRole('button', { name: 'Ausgeben' }).waitFor();
  for (let count = 0; count < EXPORTS; count += 1) {
    await page.getByRole('button', { name: 'Ausgeben' }).click();
    const answered = page.getByText(/Erstellt: /).waitFor();
    await page.getByRole('menuitem', { name: 'Formblatt als PDF und DOCX' }).click();
    await answered;
    const close = page.getByRole('button', { name: 'Schließen' });
    if ((await close.count()) > 0) await close.first().click();
  }
}

async function round(subject: Subject, number: number): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'stellwerk-desktop-'));
  const folder = join(home, 'stellwerk');
  mkdirSync(folder);
  try {
    // By its own command line: an older program does not open what a newer one made.
    execFileSync(process.execPath, [join(subject.checkout, 'dist', 'cli.mjs'), 'init', '--example', '--data', folder]);
    const { program, page } = await started(subject, folder);
    await wait(4000);
    memory(subject, program, 'Nach dem Start');
    if (number === 0) {
      await idle(subject, program);
      await exportMany(page);
      memory(subject, program, `Nach ${EXPORTS} Ausgaben`);
    }
    await program.kill();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const reason = reasonAgainstElectron();
const found = findElectron();
if (reason !== null || found?.addon === undefined || found.addon === null) {
  console.error(`Nicht gemessen: ${reason ?? 'nur mit dem Electron von tools/electron-test'}`);
  process.exit(1);
}
const { addon, binary } = found;
const desktop = await startDesktop();
const subjects = [join(import.meta.dirname, '..', '..'), ...process.argv.slice(3)].map((checkout): Subject => {
  const place = { binary, programFolder: programFolder(addon, checkout), desktop };
  return { checkout, place, values: new Map() };
});
try {
  console.log(`${cpus().length} Kerne, Last ${loadavg()[0]?.toFixed(1)}, ${ROUNDS} Starte, ${EXPORTS} Ausgaben`);
  for (let number = 0; number < ROUNDS; number += 1) for (const subject of subjects) await round(subject, number);
  const [own, other] = subjects;
  for (const [what, values] of own?.values ?? []) {
    const [mine, theirs] = [median(values), median(other?.values.get(what) ?? [])];
    const ratio = other ? `   ${theirs.toFixed(1).padStart(8)}   Verhältnis ${(mine / theirs).toFixed(2)}` : '';
    console.log(`${what.padEnd(56)} ${mine.toFixed(1).padStart(8)}${ratio}`);
  }
} finally {
  desktop.stop();
  for (const { place } of subjects) rmSync(place.programFolder, { recursive: true, force: true });
}
