/** Signed DOCX files before independent judges: xmlsec1 and Python take signature and digests apart, LibreOffice does all of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCertificates } from '../../src-main/adapters/signing/keys/certificates.ts';
import { readDocx } from '../../src-main/adapters/docx/read-docx.ts';
import { createDocxSigner } from '../../src-main/adapters/signing/ooxml/docx-signer.ts';
import type { SigningKey } from '../../src-main/core/ports/signature-ports.ts';
import { addRelationship, editPackage, packageParts, sampleDocx } from '../support/docx-packages.ts';
import { signLikeWord, type ForeignWish } from '../support/foreign-signature.ts';
import {
  coreXmlCheck,
  docxSchemaCheck,
  libreOfficeConvert,
  libreOfficeSignatures,
  manifestLines,
  xmlsecAccepts,
} from '../harness/judges/judges.ts';
import { opensslFolder } from '../support/openssl.ts';
import { testAuthority } from '../support/signing-keys.ts';
import { requireJudges, scratchFolder } from './corpus.ts';

const signer = createDocxSigner();
const authority = testAuthority();
afterAll(() => authority.remove());
const folder = scratchFolder();
const openssl = opensslFolder();
const SIGNATURE = '_xmlsignatures/sig1.xml';
const AT = '2026-03-01T10:11:12.000Z';

let docx: Uint8Array;
const files: Record<'unsigned' | 'rsa' | 'ec' | 'ec384' | 'twice', string> = {
  unsigned: '',
  rsa: '',
  ec: '',
  ec384: '',
  twice: '',
};
const keep = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, `${name}.docx`);
  writeFileSync(path, bytes);
  return path;
};

/** A P-384 key of its own, opened from a file as a person would. */
async function key384(): Promise<SigningKey> {
  const subject = ['-subj', '/O=Stadt Größenau/CN=Łucja "Lu" Müller\\, Amt 1'];
  openssl.run(
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-384',
    '-nodes',
    '-keyout',
    'k.pem',
    '-out',
    'c384.pem',
    '-utf8',
    ...subject,
  );
  openssl.run('pkcs12', '-export', '-inkey', 'k.pem', '-in', 'c384.pem', '-out', 'k.p12', '-passout', 'pass:geheim');
  return createCertificates().openKey(openssl.read('k.p12'), 'geheim', 'k.p12');
}

beforeAll(async () => {
  docx = await sampleDocx();
  files.unsigned = keep('unsigned', docx);
  const sign = (file: Uint8Array, key: SigningKey): Promise<Uint8Array> =>
    signer.sign(file, { key, at: AT, reason: 'Freigabe & <Ausfertigung>' });
  const rsa = await sign(docx, authority.make('rsa', 'Jörg Müller, Leiter').key);
  files.rsa = keep('rsa', rsa);
  files.ec = keep('ec', await sign(docx, authority.make('ec', 'Ökonomin').key));
  files.ec384 = keep('ec384', await sign(docx, await key384()));
  files.twice = keep('twice', await sign(rsa, authority.make('ec', 'Zweite').key));
});

const part = (file: string, name: string): Uint8Array => packageParts(readFileSync(file))[name] ?? new Uint8Array();

describe('a signed DOCX', () => {
  it('has a signature that xmlsec1 accepts, and one it refuses after a change', async (test) => {
    requireJudges(test, ['xmlsec1', 'OpenSSL']);
    for (const file of [files.rsa, files.ec]) {
      const signature = part(file, SIGNATURE);
      expect(await xmlsecAccepts(signature, authority.pem)).toBe(true);
      const changed = Buffer.from(signature).toString().replace('Freigabe', 'Ablehnung');
      expect(await xmlsecAccepts(Buffer.from(changed), authority.pem)).toBe(false);
    }
    expect(await xmlsecAccepts(part(files.ec384, SIGNATURE), Buffer.from(openssl.read('c384.pem')).toString())).toBe(
      true,
    );
    expect(await xmlsecAccepts(part(files.twice, '_xmlsignatures/sig2.xml'), authority.pem)).toBe(true);
  });

  it('has a manifest whose digests Python finds right for every part and relationship there is', async (test) => {
    requireJudges(test, ['Python']);
    for (const [file, signature] of [
      [files.rsa, SIGNATURE],
      [files.ec, SIGNATURE],
      [files.twice, '_xmlsignatures/sig2.xml'],
    ] as const) {
      const lines = await manifestLines(file, signature);
      expect(lines.filter((line) => !line.startsWith('ok '))).toEqual([]);
      // Everything there was before signing, but the content types.
      expect(lines).toHaveLength(Object.keys(packageParts(docx)).length - 1);
    }
    const changed = keep(
      'python-changed',
      editPackage(readFileSync(files.rsa), {
        'docProps/core.xml': (xml) => `${xml} `,
        'word/header9.xml': () => '<w:hdr/>',
      }),
    );
    const lines = await manifestLines(changed);
    expect(lines.filter((line) => !line.startsWith('ok '))).toEqual([
      'WRONG /docProps/core.xml',
      'unsigned /word/header9.xml',
    ]);
  });

  it('is valid in LibreOffice, and broken there after a change', async (test) => {
    requireJudges(test, ['LibreOffice', 'LibreOffice UNO']);
    const signed = readFileSync(files.rsa);
    const broken = [
      keep('broken-text', editPackage(signed, { 'word/document.xml': (xml) => xml.replace('</w:t>', '.</w:t>') })),
      keep(
        'broken-core',
        editPackage(signed, { 'docProps/core.xml': (xml) => xml.replace('<dc:title>', '<dc:title>x') }),
      ),
      keep(
        'broken-target',
        editPackage(signed, {
          'word/_rels/document.xml.rels': (xml) => xml.replace('"styles.xml"', '"numbering.xml"'),
        }),
      ),
    ];
    const found = await libreOfficeSignatures([
      files.rsa,
      files.ec,
      files.ec384,
      files.twice,
      ...broken,
      files.unsigned,
    ]);
    const verdicts = (file: string): boolean[] => found.filter((one) => one.file === file).map(({ valid }) => valid);
    expect([files.rsa, files.ec, files.ec384, files.twice].map(verdicts)).toEqual([
      [true],
      [true],
      [true],
      [true, true],
    ]);
    expect(broken.map(verdicts)).toEqual([[false], [false], [false]]);
    expect(verdicts(files.unsigned)).toEqual([]);
    expect(found[0]?.signer).toContain('Jörg Müller, Leiter');
  });

  it('keeps a schema-clean package that LibreOffice opens as before', async (test) => {
    requireJudges(test, ['LibreOffice']);
    const before = readFileSync(
      (await libreOfficeConvert([files.unsigned], 'txt', join(folder, 'before')))[0] ?? '',
      'utf8',
    );
    const after = await libreOfficeConvert([files.rsa, files.twice], 'txt', join(folder, 'after'));
    expect(before.length).toBeGreaterThan(200);
    for (const file of after) expect(readFileSync(file, 'utf8')).toBe(before);
    expect(coreXmlCheck(readFileSync(files.twice))).toEqual([]);
    requireJudges(test, ['OOXML schemas', 'Python', 'xmllint']);
    expect(await docxSchemaCheck([files.rsa, files.twice])).toMatchObject([{ problems: [] }, { problems: [] }]);
  });

  it('still gives its record back', async () => {
    expect(readDocx('a.docx', readFileSync(files.twice))).toMatchObject({ kind: 'record' });
  });
});

describe('a DOCX signed by another program in the manner of Word', () => {
  function foreign(wish: Partial<ForeignWish> = {}): Uint8Array {
    openssl.run(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'key.pem',
      '-out',
      'certificate.pem',
      '-subj',
      '/CN=Word',
    );
    return signLikeWord(docx, { folder: openssl.path, ...wish });
  }
  const outside = (docxFile: Uint8Array): string[] => [
    ...Object.keys(packageParts(docxFile)).filter((name) => name.startsWith('docProps/')),
    ...['rId2', 'rId3', 'rId4'].map((id) => `_rels/.rels#${id}`),
  ];

  it('is valid, and what it leaves out is named', async (test) => {
    requireJudges(test, ['xmlsec1', 'OpenSSL']);
    const file = foreign();
    const { signatures, uncoveredParts } = await signer.verify(file, 'word.docx');
    expect(signatures).toMatchObject([
      {
        valid: true,
        problem: null,
        format: 'named',
        claimedAt: '2025-05-06T07:08:09.000Z',
        coversWholeFile: false,
        later: { isHarmless: false, stamps: [] },
      },
    ]);
    // The three properties are left out on purpose; what else was left out is named.
    expect(uncoveredParts).not.toEqual(expect.arrayContaining(outside(file)));
    // One relationship of the document was signed, the others were not.
    expect(uncoveredParts.some((name) => name.startsWith('word/_rels/document.xml.rels#'))).toBe(true);
    expect(uncoveredParts).not.toContain('word/document.xml');
    const edited = editPackage(file, { 'docProps/core.xml': (xml) => xml.replace('<dc:title>', '<dc:title>Neu ') });
    expect((await signer.verify(edited, 'word.docx')).signatures).toMatchObject([{ valid: true }]);
    const broken = editPackage(file, { 'word/styles.xml': (xml) => `${xml} ` });
    expect((await signer.verify(broken, 'word.docx')).signatures).toMatchObject([{ problem: 'digest-wrong' }]);
    const more = editPackage(file, {
      '_rels/.rels': (xml) =>
        addRelationship(
          'rId77',
          'http://fremd.invalid/a',
        )(xml).replace('/relationships/image"', '/relationships/officeDocument"'),
    });
    expect((await signer.verify(more, 'word.docx')).signatures).toMatchObject([{ problem: 'digest-wrong' }]);
  });

  it('is valid with SHA-512, plain without XAdES, not judged with SHA-1', async (test) => {
    requireJudges(test, ['xmlsec1', 'OpenSSL']);
    const first = async (wish: Partial<ForeignWish>): Promise<unknown> =>
      (await signer.verify(foreign(wish), 'word.docx')).signatures[0];
    const sha512 = { digest: 'sha512', method: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512' } as const;
    expect(await first(sha512)).toMatchObject({ valid: true, format: 'named' });
    expect(await first({ plain: true })).toMatchObject({
      valid: true,
      format: 'plain',
      claimedAt: '2025-05-06T07:08:09.000Z',
    });
    const unsupported = { valid: false, problem: 'unjudged', reason: 'weak-algorithm' };
    expect(await first({ digest: 'sha1', method: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' })).toMatchObject(
      unsupported,
    );
    expect(await first({ digest: 'sha1' })).toMatchObject(unsupported);
  });

  it('takes our signature beside its own', async (test) => {
    requireJudges(test, ['xmlsec1', 'OpenSSL']);
    const both = await signer.sign(foreign(), { key: authority.make('ec', 'Danach').key, at: AT, reason: '' });
    const { signatures, uncoveredParts } = await signer.verify(both, 'word.docx');
    expect(signatures).toMatchObject([
      { valid: true, coversWholeFile: false },
      { valid: true, coversWholeFile: true },
    ]);
    expect(uncoveredParts).toEqual([]);
  });
});
