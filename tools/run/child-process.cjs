'use strict';
const { spawn } = require('node:child_process');
const os = require('node:os');
const { SetupFailure } = require('./setup-failure.cjs');
const { recordStep } = require('./setup-lock.cjs');
const { say, texts } = require('./texts.cjs');

const KEPT_OUTPUT = 1_000_000;
const PARENT_CHECK_MS = 500;
const PARENT = process.ppid;

/** A signal reached us while a setup step ran: leave quietly, with the code shells give for that signal. */
class Interrupted extends Error {
  constructor(signal) {
    super(signal);
    this.exitCode = exitCodeFor(null, signal);
  }
}

/** The exit code to pass on for an ended child; 128 + number for a signal, as shells do. */
function exitCodeFor(code, signal) {
  return code ?? 128 + (os.constants.signals[signal] ?? 0);
}

// Ctrl+C in a terminal already reaches every process of the group; passed on once more it would count as the second
// Ctrl+C, on which many programs drop everything. On Windows kill() would end the child without asking it.
function terminalDeliversInterrupts() {
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  return process.platform === 'win32' || Boolean(onTerminal);
}

// npm passes a signal only to the shell it started us with, and Debian's shell dies of it without passing it on: its
// end is all we notice. Windows keeps no parents, there the console ends everything.
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined;
  const watch = setInterval(() => {
    if (process.ppid === PARENT) return;
    clearInterval(watch);
    onGone();
  }, PARENT_CHECK_MS);
  return watch;
}

/**
 * Runs a child to its end, passing signals on. Resolves to { code, signal, received: signal we got meanwhile }.
 * `onSignal` is called at the first one.
 */
function supervise(child, program, onSignal = () => {}) {
  return new Promise((resolve, reject) => {
    let received;
    const pass = (signal) => {
      if (!received) onSignal();
      received = signal;
      if (signal === 'SIGINT' && terminalDeliversInterrupts()) return;
      child.kill(signal);
    };
    const watch = watchNpm(() => pass('SIGTERM'));
    const stopListening = () => {
      clearInterval(watch);
      process.off('SIGINT', pass).off('SIGTERM', pass);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.once('error', (error) => {
      stopListening();
      reject(new SetupFailure(texts.startFailed(program), { output: String(error), advice: texts.adviceUnknown }));
    });
    child.once('close', (code, signal) => {
      stopListening();
      resolve({ code, signal, received });
    });
  });
}

/**
 * Runs a program in our terminal. Resolves to { exitCode, interrupted }.
 * `options`: cwd and env of the child; stdio where the terminal is not all it gets.
 */
async function runAttached(program, args, options) {
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  const { code, signal, received } = await supervise(child, program);
  return { exitCode: exitCodeFor(code, signal), interrupted: received !== undefined };
}

/**
 * Runs a step of the setup silently, under the setup lock. Resolves to { succeeded, output }, output being the end of stdout and stderr together.
 * Throws Interrupted when a signal ended it.
 */
async function runCaptured(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  recordStep(child.pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => (output = (output + text).slice(-KEPT_OUTPUT)));
  }
  // npm first undoes what it began, which may take half a minute.
  const { code, signal, received } = await supervise(child, program, () => say(texts.interrupting));
  if (received) throw new Interrupted(received);
  if (signal) output = `${output}\n${texts.endedBySignal(signal)}`.trimStart();
  return { succeeded: code === 0, output };
}

module.exports = { exitCodeFor, Interrupted, runAttached, runCaptured };
