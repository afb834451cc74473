/** Reading ASN.1 without trust: every step throws where the file holds something else. */
import { BitString, fromBER, Integer, ObjectIdentifier, OctetString, Sequence, type AsnType } from 'asn1js';

export type Asn1 = AsnType;

/** A revocation list of an authority with a million certificates has 40 MB; in a signature of an office nothing comes near. */
const LARGEST_BYTES = 16 * 1024 * 1024;
/** The library stops at 10,000 nodes unless told otherwise: a list of 3,300 revoked certificates has more. */
const MOST_NODES = 200_000;

/** What stands in the bytes may be sound, but is more than this program takes in. */
export class TooLarge extends Error {}

/** Parses the value at the beginning; `length` is how many bytes it takes. Throws `TooLarge`, and where there is no ASN.1 value. */
export function parseLeadingDer(bytes: Uint8Array): { readonly node: Asn1; readonly length: number } {
  if (bytes.length > LARGEST_BYTES) throw new TooLarge('ASN.1 beyond its limit');
  // A copy, since asn1js reads the whole buffer behind a view.
  const { offset, result } = fromBER(new Uint8Array(bytes).buffer, { maxNodes: MOST_NODES });
  if (offset === -1) throw result.error.startsWith('Maximum') ? new TooLarge(result.error) : new Error(result.error);
  return { node: result, length: offset };
}

/** Parses one value that fills the bytes to their end. */
export function parseDer(bytes: Uint8Array): Asn1 {
  const { node, length } = parseLeadingDer(bytes);
  if (length !== bytes.length) throw new Error('more than one ASN.1 value');
  return node;
}

export function sequence(node: Asn1 | undefined): readonly Asn1[] {
  if (!(node instanceof Sequence)) throw new Error('no SEQUENCE');
  return node.valueBlock.value;
}

export function oid(node: Asn1 | undefined): string {
  if (!(node instanceof ObjectIdentifier)) throw new Error('no OBJECT IDENTIFIER');
  return node.valueBlock.toString();
}

/** A number small enough to count with. */
export function integer(node: Asn1 | undefined): number {
  if (!(node instanceof Integer) || node.valueBlock.valueHexView.length > 6) throw new Error('no small INTEGER');
  return node.valueBlock.valueDec;
}

/** Without the leading zeros that make an INTEGER positive. */
export function unsignedBytes(node: Asn1 | undefined): Buffer {
  if (!(node instanceof Integer)) throw new Error('no INTEGER');
  const bytes = Buffer.from(node.valueBlock.valueHexView);
  const first = bytes.findIndex((byte) => byte !== 0);
  if (first === -1 || (first === 0 && (bytes[0] ?? 0) >= 0x80)) throw new Error('no positive INTEGER');
  return bytes.subarray(first);
}

/** A BIT STRING that ends with a byte. */
export function wholeBits(node: Asn1 | undefined): Uint8Array {
  if (!(node instanceof BitString) || node.valueBlock.unusedBits !== 0) throw new Error('no whole bytes');
  return new Uint8Array(node.valueBlock.valueHexView);
}

export function octets(node: Asn1 | undefined): Uint8Array {
  if (!(node instanceof OctetString)) throw new Error('no OCTET STRING');
  return new Uint8Array(node.getValue());
}

/** `[0]` with one value inside. */
export function explicit(node: Asn1 | undefined): Asn1 {
  const inner = node?.idBlock.tagClass === 3 && node.idBlock.tagNumber === 0 ? children(node) : [];
  const [only] = inner;
  if (only === undefined || inner.length !== 1) throw new Error('no explicit [0]');
  return only;
}

/** `[0] IMPLICIT OCTET STRING`, in one piece or in several (BER). */
export function implicitOctets(node: Asn1 | undefined): Uint8Array {
  if (node?.idBlock.tagClass !== 3 || node.idBlock.tagNumber !== 0) throw new Error('no implicit [0]');
  if (node.idBlock.isConstructed) return Buffer.concat(children(node).map(octets));
  return hexView(node);
}

function children(node: Asn1): readonly Asn1[] {
  const value: unknown = 'value' in node.valueBlock ? node.valueBlock.value : undefined;
  return Array.isArray(value) ? (value as Asn1[]) : [];
}

function hexView(node: Asn1): Uint8Array {
  const view: unknown = 'valueHexView' in node.valueBlock ? node.valueBlock.valueHexView : undefined;
  if (!(view instanceof Uint8Array)) throw new Error('no content');
  return view;
}

/** The bytes of a value as they stood in the file. */
export function rawOf(node: Asn1): Uint8Array {
  return new Uint8Array(node.valueBeforeDecodeView);
}
