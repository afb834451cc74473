'use strict';
const { bench } = require('./bench.cjs');
const { build } = require('./build.cjs');
const { Interrupted } = require('./child-process.cjs');
const { check } = require('./check.cjs');
const { cli } = require('./cli.cjs');
const { PROJECT_FOLDER } = require('./project.cjs');
const { describeFailure, SETUP_FAILED } = require('./setup-failure.cjs');
const { start } = require('./start.cjs');
const { test } = require('./test.cjs');
const { testElectron } = require('./test-electron.cjs');
const { say, texts } = require('./texts.cjs');
const { verdicts } = require('./verdicts.cjs');

const COMMANDS = { start, test, 'test-electron': testElectron, check, cli, build, bench, verdicts };
const USAGE_ERROR = 64;

/** Runs one command and sets the exit code; never throws. */
async function main([name, ...args]) {
  process.exitCode = await run(name, args);
}

async function run(name, args) {
  if (!Object.hasOwn(COMMANDS, name ?? '')) {
    say(texts.unknownCommand(name, Object.keys(COMMANDS)));
    return USAGE_ERROR;
  }
  try {
    return await COMMANDS[name](PROJECT_FOLDER, args);
  } catch (error) {
    if (error instanceof Interrupted) return error.exitCode;
    process.stderr.write(`${describeFailure(error)}\n`);
    return SETUP_FAILED;
  }
}

module.exports = { main };
