/** Watches a process that reads changed files: what it throws, whether it hangs, swells or dies. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FuzzLine } from './fuzz-process.ts';

export interface FuzzProblem {
  readonly number: number;
  readonly name: string;
  readonly problem: string;
  /** The changed file. */
  readonly file: string;
}
export interface FuzzOutcome {
  readonly cases: number;
  /** How often each answer came: "signed PDF: document-damaged". */
  readonly answers: ReadonlyMap<string, number>;
  readonly problems: readonly FuzzProblem[];
  readonly mostMb: number;
  readonly slowestMs: number;
}
export interface FuzzOptions {
  /** How many files are read: the same number on a fast machine and on a busy one. */
  readonly cases: number;
  readonly seed: number;
  /** An empty folder for everything this needs. */
  readonly place: string;
}

const HANG_MS = 180_000;
const MOST_MB = 1500;
/** More would be the same one again. */
const MOST_PROBLEMS = 20;

export async function runFuzz({ cases: wanted, seed, place }: FuzzOptions): Promise<FuzzOutcome> {
  const answers = new Map<string, number>();
  const problems: FuzzProblem[] = [];
  let [cases, mostMb, slowestMs] = [0, 0, 0];
  let current = { number: -1, name: '', startedMs: 0, isRunning: false };
  const note = (problem: string): void => {
    const file = join(place, `problem-${current.number}`);
    copyFileSync(join(place, 'case'), file);
    problems.push({ number: current.number, name: current.name, problem, file });
  };
  mkdirSync(place, { recursive: true });
  const isOver = (): boolean => cases >= wanted || problems.length >= MOST_PROBLEMS;
  while (!isOver()) {
    const script = join(import.meta.dirname, 'fuzz-process.ts');
    const args = ['--disable-warning=ExperimentalWarning', script, place, String(seed), String(current.number + 1)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    let reason = '';
    const end = (why: string): void => {
      reason ||= why;
      child.kill('SIGKILL');
    };
    child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)));
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (text) => {
      const line = JSON.parse(text) as FuzzLine;
      if (reason !== '') return;
      if (line.kind === 'case') {
        current = { number: line.number, name: line.name, startedMs: performance.now(), isRunning: true };
        return;
      }
      cases += 1;
      current.isRunning = false;
      slowestMs = Math.max(slowestMs, performance.now() - current.startedMs);
      if (line.kind === 'problem') note(line.problem);
      else {
        mostMb = Math.max(mostMb, line.rssMb);
        for (const said of line.said) {
          const key = `${current.name}: ${said}`;
          answers.set(key, (answers.get(key) ?? 0) + 1);
        }
        if (line.rssMb > MOST_MB) end('memory');
      }
      if (isOver()) end('over');
    });
    const watch = setInterval(() => {
      if (current.isRunning && performance.now() - current.startedMs > HANG_MS) end('hang');
      else if (isOver()) end('over');
    }, 500);
    await Promise.all([once(child, 'close'), once(lines, 'close')]);
    clearInterval(watch);
    if (reason === 'hang') note(`hangs for more than ${HANG_MS / 1000} s`);
    else if (reason === 'memory') note(`more than ${MOST_MB} MB`);
    else if (reason === '' && current.isRunning) note(`the process died: ${errors}`);
    else if (reason === '') throw new Error(`the reading process did not start: ${errors}`);
    current.isRunning = false;
  }
  return { cases, answers, problems, mostMb, slowestMs };
}
