/** Verdicts of the program on files, side by side with pyHanko's, with the same trust for both. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Verification, VerifiedSignature } from '../../../src-main/contract/signature/shapes.ts';
import { verifyPdf } from '../../../src-main/adapters/signing/pdf/verify-pdf.ts';
import type { PyhankoFile, PyhankoSignature } from './pyhanko.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

/** Every certificate that came with a signature of the file; DER. */
async function certificatesIn(bytes: Uint8Array): Promise<Uint8Array[]> {
  const { signatures } = await verifyPdf(bytes);
  return signatures.flatMap(({ certificates, stampCertificates }) => [...certificates, ...stampCertificates]);
}

/** `roots`: DER; null trusts the certificates that come with each file, for that file alone. */
export async function ourVerdicts(
  files: readonly string[],
  roots: readonly Uint8Array[] | null,
): Promise<Verification[]> {
  const now = { now: () => new Date().toISOString(), today: () => new Date().toISOString().slice(0, 10) };
  const verdictOf = async (path: string): Promise<Verification> => {
    const bytes = new Uint8Array(readFileSync(path));
    const host: TestHost = testHost({ clock: now });
    try {
      for (const certificate of roots ?? (await certificatesIn(bytes))) {
        // What cannot be read as a certificate cannot be trusted either.
        await host.app.signatures.trust({ fileName: 'a.cer', bytes: certificate }).catch(() => undefined);
      }
      return await host.app.signatures.verify({ fileName: basename(path), bytes });
    } finally {
      await host.dispose();
    }
  };
  const verdicts: Verification[] = [];
  for (const path of files) verdicts.push(await verdictOf(path));
  return verdicts;
}

export interface Compared {
  readonly file: string;
  readonly ours: Verification;
  readonly theirs: PyhankoFile;
  /** Where ours says more than pyHanko bears; empty is right. */
  readonly objections: readonly string[];
}

const isOpen = ({ changes, coverage }: PyhankoSignature): boolean =>
  coverage !== 'ENTIRE_FILE' && !['NONE', 'LTA_UPDATES', 'FORM_FILLING'].includes(changes ?? '');

/** Digest and value are right: either alone proves nothing. */
const isSound = ({ intact, valid }: PyhankoSignature): boolean => intact === true && valid !== false;

function objectionsTo(ours: VerifiedSignature, theirs: PyhankoSignature): string[] {
  const objections: string[] = [];
  const isCalledValid = ours.verdict === 'valid';
  if (isCalledValid && theirs.intact !== true) objections.push('valid, but not intact');
  if (isCalledValid && theirs.trusted === false) objections.push('valid, but not trusted');
  // What a stamp over the document says is that it was there; what came later stands beside it.
  if (isCalledValid && ours.kind === 'signature' && isOpen(theirs))
    objections.push(`valid, but ${theirs.coverage} and ${theirs.changes}`);
  if (isSound(theirs) && ['altered', 'damaged'].includes(ours.verdict)) objections.push('intact, but altered');
  return objections;
}

/** Ours may be more careful, never greener; what is intact is never called altered, damaged or unsigned. */
export function compared(ours: Verification, theirs: PyhankoFile): Compared {
  const objections = ours.signatures.flatMap((signature, place) => {
    const other = theirs.signatures[place];
    return other ? objectionsTo(signature, other) : [];
  });
  const isAnyIntact = theirs.signatures.some((signature) => signature.type === 'signature' && isSound(signature));
  if (isAnyIntact && ['unsigned', 'damaged'].includes(ours.verdict)) objections.push(`${ours.verdict}, but signed`);
  const isGreen = ours.verdict === 'valid';
  const last = theirs.signatures.findLast(({ type, intact }) => type === 'signature' && intact === true);
  if (isGreen && (!last || isOpen(last))) objections.push('valid, but nobody covers it to its end');
  return { file: ours.fileName, ours, theirs, objections };
}

/** One line a file, for people. */
export function comparedLine({ file, ours, theirs, objections }: Compared): string {
  const own = ours.signatures.map(({ verdict, reason, added }) =>
    [verdict, reason, ...added].filter(Boolean).join('/'),
  );
  const other = theirs.signatures.map(({ type, intact, coverage, changes, refused }) =>
    refused ? `${type} refused` : `${type} ${intact ? 'intact' : 'not intact'} ${coverage} ${changes}`,
  );
  const verdict = [ours.verdict, ours.reason].filter(Boolean).join('/');
  return [
    `${objections.length === 0 ? 'ok ' : '!! '} ${file}`,
    `    ours     ${verdict}: ${own.join(' | ')}`,
    `    pyHanko  ${theirs.refused ?? other.join(' | ')}`,
    ...objections.map((objection) => `    ${objection}`),
  ].join('\n');
}
