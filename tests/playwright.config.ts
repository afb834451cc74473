import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import type { Options } from './e2e/desk.ts';
import { findBrowser } from '../src-main/shell-local/browser.ts';

const root = join(import.meta.dirname, '..');
const browser = findBrowser(process.platform, process.env);
const isRoot = process.getuid?.() === 0;

export default defineConfig<Options>({
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
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser !== null && { executablePath: browser }),
      args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-background-networking'],
      // Without a UTF-8 locale Chromium calls a download with an umlaut in its name “download”.
      env: { ...(process.env as Record<string, string>), LANGUAGE: 'de', LC_ALL: 'C.UTF-8' },
    },
  },
  projects: [
    { name: 'local', testIgnore: '**/electron/**', use: { shell: 'local' } },
    // The built Electron program over a double of the `electron` module: proves our wiring, not Electron.
    // Specs about the page and the core behind it run in the others; twice they would cost minutes and show nothing new.
    {
      name: 'electron-double',
      testIgnore: [
        'accessibility',
        'paste',
        'settings',
        'directory',
        'guide',
        'handbook',
        'attachments',
        'redaction',
        'letter',
        'dead-ends',
        'meetings',
        'dispatch',
      ].map((subject) => `**/${subject}.spec.ts`),
      use: { shell: 'electron-double' },
    },
    // The real binary, where there is one; REQUIRE_ELECTRON=1 makes a missing one a failure.
    { name: 'electron', testIgnore: '**/electron/**', use: { shell: 'electron' } },
  ],
});
