/** Signing one file with an opened key, with a time stamp where the office has a service. */
import { Refusal } from '../../contract/shared/errors.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { signatureTexts } from '../../contract/signature/texts-de.ts';
import { sentenceFor } from '../../contract/shared/errors-de.ts';
import type { OpenKey } from '../../contract/signature/shapes.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { officeDay } from '../../base/german-time.ts';
import type { Ports } from '../ports/ports.ts';
import type { PdfSignRequest, SigningKey, VisibleField } from '../ports/signature-ports.ts';
import type { StampPatience } from './stamp-patience.ts';

const A4_HEIGHT_MM = 297;
const FIELD_WIDTH_MM = 95;
const FIELD_HEIGHT_MM = 11;
const FIELD_ABOVE_EDGE_MM = 20;

export interface Signer {
  readonly key: SigningKey;
  readonly info: OpenKey;
  /** Shared by the papers of one run; absent where one paper is signed. */
  readonly patience?: StampPatience | undefined;
}

const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));

/** In the lower margin of the last page, left of the page number: no word of the paper stands there. */
function visibleField({ info }: Signer, profile: OfficeProfile, at: string): VisibleField | null {
  if (!profile.signing.visibleField) return null;
  const lines = [
    signatureTexts.signedBy(info.certificate.subject),
    signatureTexts.signedOn(formatGermanDate(officeDay(at)), profile.signing.reason),
    ...(info.certificate.isTest ? [signatureTexts.testOnly] : []),
  ];
  return {
    page: 0,
    xMm: profile.style.marginLeftMm,
    yMm: A4_HEIGHT_MM - FIELD_ABOVE_EDGE_MM,
    widthMm: FIELD_WIDTH_MM,
    heightMm: FIELD_HEIGHT_MM,
    lines,
    alternativeText: lines.join(', '),
  };
}

export function signDocx(
  ports: Ports,
  signer: Signer,
  profile: OfficeProfile,
  docx: Uint8Array,
  fileName = 'DOCX',
): Promise<Uint8Array> {
  const { reason } = profile.signing;
  return ports.docxSigner.sign(docx, { key: signer.key, at: ports.clock.now(), reason, fileName });
}

const stampOf =
  (ports: Ports, url: string) =>
  (data: Uint8Array): Promise<Uint8Array> =>
    ports.timestamps.stamp(url, bytesOfHex(ports.sha256(data)));

/** Refuses with `timestamp-unavailable`, and with `timestamp-service-missing` where the office has none. */
export function timestampPdf(ports: Ports, profile: OfficeProfile, pdf: Uint8Array): Promise<Uint8Array> {
  const { timestampUrl: url } = profile.signing;
  if (url === '') throw new Refusal('timestamp-service-missing', {});
  return ports.pdfSigner.addTimestamp(pdf, stampOf(ports, url));
}

/** A service that is down costs the time stamp, not the signature: `timestampProblem` says why. */
export async function signPdf(
  ports: Ports,
  signer: Signer,
  profile: OfficeProfile,
  pdf: Uint8Array,
  options: Pick<PdfSignRequest, 'breaksCertification' | 'fileName'> = {},
): Promise<{ readonly bytes: Uint8Array; readonly level: 'B-B' | 'B-T'; readonly timestampProblem: string | null }> {
  const at = ports.clock.now();
  const { timestampUrl: url, reason, location } = profile.signing;
  const request = {
    key: signer.key,
    at,
    reason,
    location,
    fieldName: 'Unterschrift',
    visible: visibleField(signer, profile, at),
    ...options,
  };
  const withoutStamp = async (timestampProblem: string | null) => ({
    bytes: await ports.pdfSigner.sign(pdf, { ...request, stamp: null }),
    level: 'B-B' as const,
    timestampProblem,
  });
  if (url === '') return withoutStamp(null);
  const known = signer.patience?.problem() ?? null;
  if (known !== null) return withoutStamp(known);
  try {
    const bytes = await ports.pdfSigner.sign(pdf, { ...request, stamp: stampOf(ports, url) });
    signer.patience?.note(null);
    return { bytes, level: 'B-T', timestampProblem: null };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'timestamp-unavailable') throw error;
    const problem = sentenceFor(error.code, error.details);
    signer.patience?.note(problem);
    return withoutStamp(problem);
  }
}
