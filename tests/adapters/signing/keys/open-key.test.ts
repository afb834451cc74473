import { constants, verify, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCertificates } from '../../../../src-main/adapters/signing/keys/certificates.ts';
import { writePkcs12 } from '../../../../src-main/adapters/signing/keys/write-pkcs12.ts';
import { Refusal } from '../../../../src-main/contract/shared/errors.ts';
import { refusalOf } from '../../../support/builders.ts';
import { opensslFolder } from '../../../support/openssl.ts';

const { openKey } = createCertificates();
const openssl = opensslFolder();
const DATA = Buffer.from('Zu unterschreiben');

const KEY_ARGUMENTS = {
  rsa: ['rsa:2048'],
  short: ['rsa:1024'],
  p256: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  p384: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  p521: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-521'],
  brainpool: ['ec', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1'],
  ed25519: ['ed25519'],
} as const;
type Kind = keyof typeof KEY_ARGUMENTS;
for (const [kind, key] of Object.entries(KEY_ARGUMENTS)) {
  openssl.run(
    'req',
    '-x509',
    '-newkey',
    ...key,
    '-nodes',
    '-keyout',
    `${kind}.key`,
    '-out',
    `${kind}.pem`,
    '-subj',
    `/CN=${kind}`,
  );
}

let count = 0;
function pkcs12(kind: Kind, passphrase: string, ...options: readonly string[]): Uint8Array {
  const name = `f${(count += 1)}.p12`;
  const input = ['-inkey', `${kind}.key`, '-in', `${kind}.pem`];
  openssl.run('pkcs12', '-export', ...input, '-out', name, '-passout', `pass:${passphrase}`, ...options);
  return openssl.read(name);
}

/** Signs with the opened key and asks the certificate's public key. */
async function signsRightly(file: Uint8Array, passphrase: string): Promise<boolean> {
  const key = await openKey(file, passphrase, 'a.p12');
  const { publicKey } = new X509Certificate(key.certificates[0] ?? new Uint8Array());
  const digest = key.digest.replace('-', '').toLowerCase();
  const padding = key.algorithm === 'RSA' ? { padding: constants.RSA_PKCS1_PADDING } : {};
  const signature = await key.sign(DATA);
  return verify(digest, DATA, { key: publicKey, dsaEncoding: 'ieee-p1363', ...padding }, signature);
}

describe('opening a key file', () => {
  const LEGACY = ['-legacy', '-provider', 'default'];
  it.each([
    ['as OpenSSL 3 makes it', []],
    ['of older programs: RC2-40 and triple DES, SHA-1', LEGACY],
    ['with RC2-128', ['-keypbe', 'PBE-SHA1-RC2-128', '-certpbe', 'PBE-SHA1-RC2-128', ...LEGACY]],
    [
      'with triple DES and a SHA-256 MAC',
      ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha256'],
    ],
    ['with AES-128, a SHA-1 MAC', ['-keypbe', 'aes-128-cbc', '-certpbe', 'aes-128-cbc', '-macalg', 'sha1']],
    ['with a SHA-512 MAC', ['-macalg', 'sha512']],
    ['without MAC', ['-nomac']],
    ['whose certificate is not encrypted', ['-certpbe', 'NONE']],
    ['whose key is not encrypted', ['-keypbe', 'NONE']],
  ])('reads one %s', async (_, options) => {
    for (const kind of ['rsa', 'p256'] as const) {
      expect(await signsRightly(pkcs12(kind, 'geheim', ...options), 'geheim')).toBe(true);
    }
  });

  it.each(['Grün-Größe ß', 'Schlüssel – 5 €', '😀 lang '.repeat(9), 'a'])(
    'reads one with the passphrase "%s"',
    async (passphrase) => {
      expect(await signsRightly(pkcs12('rsa', passphrase), passphrase)).toBe(true);
    },
  );

  it.each([[[]], [LEGACY]])('reads one with an empty passphrase (%s)', async (options) => {
    const file = pkcs12('rsa', '', ...options);
    expect(await signsRightly(file, '')).toBe(true);
    expect((await refusalOf(() => openKey(file, 'x', 'a.p12'))).code).toBe('passphrase-wrong');
  });

  it('names kind and digest of every key it takes', async () => {
    const opened = async (kind: Kind): Promise<string> => {
      const file = pkcs12(kind, 'geheim');
      expect(await signsRightly(file, 'geheim')).toBe(true);
      const { algorithm, digest } = await openKey(file, 'geheim', 'a.p12');
      return `${algorithm} ${digest}`;
    };
    expect([await opened('rsa'), await opened('p256'), await opened('p384'), await opened('p521')]).toEqual([
      'RSA SHA-256',
      'EC SHA-256',
      'EC SHA-384',
      'EC SHA-512',
    ]);
  });

  it('puts the signer first and the issuers behind it, in whatever order the file has them', async () => {
    const subject = (file: string): string => new X509Certificate(openssl.read(file)).subject;
    openssl.write('ca.ext', 'basicConstraints=critical,CA:TRUE\n');
    for (const [name, issuer] of [
      ['middle', 'rsa'],
      ['leaf', 'middle'],
    ] as const) {
      openssl.run(
        'req',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.csr`,
        '-subj',
        `/CN=${name}`,
      );
      openssl.run(
        'x509',
        '-req',
        '-in',
        `${name}.csr`,
        '-CA',
        `${issuer}.pem`,
        '-CAkey',
        `${issuer}.key`,
        '-CAcreateserial',
        '-out',
        `${name}.pem`,
        '-extfile',
        'ca.ext',
      );
    }
    openssl.write(
      'others.pem',
      ['p256', 'rsa', 'middle'].map((name) => Buffer.from(openssl.read(`${name}.pem`)).toString()).join(''),
    );
    openssl.run(
      'pkcs12',
      '-export',
      '-inkey',
      'leaf.key',
      '-in',
      'leaf.pem',
      '-certfile',
      'others.pem',
      '-out',
      'chain.p12',
      '-passout',
      'pass:geheim',
    );
    const key = await openKey(openssl.read('chain.p12'), 'geheim', 'chain.p12');
    expect(key.certificates.map((der) => new X509Certificate(der).subject)).toEqual(
      ['leaf.pem', 'middle.pem', 'rsa.pem'].map(subject),
    );
  });
});

describe('refusing a key file', () => {
  it('says that the passphrase is wrong, the empty one included', async () => {
    const files = [pkcs12('rsa', 'geheim'), pkcs12('p256', 'geheim', '-legacy'), pkcs12('rsa', 'geheim', '-nomac')];
    for (const file of files) {
      for (const passphrase of ['', 'Geheim', 'geheim ', 'ü']) {
        const refusal = await refusalOf(() => openKey(file, passphrase, 'amt.p12'));
        expect(refusal).toEqual({ code: 'passphrase-wrong', details: { file: 'amt.p12' } });
      }
    }
  });

  it('says that the file is damaged when it is garbage, empty, cut or something else', async () => {
    const whole = pkcs12('rsa', 'geheim');
    const files = [
      new Uint8Array(),
      Buffer.from('kein Schlüssel'),
      Buffer.alloc(5000, 0x30),
      whole.subarray(0, whole.length - 1),
      whole.subarray(0, 100),
      Buffer.concat([whole, Buffer.from([0])]),
      openssl.read('rsa.pem'),
      new Uint8Array(new X509Certificate(openssl.read('rsa.pem')).raw),
    ];
    for (const file of files) {
      expect(await refusalOf(() => openKey(file, 'geheim', 'a.p12'))).toEqual({
        code: 'key-damaged',
        details: { file: 'a.p12' },
      });
    }
  });

  it('says what is missing or not fit for signing', async () => {
    openssl.run('pkcs12', '-export', '-nokeys', '-in', 'rsa.pem', '-out', 'nokey.p12', '-passout', 'pass:geheim');
    openssl.run('pkcs12', '-export', '-nocerts', '-inkey', 'rsa.key', '-out', 'nocert.p12', '-passout', 'pass:geheim');
    const problemOf = async (file: Uint8Array): Promise<unknown> => {
      const refusal = await refusalOf(() => openKey(file, 'geheim', 'a.p12'));
      expect(refusal.code).toBe('key-unsupported');
      return refusal.details['problem'];
    };
    expect(await problemOf(openssl.read('nokey.p12'))).toBe('kein privater Schlüssel enthalten');
    expect(await problemOf(openssl.read('nocert.p12'))).toBe('kein Zertifikat enthalten');
    expect(await problemOf(pkcs12('ed25519', 'geheim'))).toBe('Schlüssel weder RSA noch EC');
    expect(await problemOf(pkcs12('brainpool', 'geheim'))).toBe('EC-Kurve nicht unterstützt');
    expect(await problemOf(pkcs12('short', 'geheim'))).toBe('RSA-Schlüssel kürzer als 2048 Bit');
    expect(await problemOf(pkcs12('rsa', 'geheim', '-keypbe', 'camellia-256-cbc'))).toBe(
      'Verschlüsselung der Datei nicht unterstützt',
    );
  });

  it('says that no certificate belongs to the key', async () => {
    // OpenSSL makes no such file, so the certificate of one and the key of another are joined by hand.
    openssl.run('pkcs8', '-topk8', '-nocrypt', '-in', 'rsa.key', '-outform', 'DER', '-out', 'rsa.p8');
    const stranger = new Uint8Array(new X509Certificate(openssl.read('p256.pem')).raw);
    const file = writePkcs12(openssl.read('rsa.p8'), stranger, 'geheim');
    const refusal = await refusalOf(() => openKey(file, 'geheim', 'a.p12'));
    expect(refusal.details['problem']).toBe('kein Zertifikat passt zum Schlüssel');
  });

  it('does not work for minutes because a file says so', async () => {
    // Each piece by itself would be within its limit; together they are not.
    const file = pkcs12('rsa', 'geheim', '-legacy', '-iter', '1900000');
    const refusal = await refusalOf(() => openKey(file, 'geheim', 'a.p12'));
    expect(refusal.code).toBe('key-unsupported');
  });

  it('meets changed bytes with a refusal and nothing else', async () => {
    const files = [
      pkcs12('rsa', 'geheim', '-nomac', '-keypbe', 'NONE', '-certpbe', 'NONE'),
      pkcs12('p256', 'geheim', '-legacy'),
    ];
    const change = fc.record({
      file: fc.nat(1),
      at: fc.nat(),
      value: fc.integer({ min: 1, max: 255 }),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ file, at, value, cut }) => {
        const bytes = Uint8Array.from(files[file] ?? []);
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ value;
        const given = cut ? bytes.subarray(0, at % bytes.length) : bytes;
        const outcome = await openKey(given, 'geheim', 'a.p12').catch((error: unknown) => error);
        expect(outcome instanceof Refusal || (outcome as { algorithm?: string }).algorithm !== undefined).toBe(true);
      }),
      { numRuns: 100, seed: 20260115 },
    );
  });
});
