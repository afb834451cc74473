/**
 * Says how much room a packaged folder takes once installed and fails above the limit.
 *   node tools/packaging/check-size.mjs FOLDER [BYTES]
 * BYTES are added: where the folder holds a stub, those of the real Electron.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MEBIBYTE = 1024 * 1024;
/** 320 MB in the way Windows counts and shows them. */
const LIMIT_BYTES = 320 * MEBIBYTE;

const [folder, added = '0'] = process.argv.slice(2);
if (folder === undefined || !/^\d+$/.test(added)) throw new Error('Name the folder and, if needed, a number of bytes');

let bytes = Number(added);
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name)).size;
}
console.log(
  `${(bytes / MEBIBYTE).toFixed(1)} of ${LIMIT_BYTES / MEBIBYTE} MB (${(bytes / 1e6).toFixed(1)} million bytes)`,
);
if (bytes > LIMIT_BYTES) process.exitCode = 1;
