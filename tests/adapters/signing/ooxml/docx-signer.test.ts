import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCertificates } from '../../../../src-main/adapters/signing/keys/certificates.ts';
import { createDocxSigner } from '../../../../src-main/adapters/signing/ooxml/docx-signer.ts';
import type { FoundSignatures } from '../../../../src-main/core/ports/signature-ports.ts';
import { addRelationship, editPackage, packageParts, sampleDocx, withPart } from '../../../support/docx-packages.ts';
import { opensslFolder } from '../../../support/openssl.ts';
import { testAuthority, type TestKey } from '../../../support/signing-keys.ts';

const signer = createDocxSigner();
const authority = testAuthority();
afterAll(() => authority.remove());

const AT = '2026-03-01T10:11:12.345Z';
const REASON = 'Freigegeben: <Bänke> & "Brücken"\u2028\r\nEnde';
const DOCUMENT = 'word/document.xml';
const RELATIONSHIPS = 'word/_rels/document.xml.rels';
const SIGNATURE = '_xmlsignatures/sig1.xml';

let docx: Uint8Array;
let rsa: TestKey;
let signed: Uint8Array;
beforeAll(async () => {
  docx = await sampleDocx();
  rsa = authority.make('rsa', 'Jörg Müller, Leiter');
  signed = await signer.sign(docx, { key: rsa.key, at: AT, reason: REASON });
});

const verify = (file: Uint8Array): Promise<FoundSignatures> => signer.verify(file, 'a.docx');
async function firstOf(file: Uint8Array): Promise<FoundSignatures['signatures'][number]> {
  const [first] = (await verify(file)).signatures;
  if (!first) throw new Error('no signature was found');
  return first;
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

describe('a signed DOCX', () => {
  it('is found valid, with who and when, and covers everything', async () => {
    expect(await verify(signed)).toEqual({
      signatures: [
        {
          certificates: [rsa.certificate, authority.certificate],
          claimedAt: '2026-03-01T10:11:12.000Z',
          stampedAt: null,
          stampCertificates: [],
          kind: 'signature',
          format: 'named',
          valid: true,
          problem: null,
          reason: null,
          coversWholeFile: true,
          revision: 1,
          signedLength: null,
          added: [],
          later: { isHarmless: true, stamps: [] },
          certification: null,
          locksFields: false,
        },
      ],
      revisions: 1,
      uncoveredParts: [],
      unread: null,
    });
  });

  it('keeps the bytes of every part it signs', async () => {
    const [before, after] = [packageParts(docx), packageParts(signed)];
    const changed = Object.keys(after).filter(
      (name) => !before[name] || sha256(before[name]) !== sha256(after[name] ?? new Uint8Array()),
    );
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      '_xmlsignatures/_rels/origin.sigs.rels',
      '_xmlsignatures/origin.sigs',
      SIGNATURE,
    ]);
    expect(Object.keys(before).filter((name) => !after[name])).toEqual([]);
  });

  it('is the same bytes for the same wish', async () => {
    expect(sha256(await signer.sign(docx, { key: rsa.key, at: AT, reason: REASON }))).toBe(sha256(signed));
  });

  it('carries reason and time where Office looks for them', () => {
    const xml = text(packageParts(signed)[SIGNATURE]);
    expect(xml).toContain(
      '<SignatureComments>Freigegeben: &lt;Bänke&gt; &amp; &quot;Brücken&quot;\u2028&#xD;\nEnde</SignatureComments>',
    );
    expect(xml).toContain('<xd:SigningTime>2026-03-01T10:11:12Z</xd:SigningTime>');
    expect(xml).toContain('<X509IssuerName>CN=Auental Wurzel, O=Stadt Auental, C=DE</X509IssuerName>');
  });

  it.each(['P-256', 'P-384', 'P-521'])('can be signed with a key on %s', async (curve) => {
    const openssl = opensslFolder();
    openssl.run(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      `ec_paramgen_curve:${curve}`,
      '-nodes',
      '-keyout',
      'k.pem',
      '-out',
      'c.pem',
      '-subj',
      '/CN=Ec',
    );
    openssl.run('pkcs12', '-export', '-inkey', 'k.pem', '-in', 'c.pem', '-out', 'k.p12', '-passout', 'pass:geheim');
    const key = await createCertificates().openKey(openssl.read('k.p12'), 'geheim', 'k.p12');
    const file = await signer.sign(docx, { key, at: AT, reason: '' });
    expect(text(packageParts(file)[SIGNATURE])).toContain(
      `xmldsig-more#ecdsa-${key.digest.replace('-', '').toLowerCase()}"`,
    );
    expect(await firstOf(file)).toMatchObject({ valid: true, format: 'named', coversWholeFile: true });
  });

  it('takes a second signature and a third, the others stay valid', async () => {
    const second = await signer.sign(signed, {
      key: authority.make('ec', 'Zwei').key,
      at: '2026-03-02T00:00:00.000Z',
      reason: '',
    });
    const third = await signer.sign(second, { key: rsa.key, at: '2026-03-03T00:00:00.000Z', reason: '' });
    expect(packageParts(third)[SIGNATURE]).toEqual(packageParts(signed)[SIGNATURE]);
    const { signatures, uncoveredParts } = await verify(third);
    expect(
      signatures.map(({ valid, coversWholeFile, claimedAt }) => ({
        valid,
        coversWholeFile,
        day: claimedAt?.slice(0, 10),
      })),
    ).toEqual(['2026-03-01', '2026-03-02', '2026-03-03'].map((day) => ({ valid: true, coversWholeFile: true, day })));
    expect(uncoveredParts).toEqual([]);
  });

  it('without a signature has none', async () => {
    expect(await verify(docx)).toEqual({ signatures: [], revisions: 1, uncoveredParts: [], unread: null });
  });

  it('still opens where names are escaped or not in ASCII', async () => {
    const odd = editPackage(docx, {
      'word/media/Lageplan Größe.png': () => 'x',
      'word/media/a%20b.png': () => 'y',
      'word/media/[1] was? #2.png': () => 'w',
      [RELATIONSHIPS]: addRelationship('rIdPicture', 'media/Lageplan%20Gr%C3%B6%C3%9Fe.png', 'Internal'),
    });
    const file = await signer.sign(odd, { key: rsa.key, at: AT, reason: '' });
    expect(await verify(file)).toMatchObject({
      signatures: [{ valid: true, coversWholeFile: true }],
      uncoveredParts: [],
    });
    const changed = editPackage(file, { 'word/media/Lageplan Größe.png': () => 'z' });
    expect(await firstOf(changed)).toMatchObject({ problem: 'digest-wrong' });
  });
});

describe('a change after signing', () => {
  const changes: [string, Parameters<typeof editPackage>[1]][] = [
    ['a word of the text', { [DOCUMENT]: (xml) => xml.replace('</w:t>', '.</w:t>') }],
    ['the text taken away', { [DOCUMENT]: () => null }],
    ['one part in place of another', { 'word/footer1.xml': () => text(packageParts(docx)['word/endnotes.xml']) }],
    ['the record inside', { 'customXml/item1.xml': (xml) => `${xml} ` }],
    ['the properties', { 'docProps/core.xml': (xml) => xml.replace('<dc:title>', '<dc:title>Neu: ') }],
    ['another target of a relationship', { [RELATIONSHIPS]: (xml) => xml.replace('"styles.xml"', '"numbering.xml"') }],
    ['a relationship taken away', { [RELATIONSHIPS]: (xml) => xml.replace(/<Relationship [^>]*styles[^>]*\/>/, '') }],
    [
      'a relationship with the Id of another',
      { [RELATIONSHIPS]: addRelationship('rId1', 'http://fremd.invalid/a.png') },
    ],
    [
      'a relationship where there was none',
      {
        'word/_rels/fontTable.xml.rels': () =>
          addRelationship(
            'rId1',
            'http://fremd.invalid/a',
          )('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'),
      },
    ],
    [
      'another content type',
      { '[Content_Types].xml': (xml) => xml.replace('wordprocessingml.footer+xml', 'wordprocessingml.header+xml') },
    ],
    ['a digest in the manifest', { [SIGNATURE]: (xml) => xml.replace(/(<Manifest>.*?<DigestValue>)./s, '$1_') }],
    ['the time', { [SIGNATURE]: (xml) => xml.replace('<xd:SigningTime>2026', '<xd:SigningTime>2025') }],
    ['the reason', { [SIGNATURE]: (xml) => xml.replace('Freigegeben', 'Abgelehnt') }],
  ];
  it.each(changes)('is noticed: %s', async (_, change) => {
    const { signatures, uncoveredParts } = await verify(editPackage(signed, change));
    expect(signatures).toMatchObject([{ valid: false, problem: 'digest-wrong', coversWholeFile: false }]);
    // A broken signature covers nothing.
    expect(uncoveredParts).toContain('word/styles.xml');
  });

  it('still says who signed when, where the signature itself is unhurt', async () => {
    const changed = await firstOf(editPackage(signed, { [DOCUMENT]: (xml) => xml.replace('</w:t>', '.</w:t>') }));
    expect(changed).toMatchObject({
      certificates: [rsa.certificate, authority.certificate],
      claimedAt: '2026-03-01T10:11:12.000Z',
    });
  });

  it('of any byte of the text is noticed', async () => {
    const original = packageParts(signed)[DOCUMENT] ?? new Uint8Array();
    for (let at = 0; at < original.length; at += 997) {
      const bytes = Uint8Array.from(original);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const changed = withPart(signed, DOCUMENT, bytes);
      expect((await firstOf(changed)).problem).toBe('digest-wrong');
    }
  });

  it.each([
    [
      'a picture from elsewhere',
      { [RELATIONSHIPS]: addRelationship('rIdX', 'http://fremd.invalid/a.png') },
      `${RELATIONSHIPS}#rIdX`,
    ],
    ['a header', { 'word/header9.xml': () => '<w:hdr/>' }, 'word/header9.xml'],
    ['a part among the signatures', { '_xmlsignatures/text.xml': () => '<a/>' }, '_xmlsignatures/text.xml'],
    ['a signature that nothing leads to', { '_xmlsignatures/sig9.xml': () => '<a/>' }, '_xmlsignatures/sig9.xml'],
    [
      'relationships of a part without any',
      {
        'word/_rels/styles.xml.rels': () =>
          addRelationship(
            'r',
            'x',
          )('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'),
      },
      'word/_rels/styles.xml.rels',
    ],
    [
      'a relationship of the package',
      { '_rels/.rels': addRelationship('rIdY', 'word/other.xml', 'Internal') },
      '_rels/.rels#rIdY',
    ],
  ] as [string, Parameters<typeof editPackage>[1], string][])('by adding is named: %s', async (_, change, name) => {
    const { signatures, uncoveredParts } = await verify(editPackage(signed, change));
    expect(uncoveredParts).toEqual([name]);
    expect(signatures).toMatchObject([{ valid: true, coversWholeFile: false, later: { isHarmless: false } }]);
  });

  it('that adds a property of the file is none, and is none for what only lies beside the properties', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
    const without = editPackage(docx, {
      'docProps/custom.xml': () => null,
      '_rels/.rels': (xml) => xml.replace(/<Relationship [^>]*custom-properties[^>]*\/>/, ''),
      '[Content_Types].xml': (xml) => xml.replace(/<Override [^>]*custom-properties\+xml[^>]*\/>/, ''),
    });
    const bare = await signer.sign(without, { key: rsa.key, at: AT, reason: '' });
    const property = (path: string, contentType: string): Uint8Array =>
      editPackage(bare, {
        [path]: () => '<Properties/>',
        '_rels/.rels': (xml) =>
          xml.replace(
            '</Relationships>',
            `<Relationship Id="rN" Type="${relation}" Target="${path}"/></Relationships>`,
          ),
        '[Content_Types].xml': (xml) =>
          xml.replace('</Types>', `<Override PartName="/${path}" ContentType="${contentType}"/></Types>`),
      });
    for (const path of ['docProps/neu.xml', 'word/neu.xml'])
      expect(await verify(property(path, type))).toMatchObject({
        signatures: [{ valid: true, coversWholeFile: true }],
        uncoveredParts: [],
      });
    // The type of another part makes it that part, whatever relationship and folder say.
    const header = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml';
    expect(await verify(property('docProps/neu.xml', header))).toMatchObject({
      signatures: [{ valid: true, coversWholeFile: false }],
      uncoveredParts: ['_rels/.rels#rN', 'docProps/neu.xml'],
    });
  });

  it('that leads to a second part of a kind of property is named', async () => {
    const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
    const file = editPackage(signed, {
      'docProps/zwei.xml': () => '<a/>',
      '_rels/.rels': (xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="r2" Type="${core}" Target="docProps/zwei.xml"/></Relationships>`,
        ),
    });
    const { uncoveredParts } = await verify(file);
    expect(uncoveredParts).toEqual(['_rels/.rels#r2', 'docProps/zwei.xml']);
  });

  it('that gives the document a second main part is not judged', async () => {
    const main = 'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument';
    const file = editPackage(signed, {
      'word/zwei.xml': () => '<a/>',
      '_rels/.rels': (xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="r2" Type="${main}" Target="word/zwei.xml"/></Relationships>`,
        ),
    });
    expect(await firstOf(file)).toMatchObject({ problem: 'unjudged', reason: 'two-main-parts' });
  });

  it('that hides a part behind the relationships of the signatures is named', async () => {
    const signature = 'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/signature';
    const relation = `<Relationship Id="rX" Type="${signature}" Target="/word/header9.xml"/></Relationships>`;
    const file = editPackage(signed, {
      'word/header9.xml': () => '<w:hdr xmlns:w="w"/>',
      '_xmlsignatures/_rels/origin.sigs.rels': (xml) => xml.replace('</Relationships>', relation),
    });
    const { signatures, uncoveredParts } = await verify(file);
    expect(signatures).toMatchObject([{ valid: true, coversWholeFile: false }, { valid: false }]);
    expect(uncoveredParts).toEqual(['word/header9.xml']);
    const other = editPackage(signed, {
      'word/header9.xml': () => '<w:hdr xmlns:w="w"/>',
      '_xmlsignatures/_rels/origin.sigs.rels': addRelationship('rY', '../word/header9.xml', 'Internal'),
    });
    expect((await verify(other)).uncoveredParts.toSorted()).toEqual([
      '_xmlsignatures/_rels/origin.sigs.rels',
      'word/header9.xml',
    ]);
  });

  it('is covered again by who signs afterwards', async () => {
    const extended = editPackage(signed, { 'docProps/neu.xml': () => '<a/>', 'word/header9.xml': () => '<w:hdr/>' });
    const again = await signer.sign(extended, { key: rsa.key, at: AT, reason: '' });
    const { signatures, uncoveredParts } = await verify(again);
    expect(uncoveredParts).toEqual([]);
    expect(signatures.map(({ coversWholeFile }) => coversWholeFile)).toEqual([false, true]);
  });

  it('that takes the signature away leaves a file that says nothing for certain', async () => {
    const bare = editPackage(signed, { '_rels/.rels': (xml) => xml.replace(/<Relationship [^>]*origin"[^>]*>/, '') });
    expect(await verify(bare)).toMatchObject({ signatures: [], unread: 'no-field' });
  });
});
