/** A certificate from a file: PEM (the first, when there are several) or DER. */
import { Refusal } from '../../../contract/shared/errors.ts';
import { describeCertificate } from './describe-certificate.ts';

const PEM = /-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]+)-----END CERTIFICATE-----/;
/** A certificate of an office has a few kilobytes; lists of hundreds in one file stay below this. */
const LARGEST_FILE = 8 * 1024 * 1024;

function tooLarge(file: string, size: number): Refusal {
  const mb = (length: number): string => String(Math.ceil(length / 1024 / 1024));
  return new Refusal('file-too-large', { file, sizeMb: mb(size), limitMb: mb(LARGEST_FILE) });
}

export function certificateFromFile(bytes: Uint8Array, file: string): Uint8Array {
  if (bytes.length > LARGEST_FILE) throw tooLarge(file, bytes.length);
  const [, base64] = PEM.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  const der = base64 === undefined ? Uint8Array.from(bytes) : new Uint8Array(Buffer.from(base64, 'base64'));
  // What nobody can be told of must not come onto a list.
  describeCertificate(der, file);
  return der;
}
