'use strict';

// Vitest options whose value may follow as an argument of its own and is no file filter.
const OPTIONS_WITH_VALUE = new Set([
  '--bail',
  '--dir',
  '--exclude',
  '--hookTimeout',
  '--maxWorkers',
  '--outputFile',
  '--pool',
  '--project',
  '--reporter',
  '--retry',
  '--shard',
  '--testTimeout',
]);
const NAME_FILTER = /^(-t|--testNamePattern)(=|$)/;

/** Whether Vitest's arguments pick single tests, by file or by name: then the browser tests are not wanted either. */
function selectsTests(args) {
  return args.some((arg, index) => {
    if (arg.startsWith('-')) return NAME_FILTER.test(arg);
    return !OPTIONS_WITH_VALUE.has(args[index - 1]);
  });
}

module.exports = { selectsTests };
