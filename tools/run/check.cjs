'use strict';
const { execFileSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');
const { runAttached } = require('./child-process.cjs');
const { environmentWithNode24 } = require('./node24.cjs');
const { prepare } = require('./prepare.cjs');
const { say, texts } = require('./texts.cjs');

const CODE = /\.[cm]?[jt]sx?$/;
const FORMATTED = /\.(?:[cm]?[jt]sx?|json|md|css|html|ya?ml)$/;

/** Files that differ from the last commit, or where none does those of the last commit itself; paths from the root. */
function changedFiles(root) {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  const open = [...git('diff', '--name-only', 'HEAD'), ...git('ls-files', '--others', '--exclude-standard')];
  const files = open.length > 0 ? open : git('show', '--name-only', '--format=', 'HEAD');
  return {
    since: open.length > 0 ? 'HEAD' : 'HEAD~1',
    files: files.filter((file) => existsSync(path.join(root, file))),
  };
}

/** What can be said quickly of a change: types, directions, and lint, formatting and tests of what it touches. Resolves to the first failing exit code. */
async function check(root) {
  const { node24 } = await prepare(root);
  const env = environmentWithNode24(node24);
  const { since, files } = changedFiles(root);
  const run = async (tool, ...args) => {
    const script = path.join(root, 'node_modules', ...tool.split('/'));
    return (await runAttached(node24, [script, ...args], { cwd: root, env })).exitCode;
  };
  const [code, formatted] = [CODE, FORMATTED].map((kind) => files.filter((file) => kind.test(file)));
  const directions = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err-long',
    'src-main',
    'src-renderer',
    'tests',
  ];
  const steps = [
    [texts.checks.types, () => run('typescript/bin/tsc', '-b', '--pretty', 'false')],
    [texts.checks.lint, () => run('eslint/bin/eslint.js', '--max-warnings', '0', '--no-warn-ignored', ...code), code],
    [texts.checks.directions, () => run('dependency-cruiser/bin/dependency-cruiser.mjs', ...directions)],
    [
      texts.checks.formatting,
      () => run('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', ...formatted),
      formatted,
    ],
    [
      texts.checks.tests,
      () =>
        run('vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--changed', since, '--passWithNoTests'),
    ],
  ];
  let first = 0;
  for (const [name, step, subject] of steps) {
    if (subject?.length === 0) continue;
    const begin = Date.now();
    const exitCode = await step();
    say(texts.checked(name, exitCode === 0, Math.round((Date.now() - begin) / 1000)));
    first ||= exitCode;
  }
  return first;
}

module.exports = { check };
