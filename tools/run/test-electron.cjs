'use strict';
const path = require('node:path');
const { runAttached, runCaptured } = require('./child-process.cjs');
const { environmentWithNode24 } = require('./node24.cjs');
const { prepare } = require('./prepare.cjs');
const { lastLines } = require('./setup-failure.cjs');
const { say, texts } = require('./texts.cjs');

/** Runs the browser tests in a real Electron; `args` go to Playwright. Without one they skip, unless REQUIRE_ELECTRON=1. */
async function testElectron(root, args) {
  const { node24 } = await prepare(root);
  const env = environmentWithNode24(node24);
  const options = { cwd: root, env };
  say(texts.providingElectron);
  const provide = path.join(root, 'tools', 'electron-test', 'provide.mjs');
  const { succeeded, output } = await runCaptured(node24, [provide], options);
  // An installed one may still be there.
  if (!succeeded) say(texts.electronMissing(reasonIn(output)));
  const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const only = ['test', '--config', 'tests/playwright.config.ts', '--project=electron'];
  return (await runAttached(node24, [playwright, ...only, ...args], options)).exitCode;
}

/** Node prints the error's sentence first, then where it happened. */
function reasonIn(output) {
  return /^(?:\w*Error): (.+)$/m.exec(output)?.[1] ?? lastLines(output, 1)[0] ?? '';
}

module.exports = { testElectron };
