/** Keys and certificates for tests, made by openssl: an authority, and people with RSA and EC keys under it. All names are invented. */
import { execFileSync } from 'node:child_process';
import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SigningKey } from '../../src-main/core/ports/signature-ports.ts';

export interface TestKey {
  readonly key: SigningKey;
  /** PKCS#12 with key, certificate and authority; passphrase `geheim`. */
  readonly pkcs12: Uint8Array;
  readonly certificate: Uint8Array;
}
export interface TestAuthority {
  /** DER. */
  readonly certificate: Uint8Array;
  readonly pem: string;
  make(kind: 'rsa' | 'ec', name: string, days?: { readonly from: string; readonly until: string }): TestKey;
  remove(): void;
}

export const TEST_PASSPHRASE = 'geheim';
const openssl = (folder: string, ...args: string[]): void =>
  void execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
const der = (file: string): Uint8Array => new Uint8Array(new X509Certificate(readFileSync(file)).raw);

/** `from` and `until` as openssl writes them: `20240101000000Z`. */
export function testAuthority(name = 'Auental Wurzel'): TestAuthority {
  const folder = mkdtempSync(join(tmpdir(), 'stellwerk-keys-'));
  const subject = (commonName: string): string => `/C=DE/O=Stadt Auental/CN=${commonName}`;
  openssl(
    folder,
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-utf8'],
    ...['-subj', subject(name), '-days', '3650', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  );
  let count = 0;
  return {
    certificate: der(join(folder, 'ca.pem')),
    pem: readFileSync(join(folder, 'ca.pem'), 'utf8'),
    make: (kind, person, days) => {
      const stem = `k${(count += 1)}`;
      const algorithm = kind === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
      openssl(
        folder,
        ...['req', '-newkey', ...algorithm, '-nodes', '-keyout', `${stem}.key`, '-out', `${stem}.csr`, '-utf8'],
        ...['-subj', subject(person)],
      );
      writeFileSync(
        join(folder, `${stem}.ext`),
        'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n',
      );
      if (days) {
        // `x509` of openssl 3.0 knows no dates of its own, `ca` does.
        writeFileSync(join(folder, 'index.txt'), '');
        writeFileSync(
          join(folder, 'ca.cnf'),
          `[ca]\ndefault_ca=d\n[d]\ndatabase=${join(folder, 'index.txt')}\nnew_certs_dir=${folder}\nrand_serial=yes\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncountryName=optional\norganizationName=optional\ncommonName=supplied\n`,
        );
        openssl(
          folder,
          ...['ca', '-batch', '-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key', '-in', `${stem}.csr`],
          ...['-out', `${stem}.pem`, '-notext', '-extfile', `${stem}.ext`, '-utf8'],
          ...['-startdate', days.from, '-enddate', days.until],
        );
      } else {
        openssl(
          folder,
          ...['x509', '-req', '-in', `${stem}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
          ...['-out', `${stem}.pem`, '-extfile', `${stem}.ext`, '-sha256', '-days', '1000'],
        );
      }
      openssl(
        folder,
        ...['pkcs12', '-export', '-inkey', `${stem}.key`, '-in', `${stem}.pem`, '-certfile', 'ca.pem'],
        ...['-out', `${stem}.p12`, '-passout', `pass:${TEST_PASSPHRASE}`, '-name', person],
      );
      const privateKey = createPrivateKey(readFileSync(join(folder, `${stem}.key`)));
      const certificate = der(join(folder, `${stem}.pem`));
      return {
        certificate,
        pkcs12: new Uint8Array(readFileSync(join(folder, `${stem}.p12`))),
        key: {
          certificates: [certificate, der(join(folder, 'ca.pem'))],
          algorithm: kind === 'rsa' ? 'RSA' : 'EC',
          digest: 'SHA-256',
          sign: (data) =>
            Promise.resolve(new Uint8Array(sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' }))),
        },
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
