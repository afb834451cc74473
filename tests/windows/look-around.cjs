/**
 * Runs inside of the program that an installer or the portable program has unpacked: writes what it sees into $LOOK_REPORT, waits for
 * $LOOK_UNTIL if there is such a name, adds what it sees then, and ends with $LOOK_CODE.
 */
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const folder = path.dirname(process.execPath);
const look = () =>
  fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile())
    .sort();
const {
  LOOK_REPORT: report,
  LOOK_UNTIL: until,
  LOOK_CODE: code = '0',
  PORTABLE_EXECUTABLE_FILE: portable,
} = process.env;

const seen = { folder, portable, args: process.argv.slice(1), files: look() };
const write = (more) => {
  fs.writeFileSync(`${report}.part`, JSON.stringify({ ...seen, ...more }));
  fs.renameSync(`${report}.part`, report);
};
write({});
if (until) while (!fs.existsSync(until)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
write({ filesAtTheEnd: look() });
process.exit(Number(code));
