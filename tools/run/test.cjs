'use strict';
const path = require('node:path');
const { installBrowser, installedBrowser, installedTestBrowser } = require('./browser-install.cjs');
const { runAttached } = require('./child-process.cjs');
const { environmentWithNode24 } = require('./node24.cjs');
const { prepare } = require('./prepare.cjs');
const { selectsTests } = require('./test-selection.cjs');
const { say, texts } = require('./texts.cjs');

/** The browser without a window draws the same pages with a fifth less work; a full one serves where it cannot be had. */
const BROWSER_PACKAGES = ['chromium', 'chromium-headless-shell', 'chromium-l10n', 'fonts-liberation'];

/** Runs Vitest with `args` and, when they select nothing, the browser tests. Resolves to the first failing exit code. */
async function test(root, args) {
  const { node24 } = await prepare(root);
  const withoutBrowser = !(await browserIsThere(root));
  const env = environmentWithNode24(node24, withoutBrowser ? { STELLWERK_NO_BROWSER: '1' } : {});
  const runTool = (tool, toolArgs) => {
    const script = path.join(root, 'node_modules', ...tool.split('/'));
    return runAttached(node24, [script, ...toolArgs], { cwd: root, env });
  };

  const vitest = await runTool('vitest/vitest.mjs', ['run', '--config', 'tests/vitest.config.ts', ...args]);
  if (vitest.interrupted) return vitest.exitCode;
  const skipped = reasonToSkip(args, withoutBrowser);
  if (skipped) {
    say(texts.testSummary(verdict(vitest), skipped));
    return vitest.exitCode;
  }
  const playwright = await runTool('@playwright/test/cli.js', [
    'test',
    '--config',
    'tests/playwright.config.ts',
    // The real Electron has a command of its own (test-electron.cjs).
    '--project=local',
    '--project=electron-double',
  ]);
  say(texts.testSummary(verdict(vitest), verdict(playwright)));
  return vitest.exitCode || playwright.exitCode;
}

async function browserIsThere(root) {
  if (process.env.STELLWERK_NO_BROWSER === '1') return false;
  if (installedTestBrowser() || (await installBrowser(root, BROWSER_PACKAGES, installedTestBrowser))) return true;
  if (installedBrowser()) return true;
  say(texts.browserTestsSkipped);
  return false;
}

function reasonToSkip(args, withoutBrowser) {
  if (selectsTests(args)) return texts.skippedNarrowed;
  return withoutBrowser ? texts.skippedNoBrowser : undefined;
}

function verdict({ exitCode, interrupted }) {
  if (interrupted) return texts.interrupted;
  return exitCode === 0 ? texts.passed : texts.failed;
}

module.exports = { test };
