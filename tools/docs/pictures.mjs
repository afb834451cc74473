/** Makes the pictures of README and handbook from the running window with the example office. Needs a finished build and a browser. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { lockFile } from '../../src-main/shell-local/instance-lock.ts';

const root = join(import.meta.dirname, '..', '..');
const target = join(root, 'docs', 'pictures');
const data = mkdtempSync(join(tmpdir(), 'stellwerk-bilder-'));
spawnSync(process.execPath, [join(root, 'dist', 'cli.mjs'), 'init', '--example', '--data', data]);
const program = spawn(process.execPath, [join(root, 'dist', 'local.mjs'), '--data', data, '--no-window']);
await new Promise((resolve) => program.stdout.once('data', resolve));
const { port, secret } = JSON.parse(readFileSync(lockFile(data), 'utf8'));
const answer = await fetch(`http://127.0.0.1:${port}/again`, {
  method: 'POST',
  headers: { authorization: `Bearer ${secret}` },
});
const { address } = await answer.json();
const browser = await chromium.launch({
  executablePath: process.env['STELLWERK_BROWSER'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  env: { ...process.env, LANGUAGE: 'de' },
});
try {
  const page = await browser.newPage({
    viewport: { width: 1366, height: 820 },
    locale: 'de-DE',
    reducedMotion: 'reduce',
  });
  await page.goto(address);
  await page.getByRole('table', { name: 'Papiere' }).waitFor();
  await page.screenshot({ path: join(target, 'register.png') });
  await page.getByRole('link', { name: 'S0021/26' }).first().click();
  await page.getByRole('img', { name: /^Seite 2 von/ }).waitFor();
  await page.getByRole('button', { name: /^Beratungsfolge/ }).click();
  await page.locator('[data-save="saved"]').waitFor();
  await page.mouse.move(700, 60);
  await page.screenshot({ path: join(target, 'stellungnahme.png') });
} finally {
  await browser.close();
  program.kill();
  rmSync(data, { recursive: true, force: true });
}
