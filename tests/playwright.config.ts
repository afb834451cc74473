import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import type { WorkerFixtures } from './e2e/desk.ts';

type Find = (surroundings: object) => string | undefined;
const require = createRequire(import.meta.url);
const { findBrowser, findTestBrowser } = require('../tools/run/browser-search.cjs') as Record<
  'findBrowser' | 'findTestBrowser',
  Find
>;

const root = join(import.meta.dirname, '..');
const surroundings = { platform: process.platform, env: process.env, fileExists: existsSync };
const browser = findTestBrowser(surroundings) ?? findBrowser(surroundings);
const isRoot = process.getuid?.() === 0;

export default defineConfig<object, WorkerFixtures>({
  testDir: join(import.meta.dirname, 'e2e'),
  outputDir: join(root, '.cache', 'playwright'),
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: existsSync('/.dockerenv') || process.env['CI'] ? 2 : undefined,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  reporter: [['list'], ['json', { outputFile: join(root, '.cache', 'playwright.json') }]],
  use: {
    locale: 'de-DE',
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    // A trace takes a picture of every step; `--trace on` makes one where a failure is not understood.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(browser !== undefined && { executablePath: browser }),
      args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-background-networking'],
      // Without a UTF-8 locale Chromium calls a download with an umlaut in its name “download”.
      env: { ...(process.env as Record<string, string>), LANGUAGE: 'de', LC_ALL: 'C.UTF-8' },
    },
  },
  projects: [
    { name: 'local', testIgnore: ['**/electron/**', '**/real-shell/**'], use: { shell: 'local' } },
    // The built Electron program over a double of the `electron` module: the planted faults, and that the double still
    // carries the program. What people get is tried in the real one.
    { name: 'electron-double', testMatch: '**/electron/**/*.spec.ts', use: { shell: 'electron-double' } },
    // A real Electron (`npm run test:electron`); without one its tests skip, and REQUIRE_ELECTRON=1 makes that a failure.
    { name: 'electron', testIgnore: '**/electron/**', use: { shell: 'electron' } },
  ],
});
