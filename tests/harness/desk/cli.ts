/** The command line: in a child process as a person runs it, or called in this one, with its own data folder. Helpers for folders, refusals and mounts. */
import { createHash } from 'node:crypto';
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, expect } from 'vitest';
import { expectOfEngine } from '../../../src-main/adapters/typst/engine-flags.ts';
import type { StatementRecord } from '../../../src-main/record/statement-record.ts';
import { projectRoot } from '../../support/test-host.ts';

export const builtFolder = join(projectRoot, 'dist');

export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** Folder of the built program; another one than `dist` for broken installations. */
  readonly program?: string;
  readonly node?: string;
  /** Folder the process stands in. */
  readonly cwd?: string;
}

/** Ends what hangs; a busy machine takes its time. */
const MOST_MS = 600_000;

/** Runs one command to its end. A signal or a missing program is an error of the test, never a result. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const program = join(options.program ?? builtFolder, 'cli.mjs');
  return new Promise((resolve, reject) => {
    const settings = { encoding: 'utf8', timeout: MOST_MS, maxBuffer: 256 * 1024 * 1024, cwd: options.cwd } as const;
    execFile(options.node ?? process.execPath, [program, ...args], settings, (error, stdout, stderr) => {
      if (error === null) resolve({ exitCode: 0, stdout, stderr });
      else if (typeof error.code === 'number') resolve({ exitCode: error.code, stdout, stderr });
      else reject(new Error(`cli ${args.join(' ')} ended by ${String(error.signal)}: ${stderr}`, { cause: error }));
    });
  });
}

/**
 * One command in this process: the same arguments, output and exit code without the third of a second that a process takes to begin. What a
 * process has of its own (signals, streams, exit) is tried with `runCli`; that both say the same, in same-command-line.test.ts.
 */
export async function callCli(args: readonly string[]): Promise<CliResult> {
  expectOfEngine('one document');
  const { runCommandLine } = await import('../../../src-main/shell-cli/run-command-line.ts');
  let [stdout, stderr] = ['', ''];
  const exitCode = await runCommandLine(args, {
    out: (text) => void (stdout += `${text}\n`),
    error: (text) => void (stderr += `${text}\n`),
    errorIsTerminal: false,
    canStartProcess: true,
    entry: pathToFileURL(join(builtFolder, 'cli.mjs')).href,
    typstThread: null,
  });
  return { exitCode, stdout, stderr };
}

/** A running command, for tests that end it halfway. */
export function startCli(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(builtFolder, 'cli.mjs'), ...args], { stdio: 'ignore' });
}

export interface Office {
  readonly data: string;
  run(...args: string[]): Promise<CliResult>;
  /** Runs with `--json`, expects exit code 0 and gives the parsed output. */
  json<T = unknown>(...args: string[]): Promise<T>;
  show(ref: string): Promise<StatementRecord>;
}

/** `options`: its commands run in a process each, by this program. */
export function officeAt(data: string, options?: CliOptions): Office {
  const run = (...args: string[]): Promise<CliResult> =>
    options === undefined ? callCli([...args, '--data', data]) : runCli([...args, '--data', data], options);
  const json = async <T>(...args: string[]): Promise<T> => {
    const result = await run(...args, '--json');
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    return JSON.parse(result.stdout) as T;
  };
  return { data, run, json, show: (ref) => json<StatementRecord>('show', ref) };
}

export interface Workspace {
  /** A new empty folder, removed after the tests of the file. Its name has a blank and an umlaut. */
  folder(): string;
  /** A new office: the example, or one's own named "Stadt Prüfingen". */
  office(kind: 'example' | 'own'): Promise<Office>;
  /** An office of its own with everything in it that this one holds. */
  copyOf(office: Office): Office;
}

/** `options`: its offices' commands run in a process each, by this program. */
export function workspace(options?: CliOptions): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'stellwerk-cli-'));
  let count = 0;
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const folder = (): string => {
    const path = join(root, `Prüf Ordner ${(count += 1)}`);
    mkdirSync(path);
    return path;
  };
  return {
    folder,
    office: async (kind) => {
      const office = officeAt(folder(), options);
      await office.json('init', ...(kind === 'example' ? ['--example'] : ['--name', 'Stadt Prüfingen']));
      return office;
    },
    copyOf: ({ data }) => {
      const copy = folder();
      cpSync(data, copy, { recursive: true });
      return officeAt(copy, options);
    },
  };
}

/** Words of programs, not of people: system codes, stack frames, open placeholders, English validation messages. */
const MACHINE_WORDS = /[{}]|undefined|\bnull\b|\bNaN\b|\bE[A-Z]{4,}\b|SQLITE|Error\b|\bat \S+:\d+/;
const ENGLISH = /\b(invalid|expected|received|unknown|failed|cannot|must|the|option)\b/i;
const GERMAN =
  /(?:^|[\s„])(?:ist|nicht|kein|keine|gibt|bitte|wurde|wird|fehlt|braucht|falsch|darf|vergeben)(?=[\s.,;:“]|$)/i;

/** One German sentence a person can act on. */
function expectGermanSentence(message: string): void {
  const ownWords = message.replace(/„[^“]*“/g, '');
  expect(ownWords).not.toMatch(MACHINE_WORDS);
  expect(ownWords).not.toMatch(ENGLISH);
  expect(ownWords).toMatch(GERMAN);
  expect(message.trim()).toMatch(/[.!)]$/);
}

/** Exit code 1 (2 for wrong usage) and `{code,message}` alone on standard error; gives the sentence. */
export function expectRefusal(result: CliResult, code: string): string {
  expect(result.exitCode, result.stderr).toBe(code === 'usage' ? 2 : 1);
  expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
  const refusal = JSON.parse(result.stderr) as { code: string; message: string };
  expect(Object.keys(refusal)).toEqual(['code', 'message']);
  expect(refusal.code).toBe(code);
  if (code !== 'usage') expectGermanSentence(refusal.message);
  return refusal.message;
}

/** Names and hashes of everything in a folder, to prove that nothing in it changed. */
export function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const path = join(folder, name);
      return [name, statSync(path).isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'folder'];
    }),
  );
}

/** Looks into or breaks the database file behind the program's back. */
export function withDatabase<T>(data: string, work: (database: Sqlite.Database) => T): T {
  const database = new Sqlite(join(data, 'stellwerk.db'), { fileMustExist: true });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Every row of every table: papers, texts, numbers, versions, log. That a backup was brought back is told there in addition. */
export function registerOf(office: Office): Readonly<Record<string, unknown[]>> {
  return withDatabase(office.data, (database) => {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'paper_search%' ORDER BY name")
      .pluck()
      .all() as string[];
    // Restoring is an entry of its own, and with it the log ends elsewhere.
    const rows = (table: string): unknown[] =>
      table === 'change_log'
        ? database.prepare("SELECT * FROM change_log WHERE action <> 'backup-restored'").all()
        : database.prepare(`SELECT * FROM "${table}"`).all();
    return Object.fromEntries(tables.filter((table) => table !== 'log_end').map((table) => [table, rows(table)]));
  });
}

/** Mounts a small file system in memory and runs the work in it; gives a reason when this machine forbids mounting. */
export async function withMemoryDisk(
  folder: string,
  options: string,
  work: () => Promise<void>,
): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'a small disk can only be mounted on Linux';
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'stellwerk-test', folder], { encoding: 'utf8' });
  if (mounted.status !== 0) return `mount is not permitted here: ${mounted.stderr.trim()}`;
  try {
    await work();
  } finally {
    spawnSync('umount', [folder]);
  }
  return undefined;
}
