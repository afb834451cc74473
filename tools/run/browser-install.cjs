'use strict';
const fs = require('node:fs');
const { findBrowser, findTestBrowser } = require('./browser-search.cjs');
const { runCaptured } = require('./child-process.cjs');
const { lastLines } = require('./setup-failure.cjs');
const { withSetupLock } = require('./setup-lock.cjs');
const { say, texts } = require('./texts.cjs');

const APT = '/usr/bin/apt-get';
const APT_OPTIONS = ['-qq', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300'];

/** Path of the installed browser, undefined when there is none. */
function installedBrowser() {
  return findBrowser({ platform: process.platform, env: process.env, fileExists: fs.existsSync });
}

/** The one the browser tests prefer, undefined when it is not there. */
function installedTestBrowser() {
  return findTestBrowser({ platform: process.platform, env: process.env, fileExists: fs.existsSync });
}

/** Whether this process may install Debian packages. */
function canInstallBrowser() {
  const isDebian = process.platform === 'linux' && fs.existsSync('/etc/debian_version') && fs.existsSync(APT);
  return isDebian && process.getuid() === 0;
}

/** Installs the packages; a failure is said in a sentence, never thrown. Resolves to whether the browser is there now. */
async function installBrowser(root, packages, isThere = installedBrowser) {
  if (!canInstallBrowser()) {
    say(texts.browserFailed(texts.browserNeedsRoot));
    return false;
  }
  return withSetupLock(root, async () => {
    if (isThere()) return true;
    say(texts.installingBrowser);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // Stale lists are no reason to give up: what they name may still be there to fetch.
    await runCaptured(APT, ['update', ...APT_OPTIONS], { env });
    const install = ['install', '--yes', '--no-install-recommends', ...APT_OPTIONS, ...packages];
    const { output } = await runCaptured(APT, install, { env });
    if (isThere()) return true;
    say(texts.browserFailed(lastLines(output, 1)[0]));
    return false;
  });
}

module.exports = { canInstallBrowser, installBrowser, installedBrowser, installedTestBrowser };
