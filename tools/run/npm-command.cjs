'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { SetupFailure } = require('./setup-failure.cjs');
const { texts } = require('./texts.cjs');

const NPM_SCRIPT = 'npm-cli.js';

/**
 * How to call npm: { program, args }. `program` is undefined when npm is a script for the Node of our choice, given as
 * the first argument. Scripts come first because Windows' npm.cmd needs a shell, and its quoting breaks on folders
 * with blanks.
 */
function findNpm() {
  const script = npmThatStartedUs() ?? npmScriptCandidates().map(realNpmScript).find(Boolean);
  if (script) return { program: undefined, args: [script] };
  // Version managers put their own launcher in place of npm.
  const launcher = searchedFolders()
    .map((folder) => path.join(folder, process.platform === 'win32' ? 'npm.exe' : 'npm'))
    .find((file) => fs.existsSync(file));
  if (!launcher) throw new SetupFailure(texts.npmMissing);
  return { program: launcher, args: [] };
}

/**
 * Arguments of `npm ci`. npm's settings from outside must not leave anything out (omit, NODE_ENV=production) and must
 * not silence what we show after a failure (`npm run -s`). `strictScripts`: refuse unreviewed install scripts;
 * `logLevel`: one of npm's.
 */
function npmCiArguments({ strictScripts = false, logLevel = 'warn' } = {}) {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', `--loglevel=${logLevel}`];
  return strictScripts ? [...args, '--strict-allow-scripts'] : args;
}

/** npm has --strict-allow-scripts since 11.16.0 and warns about unknown flags. `output`: what `npm --version` printed. */
function knowsStrictAllowScripts(output) {
  // Warnings about the user's settings may stand around the version.
  const [, major = 0, minor = 0] = (/^(\d+)\.(\d+)\.\d+/m.exec(output) ?? []).map(Number);
  return major > 11 || (major === 11 && minor >= 16);
}

/** Whether npm wrote all files. On a full disk it only warns about each one it had to cut off and reports success. */
function unpackedEverything(output) {
  return !output.includes('TAR_ENTRY_ERROR');
}

/** npm's output without the help text it adds when the lock file does not fit: that would push out the cause. */
function withoutUsage(output) {
  return output.split(/^npm error Clean install a project$/m)[0];
}

// yarn and pnpm set the same variable to themselves.
function npmThatStartedUs() {
  const started = process.env.npm_execpath;
  return started && path.basename(started) === NPM_SCRIPT && fs.existsSync(started) ? started : undefined;
}

function npmScriptCandidates() {
  const besideNode = path.dirname(process.execPath);
  const candidates = searchedFolders().flatMap((folder) => [
    path.join(folder, 'npm'),
    path.join(folder, 'node_modules', 'npm', 'bin', NPM_SCRIPT),
  ]);
  return [
    path.join(besideNode, 'node_modules', 'npm', 'bin', NPM_SCRIPT),
    path.join(besideNode, '..', 'lib', 'node_modules', 'npm', 'bin', NPM_SCRIPT),
    ...candidates,
  ];
}

// Outside Windows `npm` is a link to the script.
function realNpmScript(file) {
  if (!fs.existsSync(file)) return undefined;
  const real = fs.realpathSync(file);
  return path.basename(real) === NPM_SCRIPT ? real : undefined;
}

function searchedFolders() {
  const pathVariable = process.env.PATH ?? '';
  return [path.dirname(process.execPath), ...pathVariable.split(path.delimiter).filter(Boolean)];
}

module.exports = { findNpm, knowsStrictAllowScripts, npmCiArguments, unpackedEverything, withoutUsage };
