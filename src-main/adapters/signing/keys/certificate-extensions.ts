/** What a certificate says of its use: key usage, path length, critical extensions (RFC 5280 4.2). */
import { BitString, Integer } from 'asn1js';
import type { Extension } from 'pkijs';
import { extendedKeyUsage, extensionValue, type ReadCertificate } from '../../formats/certificate.ts';
import { integer, parseDer, sequence } from '../../formats/der.ts';

export interface Extensions {
  /** Null where the certificate does not limit its use. */
  readonly usage: { readonly signs: boolean; readonly issues: boolean } | null;
  /** It is for machines alone, such as a web server or a time-stamp service. */
  readonly isForMachines: boolean;
  /** How many further authorities may stand below; null without limit. */
  readonly pathLength: number | null;
  /** It asks for something this program does not check. */
  readonly hasUnknownCritical: boolean;
}

const KEY_USAGE = '2.5.29.15';
const BASIC_CONSTRAINTS = '2.5.29.19';
/** Understood, or without consequence for the path: alternative names, extended use, policies, statements of qualified certificates. */
const UNDERSTOOD = [KEY_USAGE, BASIC_CONSTRAINTS, '2.5.29.17', '2.5.29.32', '2.5.29.37', '1.3.6.1.5.5.7.1.3'];

/** RFC 5280 4.2.1.12: servers, code, time stamps, OCSP. People sign with others, or with a certificate that names no purpose. */
const MACHINES = new Set(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.3', '1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.9']);
/** Logging in; says nothing of people or machines. */
const CLIENT = '1.3.6.1.5.5.7.3.2';

/** RFC 5280 4.2.1.3: bit 0 digitalSignature, 1 nonRepudiation, 5 keyCertSign. */
function usageOf(extension: Extension | undefined): Extensions['usage'] {
  if (extension === undefined) return null;
  const node = parseDer(extensionValue(extension));
  if (!(node instanceof BitString)) throw new Error('key usage is no BIT STRING');
  const bits = node.valueBlock.valueHexView[0] ?? 0;
  return { signs: (bits & 0b1100_0000) !== 0, issues: (bits & 0b0000_0100) !== 0 };
}

function pathLengthOf(extension: Extension | undefined): number | null {
  if (extension === undefined) return null;
  const length = sequence(parseDer(extensionValue(extension))).find((field) => field instanceof Integer);
  return length ? integer(length) : null;
}

/** Throws when an extension cannot be read. */
export function extensionsOf(certificate: ReadCertificate): Extensions {
  const { extension, extensions } = certificate;
  const purposes = extendedKeyUsage(certificate)?.purposes ?? [];
  return {
    usage: usageOf(extension(KEY_USAGE)),
    isForMachines:
      purposes.some((purpose) => MACHINES.has(purpose)) &&
      purposes.every((purpose) => MACHINES.has(purpose) || purpose === CLIENT),
    pathLength: pathLengthOf(extension(BASIC_CONSTRAINTS)),
    hasUnknownCritical: extensions.some(({ critical, extnID }) => critical && !UNDERSTOOD.includes(extnID)),
  };
}
