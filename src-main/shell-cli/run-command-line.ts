/** Runs one command. Exit codes: 0 done, 1 expected refusal, 2 wrong usage, 70 unexpected (with a log id). */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { DATABASE_FILE } from '../adapters/sqlite/open-file.ts';
import { currentUserName, defaultDataFolder } from '../adapters/files/data-folder.ts';
import { Refusal } from '../contract/shared/errors.ts';
import { sentenceFor } from '../contract/shared/errors-de.ts';
import { systemCode } from '../core/system/file-errors.ts';
import type { FileFence } from '../core/reading/file-fence.ts';
import { shellTexts } from '../contract/shell/texts-de.ts';
import { reportUnexpected } from '../host/error-log.ts';
import { fencedReaders } from '../host/fenced-readers.ts';
import { inProcess, inThread, openFence } from '../host/open-fence.ts';
import { openHost } from '../host/open-host.ts';
import * as commands from './commands.ts';
import * as dispatches from './dispatch-commands.ts';
import * as issues from './issue-commands.ts';
import { writeLetter } from './letter-commands.ts';
import * as meetings from './meeting-commands.ts';
import * as office from './office-commands.ts';
import * as papers from './paper-commands.ts';
import { programOf, type Program } from './program.ts';
import { modules } from './module-commands.ts';
import { check } from './check-command.ts';
import { points } from './point-commands.ts';
import * as review from './review-commands.ts';
import * as earlier from './version-commands.ts';
import { redact } from './redact-commands.ts';
import { installationAt, type Installation } from '../host/installation.ts';
import { parseArguments, usageText, type Command, type CommandName } from './parse-arguments.ts';

export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly errorIsTerminal: boolean;
  /** False in Electron, whose program starts as Electron again and not as Node. */
  readonly canStartProcess: boolean;
  /** Address of the built entry; the program's files lie beside it. */
  readonly entry: string;
  /** Started already when a document follows. */
  readonly typstThread: Worker | null;
}

const OLDEST_NODE = 22;

function requireNode(): void {
  const found = process.versions.node;
  if (Number(found.split('.')[0]) < OLDEST_NODE)
    throw new Refusal('node-too-old', { needed: String(OLDEST_NODE), found });
}

/** The window is another program: it is started, not loaded. */
function serve(installation: Installation, dataFolder: string | null): Promise<number> {
  const args = [installation.localShell, '--no-window', ...(dataFolder === null ? [] : ['--data', dataFolder])];
  // The channel tells the child that we are gone, however that came.
  const child = spawn(process.execPath, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 0));
  });
}

async function restore(command: Command, dataFolder: string, fence: FileFence): Promise<commands.Outcome> {
  const { restoreDatabase } = await import('../adapters/sqlite/restore.ts');
  const { check } = fencedReaders(fence).strangersBackups;
  const stamp = new Date().toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  const by = { actor: currentUserName(), at: new Date().toISOString() };
  const former = await restoreDatabase(command.positionals[0] ?? '', dataFolder, stamp, { by, check }).finally(() =>
    fence.close(),
  );
  const text = former === null ? 'Wiederhergestellt.' : `Wiederhergestellt. Der vorige Stand liegt in ${former}`;
  return { json: { status: 'restored', former }, text, exitCode: 0 };
}

async function runWith(command: Command, program: Program): Promise<commands.Outcome> {
  switch (command.name) {
    case 'init':
      return commands.init(command, program);
    case 'import':
      return commands.importFiles(command, program);
    case 'list':
      return commands.list(command, program);
    case 'show':
      return commands.show(command, program);
    case 'new':
      return commands.create(command, program);
    case 'set':
      return commands.set(command, program);
    case 'number':
      return papers.number(command, program);
    case 'discard':
      return papers.discard(command, program);
    case 'bin':
      return papers.bin(program);
    case 'restore-paper':
      return papers.restorePaper(command, program);
    case 'take-up':
      return papers.takeUp(command, program);
    case 'versions':
      return earlier.versions(command, program);
    case 'diff':
      return earlier.diff(command, program);
    case 'edit-copy':
      return review.editCopy(command, program);
    case 'proposals':
      return review.proposals(command, program);
    case 'comments':
      return review.comments(command, program);
    case 'points':
      return points(command, program);
    case 'export':
      return commands.writeDocuments(command, program, 'form-sheet');
    case 'distribution':
      return meetings.distribution(command, program);
    case 'meeting':
      return meetings.meeting(command, program);
    case 'meeting-folder':
      return meetings.meetingFolder(command, program);
    case 'modules':
      return modules(command, program);
    case 'check':
      return check(command, program);
    case 'release':
      return issues.release(command, program);
    case 'return':
      return issues.returnToDraft(command, program);
    case 'issue':
      return issues.issue(command, program);
    case 'correct':
      return issues.correct(command, program);
    case 'withdraw':
      return issues.withdraw(command, program);
    case 'redact':
      return redact(command, program);
    case 'copies':
      return dispatches.copies(command, program);
    case 'dispatch':
      return dispatches.dispatch(command, program);
    case 'sign':
      return issues.sign(command, program);
    case 'verify':
      return issues.verify(command, program);
    case 'trust':
      return issues.trust(command, program);
    case 'test-key':
      return issues.testKey(command, program);
    case 'letter':
      return writeLetter(command, program);
    case 'settings':
      return office.settings(command, program);
    case 'attach':
      return office.attach(command, program);
    case 'backup':
      return office.backup(command, program);
    case 'doctor':
      return office.doctor(command, program);
    case 'restore':
      return office.previewRestore(command.positionals[0] ?? '', program);
    case 'serve':
    case 'help':
      throw new Error(`${command.name} needs no open database`);
  }
}

/** Whatever else the system answers, such as that a file stands in the place of the folder, is told where the folder is opened. */
function isMissing(path: string): boolean {
  try {
    statSync(path);
    return false;
  } catch (error) {
    return systemCode(error) === 'ENOENT';
  }
}

/** They need no office: what they do, they do with files. Of `restore` only the look inside comes here. */
const WITHOUT_OFFICE: ReadonlySet<CommandName> = new Set(['verify', 'test-key', 'restore']);

/**
 * Where the command finds its data. Only `init` makes an office where there is none: whoever mistypes a folder is told (`office-missing`), and
 * nothing is left there.
 */
function officeFolder({ name }: Command, path: string): { readonly path: string; readonly leave: () => void } {
  if (name === 'init' || !isMissing(join(path, DATABASE_FILE))) return { path, leave: () => undefined };
  if (!WITHOUT_OFFICE.has(name)) throw new Refusal('office-missing', { folder: path });
  const scratch = mkdtempSync(join(tmpdir(), 'stellwerk-ohne-buero-'));
  return { path: scratch, leave: () => rmSync(scratch, { recursive: true, force: true }) };
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  // Electron brings the Node that fits its database.
  if (terminal.canStartProcess) requireNode();
  const command = parseArguments(args);
  if (command.name === 'help') {
    terminal.out(usageText());
    return 0;
  }
  const installation = installationAt(terminal.entry);
  if (command.name === 'serve') return serve(installation, command.dataFolder);
  // The process that reads strangers' files has a working folder of its own.
  const dataFolder = resolve(command.dataFolder ?? defaultDataFolder(process.platform, process.env));
  const show = ({ json, text, exitCode, refusals = [] }: commands.Outcome): number => {
    for (const refusal of refusals) tellError(refusal, args, terminal);
    const output = command.json ? JSON.stringify(json, null, 2) : text;
    if (output !== '') terminal.out(output);
    return exitCode;
  };
  const fence = (): FileFence =>
    openFence(terminal.canStartProcess ? inProcess(installation.fileReader) : inThread(installation.fileReader));
  // A damaged database cannot be opened, and restoring is what mends it.
  if (command.name === 'restore' && !command.flags.has('preview'))
    return show(await restore(command, dataFolder, fence()));
  const folder = officeFolder(command, dataFolder);
  const host = openHost({
    dataFolder: folder.path,
    assetFolder: installation.assetFolder,
    typstWorker: installation.typstWorker,
    fence,
    version: installation.version,
    builtAt: installation.builtAt,
    typstThread: terminal.typstThread,
  });
  try {
    const program = programOf(host);
    const exitCode = show(await runWith(command, program));
    if (WRITES.has(command.name)) await tellClock(program, args, terminal);
    return exitCode;
  } finally {
    await host.close();
    folder.leave();
  }
}

/** They write days and times for good. */
const WRITES: ReadonlySet<CommandName> = new Set([
  ...([
    'init',
    'settings',
    'modules',
    'attach',
    'import',
    'new',
    'number',
    'discard',
    'restore-paper',
    'take-up',
    'set',
  ] as const),
  ...(['meeting', 'release', 'return', 'issue', 'correct', 'withdraw', 'dispatch', 'sign', 'trust', 'letter'] as const),
  ...(['redact', 'backup'] as const),
]);

/** A clock that cannot be right is said beside what was written with it. */
async function tellClock({ ask }: Program, args: readonly string[], terminal: Terminal): Promise<void> {
  const { clockProblem } = await ask.system.status();
  if (clockProblem !== null) tellSentence('clock-behind', clockProblem, args, terminal);
}

/** Refusals stand on standard error as `{code,message}`; for a person at a terminal as a sentence. */
function tellError(refusal: Refusal, args: readonly string[], terminal: Terminal): void {
  const hint = shellTexts.commandLine.hints[refusal.code];
  const message = [sentenceFor(refusal.code, refusal.details), hint].filter(Boolean).join(' ');
  tellSentence(refusal.code, message, args, terminal);
}

function tellSentence(code: string, message: string, args: readonly string[], terminal: Terminal): void {
  const asSentence = terminal.errorIsTerminal && !args.includes('--json');
  terminal.error(asSentence ? message : JSON.stringify({ code, message }));
}

function tell(refusal: Refusal, args: readonly string[], terminal: Terminal): number {
  const json = args.includes('--json');
  if (json && refusal.code !== 'usage')
    terminal.out(JSON.stringify({ status: refusal.code, ...refusal.details }, null, 2));
  tellError(refusal, args, terminal);
  return refusal.code === 'usage' ? 2 : 1;
}

export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(args, terminal);
  } catch (error) {
    if (error instanceof Refusal) return tell(error, args, terminal);
    const logId = reportUnexpected(error);
    terminal.error(JSON.stringify({ code: 'unexpected', message: sentenceFor('unexpected', { logId }), logId }));
    return 70;
  }
}
