/**
 * Rounds of killing: a process does its work, is killed at a random moment, and what it leaves is examined. Runs under Vitest and as a
 * script, so nothing here belongs to either.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import { startDesk, type Answer, type Desk } from './desk.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { projectRoot } from '../../support/test-host.ts';

/** What one process is told to do; every order that is answered is a promise. */
export interface Work {
  /** Opened before the clock runs; null when opening itself is what is killed. */
  readonly folder: string | null;
  /** Done before the clock runs, so that loading code does not take most of the time. */
  readonly before?: readonly object[];
  readonly orders: readonly object[];
  /** A folder in which something appears when it becomes serious: every other round counts its moment from there. */
  readonly watched?: string;
  /** The same through the real command line: its arguments. */
  readonly command: readonly string[];
}
export interface Stage {
  work(round: number, viaCommandLine: boolean): Work;
  /** Throws when a promise is broken or something half is left. */
  check(acknowledged: readonly Answer[], work: Work, viaCommandLine: boolean): Promise<void>;
  /** After the last round: does the work once in peace; leftovers are gone then. */
  end(): Promise<void>;
}
export interface Phase {
  readonly name: string;
  prepare(place: string): Promise<Stage>;
}

export interface Outcome {
  readonly phase: string;
  readonly rounds: number;
  /** Rounds in which the work was cut off, not done already. */
  readonly cutOff: number;
  readonly throughCommandLine: number;
  readonly acknowledged: number;
  readonly seconds: number;
}

/** Every so many rounds goes through the real command line. */
const COMMAND_LINE_EVERY = 4;

/** The process that will be killed, as one file that loads quickly. */
export async function buildDesk(): Promise<{ readonly script: string; readonly remove: () => void }> {
  const folder = join(projectRoot, '.cache', `desk-${process.pid}`);
  await build({
    entryPoints: [join(projectRoot, 'tests', 'harness', 'desk', 'desk-process.ts')],
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    splitting: true,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    external: ['better-sqlite3', 'electron'],
    banner: {
      js: "import { createRequire as deskRequire } from 'node:module';\nconst require = deskRequire(import.meta.url);",
    },
    absWorkingDir: projectRoot,
    logLevel: 'warning',
  });
  return { script: join(folder, 'desk-process.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

interface Round {
  readonly acknowledged: readonly Answer[];
  readonly wasCutOff: boolean;
  readonly tookMs: number;
}

function requireWillingness(answers: readonly Answer[]): void {
  const refused = answers.find((answer) => !answer.ok && answer.code !== 'ended');
  if (refused) throw new Error(`refused: ${refused.code ?? ''} ${JSON.stringify(refused.details)}`);
}

/** Settles when something appears in the folder. */
async function appears(folder: string): Promise<void> {
  const watcher = watch(folder);
  await once(watcher, 'change');
  watcher.close();
}

async function byDesk(desk: Desk, work: Work, killAfterMs: number, watched: string | undefined): Promise<Round> {
  await desk.ready;
  if (work.folder !== null) requireWillingness([await desk.order({ open: work.folder })]);
  requireWillingness(await Promise.all((work.before ?? []).map((order) => desk.order(order))));
  const opened = desk.answers.length;
  const serious = watched === undefined ? Promise.resolve() : appears(watched);
  let started = performance.now();
  const all = Promise.all(work.orders.map((order) => desk.order(order)));
  await Promise.race([serious, all]);
  if (watched !== undefined) started = performance.now();
  await Promise.race([pause(killAfterMs), all]);
  const tookMs = performance.now() - started;
  desk.child.kill('SIGKILL');
  await desk.ended;
  const acknowledged = desk.answers.slice(opened);
  requireWillingness(acknowledged);
  return { acknowledged, wasCutOff: acknowledged.length < work.orders.length, tookMs };
}

async function byCommandLine(program: string, work: Work, killAfterMs: number): Promise<Round> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(program, 'cli.mjs'), ...work.command, '--json']);
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const closed = once(child, 'close');
  await Promise.race([pause(killAfterMs), closed]);
  const tookMs = performance.now() - started;
  child.kill('SIGKILL');
  await closed;
  if (errors !== '') throw new Error(`the command line said: ${errors}`);
  // It tells its result in one piece; half of it would promise nothing.
  const isWhole = /^[[{][\s\S]*[\]}]\s*$/.test(output);
  const acknowledged = isWhole ? [{ ok: true, value: JSON.parse(output) as unknown }] : [];
  return { acknowledged, wasCutOff: !isWhole, tookMs };
}

export interface RoundsOptions {
  readonly phase: Phase;
  readonly rounds: number;
  /** So many rounds must be cut off at work; more rounds follow until they are, at most four times `rounds`. */
  readonly cutOffAtLeast?: number;
  readonly seed: number;
  /** An empty folder for everything this needs. */
  readonly place: string;
  readonly script: string;
  /** Folder of the built program. */
  readonly program?: string;
}

export async function killRounds(options: RoundsOptions): Promise<Outcome> {
  const { phase, rounds, seed, script, program = join(projectRoot, 'dist'), cutOffAtLeast = 0 } = options;
  const place = join(options.place, phase.name);
  mkdirSync(place, { recursive: true });
  const random = seededRandom(seed);
  const stage = await phase.prepare(place);
  const began = performance.now();
  const usualMs = { desk: 0, watched: 0, commandLine: 0 };
  let [cutOff, throughCommandLine, promised, round] = [0, 0, 0, 0];
  let next = startDesk(undefined, script);
  try {
    for (; round < rounds || (cutOff < cutOffAtLeast && round < 4 * rounds); round += 1) {
      const isCommandLine = round % COMMAND_LINE_EVERY === COMMAND_LINE_EVERY - 1;
      const work = stage.work(round, isCommandLine);
      const watched = round % 2 === 0 ? work.watched : undefined;
      const kind = isCommandLine ? 'commandLine' : watched === undefined ? 'desk' : 'watched';
      // What has just appeared is half for a short time only, so most of these moments come early.
      const part = kind === 'watched' ? random() ** 3 : random();
      // The first of its kind runs to its end and tells how long that takes.
      const killAfterMs = usualMs[kind] === 0 ? 60_000 : part * usualMs[kind] * 1.05;
      const desk = next;
      // The next one loads while this one works.
      if (!isCommandLine) next = startDesk(undefined, script);
      try {
        const result = isCommandLine
          ? await byCommandLine(program, work, killAfterMs)
          : await byDesk(desk, work, killAfterMs, watched);
        // A machine that has become slower must not keep all moments at the beginning.
        if (result.wasCutOff) [cutOff, usualMs[kind]] = [cutOff + 1, usualMs[kind] * 1.03];
        else usualMs[kind] = usualMs[kind] === 0 ? result.tookMs : (usualMs[kind] + result.tookMs) / 2;
        if (isCommandLine) throughCommandLine += 1;
        promised += result.acknowledged.length;
        await stage.check(result.acknowledged, work, isCommandLine);
      } catch (cause) {
        const at = `round ${round} of ${phase.name}, killed after ${killAfterMs.toFixed(1)} ms (seed ${seed}, files in ${place})`;
        throw new Error(`${at}: ${cause instanceof Error ? (cause.stack ?? '') : String(cause)}`, { cause });
      }
    }
  } finally {
    next.child.kill('SIGKILL');
    await next.ended;
  }
  await stage.end();
  const seconds = (performance.now() - began) / 1000;
  return { phase: phase.name, rounds: round, cutOff, throughCommandLine, acknowledged: promised, seconds };
}
