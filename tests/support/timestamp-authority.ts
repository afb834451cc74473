/** A time-stamp service for tests, made by openssl: a certificate for time stamps under an authority of its own, and tokens on demand. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestTimestamps {
  /** The authority above the service. */
  readonly pem: string;
  /** DER of the token over the SHA-256 of the data. */
  token(data: Uint8Array): Uint8Array;
  /** DER of the whole answer to a query (RFC 3161 2.4.2). */
  answer(query: Uint8Array): Uint8Array;
  remove(): void;
}

export function testTimestamps(): TestTimestamps {
  const folder = mkdtempSync(join(tmpdir(), 'stellwerk-stamps-'));
  const openssl = (...args: string[]): void =>
    void execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '3650'],
    ...['-subj', '/C=DE/O=Zeitdienst Auental/CN=Zeit-Wurzel', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
  );
  openssl(
    ...['req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.csr'],
    ...['-subj', '/C=DE/O=Zeitdienst Auental/CN=Zeitstempel'],
  );
  writeFileSync(
    join(folder, 'tsa.ext'),
    'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n',
  );
  openssl(
    ...['x509', '-req', '-in', 'tsa.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-sha256'],
    ...['-out', 'tsa.pem', '-extfile', 'tsa.ext', '-days', '1000'],
  );
  writeFileSync(
    join(folder, 'tsa.cnf'),
    '[tsa]\ndefault_tsa=t\n[t]\nserial=serial\nsigner_cert=tsa.pem\ncerts=ca.pem\nsigner_key=tsa.key\nsigner_digest=sha256\n' +
      'default_policy=1.2.3.4.1\ndigests=sha256,sha384,sha512\naccuracy=secs:1\ness_cert_id_alg=sha256\n',
  );
  return {
    pem: readFileSync(join(folder, 'ca.pem'), 'utf8'),
    token: (data) => {
      const digest = createHash('sha256').update(data).digest('hex');
      openssl('ts', '-query', '-digest', digest, '-sha256', '-cert', '-out', 'query');
      openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query', '-token_out', '-out', 'token');
      return new Uint8Array(readFileSync(join(folder, 'token')));
    },
    answer: (query) => {
      writeFileSync(join(folder, 'asked'), query);
      openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'asked', '-out', 'answer');
      return new Uint8Array(readFileSync(join(folder, 'answer')));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
