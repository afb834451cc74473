/** XML signature wrapping: signed elements are moved, doubled or joined by forged ones, so that a careless verifier believes the wrong ones. */
import { createHash, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCertificates } from '../../../../src-main/adapters/signing/keys/certificates.ts';
import { createDocxSigner } from '../../../../src-main/adapters/signing/ooxml/docx-signer.ts';
import type { FoundSignature } from '../../../../src-main/core/ports/signature-ports.ts';
import { editPackage, packageParts, sampleDocx } from '../../../support/docx-packages.ts';
import { opensslFolder } from '../../../support/openssl.ts';
import { testAuthority, type TestKey } from '../../../support/signing-keys.ts';

const signer = createDocxSigner();
const authority = testAuthority();
afterAll(() => authority.remove());

const SIGNATURE = '_xmlsignatures/sig1.xml';
const DOCUMENT = 'word/document.xml';
let rsa: TestKey;
let signed: Uint8Array;
/** The document says something else, and the manifest is one that fits it. */
let forgedDocument: string;
let forgedManifest: string;
let genuine: string;

const part = (docx: Uint8Array, name: string): string => Buffer.from(packageParts(docx)[name] ?? []).toString();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
const objectOf = (xml: string): string => /<Object Id="idPackageObject">.*?<\/Object>/s.exec(xml)?.[0] ?? '';
const xadesOf = (xml: string): string => /<Object><xd:.*?<\/Object>/s.exec(xml)?.[0] ?? '';

beforeAll(async () => {
  rsa = authority.make('rsa', 'Jörg Müller');
  signed = await signer.sign(await sampleDocx(), { key: rsa.key, at: '2026-03-01T10:00:00.000Z', reason: '' });
  genuine = part(signed, SIGNATURE);
  forgedDocument = part(signed, DOCUMENT).replace('</w:t>', ' nicht</w:t>');
  forgedManifest = objectOf(genuine).replace(sha256(part(signed, DOCUMENT)), sha256(forgedDocument));
  expect(forgedManifest).not.toBe(objectOf(genuine));
});

async function attacked(xml: string, isForged = true): Promise<FoundSignature> {
  const file = editPackage(signed, { [SIGNATURE]: () => xml, ...(isForged && { [DOCUMENT]: () => forgedDocument }) });
  const { signatures } = await signer.verify(file, 'a.docx');
  if (!signatures[0]) throw new Error('no signature was found');
  return signatures[0];
}
const replaced = (from: string, to: string): string => {
  expect(genuine).toContain(from);
  return genuine.replace(from, () => to);
};

describe('a wrapped signature', () => {
  it('is damaged when an Id is there twice, in whatever spelling', async () => {
    const doubled = [
      replaced('</Signature>', `${forgedManifest}</Signature>`),
      replaced(objectOf(genuine), `${forgedManifest}<Object>${objectOf(genuine)}</Object>`),
      replaced(objectOf(genuine), forgedManifest.replace('Id=', 'ID=') + objectOf(genuine)),
      replaced(objectOf(genuine), forgedManifest.replace('Id=', 'xml:id=') + objectOf(genuine)),
      replaced('<KeyInfo>', `<Object><a xmlns="" id="idSignedProperties"/></Object><KeyInfo>`),
    ];
    for (const xml of doubled)
      expect(await attacked(xml)).toMatchObject({ valid: false, problem: 'unjudged', reason: 'unreadable' });
  });

  it('does not believe a manifest that nobody signed', async () => {
    const anonymous = forgedManifest.replace(' Id="idPackageObject"', '').replace(/ Id="idSignatureTime"/, '');
    const attacks = [
      // Before the genuine one, behind it, and in its place while the genuine one hides where nobody looks.
      replaced(objectOf(genuine), anonymous + objectOf(genuine)),
      replaced('</Signature>', `${anonymous}</Signature>`),
      replaced(objectOf(genuine), `${anonymous}<Object>${objectOf(genuine)}</Object>`),
      replaced(objectOf(genuine), anonymous.replace('</Object>', `${objectOf(genuine)}</Object>`)),
    ];
    for (const xml of attacks) expect((await attacked(xml)).valid).toBe(false);
  });

  it('looks for the manifest where the norm puts it only', async () => {
    const moved = replaced(objectOf(genuine), `<Object>${objectOf(genuine)}</Object>`);
    expect(await attacked(moved, false)).toMatchObject({ valid: false, reason: 'coverage' });
  });

  it('is not judged under another certificate for the same key', async () => {
    const openssl = opensslFolder();
    const certificates = ['Erst', 'Dann'].map((name) => {
      const key = name === 'Erst' ? ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'k.pem'] : ['-key', 'k.pem'];
      openssl.run('req', '-x509', ...key, '-out', `${name}.pem`, '-subj', `/CN=${name}`);
      return new X509Certificate(openssl.read(`${name}.pem`)).raw.toString('base64');
    });
    openssl.run('pkcs12', '-export', '-inkey', 'k.pem', '-in', 'Erst.pem', '-out', 'k.p12', '-passout', 'pass:geheim');
    const key = await createCertificates().openKey(openssl.read('k.p12'), 'geheim', 'k.p12');
    const file = await signer.sign(await sampleDocx(), { key, at: '2026-03-01T10:00:00.000Z', reason: '' });
    const exchanged = editPackage(file, {
      [SIGNATURE]: (xml) => xml.replace(certificates[0] ?? '', certificates[1] ?? ''),
    });
    const { signatures } = await signer.verify(exchanged, 'a.docx');
    expect(signatures).toMatchObject([{ valid: false, problem: 'unjudged', reason: 'other-certificate' }]);
  });

  it('does not believe signed properties that nobody signed', async () => {
    const forged = xadesOf(genuine).replace(' Id="idSignedProperties"', '').replace('2026-03-01', '2020-01-01');
    for (const xml of [
      replaced(xadesOf(genuine), forged + xadesOf(genuine)),
      replaced('</Signature>', `${forged}</Signature>`),
    ]) {
      expect(await attacked(xml, false)).toMatchObject({
        valid: true,
        claimedAt: '2026-03-01T10:00:00.000Z',
        format: 'named',
      });
    }
    // Signed, but of another signature by its target: they say nothing of this one.
    const elsewhere = replaced(
      'Target="#idPackageSignature"><xd:SignedProperties',
      'Target="#other"><xd:SignedProperties',
    );
    expect(await attacked(elsewhere, false)).toMatchObject({ format: 'plain' });
    const moved = replaced(xadesOf(genuine), `<Object><a>${xadesOf(genuine)}</a></Object>`);
    expect(await attacked(moved, false)).toMatchObject({ valid: true, format: 'plain' });
  });

  it('is not judged with two SignedInfo, two values, or inside another element', async () => {
    const info = /<SignedInfo>.*<\/SignedInfo>/s.exec(genuine)?.[0] ?? '';
    const value = /<SignatureValue>.*<\/SignatureValue>/s.exec(genuine)?.[0] ?? '';
    const body = genuine.replace(/^<\?xml.*?\?>\s*/, '');
    for (const xml of [
      replaced(info, info + info),
      replaced(value, value + value),
      `<Signatures>${body}</Signatures>`,
    ]) {
      expect(await attacked(xml, false)).toMatchObject({ valid: false, problem: 'unjudged', reason: 'unreadable' });
    }
  });

  it('is wrong under another certificate, even one that is put first', async () => {
    const stranger = Buffer.from(authority.make('rsa', 'Fremd').certificate).toString('base64');
    const own = Buffer.from(rsa.certificate).toString('base64');
    const wrapped = `<X509Certificate>${stranger}</X509Certificate>`;
    const replacedFirst = replaced(own, stranger);
    expect(await attacked(replacedFirst, false)).toMatchObject({ valid: false, problem: 'signature-wrong' });
    const before = await attacked(replaced('<X509Data>', `<X509Data>${wrapped}`), false);
    expect(before.valid).toBe(true);
    expect(before.certificates[0]).toEqual(rsa.certificate);
  });

  it('is not judged with a document type, or without a certificate', async () => {
    expect(await attacked(genuine.replace('<Signature ', '<!DOCTYPE Signature><Signature '), false)).toMatchObject({
      reason: 'unreadable',
    });
    expect(await attacked(genuine.replace(/<KeyInfo>.*<\/KeyInfo>/s, ''), false)).toMatchObject({
      reason: 'no-certificate',
    });
    expect(await attacked('kein XML', false)).toMatchObject({ reason: 'unreadable', certificates: [] });
  });

  it('is not judged with SHA-1, another canonicalisation or another key method', async () => {
    const attacks = [
      genuine.replace('xmldsig-more#rsa-sha256', 'xmldsig#rsa-sha1'),
      genuine.replace(
        'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
        'http://www.w3.org/2000/09/xmldsig#hmac-sha1',
      ),
      genuine.replace(
        'CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
        'CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#',
      ),
    ];
    for (const xml of attacks) {
      expect(xml).not.toBe(genuine);
      expect(await attacked(xml, false)).toMatchObject({ valid: false, problem: 'unjudged' });
    }
  });
});
