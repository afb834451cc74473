/** Verifies the signatures of a PDF, ours and foreign: bytes, CMS, time stamps, what was added later. Trust is judged elsewhere. */
import type { UnjudgedReason } from '../../../contract/signature/shapes.ts';
import type { FoundSignature, FoundSignatures } from '../../../core/ports/signature-ports.ts';
import { parseLeadingDer } from '../../formats/der.ts';
import { displacedHead } from '../../formats/file-obstacle.ts';
import { OID } from '../../formats/oids.ts';
import { contentEnd } from '../../formats/pdf/appended-updates.ts';
import { findSignatures, type SignatureEntry } from './find-signatures.ts';
import { isInflated } from '../../formats/pdf/inflation-guard.ts';
import { coversToTheEnd, laterAdditions, type Later } from './later-additions.ts';
import { loadByTables } from '../../formats/pdf/open-pdf.ts';
import { verifyCms, type CheckedCms } from '../../formats/cms.ts';
import { checkTimestamp } from '../../formats/timestamp.ts';

type Checked = Pick<
  FoundSignature,
  'certificates' | 'claimedAt' | 'stampedAt' | 'stampCertificates' | 'format' | 'problem' | 'reason'
>;

const PADES = 'ETSI.CAdES.detached';
const DETACHED = [PADES, 'adbe.pkcs7.detached'];

const unjudged = (entry: SignatureEntry, reason: UnjudgedReason): Checked => ({
  certificates: [],
  claimedAt: entry.claimedAt,
  stampedAt: null,
  stampCertificates: [],
  format: 'plain',
  problem: 'unjudged',
  reason,
});

/** The CMS without its padding, which must be zeros: room for nothing else. */
function unpadded(contents: Uint8Array): Uint8Array | null {
  try {
    const { length } = parseLeadingDer(contents);
    return contents.subarray(length).every((byte) => byte === 0) ? contents.subarray(0, length) : null;
  } catch {
    return null;
  }
}

function signedBytes(file: Uint8Array, { start, end, until }: NonNullable<SignatureEntry['range']>): Uint8Array[] {
  return [file.subarray(0, start), file.subarray(end, until)];
}

/** What ETSI EN 319 142-1, 6.3 asks of every level, as far as it can be seen in the file. */
function formatOf(entry: SignatureEntry, { reference, claimedAt }: CheckedCms): FoundSignature['format'] {
  // The time stands in the dictionary; in the CMS it is forbidden.
  if (entry.subFilter === PADES && reference === 2 && entry.claimedAt !== null && claimedAt === null) return 'baseline';
  return reference === 0 ? 'plain' : 'named';
}

function checkEntry(file: Uint8Array, entry: SignatureEntry): Checked {
  if (!entry.range) return unjudged(entry, 'coverage');
  const contents = unpadded(entry.contents);
  if (!contents) return unjudged(entry, 'unreadable');
  const bytes = signedBytes(file, entry.range);
  if (entry.isDocumentTimestamp) {
    const { at, certificates, problem, reason } = checkTimestamp(contents, bytes);
    return {
      ...unjudged(entry, 'unreadable'),
      ...{ certificates, problem, reason, stampedAt: at, stampCertificates: certificates },
    };
  }
  if (!DETACHED.includes(entry.subFilter)) return unjudged(entry, 'format');
  const checked = verifyCms(contents, OID.data, bytes);
  const stamps = checked.timestampTokens.map((token) => checkTimestamp(token, [checked.signatureValue]));
  const stamp = checked.problem === null ? stamps.find(({ problem }) => problem === null) : undefined;
  return {
    certificates: checked.certificates,
    claimedAt: entry.claimedAt ?? checked.claimedAt,
    stampedAt: stamp?.at ?? null,
    stampCertificates: stamp?.certificates ?? [],
    format: formatOf(entry, checked),
    problem: checked.problem,
    reason: checked.reason,
  };
}

const nothingRead = (unread: UnjudgedReason): FoundSignatures => ({
  signatures: [],
  revisions: 0,
  uncoveredParts: [],
  unread,
});

async function laterThan(file: Uint8Array, { range, isDocumentTimestamp }: SignatureEntry): Promise<Later> {
  const unknown: Later = { isHarmless: false, stampEnds: [], added: ['unrecognised'] };
  if (!range) return { ...unknown, added: [] };
  try {
    // A time stamp says when; what came later says nothing about it.
    if (isDocumentTimestamp) return { isHarmless: range.until >= contentEnd(file), stampEnds: [], added: [] };
    return laterAdditions(file, range.until, await loadByTables(file.subarray(0, range.until)));
  } catch {
    return unknown;
  }
}

/** Never throws: what could not be read stands in the result. */
export async function verifyPdf(file: Uint8Array): Promise<FoundSignatures> {
  // Readers disagree where offsets begin when other bytes stand before the head.
  if (Buffer.from(file.subarray(0, 5)).toString('latin1') !== '%PDF-')
    return nothingRead(displacedHead(file) === null ? 'file-unreadable' : 'head-displaced');
  if (isInflated(file)) return nothingRead('too-large');
  const { entries, hasUnexplainedRange, isEncrypted, latestFailed } = await findSignatures(file);
  if (entries.length === 0) {
    if (latestFailed !== null) return nothingRead('file-unreadable');
    if (hasUnexplainedRange) return nothingRead('no-field');
  }
  const end = contentEnd(file);
  const ends = [...new Set(entries.flatMap(({ range }) => (range ? [Math.min(range.until, end)] : [])))];
  const revisionEnds = [...new Set([...ends, end])].sort((a, b) => a - b);
  const signatures: FoundSignature[] = [];
  for (const entry of entries) {
    // What stands in an encrypted file cannot be compared with what was signed.
    const checked = isEncrypted ? unjudged(entry, 'encrypted') : checkEntry(file, entry);
    const { isHarmless, stampEnds, added } = await laterThan(file, entry);
    const until = entry.range?.until ?? null;
    const stamps = stampEnds.map((stampEnd) =>
      entries.findIndex(
        ({ range, isDocumentTimestamp }) => isDocumentTimestamp && contentEnd(file, range?.until ?? 0) === stampEnd,
      ),
    );
    signatures.push({
      ...checked,
      kind: entry.isDocumentTimestamp ? 'time-stamp' : 'signature',
      valid: checked.problem === null,
      coversWholeFile: until !== null && coversToTheEnd(file, until),
      revision: until === null ? revisionEnds.length : revisionEnds.indexOf(Math.min(until, end)) + 1,
      signedLength: until,
      added,
      later: { isHarmless: isHarmless && !stamps.includes(-1), stamps },
      certification: entry.certification,
      locksFields: entry.locksFields,
    });
  }
  return { signatures, revisions: revisionEnds.length, uncoveredParts: [], unread: null };
}
