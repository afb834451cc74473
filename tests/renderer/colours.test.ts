import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../support/test-host.ts';

const tokens = readFileSync(join(projectRoot, 'src-renderer', 'styles', 'tokens.css'), 'utf8');

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function colour(name: string, theme: 'light' | 'dark'): string {
  const match = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens);
  const found = theme === 'light' ? match?.[1] : match?.[2];
  if (found === undefined) throw new Error(`no colour ${name}`);
  return found;
}

const TEXT_PAIRS = ['ink', 'ink-soft', 'accent', 'ok', 'warn', 'info', 'bad'].flatMap((text) =>
  ['frame', 'paper', 'float'].map((ground) => [text, ground] as const),
);

for (const theme of ['light', 'dark'] as const) {
  it.each(TEXT_PAIRS)(`%s on %s can be read, ${theme} (WCAG 1.4.3: 4.5)`, (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
  it(`field borders can be seen, ${theme} (WCAG 1.4.11: 3.0)`, () => {
    expect(contrast(colour('line-field', theme), colour('field', theme))).toBeGreaterThanOrEqual(3);
  });
  it(`the button's words can be read, ${theme}`, () => {
    expect(contrast(colour('on-accent', theme), colour('accent', theme))).toBeGreaterThanOrEqual(4.5);
  });
}

it('takes its colours from the KERN tokens', () => {
  const kern = readFileSync(
    join(projectRoot, 'node_modules', '@kern-ux', 'native', 'dist', 'kern.css'),
    'utf8',
  ).toLowerCase();
  const missing = ['accent', 'ink', 'ink-soft', 'line-field', 'bad'].flatMap((name) =>
    kern.includes(colour(name, 'light')) ? [] : [name],
  );
  expect(missing).toEqual([]);
});
