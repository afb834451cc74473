/** The stub with Node for Windows as its program: something that really runs under Wine, and does what NODE_OPTIONS names. */
import { appendFileSync, closeSync, copyFileSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fuseWire } from './fuse-wire.ts';
import { writeStubDistribution } from './stub-distribution.ts';

const PE_HEADER_AT = 0x3c;
/** Entry of the data directories that points to the signature, counted from the PE header of a 64-bit program. */
const SIGNATURE_ENTRY = 24 + 112 + 8 * 4;

/** electron-builder changes no signed program; the program will not be what its makers signed. */
function forgetSignature(program: string): void {
  const file = openSync(program, 'r+');
  const place = Buffer.alloc(4);
  readSync(file, place, 0, 4, PE_HEADER_AT);
  writeSync(file, Buffer.alloc(8), 0, 8, place.readUInt32LE(0) + SIGNATURE_ENTRY);
  closeSync(file);
}

export async function writeNodeDistribution(folder: string, node: string): Promise<void> {
  await writeStubDistribution(folder, 'win32');
  const program = join(folder, 'electron.exe');
  copyFileSync(node, program);
  forgetSignature(program);
  appendFileSync(program, Buffer.concat([fuseWire(), Buffer.alloc(16)]));
}
