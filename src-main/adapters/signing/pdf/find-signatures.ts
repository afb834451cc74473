/** Finds the signature dictionaries of all revisions, and where each one's revision ends. */
import { PdfArray, PdfDict, PdfNumber, PdfString, type PDF } from '../../formats/pdf/library.ts';
import { loadByTables } from '../../formats/pdf/open-pdf.ts';
import type { Certification } from '../../../contract/signature/shapes.ts';
import { arrayAt, dictAt, formFields, nameAt, numberAt, resolved, stringAt } from '../../formats/pdf/pdf-objects.ts';
import { readDate } from '../../formats/pdf/pdf-text.ts';

export interface SignatureEntry {
  /** `start` and `end` enclose the hexadecimal string with its brackets; `until` is the end of the signed bytes. Null when it makes no sense. */
  readonly range: { readonly start: number; readonly end: number; readonly until: number } | null;
  /** The same text for the same signature in every revision. */
  readonly id: string;
  readonly subFilter: string;
  readonly isDocumentTimestamp: boolean;
  readonly claimedAt: string | null;
  /** The CMS with its padding. */
  readonly contents: Uint8Array;
  readonly certification: Certification | null;
  readonly locksFields: boolean;
}

/** More signatures than this has no paper of an office; each one costs a look at its revision. */
const MOST_SIGNATURES = 64;

const RANGE = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/;

/** Ends of revisions that some byte range names, wherever it stands in the file: a later revision may have dropped the field. */
function revisionEnds(bytes: Buffer): number[] {
  const ends = new Set<number>();
  for (let at = bytes.indexOf('/ByteRange'); at !== -1 && ends.size < MOST_SIGNATURES;) {
    const match = RANGE.exec(bytes.toString('latin1', at, at + 160));
    const end = match ? Number(match[3]) + Number(match[4]) : 0;
    if (end > 0 && end < bytes.length) ends.add(end);
    at = bytes.indexOf('/ByteRange', at + 1);
  }
  return [...ends].sort((a, b) => a - b);
}

function rangeOf(pdf: PDF, signature: PdfDict): number[] {
  const array = resolved(pdf, signature.get('ByteRange'));
  if (!(array instanceof PdfArray)) return [];
  return array.toArray().map((item) => {
    const value = resolved(pdf, item);
    return value instanceof PdfNumber ? value.value : -1;
  });
}

/** The identity of a signature dictionary in any revision. */
const signatureId = (pdf: PDF, signature: PdfDict): string => rangeOf(pdf, signature).join(' ');

/** Signature dictionaries that are values of fields. */
function signatureValues(pdf: PDF): { readonly field: PdfDict; readonly signature: PdfDict }[] {
  return formFields(pdf).flatMap(({ dict, type }) => {
    const signature = type === 'Sig' ? dictAt(pdf, dict, 'V') : null;
    return signature ? [{ field: dict, signature }] : [];
  });
}

/** Starts at 0, and the gap is exactly the hexadecimal string of this dictionary: nothing else can hide in it. */
function checkedRange(bytes: Buffer, numbers: readonly number[], contents: Uint8Array): SignatureEntry['range'] {
  const [zero = -1, start = -1, end = -1, length = -1, ...more] = numbers;
  const until = end + length;
  const sane = zero === 0 && start > 0 && end > start + 2 && length > 0 && until <= bytes.length && more.length === 0;
  if (!sane || !numbers.every(Number.isInteger)) return null;
  const gap = bytes.toString('latin1', start, end);
  if (!/^<[0-9a-f]*>$/i.test(gap) || !Buffer.from(gap.slice(1, -1), 'hex').equals(contents)) return null;
  // What is signed must be a revision, not a piece of one.
  const tail = bytes.toString('latin1', Math.max(0, until - 64), until);
  return /%%EOF\s*$/.test(tail) ? { start, end, until } : null;
}

/** What the signature allows others to change (ISO 32000-1, 12.8.2.2 and 12.8.2.4). */
function permissions(pdf: PDF, signature: PdfDict): Pick<SignatureEntry, 'certification' | 'locksFields'> {
  let certification: Certification | null = null;
  let locksFields = false;
  for (const item of arrayAt(pdf, signature, 'Reference') ?? []) {
    const reference = resolved(pdf, item);
    if (!(reference instanceof PdfDict)) continue;
    const method = nameAt(pdf, reference, 'TransformMethod');
    const parameters = dictAt(pdf, reference, 'TransformParams');
    if (method === 'FieldMDP') locksFields = true;
    if (method !== 'DocMDP') continue;
    const level = (parameters && numberAt(pdf, parameters, 'P')) ?? 2;
    certification = level === 1 ? 'no-changes' : level === 3 ? 'forms-and-annotations' : 'forms';
  }
  return { certification, locksFields };
}

/**
 * Its author certified the document and forbade every further change, signatures among them; or allowed signing alone, and the signature
 * would put something new on a page.
 */
export const forbidsSignature = (pdf: PDF, isVisible: boolean): boolean =>
  signatureValues(pdf).some(({ signature }) => {
    const { certification } = permissions(pdf, signature);
    return certification === 'no-changes' || (certification !== null && isVisible);
  });

function entry(pdf: PDF, bytes: Buffer, signature: PdfDict): SignatureEntry {
  const contents = resolved(pdf, signature.get('Contents'));
  const contentBytes = contents instanceof PdfString ? contents.bytes : new Uint8Array();
  const subFilter = nameAt(pdf, signature, 'SubFilter') ?? '';
  return {
    range: checkedRange(bytes, rangeOf(pdf, signature), contentBytes),
    id: signatureId(pdf, signature),
    subFilter,
    isDocumentTimestamp: nameAt(pdf, signature, 'Type') === 'DocTimeStamp' || subFilter === 'ETSI.RFC3161',
    claimedAt: readDate(stringAt(pdf, signature, 'M') ?? ''),
    contents: contentBytes,
    ...permissions(pdf, signature),
  };
}

export interface SignaturesFound {
  readonly entries: readonly SignatureEntry[];
  /** A byte range stands in the file that no field leads to: there may be a signature that was not found. */
  readonly hasUnexplainedRange: boolean;
  readonly isEncrypted: boolean;
  /** Why the file in its latest state cannot be read; null when it can. */
  readonly latestFailed: unknown;
}

/** In the order they were made; those whose byte range makes no sense come last. */
export async function findSignatures(file: Uint8Array): Promise<SignaturesFound> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const found = new Map<string, SignatureEntry>();
  const take = (pdf: PDF, onlyUntil: number | null): void => {
    for (const { signature } of signatureValues(pdf)) {
      const candidate = entry(pdf, bytes, signature);
      if (onlyUntil !== null && candidate.range?.until !== onlyUntil) continue;
      if (!found.has(candidate.id) && found.size < MOST_SIGNATURES) found.set(candidate.id, candidate);
    }
  };
  for (const end of revisionEnds(bytes)) {
    try {
      take(await loadByTables(file.subarray(0, end)), end);
    } catch {
      // No revision ends there: the numbers stood somewhere else, in an attached file perhaps.
    }
  }
  let isEncrypted = false;
  let latestFailed: unknown = null;
  try {
    const latest = await loadByTables(file);
    isEncrypted = latest.isEncrypted;
    take(latest, null);
  } catch (cause) {
    // What came last cannot be read; an earlier revision may still bear a signature.
    latestFailed = cause;
  }
  const until = ({ range }: SignatureEntry): number => range?.until ?? Infinity;
  const entries = [...found.values()].sort((a, b) => (until(a) === until(b) ? 0 : until(a) - until(b)));
  const hasUnexplainedRange = entries.length === 0 && bytes.includes('/ByteRange');
  return { entries, hasUnexplainedRange, isEncrypted, latestFailed };
}
