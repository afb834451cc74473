import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfStream, PdfString } from '@libpdf/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCms } from '../../../../src-main/adapters/signing/pdf/cms-signature.ts';
import type { FoundSignature, FoundSignatures } from '../../../../src-main/core/ports/signature-ports.ts';
import { appended, formOf, overlay, withCertificates } from '../../../support/pdf-updates.ts';
import { lastRange, pdfSigner, request, samplePdfs, signForeign, VISIBLE } from '../../../support/signed-pdf.ts';
import { testAuthority, type TestKey } from '../../../support/signing-keys.ts';

const authority = testAuthority();
let pdf: Uint8Array;
let signed: Uint8Array;
let twice: Uint8Array;
let rsa: TestKey;

beforeAll(async () => {
  pdf = (await samplePdfs()).finished;
  rsa = authority.make('rsa', 'Jörg Müller');
  signed = await pdfSigner.sign(pdf, request(rsa.key));
  twice = await pdfSigner.sign(signed, request(authority.make('ec', 'Anna Weiß').key, { visible: VISIBLE }));
});
afterAll(() => authority.remove());

const verify = (file: Uint8Array): Promise<FoundSignatures> => pdfSigner.verify(file, 'a.pdf');
const signaturesOf = async (file: Uint8Array): Promise<readonly FoundSignature[]> => (await verify(file)).signatures;

function flipped(file: Uint8Array, at: number, mask = 1): Uint8Array {
  const copy = Uint8Array.from(file);
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}

/** Another hexadecimal digit instead of the one that stands there. */
function otherDigit(file: Uint8Array, at: number): Uint8Array {
  const copy = Buffer.from(file);
  copy.write(copy.toString('latin1', at, at + 1) === '5' ? '6' : '5', at, 'latin1');
  return new Uint8Array(copy);
}

const withValidationData = (file: Uint8Array): Promise<Uint8Array> => withCertificates(file, rsa.certificate);

const CHANGED = { valid: true, problem: null, coversWholeFile: false, later: { isHarmless: false } };
const UNCHANGED = { valid: true, problem: null, coversWholeFile: false, later: { isHarmless: true } };

describe('bytes changed inside', () => {
  it('make the digest wrong', async () => {
    for (const at of [100, 40_000, signed.length - 30])
      expect(await signaturesOf(flipped(signed, at))).toMatchObject([{ valid: false }]);
    const inText = Buffer.from(signed).indexOf('Datensatz');
    expect(await signaturesOf(flipped(signed, inText))).toMatchObject([{ valid: false, problem: 'digest-wrong' }]);
  });

  it('make the signature wrong when they are the signature’s own', async () => {
    const { start } = lastRange(signed);
    const hex = Buffer.from(signed).toString('latin1', start + 1, start + 9);
    const end = start + 1 + 2 * (4 + Number.parseInt(hex.slice(4, 8), 16));
    // The signature value stands last in the CMS.
    expect(await signaturesOf(otherDigit(signed, end - 3))).toMatchObject([
      { valid: false, problem: 'signature-wrong', format: 'baseline' },
    ]);
  });

  it('leave nothing to judge when the CMS cannot be read any more', async () => {
    const { start } = lastRange(signed);
    expect(await signaturesOf(otherDigit(signed, start + 2))).toMatchObject([
      { valid: false, problem: 'unjudged', reason: 'unreadable', certificates: [] },
    ]);
  });

  it('in the signer’s certificate are found, though the key still fits', async () => {
    const { start } = lastRange(signed);
    const hex = Buffer.from(signed).toString('latin1');
    const certificate = hex.indexOf(Buffer.from(rsa.certificate).toString('hex'), start);
    // The last digits are the authority's signature, which no key of the signer depends on.
    const changed = otherDigit(signed, certificate + 2 * rsa.certificate.length - 3);
    expect(await signaturesOf(changed)).toMatchObject([
      { valid: false, problem: 'unjudged', reason: 'other-certificate' },
    ]);
  });

  it('in the padding behind the CMS are found', async () => {
    const stamped = await pdfSigner.sign(
      pdf,
      request(rsa.key, { stamp: () => Promise.resolve(new Uint8Array(Buffer.from('0500', 'hex'))) }),
    );
    const { end } = lastRange(stamped);
    expect(await signaturesOf(stamped)).toMatchObject([{ valid: true }]);
    expect(await signaturesOf(otherDigit(stamped, end - 10))).toMatchObject([
      { valid: false, problem: 'unjudged', reason: 'unreadable' },
    ]);
  });
});

describe('a byte range', () => {
  const cms = (content: Buffer): Promise<Uint8Array> =>
    buildCms(rsa.key, createHash('sha256').update(content).digest(), null);

  it('with exactly the signature in its gap is accepted from anyone', async () => {
    expect(await signaturesOf(await signForeign(pdf, 'ETSI.CAdES.detached', cms))).toMatchObject([
      { valid: true, format: 'named' },
    ]);
  });

  it('with more than the signature in its gap is refused, though every digest fits', async () => {
    const file = await signForeign(pdf, 'ETSI.CAdES.detached', cms, { widen: 60 });
    expect(await signaturesOf(file)).toMatchObject([{ valid: false, problem: 'unjudged', reason: 'coverage' }]);
  });

  it('that ends in the middle of a revision is refused', async () => {
    const { at, start, end, until } = lastRange(signed);
    const copy = Buffer.from(signed);
    const text = `[0 ${start} ${end} ${until - end - 40}]`;
    copy.write(text, at + '/ByteRange '.length, 'latin1');
    expect(await signaturesOf(new Uint8Array(copy))).toMatchObject([
      { valid: false, problem: 'unjudged', reason: 'coverage' },
    ]);
  });

  it.each(['[0 0 0 0]', '[0 9 5 1]', '[1 90 100 9]', '[0 -5 99 10]', '[0 1 2]', '[0 1 9999999999 9999999999]'])(
    '%s is refused',
    async (range) => {
      const { at } = lastRange(signed);
      const copy = Buffer.from(signed);
      copy.write(range.padEnd(30), at + '/ByteRange '.length, 'latin1');
      expect(await signaturesOf(new Uint8Array(copy))).toMatchObject([{ valid: false, coversWholeFile: false }]);
    },
  );
});

describe('an update after signing', () => {
  it('that changes a page is told and named', async () => {
    const file = await appended(signed, (document) => {
      const [page] = document.getPages();
      const contents = page?.dict.get('Contents');
      const extra = document.register(new PdfStream([], Buffer.from('BT ET')));
      page?.dict.set('Contents', contents ? PdfArray.of(contents, extra) : extra);
    });
    const found = await verify(file);
    expect(found.signatures).toMatchObject([{ ...CHANGED, revision: 1, added: ['page-content'] }]);
    expect(found.revisions).toBe(2);
  });

  it('that replaces the content of a page under its old number is told', async () => {
    const file = await appended(signed, (document, resolve) => {
      const contents = document.getPages()[0]?.dict.get('Contents', resolve);
      if (!(contents instanceof PdfStream)) throw new Error('no content stream');
      contents.setData(Buffer.from('BT ET'));
      contents.delete('Filter');
    });
    expect(await signaturesOf(file)).toMatchObject([CHANGED]);
  });

  it('that changes metadata only is told', async () => {
    const title = await appended(signed, (document) => document.setTitle('Etwas anderes'));
    expect(await signaturesOf(title)).toMatchObject([CHANGED]);
    const xmp = await appended(signed, (document, resolve) => {
      const metadata = document.getCatalog().get('Metadata', resolve);
      if (!(metadata instanceof PdfStream)) throw new Error('no metadata');
      metadata.setData(Buffer.from(Buffer.from(metadata.data).toString('utf8').replace('dc:title', 'dc:titel')));
    });
    expect(await signaturesOf(xmp)).toMatchObject([CHANGED]);
  });

  it('that attaches a file is told', async () => {
    const file = await appended(signed, (document) =>
      document.addAttachment('neu.txt', Buffer.from('neu'), { mimeType: 'text/plain' }),
    );
    expect(await signaturesOf(file)).toMatchObject([CHANGED]);
  });

  it('that takes a page away is told', async () => {
    const file = await appended(signed, (document) => void document.removePage(0));
    expect(await signaturesOf(file)).toMatchObject([CHANGED]);
  });

  it('that covers a page by an annotation is told, also when it calls itself a signature', async () => {
    const asAnnotation = await appended(signed, (document) => {
      const [page] = document.getPages();
      page?.dict.set('Annots', PdfArray.of(overlay(document)));
    });
    expect(await signaturesOf(asAnnotation)).toMatchObject([CHANGED]);
    const asField = await appended(signed, (document, resolve) => {
      formOf(document, resolve).push(overlay(document, { FT: PdfName.of('Sig') }));
    });
    expect(await signaturesOf(asField)).toMatchObject([CHANGED]);
    const withOldSignature = await appended(signed, (document, resolve) => {
      const fields = formOf(document, resolve);
      const first = fields.at(0, resolve);
      const value = first instanceof PdfDict ? first.getRef('V') : undefined;
      if (!value) throw new Error('no signature');
      fields.push(overlay(document, { FT: PdfName.of('Sig'), V: value }));
    });
    expect(await signaturesOf(withOldSignature)).toMatchObject([CHANGED]);
  });

  it('that redraws a signature’s own field is told, for the signatures before it, too', async () => {
    const file = await appended(twice, (document, resolve) => {
      const second = formOf(document, resolve).at(1, resolve);
      if (!(second instanceof PdfDict)) throw new Error('no second field');
      second.set('Rect', new PdfArray([0, 0, 600, 800].map((value) => PdfNumber.of(value))));
    });
    expect(await signaturesOf(file)).toMatchObject([CHANGED, CHANGED]);
  });

  it('that drops the field of a signature does not hide the signature', async () => {
    const file = await appended(signed, (document, resolve) => {
      const fields = formOf(document, resolve);
      fields.remove(0);
      document.getCatalog().delete('AcroForm');
    });
    expect(await signaturesOf(file)).toMatchObject([CHANGED]);
  });

  it('that nobody can read counts as a change', async () => {
    const file = Buffer.concat([signed, Buffer.from('\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')]);
    expect(await signaturesOf(new Uint8Array(file))).toMatchObject([CHANGED]);
  });

  it('that two readers could read differently counts as a change', async () => {
    // Validation data, harmless as they stand …
    const file = await withValidationData(signed);
    expect(await signaturesOf(file)).toMatchObject([UNCHANGED]);
    const update = Buffer.from(file.subarray(signed.length)).toString('latin1');
    const bent = (from: RegExp | string, to: string | ((...found: string[]) => string)): Uint8Array => {
      const changed = typeof to === 'string' ? update.replace(from, to) : update.replace(from, to);
      expect(changed).not.toBe(update);
      // The cross-references move by as much as was put in before them.
      const shift = changed.lastIndexOf('\nxref') - update.lastIndexOf('\nxref');
      const moved = changed.replace(/startxref\s+(\d+)/, (_, at: string) => `startxref\n${Number(at) + shift}`);
      return new Uint8Array(Buffer.concat([signed, Buffer.from(moved, 'latin1')]));
    };
    // … until a key or an entry stands twice, a second table is named, or a number, a size or a place is not what it says.
    const files = [
      bent('/Certs', '/Certs [] /Certs'),
      bent('/Certs', '/Ce#72ts [] /Certs'),
      bent(/\btrailer\b/, '1 1\n0000000015 00000 n \n1 1\n0000000015 00000 n \ntrailer'),
      bent('/Prev', '/XRefStm 15 /Prev'),
      bent(/\/Size (\d+)/, (_, size: string) => `/Size ${Number(size) + 1}`),
      bent(/\/Prev (\d+)/, (_, at: string) => `/Prev ${Number(at) - 1}`),
      bent(/\/Root (\d+)/, (_, number: string) => `/Root ${Number(number) + 1}`),
      bent(/(\d+) 0 obj/, (_, number: string) => `${Number(number) + 900} 0 obj`),
      bent(/^/, '77 0 obj\n<< >>\nendobj\n'),
    ];
    for (const bentFile of files)
      expect((await signaturesOf(bentFile))[0]).toMatchObject({ ...CHANGED, added: ['unrecognised'] });
  });

  it('of white space only is none', async () => {
    const file = new Uint8Array(Buffer.concat([signed, Buffer.from(' \r\n\n')]));
    expect(await verify(file)).toMatchObject({
      signatures: [{ valid: true, coversWholeFile: true, added: [] }],
      revisions: 1,
    });
  });

  it('with validation data only is none', async () => {
    expect(await signaturesOf(await withValidationData(signed))).toMatchObject([
      { ...UNCHANGED, added: ['validation-data'] },
    ]);
  });

  it('that only renews the marks of the last change is told: an unsigned hand wrote it', async () => {
    const file = await appended(signed, (document, resolve) => {
      document.context.info.trailer.getDict('Info', resolve)?.set('ModDate', PdfString.fromString('D:20260401000000Z'));
      const metadata = document.getCatalog().get('Metadata', resolve);
      if (!(metadata instanceof PdfStream)) throw new Error('no metadata');
      const xmp = Buffer.from(metadata.data).toString('utf8');
      const renewed = xmp.replace(/(<xmp:ModifyDate>)[^<]*/, '$12026-04-01T00:00:00Z');
      expect(renewed).not.toBe(xmp);
      metadata.setData(Buffer.from(renewed));
    });
    expect(await signaturesOf(file)).toMatchObject([{ ...CHANGED, added: ['metadata'] }]);
  });

  it('with a further signature is told, and says nothing against the further one', async () => {
    expect(await signaturesOf(twice)).toMatchObject([
      { ...CHANGED, added: ['signature'] },
      { valid: true, coversWholeFile: true },
    ]);
    const inText = Buffer.from(twice).lastIndexOf('/TU');
    expect(await signaturesOf(flipped(twice, inText + 10))).toMatchObject([CHANGED, { valid: false }]);
  });

  it('cut off leaves the earlier state: with its signature, or without any', async () => {
    expect(await signaturesOf(twice.subarray(0, signed.length))).toMatchObject([
      { valid: true, coversWholeFile: true },
    ]);
    expect(await signaturesOf(signed.subarray(0, pdf.length))).toEqual([]);
  });
});

describe('hostile files', () => {
  it('that unpack to more than memory holds are not judged', async () => {
    const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024));
    const file = Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n'),
      bomb,
      Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF\n'),
    ]);
    expect(await verify(new Uint8Array(file))).toMatchObject({ signatures: [], unread: 'too-large' });
  });

  it('that only ever begin streams are given up in short time', { timeout: 20_000 }, async () => {
    const file = Buffer.concat([signed, Buffer.from('\nstream'.repeat(1_000_000))]);
    expect(await verify(file)).toMatchObject({ signatures: [], unread: 'too-large' });
  });

  it('with fields in a loop, or nested without end, are read to an end', async () => {
    const loop = await appended(signed, (document, resolve) => {
      const fields = formOf(document, resolve);
      const [first] = fields.toArray();
      const dict = fields.at(0, resolve);
      if (dict instanceof PdfDict && first) dict.set('Kids', PdfArray.of(first));
    });
    expect(await signaturesOf(loop)).toMatchObject([CHANGED]);
    const deep = Buffer.concat([signed, Buffer.from(`\n9999 0 obj\n${'['.repeat(200_000)}`)]);
    expect(await signaturesOf(new Uint8Array(deep))).toMatchObject([CHANGED]);
  });

  it('whatever was changed in them, are read or refused, and never pass for untouched', async () => {
    const { start, end } = lastRange(twice);
    const place = fc.integer({ min: 0, max: twice.length - 1 });
    const mutation = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('flip' as const),
          at: place,
          mask: fc.integer({ min: 1, max: 255 }),
        }),
      },
      fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.integer({ min: 1, max: 4000 }) }),
      fc.record({
        kind: fc.constant('insert' as const),
        at: place,
        bytes: fc.uint8Array({ minLength: 1, maxLength: 60 }),
      }),
      fc.record({ kind: fc.constant('end' as const), at: place }),
    );
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        const { at } = change;
        const changed =
          change.kind === 'flip'
            ? flipped(twice, at, change.mask)
            : Buffer.concat([
                twice.subarray(0, at),
                change.kind === 'insert' ? change.bytes : Buffer.alloc(0),
                twice.subarray(change.kind === 'cut' ? at + change.length : change.kind === 'end' ? twice.length : at),
              ]);
        const found = await verify(new Uint8Array(changed));
        if (change.kind === 'flip' && at >= start && at < end) return;
        // A cut that hits nothing but the end of the file leaves an earlier revision or white space.
        if (change.kind !== 'flip' && /%%EOF\s*$/.test(Buffer.from(changed.subarray(-16)).toString('latin1'))) {
          const isPrefix = Buffer.compare(changed, twice.subarray(0, changed.length)) === 0;
          if (isPrefix) return;
        }
        judged += 1;
        const untouched = found.signatures.filter(
          (signature) => signature.valid && (signature.coversWholeFile || signature.later.isHarmless),
        );
        expect(untouched).toEqual([]);
      }),
      { numRuns: 150, seed: 20260302 },
    );
    expect(judged).toBeGreaterThan(75);
  });
});
