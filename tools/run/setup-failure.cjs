'use strict';
const { adviceFor } = require('./failure-advice.cjs');
const { texts } = require('./texts.cjs');

/** EX_SOFTWARE of sysexits.h: the setup failed, the program itself never ran. */
const SETUP_FAILED = 70;
const SHOWN_LINES = 20;

/** Something outside failed. `output`: what the failed step printed; `advice`: used when no known error code is in it. */
class SetupFailure extends Error {
  constructor(sentence, { output = '', advice } = {}) {
    super(sentence);
    this.output = output;
    this.advice = advice;
  }
}

/** What the person reads: what failed, the last lines of output, what to do. */
function describeFailure(error) {
  const { message, output, advice } = error instanceof SetupFailure ? error : unexpectedFailure(error);
  const shown =
    output.trim() === '' ? [] : [texts.lastLines, ...lastLines(output, SHOWN_LINES).map((line) => `  ${line}`)];
  return [`Stellwerk: ${message}`, ...shown, adviceFor(output) ?? advice].filter(Boolean).join('\n');
}

function unexpectedFailure(error) {
  return new SetupFailure(texts.setupFailed, { output: error?.stack ?? String(error), advice: texts.adviceUnknown });
}

function lastLines(output, count) {
  return output.trimEnd().split(/\r?\n/).slice(-count);
}

module.exports = { describeFailure, lastLines, SETUP_FAILED, SetupFailure };
