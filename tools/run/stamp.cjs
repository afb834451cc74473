'use strict';
const fs = require('node:fs');
const path = require('node:path');

/** The stamp of the last finished step, undefined when there is none. */
function readStamp(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Before a step starts: a step that breaks off must not look finished. */
function removeStamp(file) {
  fs.rmSync(file, { force: true });
}

function writeStamp(file, stamp) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${stamp}\n`);
}

module.exports = { readStamp, removeStamp, writeStamp };
