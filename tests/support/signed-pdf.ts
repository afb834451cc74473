/** What tests of signed PDFs share: a real form sheet, requests, and foreign signatures by openssl. */
import { execFileSync } from 'node:child_process';
import { createPrivateKey, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import { createPdfSigner } from '../../src-main/adapters/signing/pdf/pdf-signer.ts';
import { createPdfWriter } from '../../src-main/adapters/pdf/pdf-writer.ts';
import { createTypesetter } from '../../src-main/adapters/typst/typesetter.ts';
import { canonicalJson } from '../../src-main/base/canonical-json.ts';
import { formSheet } from '../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import type { PdfSignRequest, SigningKey, VisibleField } from '../../src-main/core/ports/signature-ports.ts';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';
import { TEST_PASSPHRASE, type TestKey } from './signing-keys.ts';
import { assetFolder, typstWorker } from './test-host.ts';

export const pdfSigner = createPdfSigner({
  font: () => new Uint8Array(readFileSync(join(assetFolder, 'fonts', 'Arimo-Regular.ttf'))),
});

/** The sample statement: as the typesetter leaves it, and finished with its record inside. */
export async function samplePdfs(): Promise<{ readonly typeset: Uint8Array; readonly finished: Uint8Array }> {
  const typesetter = createTypesetter({ workerFile: typstWorker, assetFolder });
  try {
    const record = sampleRecord();
    const document = formSheet(record, builtInProfile());
    const attachment = {
      fileName: 'S0001-26.json',
      mimeType: 'application/json',
      description: 'Datensatz',
      relationship: 'Source' as const,
      bytes: Buffer.from(canonicalJson(record)),
    };
    const finished = await createPdfWriter(typesetter).write(document, Promise.resolve([attachment]));
    return { typeset: await typesetter.pdf(document), finished };
  } finally {
    await typesetter.close();
  }
}

export const VISIBLE: VisibleField = {
  page: 0,
  xMm: 115,
  yMm: 262,
  widthMm: 75,
  heightMm: 18,
  lines: ['Elektronisch unterschrieben von', 'Jörg Müller (Beigeordneter)', '02.03.2026, 09:00 Uhr \\ 漢'],
  alternativeText: 'Elektronische Unterschrift von Jörg Müller (Beigeordneter)',
};

export const request = (key: SigningKey, more: Partial<PdfSignRequest> = {}): PdfSignRequest => ({
  key,
  at: '2026-03-02T08:00:00.000Z',
  reason: 'Geprüft (sachlich) \\ „richtig“',
  location: 'Auental',
  fieldName: 'Unterschrift',
  visible: null,
  stamp: null,
  ...more,
});

/** The numbers of the last byte range in the file, and where its text stands. */
export function lastRange(pdf: Uint8Array): { at: number; start: number; end: number; until: number } {
  const text = Buffer.from(pdf).toString('latin1');
  const at = text.lastIndexOf('/ByteRange [');
  const match = /\[0 (\d+) (\d+) (\d+)\]/.exec(text.slice(at));
  if (at === -1 || !match) throw new Error('no byte range');
  const [start, end, length] = match.slice(1).map(Number) as [number, number, number];
  return { at, start, end, until: end + length };
}

/** The last signature's CMS without its padding, and the bytes it signs. */
export function detached(pdf: Uint8Array): { readonly cms: Buffer; readonly content: Buffer } {
  const { start, end, until } = lastRange(pdf);
  const padded = Buffer.from(Buffer.from(pdf.subarray(start + 1, end - 1)).toString('latin1'), 'hex');
  // SEQUENCE with a length of two bytes: every CMS here has between 256 and 65,535.
  const cms = padded.subarray(0, 4 + padded.readUInt16BE(2));
  return { cms, content: Buffer.concat([pdf.subarray(0, start), pdf.subarray(end, until)]) };
}

const ROOM = 8000;

/** What an author writes to certify: others may still do what `level` allows (ISO 32000-1, table 254). */
export function certification(level: number): PdfArray {
  const parameters = PdfDict.of({ Type: PdfName.of('TransformParams'), P: PdfNumber.of(level), V: PdfName.of('1.2') });
  const entries = { Type: PdfName.of('SigRef'), TransformMethod: PdfName.of('DocMDP'), TransformParams: parameters };
  return PdfArray.of(PdfDict.of(entries));
}

/**
 * Signs as a foreign program would: any dictionary entries, any CMS over the bytes; `widen` bytes after the signature stay unsigned; `level`
 * makes it a certification.
 */
export async function signForeign(
  pdf: Uint8Array,
  subFilter: string,
  makeCms: (content: Buffer) => Uint8Array | Promise<Uint8Array>,
  { widen = 0, level = null }: { readonly widen?: number; readonly level?: number | null } = {},
): Promise<Uint8Array> {
  const document = await PDF.load(pdf);
  const number = 9_999_999_999;
  const signature = document.register(
    PdfDict.of({
      Type: PdfName.of('Sig'),
      Filter: PdfName.of('Adobe.PPKLite'),
      SubFilter: PdfName.of(subFilter),
      ByteRange: new PdfArray([0, number, number, number].map((value) => PdfNumber.of(value))),
      Contents: PdfString.fromBytes(new Uint8Array(ROOM)),
      Reason: PdfString.fromBytes(Buffer.from('x'.repeat(100))),
    }),
  );
  if (level !== null) {
    const dictionary = document.getObject(signature);
    if (dictionary instanceof PdfDict) dictionary.set('Reference', certification(level));
    document.getCatalog().set('Perms', PdfDict.of({ DocMDP: signature }));
  }
  const field = PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    FT: PdfName.of('Sig'),
    T: PdfString.fromString('Fremd'),
    F: PdfNumber.of(132),
    Rect: new PdfArray([0, 0, 0, 0].map((value) => PdfNumber.of(value))),
    V: signature,
  });
  const form = PdfDict.of({ Fields: PdfArray.of(document.register(field)), SigFlags: PdfNumber.of(3) });
  document.getCatalog().set('AcroForm', form);
  const file = Buffer.from(await document.save({ incremental: true }));
  const start = file.indexOf(`<${'0'.repeat(ROOM * 2)}>`, pdf.length);
  const end = start + ROOM * 2 + 2 + widen;
  const room = `[0 ${number} ${number} ${number}]`;
  const text = `[0 ${start} ${end} ${file.length - end}]`.padEnd(room.length);
  file.write(text, file.indexOf(room, pdf.length));
  const cms = await makeCms(Buffer.concat([file.subarray(0, start), file.subarray(end)]));
  file.write(Buffer.from(cms).toString('hex'), start + 1, 'latin1');
  return new Uint8Array(file);
}

function inFolder<T>(work: (file: (name: string) => string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'stellwerk-cms-'));
  try {
    return work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const openssl = (...args: string[]): void =>
  void execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });

/** Private key and certificate of a test key in one PEM file. */
function unpack(key: TestKey, file: (name: string) => string): void {
  writeFileSync(file('key.p12'), key.pkcs12);
  const pass = `pass:${TEST_PASSPHRASE}`;
  openssl('pkcs12', '-in', file('key.p12'), '-nodes', '-passin', pass, '-out', file('key.pem'));
}

/** A CMS by `openssl cms -sign`, with signing-time and without signing-certificate-v2 unless told so. */
export function opensslCms(key: TestKey, ...options: string[]): (content: Buffer) => Uint8Array {
  return (content) =>
    inFolder((file) => {
      unpack(key, file);
      writeFileSync(file('content'), content);
      openssl(
        ...['cms', '-sign', '-binary', '-outform', 'DER', '-in', file('content'), '-out', file('cms')],
        ...['-signer', file('key.pem'), ...options],
      );
      return new Uint8Array(readFileSync(file('cms')));
    });
}

/** The test key again, signing with another digest. */
export function withDigest({ key, ...rest }: TestKey, digest: SigningKey['digest']): SigningKey {
  const pem = inFolder((file) => {
    unpack({ key, ...rest }, file);
    return readFileSync(file('key.pem'), 'utf8');
  });
  const options = { key: createPrivateKey(pem), dsaEncoding: 'ieee-p1363' as const };
  return { ...key, digest, sign: (data) => Promise.resolve(new Uint8Array(sign(digest, data, options))) };
}

/** The statement of a genuine token, signed anew by someone whose certificate is not for time stamps. */
export function forgeToken(token: Uint8Array, key: TestKey): Uint8Array {
  const statement = inFolder((file) => {
    writeFileSync(file('token'), token);
    openssl('cms', '-verify', '-noverify', '-inform', 'DER', '-in', file('token'), '-out', file('statement'));
    return readFileSync(file('statement'));
  });
  const type = ['-econtent_type', '1.2.840.113549.1.9.16.1.4', '-nodetach', '-md', 'sha256', '-cades'];
  return opensslCms(key, ...type)(statement);
}
