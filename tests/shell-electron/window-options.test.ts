import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { windowOptions } from '../../src-main/shell-electron/window-options.ts';

it('keeps Node out of the page', () => {
  expect(windowOptions('/preload.cjs', false).webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
  });
});

it('begins in the colour of the page, light or dark', () => {
  const tokens = readFileSync(join(import.meta.dirname, '..', '..', 'src-renderer', 'styles', 'tokens.css'), 'utf8');
  const frame = /--frame: light-dark\((#\w+), (#\w+)\)/.exec(tokens);
  expect([false, true].map((isDark) => windowOptions('', isDark).backgroundColor)).toEqual([frame?.[1], frame?.[2]]);
});
