/** The smallest 64-bit ELF program: one segment, `exit(1)`, and the given bytes. Nobody can mistake it for a browser. */
const HEADER_BYTES = 64;
const SEGMENT_HEADER_BYTES = 56;
const LOAD_ADDRESS = 0x400000n;
const READ_AND_EXECUTE = 5;

/** mov edi, 1 · mov eax, 60 (exit) · syscall */
const EXIT_WITH_ONE = Buffer.from([0xbf, 1, 0, 0, 0, 0xb8, 60, 0, 0, 0, 0x0f, 0x05]);

export function linuxProgram(payload: Buffer): Buffer {
  const codeAt = HEADER_BYTES + SEGMENT_HEADER_BYTES;
  const size = BigInt(codeAt + EXIT_WITH_ONE.length + payload.length);
  const head = Buffer.alloc(codeAt);
  // 64 bit, little-endian, ELF version 1, System V
  head.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  head.writeUInt16LE(2, 16); // executable
  head.writeUInt16LE(62, 18); // x86-64
  head.writeUInt32LE(1, 20);
  head.writeBigUInt64LE(LOAD_ADDRESS + BigInt(codeAt), 24); // entry
  head.writeBigUInt64LE(BigInt(HEADER_BYTES), 32); // place of the segment headers
  head.writeUInt16LE(HEADER_BYTES, 52);
  head.writeUInt16LE(SEGMENT_HEADER_BYTES, 54);
  head.writeUInt16LE(1, 56); // one segment
  head.writeUInt32LE(1, HEADER_BYTES); // loaded
  head.writeUInt32LE(READ_AND_EXECUTE, HEADER_BYTES + 4);
  head.writeBigUInt64LE(LOAD_ADDRESS, HEADER_BYTES + 16);
  head.writeBigUInt64LE(LOAD_ADDRESS, HEADER_BYTES + 24);
  head.writeBigUInt64LE(size, HEADER_BYTES + 32);
  head.writeBigUInt64LE(size, HEADER_BYTES + 40);
  head.writeBigUInt64LE(0x1000n, HEADER_BYTES + 48);
  return Buffer.concat([head, EXIT_WITH_ONE, payload]);
}
