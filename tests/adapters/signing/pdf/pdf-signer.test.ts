import { P12Signer, PDF, PdfArray, PdfDict, PdfName, PdfString } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundSignature } from '../../../../src-main/core/ports/signature-ports.ts';
import { Refusal } from '../../../../src-main/contract/shared/errors.ts';
import { refusalOf } from '../../../support/builders.ts';
import { appended } from '../../../support/pdf-updates.ts';
import {
  certification,
  detached,
  forgeToken,
  opensslCms,
  pdfSigner,
  request,
  samplePdfs,
  signForeign,
  VISIBLE,
  withDigest,
} from '../../../support/signed-pdf.ts';
import { TEST_PASSPHRASE, testAuthority, type TestKey } from '../../../support/signing-keys.ts';
import { testTimestamps } from '../../../support/timestamp-authority.ts';

const authority = testAuthority();
const stamps = testTimestamps();
let pdf: Uint8Array;
let rsa: TestKey;
let ec: TestKey;

beforeAll(async () => {
  pdf = (await samplePdfs()).finished;
  rsa = authority.make('rsa', 'Jörg Müller');
  ec = authority.make('ec', 'Anna Weiß');
});
afterAll(() => {
  authority.remove();
  stamps.remove();
});

const SOUND: Partial<FoundSignature> = { valid: true, problem: null, reason: null, coversWholeFile: true };
const unjudged = (reason: FoundSignature['reason']): Partial<FoundSignature> => ({
  valid: false,
  problem: 'unjudged',
  reason,
});
const verified = async (file: Uint8Array): Promise<readonly FoundSignature[]> =>
  (await pdfSigner.verify(file, 'a.pdf')).signatures;
const stamp = (value: Uint8Array): Promise<Uint8Array> => Promise.resolve(stamps.token(value));
const oidBytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const SIGNING_TIME = oidBytes('06092a864886f70d010905');
const SIGNING_CERTIFICATE_V2 = oidBytes('060b2a864886f70d010910022f');

/** Every signature dictionary's field, as a reader sees it. */
async function fields(file: Uint8Array): Promise<{ field: PdfDict; signature: PdfDict | undefined }[]> {
  const document = await PDF.load(file);
  const resolve = (ref: Parameters<PDF['getObject']>[0]) => document.getObject(ref);
  const list = document.getCatalog().getDict('AcroForm', resolve)?.getArray('Fields', resolve) ?? new PdfArray();
  return Array.from({ length: list.length }, (_, index) => list.at(index, resolve)).flatMap((field) =>
    field instanceof PdfDict ? [{ field, signature: field.getDict('V', resolve) }] : [],
  );
}

describe('a signed PDF', () => {
  it('keeps every byte it had, and only grows', async () => {
    const signed = await pdfSigner.sign(pdf, request(rsa.key));
    expect(Buffer.compare(signed.subarray(0, pdf.length), pdf)).toBe(0);
    expect(signed.length).toBeGreaterThan(pdf.length);
  });

  it.each(['rsa', 'ec'] as const)('is valid at level B-B with an %s key, with the key’s certificates', async (kind) => {
    const { key } = kind === 'rsa' ? rsa : ec;
    const [found, ...others] = await verified(await pdfSigner.sign(pdf, request(key)));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      ...SOUND,
      format: 'baseline',
      claimedAt: '2026-03-02T08:00:00.000Z',
      stampedAt: null,
    });
    expect(found?.certificates.map((der) => Buffer.from(der))).toEqual(key.certificates.map((der) => Buffer.from(der)));
  });

  it.each([
    ['rsa', 'SHA-384'],
    ['rsa', 'SHA-512'],
    ['ec', 'SHA-512'],
  ] as const)('is valid with %s and %s', async (kind, digest) => {
    const key = withDigest(kind === 'rsa' ? rsa : ec, digest);
    const signed = await pdfSigner.sign(pdf, request(key));
    expect(await verified(signed)).toMatchObject([{ ...SOUND, format: 'baseline' }]);
  });

  it('names the signer’s certificate in what is signed, and no signing time', async () => {
    const { cms } = detached(await pdfSigner.sign(pdf, request(rsa.key)));
    expect(cms.includes(SIGNING_CERTIFICATE_V2)).toBe(true);
    expect(cms.includes(SIGNING_TIME)).toBe(false);
  });

  it('shows reason and place as they were given, umlauts, brackets and all', async () => {
    const [first] = await fields(await pdfSigner.sign(pdf, request(rsa.key)));
    expect(first?.signature?.getString('Reason')?.asString()).toBe('Geprüft (sachlich) \\ „richtig“');
    expect(first?.signature?.getString('Location')?.asString()).toBe('Auental');
    expect(first?.signature?.getString('M')?.asString()).toBe('D:20260302080000Z');
  });

  it('says nothing of reason and place where none was given', async () => {
    const [first] = await fields(await pdfSigner.sign(pdf, request(rsa.key, { reason: '', location: '' })));
    expect(first?.signature?.has('Reason')).toBe(false);
    expect(first?.signature?.has('Location')).toBe(false);
  });

  it('gives each of several signatures its own field, and leaves the earlier ones valid', async () => {
    let signed = await pdfSigner.sign(pdf, request(rsa.key, { visible: VISIBLE }));
    signed = await pdfSigner.sign(signed, request(ec.key));
    signed = await pdfSigner.sign(signed, request(rsa.key, { visible: { ...VISIBLE, page: 1 } }));
    const names = (await fields(signed)).map(({ field }) => field.getString('T')?.asString());
    expect(names).toEqual(['Unterschrift', 'Unterschrift 2', 'Unterschrift 3']);
    expect(await verified(signed)).toMatchObject([
      { ...SOUND, coversWholeFile: false },
      { ...SOUND, coversWholeFile: false },
      SOUND,
    ]);
    expect((await verified(signed)).map(({ revision, added }) => ({ revision, added }))).toEqual([
      { revision: 1, added: ['signature'] },
      { revision: 2, added: ['signature'] },
      { revision: 3, added: [] },
    ]);
  });

  it('takes the last page where the wanted one does not exist', async () => {
    const signed = await pdfSigner.sign(pdf, request(rsa.key, { visible: { ...VISIBLE, page: 99 } }));
    const pages = (await PDF.load(signed)).getPages().map(({ dict }) => dict.has('Annots'));
    expect(pages).toEqual([...pages.slice(1).map(() => false), true]);
  });

  it('places the field by millimetres from the upper left corner', async () => {
    const visible = { ...VISIBLE, xMm: 25.4, yMm: 25.4, widthMm: 50.8, heightMm: 12.7 };
    const signed = await pdfSigner.sign(pdf, request(rsa.key, { visible }));
    const [first] = await fields(signed);
    const rect = [...(first?.field.getArray('Rect') ?? [])].map((value) =>
      Number('value' in value ? value.value : NaN),
    );
    const top = (await PDF.load(signed)).getPages()[0]?.height ?? 0;
    expect(rect[0]).toBeCloseTo(72, 1);
    expect(rect[1]).toBeCloseTo(top - 108, 1);
    expect(rect[2]).toBeCloseTo(216, 1);
    expect(rect[3]).toBeCloseTo(top - 72, 1);
  });

  it('cannot be made from what is no PDF', async () => {
    const refusal = await refusalOf(() => pdfSigner.sign(Buffer.from('kein PDF'), request(rsa.key)));
    expect(refusal.code).toBe('document-not-signable');
  });
});

describe('a time stamp', () => {
  it('makes level B-T, with the time and the certificates of the service', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const [found] = await verified(await pdfSigner.sign(pdf, request(ec.key, { stamp })));
    expect(found).toMatchObject({ ...SOUND, format: 'baseline' });
    expect(Date.parse(found?.stampedAt ?? '')).toBeGreaterThanOrEqual(before);
    expect(Date.parse(found?.stampedAt ?? '')).toBeLessThanOrEqual(Date.now());
    expect(found?.stampCertificates).toHaveLength(2);
  });

  it('that cannot be had stops signing, with its own refusal', async () => {
    const cause = new Refusal('timestamp-unavailable', { url: 'https://zeit.example' });
    const refusal = await refusalOf(() =>
      pdfSigner.sign(pdf, request(rsa.key, { stamp: () => Promise.reject(cause) })),
    );
    expect(refusal).toEqual({ code: 'timestamp-unavailable', details: { url: 'https://zeit.example' } });
  });

  it('gets the room it needs, however large it is', async () => {
    let asked = 0;
    // OCTET STRING of 20,000 bytes: no token, but what is valid besides must stay so.
    const large = Buffer.concat([Buffer.from('04824e20', 'hex'), Buffer.alloc(20_000, 7)]);
    const signed = await pdfSigner.sign(
      pdf,
      request(rsa.key, { stamp: () => Promise.resolve(((asked += 1), new Uint8Array(large))) }),
    );
    expect(asked).toBe(2);
    expect(await verified(signed)).toMatchObject([{ ...SOUND, format: 'baseline', stampedAt: null }]);
  });

  it('over something else counts for nothing', async () => {
    const signed = await pdfSigner.sign(
      pdf,
      request(rsa.key, { stamp: () => Promise.resolve(stamps.token(Buffer.from('etwas anderes'))) }),
    );
    expect(await verified(signed)).toMatchObject([
      { ...SOUND, format: 'baseline', stampedAt: null, stampCertificates: [] },
    ]);
  });

  it('by a certificate that is not for time stamps counts for nothing', async () => {
    const forged = (value: Uint8Array): Uint8Array => forgeToken(stamps.token(value), rsa);
    const signed = await pdfSigner.sign(pdf, request(ec.key, { stamp: (value) => Promise.resolve(forged(value)) }));
    expect(await verified(signed)).toMatchObject([{ ...SOUND, format: 'baseline', stampedAt: null }]);
  });
});

describe('a PDF that its author certified', () => {
  /** As an author marks it: what others may still change (ISO 32000-1, table 254). */
  const certified = (level: number): Promise<Uint8Array> =>
    appended(pdf, (document) => {
      const entries = { Type: PdfName.of('Sig'), Reference: certification(level) };
      const signature = document.register(PdfDict.of(entries));
      const field = PdfDict.of({ FT: PdfName.of('Sig'), T: PdfString.fromString('Verfasser'), V: signature });
      document.getCatalog().set('AcroForm', PdfDict.of({ Fields: PdfArray.of(document.register(field)) }));
    });

  it('against every change is signed only when that is asked for', async () => {
    const file = await certified(1);
    expect(await refusalOf(() => pdfSigner.sign(file, request(rsa.key, { fileName: 'satzung.pdf' })))).toEqual({
      code: 'document-certified',
      details: { file: 'satzung.pdf' },
    });
    const signed = await pdfSigner.sign(file, request(rsa.key, { breaksCertification: true }));
    const found = (await verified(signed)).find(({ certification }) => certification !== null);
    expect(found).toMatchObject({ certification: 'no-changes' });
  });

  it.each([2, 3])('but for forms (%d) gets no visible field unless that is asked for', async (level) => {
    const file = await certified(level);
    const refusal = await refusalOf(() => pdfSigner.sign(file, request(rsa.key, { visible: VISIBLE })));
    expect(refusal.code).toBe('document-certified');
    const signed = pdfSigner.sign(file, request(rsa.key, { visible: VISIBLE, breaksCertification: true }));
    expect(await verified(await signed)).toContainEqual(expect.objectContaining(SOUND));
  });

  it.each([2, 3])('but for forms (%d) is signed like any other', async (level) => {
    expect(await verified(await pdfSigner.sign(await certified(level), request(rsa.key)))).toContainEqual(
      expect.objectContaining(SOUND),
    );
  });
});

describe('foreign signatures', () => {
  const signedBy = (subFilter: string, key: TestKey, ...options: string[]): Promise<Uint8Array> =>
    signForeign(pdf, subFilter, opensslCms(key, ...options));

  it('with a signing time and without certificate reference are valid, level basic', async () => {
    const [found] = await verified(await signedBy('adbe.pkcs7.detached', rsa, '-md', 'sha256'));
    expect(found).toMatchObject({ ...SOUND, format: 'plain' });
    expect(Math.abs(Date.parse(found?.claimedAt ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('in CAdES by openssl are valid, their certificate named', async () => {
    const file = await signedBy('ETSI.CAdES.detached', ec, '-md', 'sha512', '-cades');
    // PAdES keeps the time out of the CMS and wants it in the dictionary: what openssl makes is CAdES, not its baseline in a PDF.
    expect(await verified(file)).toMatchObject([{ ...SOUND, format: 'named' }]);
  });

  it('without signed attributes are valid', async () => {
    const file = await signedBy('adbe.pkcs7.detached', rsa, '-md', 'sha256', '-noattr');
    expect(await verified(file)).toMatchObject([{ ...SOUND, format: 'plain', claimedAt: null }]);
  });

  it('that name their signer by key identifier are valid', async () => {
    const file = await signedBy('adbe.pkcs7.detached', rsa, '-md', 'sha256', '-keyid');
    expect(await verified(file)).toMatchObject([{ ...SOUND, format: 'plain' }]);
  });

  it('with RSASSA-PSS are valid', async () => {
    const options = ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss'];
    expect(await verified(await signedBy('adbe.pkcs7.detached', rsa, ...options))).toMatchObject([SOUND]);
  });

  it('with SHA-1 are not supported, and not called valid', async () => {
    const [found] = await verified(await signedBy('adbe.pkcs7.detached', rsa, '-md', 'sha1'));
    expect(found).toMatchObject(unjudged('weak-algorithm'));
    expect(found?.certificates.length).toBeGreaterThan(0);
  });

  it('with the content inside the CMS are not supported', async () => {
    const file = await signForeign(pdf, 'adbe.pkcs7.sha1', (content) =>
      opensslCms(rsa, '-nodetach')(content.subarray(0, 20)),
    );
    expect(await verified(file)).toMatchObject([unjudged('format')]);
  });
});

describe('signatures of different programs', () => {
  it('stand beside each other, whichever came first', async () => {
    const signer = await P12Signer.create(ec.pkcs12, TEST_PASSPHRASE);
    const foreign = async (file: Uint8Array): Promise<Uint8Array> =>
      (await (await PDF.load(file)).sign({ signer, reason: 'Gesehen', subFilter: 'adbe.pkcs7.detached' })).bytes;
    const ours = (file: Uint8Array): Promise<Uint8Array> =>
      pdfSigner.sign(file, request(rsa.key, { visible: VISIBLE }));
    const [OURS, THEIRS] = [
      { ...SOUND, format: 'baseline' },
      { ...SOUND, format: 'plain' },
    ];
    expect(await verified(await foreign(await ours(pdf)))).toMatchObject([{ ...OURS, coversWholeFile: false }, THEIRS]);
    expect(await verified(await ours(await foreign(pdf)))).toMatchObject([{ ...THEIRS, coversWholeFile: false }, OURS]);
  });
});

describe('a PDF without signatures', () => {
  it('has none', async () => {
    expect(await pdfSigner.verify(pdf, 'a.pdf')).toEqual({
      signatures: [],
      revisions: 1,
      uncoveredParts: [],
      unread: null,
    });
  });

  it('that is no PDF could not be read', async () => {
    const found = await pdfSigner.verify(Buffer.from('Das ist ein Brief.'), 'brief.txt');
    expect(found).toMatchObject({ signatures: [], unread: 'file-unreadable' });
  });
});
