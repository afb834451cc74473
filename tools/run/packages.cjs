'use strict';
const path = require('node:path');
const { runCaptured } = require('./child-process.cjs');
const { fingerprintOf } = require('./fingerprint.cjs');
const { environmentWithNode24 } = require('./node24.cjs');
const {
  findNpm,
  knowsStrictAllowScripts,
  npmCiArguments,
  unpackedEverything,
  withoutUsage,
} = require('./npm-command.cjs');
const { SetupFailure } = require('./setup-failure.cjs');
const { readStamp, removeStamp, writeStamp } = require('./stamp.cjs');
const { say, texts } = require('./texts.cjs');

function packagesAreCurrent(root) {
  return readStamp(stampFile(root)) === wantedStamp(root);
}

/** Runs `npm ci` under Node 24 and remembers for which lock file. */
async function installPackages(root, node24) {
  say(texts.installingPackages);
  const stamp = wantedStamp(root);
  removeStamp(stampFile(root));
  const npm = findNpm();
  const runNpm = (args) =>
    runCaptured(npm.program ?? node24, [...npm.args, ...args], {
      cwd: root,
      // Both would fetch a hundred megabytes that no step of the setup needs.
      env: environmentWithNode24(node24, {
        ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
        PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
      }),
    });
  const strictScripts = knowsStrictAllowScripts((await runNpm(['--version'])).output);
  const { succeeded, output } = await runNpm(npmCiArguments({ strictScripts }));
  if (!succeeded || !unpackedEverything(output)) {
    throw new SetupFailure(texts.packagesFailed, { output: withoutUsage(output), advice: texts.adviceUnknown });
  }
  writeStamp(stampFile(root), stamp);
}

// Platform and processor belong to it: a folder shared between Windows and Linux would hold the other one's binaries.
function wantedStamp(root) {
  return fingerprintOf(root, ['package-lock.json', 'package.json'], `${process.platform}-${process.arch}`);
}

function stampFile(root) {
  return path.join(root, 'node_modules', '.stellwerk-lock');
}

module.exports = { installPackages, packagesAreCurrent };
