'use strict';
const fs = require('node:fs');
const { canInstallBrowser, installBrowser, installedBrowser } = require('./browser-install.cjs');
const { runAttached } = require('./child-process.cjs');
const { hasDisplay } = require('./display.cjs');
const { findElectron } = require('./electron-search.cjs');
const { environmentWithNode24 } = require('./node24.cjs');
const { prepare } = require('./prepare.cjs');
const { builtFile } = require('./program-build.cjs');

/** Opens the window: Electron where its binary is there, the local shell elsewhere. Resolves to the exit code. */
async function start(root, args) {
  const { platform, env } = process;
  const { node24 } = await prepare(root, { entry: 'local.mjs' });
  const options = { cwd: root, env: environmentWithNode24(node24) };
  const display = hasDisplay(platform, env);

  const electron = findElectron({ root, platform, env, fileExists: fs.existsSync, readText });
  if (electron && display) {
    // Terminals inside Electron programs hand this on, and it would turn Electron into a plain Node.
    delete options.env.ELECTRON_RUN_AS_NODE;
    return (await runAttached(electron, [root, ...args], options)).exitCode;
  }
  // Without a display the local shell prints an address instead of opening a window.
  if (display && !installedBrowser() && canInstallBrowser()) {
    await installBrowser(root, ['chromium', 'chromium-l10n']);
  }
  // The channel tells the local shell that we are gone, even when nobody could pass a signal on.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  return (await runAttached(node24, [builtFile(root, 'local.mjs'), ...args], { ...options, stdio })).exitCode;
}

/** Text of a file, undefined when there is none. */
function readText(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

module.exports = { start };
