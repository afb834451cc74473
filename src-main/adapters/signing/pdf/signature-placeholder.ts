/** The signature dictionary with room for the signature, and the two patches that fill it (ISO 32000-1, 12.8.1). */
import { createHash } from 'node:crypto';
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '../../formats/pdf/library.ts';
import { Refusal } from '../../../contract/shared/errors.ts';
import { SIGN_PROBLEMS } from '../../../contract/signature/texts-de.ts';
import type { PdfSignRequest } from '../../../core/ports/signature-ports.ts';
import type { DigestName } from '../../formats/digest.ts';
import { dateString, textString } from '../../formats/pdf/pdf-text.ts';

/** Three numbers as long as those of the largest file a cross-reference table can describe. */
const ROOM_NUMBER = 9_999_999_999;
const RANGE_ROOM = `[0 ${ROOM_NUMBER} ${ROOM_NUMBER} ${ROOM_NUMBER}]`;

const rangeRoom = (): PdfArray =>
  new PdfArray([0, ROOM_NUMBER, ROOM_NUMBER, ROOM_NUMBER].map((value) => PdfNumber.of(value)));

export function signatureDictionary(request: PdfSignRequest, contentBytes: number): PdfDict {
  const dictionary = PdfDict.of({
    Type: PdfName.of('Sig'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.CAdES.detached'),
    M: dateString(request.at),
    ByteRange: rangeRoom(),
    Contents: PdfString.fromBytes(new Uint8Array(contentBytes)),
  });
  if (request.reason !== '') dictionary.set('Reason', textString(request.reason));
  if (request.location !== '') dictionary.set('Location', textString(request.location));
  return dictionary;
}

/** A document time stamp (ISO 32000-2, 12.8.5): no signer, no claimed time, the token alone. */
export function timestampDictionary(contentBytes: number): PdfDict {
  return PdfDict.of({
    Type: PdfName.of('DocTimeStamp'),
    Filter: PdfName.of('Adobe.PPKLite'),
    SubFilter: PdfName.of('ETSI.RFC3161'),
    ByteRange: rangeRoom(),
    Contents: PdfString.fromBytes(new Uint8Array(contentBytes)),
  });
}

/** Where the signature will stand: `<` is at `start`, `>` is the last byte before `end`. */
export interface SignatureRoom {
  readonly start: number;
  readonly end: number;
}

/** Writes the byte range into the file and answers the room; searches behind the original bytes only. */
export function reserve(file: Uint8Array, originalLength: number, contentBytes: number): SignatureRoom {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const range = bytes.indexOf(RANGE_ROOM, originalLength, 'latin1');
  const start = bytes.indexOf(`<${'0'.repeat(contentBytes * 2)}>`, originalLength, 'latin1');
  // A file that hides objects from its own tables keeps the update from being found in it.
  if (range === -1 || start === -1)
    throw new Refusal('document-not-signable', { file: 'PDF', problem: SIGN_PROBLEMS.unreadable });
  const end = start + contentBytes * 2 + 2;
  const numbers = `[0 ${start} ${end} ${file.length - end}]`.padEnd(RANGE_ROOM.length);
  bytes.write(numbers, range, 'latin1');
  return { start, end };
}

export function digestAround(file: Uint8Array, room: SignatureRoom, digest: DigestName): Uint8Array {
  return createHash(digest).update(file.subarray(0, room.start)).update(file.subarray(room.end)).digest();
}

export function fill(file: Uint8Array, room: SignatureRoom, cms: Uint8Array): void {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  bytes.write(Buffer.from(cms).toString('hex'), room.start + 1, 'latin1');
}
