/** Signs by an appended update; the bytes before it stay as they are. */
import type { PDF, PdfDict } from '../../formats/pdf/library.ts';
import { Refusal } from '../../../contract/shared/errors.ts';
import { SIGN_PROBLEMS } from '../../../contract/signature/texts-de.ts';
import type { PdfSignRequest } from '../../../core/ports/signature-ports.ts';
import { buildCms, digestOf, largestCms } from './cms-signature.ts';
import { forbidsSignature } from './find-signatures.ts';
import { keepSpelling } from './kept-spelling.ts';
import { isHybrid, openPdf } from '../../formats/pdf/open-pdf.ts';
import { addSignatureField } from './signature-field.ts';
import { digestAround, fill, reserve, signatureDictionary } from './signature-placeholder.ts';

/** First room for a time stamp. Tokens with their certificates take 2 to 7 KB; a larger one is measured and gets its room in a second try. */
export const TOKEN_ROOM = 8192;
export const TRIES = 3;

const notSignable = (file: string, problem: keyof typeof SIGN_PROBLEMS, cause?: unknown): Refusal =>
  new Refusal('document-not-signable', { file, problem: SIGN_PROBLEMS[problem] }, { cause });

/** Refuses what can only be rewritten as a whole (damaged or encrypted): that would break signatures already there. */
async function open(pdf: Uint8Array, file: string): Promise<PDF> {
  let document: PDF;
  try {
    document = await openPdf(pdf, file);
  } catch (cause) {
    throw notSignable(file, 'unreadable', cause);
  }
  if (document.isEncrypted) throw notSignable(file, 'encrypted');
  if (document.canSaveIncrementally() !== null) throw notSignable(file, 'rewritten');
  // The library writes its update by the streams, other readers go by the tables (ISO 32000-1, 7.5.8.4).
  if (isHybrid(pdf) && Buffer.from(pdf).includes('/ByteRange')) throw notSignable(file, 'hybrid');
  if (document.getPageCount() === 0) throw notSignable(file, 'noPage');
  return document;
}

/** Objects are read when they are needed, so a damaged one shows only while the file is worked on; then the update goes no further. */
async function updated(pdf: Uint8Array, file: string, change: (document: PDF) => void): Promise<Uint8Array> {
  const document = await open(pdf, file);
  try {
    change(document);
    keepSpelling(document, await openPdf(pdf, file), pdf);
    return await document.save({ incremental: true, subsetFonts: true });
  } catch (cause) {
    throw cause instanceof Refusal ? cause : notSignable(file, 'unreadable', cause);
  }
}

/** The file with its field and an empty room for what will be put into it. */
export async function prepare(
  pdf: Uint8Array,
  field: Pick<PdfSignRequest, 'fieldName' | 'visible' | 'fileName'>,
  dictionary: PdfDict,
  font: () => Uint8Array,
): Promise<Uint8Array> {
  const file = field.fileName ?? 'PDF';
  const saved = await updated(pdf, file, (target) => addSignatureField(target, field, dictionary, font));
  if (!Buffer.from(saved.buffer, saved.byteOffset, pdf.length).equals(pdf))
    throw new Error('the update changed bytes it should only have followed');
  return saved;
}

export async function signPdf(pdf: Uint8Array, request: PdfSignRequest, font: () => Uint8Array): Promise<Uint8Array> {
  const file = request.fileName ?? 'PDF';
  if (!request.breaksCertification && forbidsSignature(await open(pdf, file), request.visible !== null))
    throw new Refusal('document-certified', { file });
  let contentBytes = largestCms(request.key) + (request.stamp ? TOKEN_ROOM : 0);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const prepared = await prepare(pdf, request, signatureDictionary(request, contentBytes), font);
    const room = reserve(prepared, pdf.length, contentBytes);
    const cms = await buildCms(request.key, digestAround(prepared, room, digestOf(request.key)), request.stamp);
    if (cms.length <= contentBytes) {
      fill(prepared, room, cms);
      return prepared;
    }
    contentBytes = cms.length + 1024;
  }
  throw new Error('the time stamp grew with every try');
}
