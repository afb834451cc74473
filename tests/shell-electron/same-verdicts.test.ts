/**
 * Signatures are judged by the same program under Node and under the engine of a real Electron, which has another cryptography: file by file
 * the same answer, for keys of every kind, chains of every kind, and the signed files of others.
 */
import { execFileSync, fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileFence } from '../../src-main/adapters/fence/file-fence.ts';
import { processReaders } from '../../src-main/adapters/fence/process-reader.ts';
import type { Reader, StartReader } from '../../src-main/adapters/fence/reader.ts';
import type { FileFence } from '../../src-main/core/reading/file-fence.ts';
import type { ChainVerdict, FoundSignatures } from '../../src-main/core/ports/signature-ports.ts';
import { JUDGED, NOT_JUDGED, signedBy, type KeyKind } from '../support/key-kinds.ts';
import { opensslFolder } from '../support/openssl.ts';
import { findElectron } from '../harness/electron/real/binary.ts';
import { sharedMissing, sharedPath } from '../support/shared.ts';
import { samplePdfs, signForeign } from '../support/signed-pdf.ts';
import { fileReader, projectRoot } from '../support/test-host.ts';

const isRequired = process.env['STELLWERK_REQUIRE_JUDGES'] === '1';
const reason = findElectron() === undefined && !isRequired ? 'there is no Electron here' : undefined;
const openssl = opensslFolder();

const PROVIDE_MS = 300_000;
/** On a machine without one, the gate brings it here already: this is its first test that needs one. */
function requiredElectron(): string {
  const found = findElectron()?.binary;
  if (found !== undefined) return found;
  execFileSync(process.execPath, [join(projectRoot, 'tools', 'electron-test', 'provide.mjs')], { timeout: PROVIDE_MS });
  const provided = findElectron()?.binary;
  if (provided === undefined) throw new Error('there is no Electron here, and none could be provided');
  return provided;
}

/** The reader that people get, under Electron's own Node. */
const electronReaders =
  (binary: string): StartReader =>
  (_use, memoryLimitMb): Reader => {
    const child = fork(fileURLToPath(fileReader), [String(memoryLimitMb)], {
      execPath: binary,
      env: { ELECTRON_RUN_AS_NODE: '1' },
      cwd: tmpdir(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return {
      post: (request) => void child.send(request),
      onReply: (listener) => void child.on('message', listener),
      onEnd: (listener) => void child.once('exit', () => listener('crash')),
      residentBytes: () => null,
      keepProgram: () => undefined,
      end: () => void child.kill('SIGKILL'),
    };
  };

interface Named {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}
const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  Uint8Array.from(bytes, (value, index) => (index === at ? value ^ 1 : value));

type Expected = readonly [FoundSignatures['signatures'][number]['problem'], string | null];

async function ownFiles(): Promise<(Named & { readonly expected: Expected })[]> {
  const { finished } = await samplePdfs();
  const files: (Named & { readonly expected: Expected })[] = [];
  const sign = (kind: KeyKind): Promise<Uint8Array> =>
    signForeign(finished, 'adbe.pkcs7.detached', (content) => signedBy(openssl, content, kind));
  for (const kind of JUDGED) {
    const bytes = await sign(kind);
    files.push({ fileName: `${kind.name}.pdf`, bytes, expected: [null, null] });
    const changed = flipped(bytes, 1200);
    files.push({ fileName: `${kind.name}, one byte differs.pdf`, bytes: changed, expected: ['digest-wrong', null] });
  }
  for (const { reason, ...kind } of NOT_JUDGED)
    files.push({ fileName: `${kind.name}.pdf`, bytes: await sign(kind), expected: ['unjudged', reason] });
  return files;
}
function filesOfOthers(): Named[] {
  if (sharedMissing !== undefined) return [];
  return [sharedPath('corpus', 'signed'), sharedPath('cases')].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:pdf|docx)$/.test(name))
      .map((fileName) => ({ fileName, bytes: new Uint8Array(readFileSync(join(folder, fileName))) })),
  );
}
const verdicts = (fence: FileFence, { fileName, bytes }: Named): Promise<FoundSignatures> =>
  fence.read(fileName.endsWith('.docx') ? 'docx-signatures' : 'pdf-signatures', { fileName, bytes });

/** DER of an authority with a key of this kind, and of a person under it. */
function chainOf({ newKey, digest, options }: KeyKind): { anchor: Uint8Array; person: Uint8Array } {
  const signing = options.map((option) => option.replace(/^-keyopt$/, '-sigopt')).concat(`-${digest}`);
  openssl.run(
    ...['req', '-x509', ...newKey, '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Wurzel', ...signing],
  );
  openssl.run(
    ...['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'p.key'],
    ...['-out', 'p.csr', '-subj', '/CN=Ida Beispiel'],
  );
  openssl.write('p.ext', 'basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n');
  openssl.run(
    ...['x509', '-req', '-in', 'p.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '900'],
    ...['-extfile', 'p.ext', '-outform', 'DER', '-out', 'p.der', ...signing],
  );
  openssl.run('x509', '-in', 'ca.pem', '-outform', 'DER', '-out', 'ca.der');
  return { anchor: openssl.read('ca.der'), person: openssl.read('p.der') };
}

describe.skipIf(reason !== undefined)(`verdicts under Node and Electron${reason ? ` [${reason}]` : ''}`, () => {
  let here: FileFence;
  let there: FileFence;
  const report = (error: unknown): void => {
    throw error;
  };
  beforeAll(() => {
    const electron = requiredElectron();
    here = createFileFence({ start: processReaders(fileReader), report });
    there = createFileFence({ start: electronReaders(electron), report });
  }, PROVIDE_MS);
  afterAll(() => Promise.all([here.close(), there.close()]));

  it('come from different cryptography', async () => {
    const asked = await new Promise<string>((resolve, reject) => {
      const child = fork(openssl.write('engine.mjs', 'process.send(process.versions.openssl)'), {
        execPath: requiredElectron(),
        env: { ELECTRON_RUN_AS_NODE: '1' },
      });
      child.once('message', (said) => resolve(said as string));
      child.once('error', reject);
    });
    expect(asked).not.toBe(process.versions.openssl);
  });

  it('are the same for keys of every kind, and right', async () => {
    for (const { expected, ...file } of await ownFiles()) {
      const found = await verdicts(here, file);
      expect(await verdicts(there, file), file.fileName).toEqual(found);
      const [signature] = found.signatures;
      expect([signature?.problem, signature?.reason], file.fileName).toEqual(expected);
    }
  });

  it('are the same for the files of others', async (test) => {
    test.skip(sharedMissing !== undefined, sharedMissing);
    const files = filesOfOthers();
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) expect(await verdicts(there, file), file.fileName).toEqual(await verdicts(here, file));
  });

  it('are the same for chains under authorities of every kind, and right', async () => {
    for (const kind of JUDGED) {
      const { anchor, person } = chainOf(kind);
      const other = chainOf(kind).anchor;
      const ask = (fence: FileFence, anchors: Uint8Array[]): Promise<ChainVerdict> =>
        fence.read('certificate-chain', {
          fileName: 'a.pdf',
          certificates: [person],
          anchors,
          at: new Date().toISOString(),
          purpose: 'document',
        });
      for (const fence of [here, there]) {
        expect(await ask(fence, [anchor]), kind.name).toBe('trusted');
        expect(await ask(fence, [other]), kind.name).toBe('untrusted');
      }
    }
  });
});
