/** Verifies the signatures of a PDF, ours and foreign: bytes, CMS, time stamp, coverage, later changes. Trust is judged elsewhere. */
import { fromBER } from 'asn1js';
import { Refusal } from '../../contract/errors.ts';
import type { FoundSignature, FoundSignatures } from '../../core/signature-ports.ts';
import { isChangedAfter } from './changes-after.ts';
import { findSignatures, type SignatureEntry } from './find-signatures.ts';
import { refuseInflated } from './inflation-guard.ts';
import { OID } from './oids.ts';
import { verifyCms } from './verify-cms.ts';
import { verifyTimestamp, type TimestampFound } from './verify-timestamp.ts';

type Checked = Omit<FoundSignature, 'coversWholeFile' | 'changedAfter'>;

const DETACHED = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached'];

const unread = (entry: SignatureEntry, problem: 'damaged' | 'unsupported'): Checked => ({
  certificates: [],
  claimedAt: entry.claimedAt,
  stampedAt: null,
  stampCertificates: [],
  level: 'basic',
  valid: false,
  problem,
});

/** The CMS without its padding, which must be zeros: room for nothing else. */
function unpadded(contents: Uint8Array): Uint8Array | null {
  try {
    const { offset } = fromBER(Uint8Array.from(contents));
    if (offset <= 0) return null;
    return contents.subarray(offset).every((byte) => byte === 0) ? contents.subarray(0, offset) : null;
  } catch {
    return null;
  }
}

function signedBytes(file: Uint8Array, { start, end, until }: NonNullable<SignatureEntry['range']>): Uint8Array[] {
  return [file.subarray(0, start), file.subarray(end, until)];
}

function checkSignature(file: Uint8Array, entry: SignatureEntry): Checked {
  const cms = unpadded(entry.contents);
  if (!entry.range || !cms) return unread(entry, 'damaged');
  if (!DETACHED.includes(entry.subFilter)) return unread(entry, 'unsupported');
  const checked = verifyCms(cms, OID.data, signedBytes(file, entry.range));
  const stamps = checked.timestampTokens.map((token) => verifyTimestamp(token, [checked.signatureValue]));
  const stamp = checked.problem === null ? stamps.find((found) => found !== null) : undefined;
  return {
    certificates: checked.certificates,
    claimedAt: entry.claimedAt ?? checked.claimedAt,
    stampedAt: stamp?.at ?? null,
    stampCertificates: stamp?.certificates ?? [],
    level: !checked.namesCertificate ? 'basic' : stamp ? 'B-T' : 'B-B',
    valid: checked.problem === null,
    problem: checked.problem,
  };
}

function documentTimestamp(file: Uint8Array, entry: SignatureEntry): TimestampFound | null {
  const token = unpadded(entry.contents);
  return entry.range === null || token === null ? null : verifyTimestamp(token, signedBytes(file, entry.range));
}

/** A later document time stamp proves the time of a signature as one inside it does (ETSI EN 319 142-1, 6.3). */
function stampedBy(checked: Checked, stamp: TimestampFound | undefined): Checked {
  if (!stamp || !checked.valid || checked.stampedAt !== null) return checked;
  return {
    ...checked,
    stampedAt: stamp.at,
    stampCertificates: stamp.certificates,
    level: checked.level === 'B-B' ? 'B-T' : checked.level,
  };
}

/** White space at the end is no content (ISO 32000-1, 7.2.2). */
function contentEnd(file: Uint8Array): number {
  let end = file.length;
  while (end > 0 && [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20].includes(file[end - 1] ?? -1)) end -= 1;
  return end;
}

/** Refuses with `document-damaged` when neither the file nor a signed revision in it can be read. */
export async function verifyPdf(file: Uint8Array, fileName: string): Promise<FoundSignatures> {
  refuseInflated(file, fileName);
  const { entries, isEncrypted, latestFailed } = await findSignatures(file);
  if (latestFailed !== null && entries.length === 0)
    throw new Refusal('document-damaged', { file: fileName }, { cause: latestFailed });
  const signatures = entries
    .filter((entry) => !entry.isDocumentTimestamp)
    // What stands in an encrypted file cannot be compared with what was signed.
    .map((entry) => ({
      entry,
      checked: isEncrypted ? unread(entry, 'unsupported') : checkSignature(file, entry),
    }));
  const stamps = entries
    .filter((entry) => entry.isDocumentTimestamp)
    .flatMap((entry) => {
      const stamp = documentTimestamp(file, entry);
      return stamp ? [{ entry, stamp }] : [];
    });
  const valid = [
    ...signatures.filter(({ checked }) => checked.valid).map(({ entry }) => entry),
    ...stamps.map(({ entry }) => entry),
  ];
  const end = contentEnd(file);
  const found: FoundSignature[] = [];
  // From the last one on: what came after a later signature came after this one, too.
  let changedLater = false;
  for (const { entry, checked } of signatures.toReversed()) {
    const until = entry.range?.until ?? null;
    const coversWholeFile = until !== null && until >= end;
    // Only signatures made later explain what was added later.
    const later = until === null ? [] : valid.filter(({ range }) => (range?.until ?? 0) > until);
    // A signature without a sound range says nothing about what came after it.
    const changedAfter: boolean =
      until !== null &&
      !coversWholeFile &&
      (changedLater || (await isChangedAfter(file, until, new Set(later.map(({ id }) => id)))));
    if (checked.valid) changedLater ||= changedAfter;
    const stamp = stamps.find((candidate) => (candidate.entry.range?.until ?? 0) > (until ?? Infinity))?.stamp;
    found.unshift({ ...stampedBy(checked, stamp), coversWholeFile, changedAfter });
  }
  const covered = Math.max(0, ...valid.map(({ range }) => range?.until ?? 0));
  return { signatures: found, uncoveredParts: covered >= end ? [] : [`bytes ${covered}-${file.length - 1}`] };
}
