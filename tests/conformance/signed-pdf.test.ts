import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfInfo, qpdfCheck, verapdf, type VeraPdfFlavour } from '../harness/judges/judges.ts';
import { outputOf, runTool } from '../harness/judges/run-tool.ts';
import { detached, pdfSigner, request, samplePdfs, VISIBLE } from '../support/signed-pdf.ts';
import { testAuthority } from '../support/signing-keys.ts';
import { testTimestamps } from '../support/timestamp-authority.ts';
import { requireJudges, scratchFolder } from './corpus.ts';

const folder = scratchFolder();
const authority = testAuthority();
const stamps = testTimestamps();
const file = (name: string): string => join(folder, name);

interface Variant {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly signers: readonly string[];
}
let variants: readonly Variant[] = [];
let lastToken: Uint8Array = new Uint8Array();
let lastValue: Uint8Array = new Uint8Array();

beforeAll(async () => {
  const { finished } = await samplePdfs();
  const rsa = authority.make('rsa', 'Jörg Müller').key;
  const ec = authority.make('ec', 'Anna Weiß').key;
  const first = { ...VISIBLE, page: 1, xMm: 25 };
  const stamp = (value: Uint8Array): Promise<Uint8Array> => {
    lastValue = value;
    lastToken = stamps.token(value);
    return Promise.resolve(lastToken);
  };
  const sign = pdfSigner.sign;
  const rsaInvisible = await sign(finished, request(rsa));
  const ecVisible = await sign(finished, request(ec, { visible: VISIBLE }));
  const made: [string, Uint8Array, string[]][] = [
    ['rsa-invisible', rsaInvisible, ['Jörg Müller']],
    ['ec-invisible', await sign(finished, request(ec)), ['Anna Weiß']],
    ['rsa-visible', await sign(finished, request(rsa, { visible: VISIBLE })), ['Jörg Müller']],
    ['ec-visible', ecVisible, ['Anna Weiß']],
    ['twice-invisible', await sign(rsaInvisible, request(ec)), ['Jörg Müller', 'Anna Weiß']],
    ['twice-visible', await sign(ecVisible, request(rsa, { visible: first })), ['Anna Weiß', 'Jörg Müller']],
    ['stamped', await sign(finished, request(rsa, { visible: VISIBLE, stamp })), ['Jörg Müller']],
  ];
  variants = made.map(([name, bytes, signers]) => {
    writeFileSync(file(`${name}.pdf`), bytes);
    return { name, path: file(`${name}.pdf`), bytes, signers };
  });
  writeFileSync(file('ca.pem'), authority.pem);
  writeFileSync(file('tsa.pem'), stamps.pem);
});
afterAll(() => {
  authority.remove();
  stamps.remove();
});

describe('every signed PDF', () => {
  it.for<VeraPdfFlavour>(['3a', 'ua1'])('still passes veraPDF %s', async (flavour, test) => {
    requireJudges(test, ['veraPDF']);
    expect(variants).toHaveLength(7);
    const verdicts = await verapdf(
      variants.map(({ path }) => path),
      flavour,
    );
    const bad = verdicts.flatMap((verdict, index) =>
      verdict.compliant ? [] : [{ what: variants[index]?.name, failures: verdict.failures.slice(0, 3) }],
    );
    expect(bad).toEqual([]);
  });

  it('is sound for qpdf', async (test) => {
    requireJudges(test, ['qpdf']);
    for (const { name, path } of variants) expect(await qpdfCheck(path), name).toEqual({ sound: true, problems: [] });
  });

  it('is valid for pdfsig, all signatures of it, and signed as a whole', async (test) => {
    requireJudges(test, ['Poppler']);
    for (const { name, path, signers } of variants) {
      // pdfsig answers with an exit code of its own where it does not know the authority.
      const { stdout } = await runTool('pdfsig', ['-nocert', path]);
      const found = (pattern: RegExp): string[] => [...stdout.matchAll(pattern)].map((match) => match[1] ?? '');
      expect(found(/Signer Certificate Common Name: (.*)/g), name).toEqual(signers);
      expect(found(/Signature Validation: (.*)/g), name).toEqual(signers.map(() => 'Signature is Valid.'));
      expect(found(/Signature Type: (.*)/g), name).toEqual(signers.map(() => 'ETSI.CAdES.detached'));
      expect(found(/((?:Not t|T)otal document signed)/g).at(-1), name).toBe('Total document signed');
    }
  });

  it('is a valid CAdES signature for openssl', async (test) => {
    requireJudges(test, ['OpenSSL']);
    for (const { name, bytes } of variants) {
      const { cms, content } = detached(bytes);
      writeFileSync(file('signature'), cms);
      writeFileSync(file('content'), content);
      const paths = ['-in', file('signature'), '-content', file('content'), '-CAfile', file('ca.pem')];
      const options = ['-cades', '-binary', '-inform', 'DER', '-purpose', 'any', '-out', file('out')];
      const verdict = await runTool('openssl', ['cms', '-verify', ...options, ...paths]);
      expect(verdict.stderr, name).toMatch(/CAdES Verification successful/i);
      expect(verdict.exitCode, name).toBe(0);
      const printed = await outputOf('openssl', [
        ...['cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', file('signature')],
      ]);
      expect(printed, name).toContain('id-smime-aa-signingCertificateV2');
      // A time stamp has a signing time of its own; it stands among the unsigned attributes.
      expect(printed.split('unsignedAttrs:')[0], name).not.toContain('signingTime');
    }
  });
});

describe('the time stamp in a signed PDF', () => {
  it('is valid for openssl over the signature value, and stands in the file', async (test) => {
    requireJudges(test, ['OpenSSL']);
    const stamped = variants.find(({ name }) => name === 'stamped');
    const { cms } = detached(stamped?.bytes ?? new Uint8Array());
    expect(cms.includes(Buffer.from(lastToken))).toBe(true);
    expect(cms.includes(Buffer.from(lastValue))).toBe(true);
    writeFileSync(file('token'), lastToken);
    const digest = createHash('sha256').update(lastValue).digest('hex');
    const output = await outputOf('openssl', [
      ...['ts', '-verify', '-digest', digest, '-token_in', '-in', file('token'), '-CAfile', file('tsa.pem')],
    ]);
    expect(output).toContain('Verification: OK');
    const { signatures } = await pdfSigner.verify(stamped?.bytes ?? new Uint8Array(), 'a.pdf');
    expect(signatures).toMatchObject([{ format: 'baseline', stampedAt: expect.any(String), valid: true }]);
  });
});

describe('a visible signature', () => {
  it('leaves ink where the page had none', async (test) => {
    requireJudges(test, ['Poppler']);
    const ink = async (path: string): Promise<number> => {
      const { Pages: last = '' } = await pdfInfo(path);
      // The field's place at 72 dpi, one byte for a pixel behind the header.
      const box = ['-r', '72', '-x', '326', '-y', '743', '-W', '212', '-H', '50'];
      await outputOf('pdftoppm', ['-gray', '-singlefile', '-f', last, ...box, path, file('picture')]);
      return readFileSync(file('picture.pgm'))
        .subarray(-212 * 50)
        .filter((value) => value < 200).length;
    };
    expect(await ink(file('rsa-visible.pdf'))).toBeGreaterThan((await ink(file('rsa-invisible.pdf'))) + 500);
  });
});
