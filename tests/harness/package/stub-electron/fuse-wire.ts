/** The switches inside Electron's program file, as it is delivered: @electron/fuses finds them by the sentinel. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;

/**
 * Electron's own defaults, one character per fuse in the order of FuseV1Options. The last two allow file:// pages more
 * than others and let WebAssembly use trap handlers.
 */
const DEFAULTS = '101100011';

export function fuseWire(): Buffer {
  return Buffer.concat([
    Buffer.from(SENTINEL, 'latin1'),
    Buffer.from([WIRE_VERSION, DEFAULTS.length]),
    Buffer.from(DEFAULTS, 'latin1'),
  ]);
}
