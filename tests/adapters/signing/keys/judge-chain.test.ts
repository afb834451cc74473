import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCertificates } from '../../../../src-main/adapters/signing/keys/certificates.ts';
import { opensslFolder } from '../../../support/openssl.ts';

const { judge } = createCertificates();
const openssl = opensslFolder();

const NOW = '2026-06-01T12:00:00.000Z';
const AUTHORITY = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n';
const SIGNER = 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n';

interface Wish {
  readonly issuer?: string;
  readonly extensions?: string;
  readonly from?: string;
  readonly until?: string;
  readonly digest?: string;
  /** Subject; another certificate's name makes an impostor of it. */
  readonly subject?: string;
}

/** A certificate with exactly these days and extensions; without issuer it is issued by itself. */
function make(name: string, wish: Wish = {}): Uint8Array {
  const {
    issuer = name,
    extensions = SIGNER,
    from = '20250101000000Z',
    until = '20300101000000Z',
    digest = 'sha256',
  } = wish;
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
    `/O=Stadt Auental/CN=${wish.subject ?? name}`,
  );
  openssl.write(`${name}.ext`, extensions);
  openssl.write('index.txt', '');
  openssl.write(
    'ca.cnf',
    '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\npolicy=p\nunique_subject=no\n[p]\norganizationName=optional\ncommonName=supplied\n',
  );
  const by =
    issuer === name
      ? ['-selfsign', '-keyfile', `${name}.key`]
      : ['-cert', `${issuer}.pem`, '-keyfile', `${issuer}.key`];
  openssl.run(
    ...[
      'ca',
      '-batch',
      '-config',
      'ca.cnf',
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.pem`,
      '-notext',
      '-extfile',
      `${name}.ext`,
    ],
    ...['-startdate', from, '-enddate', until, '-md', digest, ...by],
  );
  return new Uint8Array(new X509Certificate(openssl.read(`${name}.pem`)).raw);
}

const root = make('root', { extensions: AUTHORITY });
const middle = make('middle', { issuer: 'root', extensions: AUTHORITY });
const signer = make('signer', { issuer: 'middle' });

describe('the judgement on a chain', () => {
  it('trusts a path to an anchor, be it the root, an issuer between or the certificate itself', async () => {
    for (const anchor of [root, middle, signer])
      expect(await judge([signer, middle, root], [anchor], NOW)).toBe('trusted');
  });

  it('finds the path in any order, with strangers between and issuers taken from the trust list', async () => {
    const stranger = make('stranger');
    expect(await judge([signer, stranger, root, middle], [stranger, root].slice(1), NOW)).toBe('trusted');
    expect(await judge([signer], [root, middle], NOW)).toBe('trusted');
  });

  it('does not trust without an anchor, with another one, or with a gap', async () => {
    const other = make('other', { extensions: AUTHORITY });
    expect(await judge([signer, middle, root], [], NOW)).toBe('untrusted');
    expect(await judge([signer, middle, root], [other], NOW)).toBe('untrusted');
    expect(await judge([signer], [root], NOW)).toBe('untrusted');
  });

  it('does not take an impostor with the name of an authority for it', async () => {
    // Without key identifiers, which would give it away before the signature does.
    const anonymous = 'subjectKeyIdentifier=none\nauthorityKeyIdentifier=none\n';
    make('false-root', { extensions: AUTHORITY + anonymous, subject: 'root' });
    const forged = make('forged', { issuer: 'false-root', extensions: SIGNER + anonymous });
    expect(new X509Certificate(forged).checkIssued(new X509Certificate(root))).toBe(true);
    expect(await judge([forged], [root], NOW)).toBe('untrusted');
  });

  it('lets only authorities issue', async () => {
    const byPerson = make('by-person', { issuer: 'signer' });
    expect(await judge([byPerson, signer, middle, root], [root], NOW)).toBe('untrusted');
    make('no-cert-sign', {
      issuer: 'root',
      extensions: 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,digitalSignature\n',
    });
    const below = make('below-no-cert-sign', { issuer: 'no-cert-sign' });
    const issuer = new X509Certificate(openssl.read('no-cert-sign.pem')).raw;
    expect(await judge([below, issuer], [root], NOW)).toBe('untrusted');
    // As an anchor of the office it is no better an authority.
    expect(await judge([below], [issuer], NOW)).toBe('untrusted');
  });

  it('takes nobody for an authority who does not say so', async () => {
    make('plain', { issuer: 'root', extensions: 'basicConstraints=CA:FALSE\n' });
    const below = make('below-plain', { issuer: 'plain' });
    const plain = new X509Certificate(openssl.read('plain.pem')).raw;
    expect(await judge([below, plain], [root], NOW)).toBe('untrusted');
    expect(await judge([below], [plain], NOW)).toBe('untrusted');
  });

  it('counts the authorities that a path length allows', async () => {
    const limited = make('limited', {
      extensions: 'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=keyCertSign\n',
    });
    const direct = make('direct', { issuer: 'limited' });
    const between = make('between', { issuer: 'limited', extensions: AUTHORITY });
    const indirect = make('indirect', { issuer: 'between' });
    expect(await judge([direct], [limited], NOW)).toBe('trusted');
    expect(await judge([indirect, between], [limited], NOW)).toBe('untrusted');
  });

  it('looks at the days of the signer first, to the second', async () => {
    expect(await judge([signer, middle], [root], '2030-01-01T00:00:00.000Z')).toBe('trusted');
    expect(await judge([signer, middle], [root], '2030-01-01T00:00:01.000Z')).toBe('expired');
    expect(await judge([signer, middle], [root], '2024-12-31T23:59:59.000Z')).toBe('not-yet-valid');
    expect(await judge([signer], [], '2031-01-01T00:00:00.000Z')).toBe('expired');
  });

  it('does not trust through an authority outside its days', async () => {
    const old = make('old', { extensions: AUTHORITY, until: '20260101000000Z' });
    const young = make('young', { issuer: 'old' });
    expect(await judge([young], [old], '2025-06-01T00:00:00.000Z')).toBe('trusted');
    expect(await judge([young], [old], NOW)).toBe('untrusted');
  });

  it('asks whether the certificate may sign documents at all', async () => {
    const encrypts = make('encrypts', {
      issuer: 'root',
      extensions: 'basicConstraints=CA:FALSE\nkeyUsage=critical,keyEncipherment\n',
    });
    const unlimited = make('unlimited', { issuer: 'root', extensions: 'basicConstraints=CA:FALSE\n' });
    const repudiates = make('non-repudiation', { issuer: 'root', extensions: 'keyUsage=critical,nonRepudiation\n' });
    expect(await judge([encrypts], [root], NOW)).toBe('unsuitable');
    expect(await judge([encrypts], [], NOW)).toBe('unsuitable');
    expect(await judge([unlimited], [root], NOW)).toBe('trusted');
    expect(await judge([repudiates], [root], NOW)).toBe('trusted');
    expect(await judge([], [root], NOW)).toBe('unsuitable');
    expect(await judge([Buffer.from('kein Zertifikat')], [root], NOW)).toBe('unsuitable');
  });

  it.each([
    ['serverAuth', 'unsuitable'],
    ['serverAuth,clientAuth', 'unsuitable'],
    ['codeSigning', 'unsuitable'],
    ['critical,timeStamping', 'unsuitable'],
    ['clientAuth', 'trusted'],
    ['clientAuth,emailProtection', 'trusted'],
    ['serverAuth,emailProtection', 'trusted'],
    ['anyExtendedKeyUsage', 'trusted'],
    ['1.3.6.1.5.5.7.3.36', 'trusted'],
  ] as const)('of a certificate for %s is %s for documents', async (purposes, expected) => {
    const extensions = `${SIGNER}extendedKeyUsage=${purposes}\n`;
    const leaf = make(`use-${purposes.replace(/\W/g, '-')}`, { issuer: 'root', extensions });
    expect(await judge([leaf], [root], NOW)).toBe(expected);
    if (purposes.includes('timeStamping')) expect(await judge([leaf], [root], NOW, 'time-stamp')).toBe('trusted');
  });

  it('does not follow an issuer known only by a SHA-1 signature, nor a limit it cannot check', async () => {
    const weak = make('weak', { issuer: 'root', digest: 'sha1' });
    const limited = make('named', {
      issuer: 'root',
      extensions: `${AUTHORITY}nameConstraints=critical,permitted;DNS:auental.example\n`,
    });
    const below = make('below-named', { issuer: 'named' });
    expect(await judge([weak], [root], NOW)).toBe('untrusted');
    expect(await judge([below, limited], [root], NOW)).toBe('untrusted');
  });

  it('ends where authorities issue each other in a circle', async () => {
    const crossed = make('root-by-middle', { issuer: 'middle', subject: 'root', extensions: AUTHORITY });
    expect(await judge([signer, ...Array.from({ length: 60 }, () => [middle, crossed, root]).flat()], [], NOW)).toBe(
      'untrusted',
    );
  });
});

describe('reading certificates', () => {
  const { readCertificate, describe: describing } = createCertificates();
  it('reads PEM, the first of several, and DER', async () => {
    const pem = (name: string): string => Buffer.from(openssl.read(`${name}.pem`)).toString();
    expect(await readCertificate(openssl.read('signer.pem'), 'a.pem')).toEqual(signer);
    expect(
      await readCertificate(
        Buffer.from(`\ufeffSubject: …\r\n${pem('middle').replaceAll('\n', '\r\n')}${pem('root')}`),
        'a.pem',
      ),
    ).toEqual(middle);
    expect(await readCertificate(root, 'a.cer')).toEqual(root);
  });

  it('refuses what is none', async () => {
    const files = [
      new Uint8Array(),
      Buffer.from('kein Zertifikat'),
      openssl.read('root.key'),
      root.subarray(0, 200),
      Buffer.alloc(999, 0x30),
    ];
    for (const file of files) {
      await expect(readCertificate(file, 'a.cer')).rejects.toThrow(
        expect.objectContaining({ code: 'certificate-damaged', details: { file: 'a.cer' } }),
      );
    }
  });

  it('describes them as a person reads them', async () => {
    expect(await describing(signer)).toMatchObject({
      subject: 'signer',
      issuer: 'middle',
      notBefore: '2025-01-01T00:00:00.000Z',
      notAfter: '2030-01-01T00:00:00.000Z',
      isTest: false,
      isAuthority: false,
    });
    expect((await describing(root)).isAuthority).toBe(true);
    expect((await describing(root)).fingerprint).toBe(
      openssl
        .run('x509', '-in', 'root.pem', '-noout', '-fingerprint', '-sha256')
        .trim()
        .replace(/^.*=|:/g, '')
        .toLowerCase(),
    );
    expect((await describing(root)).serialNumber).toBe(
      openssl.run('x509', '-in', 'root.pem', '-noout', '-serial').trim().replace('serial=', '').toLowerCase(),
    );
  });

  it('takes the organization where there is no common name, else the whole name', async () => {
    const certificate = (subject: string): Promise<Uint8Array> => {
      openssl.run(
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'n.key',
        '-out',
        'n.pem',
        '-utf8',
        '-subj',
        subject,
      );
      return readCertificate(openssl.read('n.pem'), 'n.pem');
    };
    expect((await describing(await certificate('/O=Stadt Grünau/OU=Amt 1'))).subject).toBe('Stadt Grünau');
    expect((await describing(await certificate('/C=DE/OU=Amt 1'))).subject).toBe('C=DE, OU=Amt 1');
    expect((await describing(await certificate('/CN=Müller, Jörg \\+ Söhne'))).subject).toBe('Müller, Jörg + Söhne');
  });
});
