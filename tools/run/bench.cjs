'use strict';
const path = require('node:path');
const { runAttached } = require('./child-process.cjs');
const { environmentWithNode24 } = require('./node24.cjs');
const { prepare } = require('./prepare.cjs');

/** Runs the measurements. Resolves to their exit code. */
async function bench(root, args) {
  const { node24 } = await prepare(root);
  // `npm run bench -- search`: the register with 100,000 papers, which takes minutes to fill.
  // `npm run bench -- dispatch [CHECKOUT]`: "Versand" with 10,000 issued papers.
  // `npm run bench -- desktop [CHECKOUT]`: start and memory in the real Electron, beside another checkout that was built.
  const own = ['search', 'desktop', 'dispatch'].find((name) => name === args[0]);
  const script = path.join(root, 'tests', 'bench', `${own ?? 'bench'}.ts`);
  const options = { cwd: root, env: environmentWithNode24(node24) };
  return (await runAttached(node24, [script, ...args], options)).exitCode;
}

module.exports = { bench };
