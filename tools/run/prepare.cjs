'use strict';
const { findNode24, installNode24 } = require('./node24.cjs');
const { installPackages, packagesAreCurrent } = require('./packages.cjs');
const { buildProgram, programIsCurrent } = require('./program-build.cjs');
const { withSetupLock } = require('./setup-lock.cjs');

/**
 * Brings Node 24, packages and build up to date and resolves to { node24: path, buildOutput: text of a build that ran }.
 * Silent and without the lock when everything is. `entry`: file of dist/ that must exist; `alwaysBuild`: build anyway.
 */
async function prepare(root, { entry, alwaysBuild = false } = {}) {
  const ready = findNode24(root);
  if (ready && !alwaysBuild && packagesAreCurrent(root) && programIsCurrent(root, entry)) {
    return { node24: ready, buildOutput: '' };
  }
  // Everything is asked again inside: whoever held the lock may have done the work.
  return withSetupLock(root, async () => {
    const node24 = findNode24(root) ?? (await installNode24(root));
    if (!packagesAreCurrent(root)) await installPackages(root, node24);
    const mustBuild = alwaysBuild || !programIsCurrent(root, entry);
    return { node24, buildOutput: mustBuild ? await buildProgram(root, node24, entry) : '' };
  });
}

module.exports = { prepare };
