/** Updates that other programs, or forgers, append to a signed PDF. */
import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream, PdfString } from '@libpdf/core';
import { expect } from 'vitest';

type Resolve = (ref: PdfRef) => ReturnType<PDF['getObject']>;

/** An update by another program: changes whatever it likes and appends it. */
export async function appended(
  file: Uint8Array,
  change: (document: PDF, resolve: Resolve) => void,
): Promise<Uint8Array> {
  const document = await PDF.load(file);
  change(document, (ref) => document.getObject(ref));
  const update = await document.save({ incremental: true, compressStreams: false });
  expect(update.length).toBeGreaterThan(file.length);
  return update;
}

/** What a validator adds for the time after the certificates have expired (ISO 32000-2, 12.8.4.3). */
export const withCertificates = (file: Uint8Array, ...certificates: readonly Uint8Array[]): Promise<Uint8Array> =>
  appended(file, (document) => {
    const streams = certificates.map((certificate) => document.register(new PdfStream([], certificate)));
    document.getCatalog().set('DSS', document.register(PdfDict.of({ Certs: PdfArray.of(...streams) })));
  });

export function formOf(document: PDF, resolve: Resolve): PdfArray {
  const fields = document.getCatalog().getDict('AcroForm', resolve)?.getArray('Fields', resolve);
  if (!fields) throw new Error('no form');
  return fields;
}

/** A widget with a picture that covers the page. */
export function overlay(document: PDF, more: Record<string, PdfRef | PdfName> = {}): PdfRef {
  const appearance = PdfStream.fromDict(
    {
      Type: PdfName.of('XObject'),
      Subtype: PdfName.of('Form'),
      BBox: new PdfArray([0, 0, 500, 500].map((value) => PdfNumber.of(value))),
    },
    Buffer.from('1 g 0 0 500 500 re f'),
  );
  return document.register(
    PdfDict.of({
      Type: PdfName.of('Annot'),
      Subtype: PdfName.of('Widget'),
      T: PdfString.fromString('Überdeckt'),
      F: PdfNumber.of(4),
      Rect: new PdfArray([50, 50, 550, 550].map((value) => PdfNumber.of(value))),
      AP: PdfDict.of({ N: document.register(appearance) }),
      ...more,
    }),
  );
}
