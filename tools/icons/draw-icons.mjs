/**
 * Draws assets/icons/stellwerk.svg as pictures for Linux and as Windows icon. The results are committed, so that a
 * build needs no browser: run `node tools/icons/draw-icons.mjs [browser]` after changing the drawing.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { iconFile } from './icon-file.mjs';

const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];

const folder = join(import.meta.dirname, '..', '..', 'assets', 'icons');
const drawing = readFileSync(join(folder, 'stellwerk.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--force-color-profile=srgb'],
});

async function picture(size) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

mkdirSync(join(folder, 'linux'), { recursive: true });
const pictures = new Map();
for (const size of LINUX_SIZES) {
  const png = await picture(size);
  pictures.set(size, png);
  writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png);
}
await browser.close();
writeFileSync(
  join(folder, 'stellwerk.ico'),
  iconFile(WINDOWS_SIZES.map((size) => ({ size, png: pictures.get(size) }))),
);
