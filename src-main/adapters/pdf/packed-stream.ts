/** A packed stream (ISO 32000-1, 7.4.4). Not packed by `node:zlib`: its bytes differ between machines, and the same record gives the same bytes. */
import { zlibSync } from 'fflate';
import { name, Stream, withEntries, type Dict } from './plain-values.ts';

export const packed = (entries: Dict, bytes: Uint8Array): Stream =>
  new Stream(withEntries(entries, { Filter: name('FlateDecode') }), zlibSync(bytes));
