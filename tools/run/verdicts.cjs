'use strict';
const path = require('node:path');
const { runAttached } = require('./child-process.cjs');
const { environmentWithNode24 } = require('./node24.cjs');
const { prepare } = require('./prepare.cjs');

/** Our verdict on every PDF of a folder beside pyHanko's: `npm run verdicts -- DIR [ROOTS.pem]`. Resolves to the exit code. */
async function verdicts(root, args) {
  const { node24 } = await prepare(root);
  const script = path.join(root, 'tests', 'harness', 'judges', 'verdicts.ts');
  return (await runAttached(node24, [script, ...args], { cwd: root, env: environmentWithNode24(node24) })).exitCode;
}

module.exports = { verdicts };
