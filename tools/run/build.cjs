'use strict';
const { prepare } = require('./prepare.cjs');

/** Builds even when nothing changed, and shows what the build printed. */
async function build(root) {
  const { buildOutput } = await prepare(root, { alwaysBuild: true });
  process.stdout.write(buildOutput);
  return 0;
}

module.exports = { build };
