'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { runCaptured } = require('./child-process.cjs');
const { fingerprintOf } = require('./fingerprint.cjs');
const { environmentWithNode24 } = require('./node24.cjs');
const { SetupFailure } = require('./setup-failure.cjs');
const { readStamp, removeStamp, writeStamp } = require('./stamp.cjs');
const { say, texts } = require('./texts.cjs');

const SOURCES = [
  'src-main',
  'src-renderer',
  'assets',
  'tools/build',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
];

/** `entry`: the file of dist/ that is needed now, undefined when any current build will do. */
function programIsCurrent(root, entry) {
  if (entry && !fs.existsSync(builtFile(root, entry))) return false;
  return readStamp(stampFile(root)) === sourceFingerprint(root);
}

/** Builds into dist/ and resolves to what the build printed. */
async function buildProgram(root, node24, entry) {
  say(texts.building);
  // Taken before the build: a file saved while it runs makes the next start build again.
  const stamp = sourceFingerprint(root);
  removeStamp(stampFile(root));
  const { succeeded, output } = await runCaptured(node24, [path.join(root, 'tools', 'build', 'build.mjs')], {
    cwd: root,
    env: environmentWithNode24(node24),
  });
  if (!succeeded) throw new SetupFailure(texts.buildFailed, { output, advice: texts.adviceSource });
  if (entry && !fs.existsSync(builtFile(root, entry))) {
    throw new SetupFailure(texts.buildIncomplete(`dist/${entry}`), { output, advice: texts.adviceSource });
  }
  writeStamp(stampFile(root), stamp);
  return output;
}

function builtFile(root, name) {
  return path.join(root, 'dist', name);
}

function sourceFingerprint(root) {
  const typeSettings = fs.readdirSync(root).filter((name) => /^tsconfig.*\.json$/.test(name));
  return fingerprintOf(root, [...SOURCES, ...typeSettings]);
}

function stampFile(root) {
  return path.join(root, 'dist', '.stellwerk-build');
}

module.exports = { buildProgram, builtFile, programIsCurrent };
