import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fromBER, Integer, Sequence } from 'asn1js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTimestamps } from '../../../../src-main/adapters/signing/timestamp/timestamps.ts';
import { refusalOf } from '../../../support/builders.ts';
import { opensslFolder } from '../../../support/openssl.ts';

const openssl = opensslFolder();
const sha256 = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest());
const DIGEST = sha256('die Unterschrift');

type Answering = (request: Uint8Array, response: ServerResponse) => void;
let answering: Answering = () => undefined;
let asked: { readonly method: string; readonly contentType: string }[] = [];
const server = createServer((request: IncomingMessage, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    asked.push({ method: request.method ?? '', contentType: request.headers['content-type'] ?? '' });
    if (request.url === '/weiter') response.writeHead(307, { location: '/zeit' }).end();
    else if (request.url === '/kreis') response.writeHead(307, { location: '/kreis' }).end();
    else if (request.url === '/fremd') response.writeHead(307, { location: `http://localhost:${port()}/zeit` }).end();
    else answering(Buffer.concat(chunks), response);
  });
});
const port = (): number => (server.address() as AddressInfo).port;
const url = (path = '/zeit'): string => `http://127.0.0.1:${port()}${path}`;

/** A service of its own kind: `usage` is what its certificate allows. */
function makeService(name: string, algorithm: readonly string[], usage: string): void {
  openssl.run(
    'req',
    '-newkey',
    ...algorithm,
    '-nodes',
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.csr`,
    '-subj',
    `/CN=${name}`,
  );
  openssl.write(
    `${name}.ext`,
    `basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=${usage}\n`,
  );
  openssl.run(
    'x509',
    '-req',
    '-in',
    `${name}.csr`,
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-out',
    `${name}.pem`,
    '-extfile',
    `${name}.ext`,
    '-days',
    '100',
  );
}

beforeAll(async () => {
  openssl.run(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-subj',
    '/CN=Zeit Wurzel',
    '-days',
    '100',
  );
  openssl.write(
    'tsa.cnf',
    '[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ncrypto_device=builtin\ndigests=sha256\ndefault_policy=1.2.3.4\nsigner_digest=sha256\ness_cert_id_alg=sha256\nordering=yes\n',
  );
  openssl.write('serial', '01');
  makeService('rsa', ['rsa:2048'], 'critical,timeStamping');
  makeService('ec', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], 'critical,timeStamping');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What OpenSSL answers to a query file, signed by a service. */
function reply(request: Uint8Array, service = 'rsa'): Buffer {
  openssl.write('query.tsq', request);
  openssl.run(
    'ts',
    '-reply',
    '-config',
    'tsa.cnf',
    '-queryfile',
    'query.tsq',
    '-signer',
    `${service}.pem`,
    '-inkey',
    `${service}.key`,
    '-chain',
    'ca.pem',
    '-out',
    'reply.tsr',
  );
  return Buffer.from(openssl.read('reply.tsr'));
}
/** The query of somebody else, with a nonce of its own or without one. */
function foreignReply(digest: Uint8Array, ...options: readonly string[]): Buffer {
  openssl.run(
    'ts',
    '-query',
    '-digest',
    Buffer.from(digest).toString('hex'),
    '-sha256',
    '-cert',
    '-out',
    'foreign.tsq',
    ...options,
  );
  return reply(openssl.read('foreign.tsq'));
}

/** TimeStampResp around a token: PKIStatusInfo with `granted`. */
function granted(token: Uint8Array): Buffer {
  return Buffer.from(
    new Sequence({
      value: [new Sequence({ value: [new Integer({ value: 0 })] }), fromBER(new Uint8Array(token).buffer).result],
    }).toBER(),
  );
}

async function refusedBecause(answer: Answering, timeLimitMs?: number): Promise<string> {
  answering = answer;
  const stamps = createTimestamps(timeLimitMs === undefined ? {} : { timeLimitMs });
  const { code, details } = await refusalOf(() => stamps.stamp(url(), DIGEST));
  expect(details).toEqual({ url: url() });
  return code;
}

describe('a time stamp', () => {
  it.each(['rsa', 'ec'])('of a service with an %s key is what OpenSSL accepts for this digest', async (service) => {
    answering = (request, response) => response.end(reply(request, service));
    asked = [];
    openssl.write('token.der', await createTimestamps().stamp(url(), DIGEST));
    const digest = Buffer.from(DIGEST).toString('hex');
    const said = openssl.run('ts', '-verify', '-digest', digest, '-in', 'token.der', '-token_in', '-CAfile', 'ca.pem');
    expect(said).toContain('Verification: OK');
    expect(openssl.run('ts', '-reply', '-in', 'token.der', '-token_in', '-token_out', '-text')).toContain(
      'Hash Algorithm: sha256',
    );
    expect(asked).toEqual([{ method: 'POST', contentType: 'application/timestamp-query' }]);
  });

  it('follows a redirect within the host, but not to another one nor in a circle', async () => {
    answering = (request, response) => response.end(reply(request));
    expect((await createTimestamps().stamp(url('/weiter'), DIGEST)).length).toBeGreaterThan(500);
    for (const path of ['/fremd', '/kreis']) {
      const { code } = await refusalOf(() => createTimestamps().stamp(url(path), DIGEST));
      expect(code).toBe('timestamp-unavailable');
    }
  });
});

describe('an answer is refused', () => {
  it('for another digest or another question', async () => {
    const answers = [foreignReply(sha256('etwas anderes')), foreignReply(DIGEST), foreignReply(DIGEST, '-no_nonce')];
    for (const answer of answers) {
      expect(await refusedBecause((_, response) => response.end(answer))).toBe('timestamp-unavailable');
    }
  });

  it('for the right question about another digest', async () => {
    const change = (request: Uint8Array): Buffer => {
      const changed = Buffer.from(request);
      const at = changed.indexOf(DIGEST);
      expect(at).toBeGreaterThan(0);
      sha256('etwas anderes').forEach((byte, index) => (changed[at + index] = byte));
      return changed;
    };
    expect(await refusedBecause((request, response) => response.end(reply(change(request))))).toBe(
      'timestamp-unavailable',
    );
  });

  it('when any byte of what is signed was changed', async () => {
    for (const marker of ['timestamp', 'signature'] as const) {
      const answer: Answering = (request, response) => {
        const changed = reply(request);
        // The imprint stands in the signed content, the signature at the end.
        const at = marker === 'signature' ? changed.length - 10 : changed.indexOf(DIGEST) + DIGEST.length + 12;
        changed[at] = (changed[at] ?? 0) ^ 1;
        response.end(changed);
      };
      expect(await refusedBecause(answer)).toBe('timestamp-unavailable');
    }
  });

  it('when the certificate is not made for time stamps, or the signature does not name it', async () => {
    // OpenSSL stamps with no such certificate, so the content is signed as any other message is.
    makeService('mail', ['rsa:2048'], 'critical,emailProtection');
    makeService('both', ['rsa:2048'], 'critical,timeStamping,emailProtection');
    makeService('loose', ['rsa:2048'], 'timeStamping');
    const signed = (service: string, ...options: readonly string[]): Answering => {
      return (request, response) => {
        reply(request);
        openssl.run('ts', '-reply', '-in', 'reply.tsr', '-token_out', '-out', 'reply.der');
        openssl.run(
          'cms',
          '-verify',
          '-noverify',
          '-inform',
          'DER',
          '-in',
          'reply.der',
          '-binary',
          '-out',
          'content.der',
        );
        const type = ['-nodetach', '-binary', '-nosmimecap', '-econtent_type', '1.2.840.113549.1.9.16.1.4'];
        const by = ['-signer', `${service}.pem`, '-inkey', `${service}.key`, '-md', 'sha256'];
        openssl.run(
          'cms',
          '-sign',
          '-in',
          'content.der',
          ...type,
          ...by,
          ...options,
          '-outform',
          'DER',
          '-out',
          'own.der',
        );
        response.end(granted(openssl.read('own.der')));
      };
    };
    for (const options of [['-cades'], ['-cades', '-keyid']]) {
      answering = signed('rsa', ...options);
      expect((await createTimestamps().stamp(url(), DIGEST)).length).toBeGreaterThan(500);
    }
    const faulty = [signed('mail', '-cades'), signed('both', '-cades'), signed('loose', '-cades'), signed('rsa')];
    for (const answer of [...faulty, signed('rsa', '-cades', '-nocerts')]) {
      expect(await refusedBecause(answer)).toBe('timestamp-unavailable');
    }
  });

  it('when it was made outside the days of its certificate', async () => {
    openssl.run('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'old.key', '-out', 'old.csr', '-subj', '/CN=old');
    openssl.write('old.ext', 'keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n');
    openssl.write('index.txt', '');
    openssl.write(
      'ca.cnf',
      '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n',
    );
    const certify = (until: string): string =>
      openssl.run(
        ...['ca', '-batch', '-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key', '-in', 'old.csr', '-notext'],
        ...['-out', 'old.pem', '-extfile', 'old.ext', '-startdate', '20200101000000Z', '-enddate', until],
      );
    certify('20990101000000Z');
    answering = (request, response) => response.end(reply(request, 'old'));
    expect((await createTimestamps().stamp(url(), DIGEST)).length).toBeGreaterThan(500);
    openssl.write('index.txt', '');
    certify('20210101000000Z');
    expect(await refusedBecause(answering)).toBe('timestamp-unavailable');
  });

  it('when the service refuses, fails, talks nonsense or too much', async () => {
    const answers: Answering[] = [
      (request, response) => response.writeHead(500).end(reply(request)),
      (_, response) => response.writeHead(404).end(),
      (_, response) => response.end(),
      (_, response) => response.end('<html>Wartung</html>'),
      (_, response) => response.end(randomBytes(3000)),
      // PKIStatusInfo with status rejection (2) and nothing else.
      (_, response) => response.end(Buffer.from([0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02])),
      (request, response) => response.end(reply(request).subarray(0, -1)),
      (_, response) => response.end(Buffer.alloc(2 * 1024 * 1024, 0x30)),
      (_, response) => response.destroy(),
    ];
    for (const answer of answers) expect(await refusedBecause(answer)).toBe('timestamp-unavailable');
  });

  it('when it does not come, or comes drop by drop', async () => {
    expect(await refusedBecause(() => undefined, 200)).toBe('timestamp-unavailable');
    expect(await refusedBecause((_, response) => response.write('3'), 200)).toBe('timestamp-unavailable');
  });

  it('when there is nobody at the address, or it is none', async () => {
    for (const address of ['http://127.0.0.1:1/', 'kein Dienst', 'file:///etc/hostname', '']) {
      const { code, details } = await refusalOf(() => createTimestamps().stamp(address, DIGEST));
      expect({ code, details }).toEqual({ code: 'timestamp-unavailable', details: { url: address } });
    }
  });
});
