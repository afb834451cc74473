'use strict';
const { runAttached } = require('./child-process.cjs');
const { environmentWithNode24 } = require('./node24.cjs');
const { prepare } = require('./prepare.cjs');
const { builtFile } = require('./program-build.cjs');

/** The command line. Resolves to its exit code. */
async function cli(root, args) {
  const { node24 } = await prepare(root, { entry: 'cli.mjs' });
  const { exitCode } = await runAttached(node24, [builtFile(root, 'cli.mjs'), ...args], {
    cwd: callersFolder(process.env, process.cwd()),
    env: environmentWithNode24(node24),
  });
  return exitCode;
}

/** The folder relative file names refer to. `npm run` changes to the project folder and keeps the caller's in INIT_CWD. */
function callersFolder(env, currentFolder) {
  return (env.npm_lifecycle_event === 'cli' && env.INIT_CWD) || currentFolder;
}

module.exports = { callersFolder, cli };
