'use strict';
const path = require('node:path');

const DEFAULT_NAMES = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
};

/**
 * Path of Electron's binary, undefined when there is none. Never by require('electron'): that starts a download.
 * `readText` returns undefined for a missing file.
 */
function findElectron({ root, platform, env, fileExists, readText }) {
  const { join } = platform === 'win32' ? path.win32 : path.posix;
  const installed = join(root, 'node_modules', 'electron');
  const named = readText(join(installed, 'path.txt'))?.trim();
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  const binary = override
    ? join(override, named || DEFAULT_NAMES[platform] || DEFAULT_NAMES.linux)
    : named && join(installed, 'dist', named);
  return binary && fileExists(binary) ? binary : undefined;
}

module.exports = { findElectron };
