/** A document time stamp as an appended update: it proves that the file, its signatures among it, existed then (ETSI EN 319 142-1, 5.4.3). */
import { prepare, TOKEN_ROOM, TRIES } from './sign-pdf.ts';
import { fill, reserve, timestampDictionary } from './signature-placeholder.ts';

const FIELD = { fieldName: 'Zeitstempel', visible: null };

const noFont = (): Uint8Array => {
  throw new Error('a document time stamp shows nothing');
};

export async function addTimestamp(
  pdf: Uint8Array,
  stamp: (data: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  let contentBytes = TOKEN_ROOM;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const file = await prepare(pdf, FIELD, timestampDictionary(contentBytes), noFont);
    const room = reserve(file, pdf.length, contentBytes);
    const token = await stamp(Buffer.concat([file.subarray(0, room.start), file.subarray(room.end)]));
    if (token.length <= contentBytes) {
      fill(file, room, token);
      return file;
    }
    contentBytes = token.length + 1024;
  }
  throw new Error('the time stamp grew with every try');
}
