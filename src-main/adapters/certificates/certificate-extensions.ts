/** What Node does not tell of a certificate: key usage, path length, critical extensions (RFC 5280 4.2). */
import { Boolean as Asn1Boolean, BitString, fromBER, Integer } from 'asn1js';
import { Certificate, type Extension } from 'pkijs';
import { parseDer, sequence } from './der.ts';

export interface Extensions {
  /** Null where the certificate does not limit its use. */
  readonly usage: { readonly signs: boolean; readonly issues: boolean } | null;
  readonly isAuthority: boolean;
  /** How many further authorities may stand below; null without limit. */
  readonly pathLength: number | null;
  /** It asks for something this program does not check. */
  readonly hasUnknownCritical: boolean;
}

const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
/** Understood, or without consequence for the path: alternative names, extended use, policies, statements of qualified certificates. */
const UNDERSTOOD = [KEY_USAGE, BASIC_CONSTRAINTS, '2.5.29.17', '2.5.29.32', '2.5.29.37', '1.3.6.1.5.5.7.1.3'];

/** RFC 5280 4.2.1.3: bit 0 digitalSignature, 1 nonRepudiation, 5 keyCertSign. */
function usageOf(extension: Extension | undefined): Extensions['usage'] {
  if (extension === undefined) return null;
  const node = parseDer(value(extension));
  if (!(node instanceof BitString)) throw new Error('key usage is no BIT STRING');
  const bits = node.valueBlock.valueHexView[0] ?? 0;
  return { signs: (bits & 0b1100_0000) !== 0, issues: (bits & 0b0000_0100) !== 0 };
}

function constraintsOf(extension: Extension | undefined): Pick<Extensions, 'isAuthority' | 'pathLength'> {
  if (extension === undefined) return { isAuthority: false, pathLength: null };
  const fields = sequence(parseDer(value(extension)));
  const authority = fields.find((field) => field instanceof Asn1Boolean);
  const length = fields.find((field) => field instanceof Integer);
  return { isAuthority: authority?.getValue() ?? false, pathLength: length?.valueBlock.valueDec ?? null };
}

const value = (extension: Extension): Uint8Array => new Uint8Array(extension.extnValue.getValue());

/** Throws when the certificate cannot be read. */
export function extensionsOf(der: Uint8Array): Extensions {
  const certificate = new Certificate({ schema: fromBER(new Uint8Array(der).buffer).result });
  const extensions = certificate.extensions ?? [];
  const byOid = (oid: string): Extension | undefined => extensions.find(({ extnID }) => extnID === oid);
  return {
    usage: usageOf(byOid(KEY_USAGE)),
    ...constraintsOf(byOid(BASIC_CONSTRAINTS)),
    hasUnknownCritical: extensions.some(({ critical, extnID }) => critical && !UNDERSTOOD.includes(extnID)),
  };
}
