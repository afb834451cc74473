/** Judges of signed DOCX packages: xmlsec1 for the signature, Python for the digests of the parts, LibreOffice for both. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputOf, requireFiles, runTool, toolFailure } from './run-tool.ts';

const script = (name: string): string => join(import.meta.dirname, name);

async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'stellwerk-signed-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Whether xmlsec1 accepts a signature part under the authority. It looks at the signature and its objects, not at the parts of the package. */
export function xmlsecAccepts(signature: Uint8Array, authorityPem: string): Promise<boolean> {
  return inScratch(async (folder) => {
    const [signatureFile, authorityFile] = [join(folder, 'sig.xml'), join(folder, 'ca.pem')];
    await writeFile(signatureFile, signature);
    await writeFile(authorityFile, authorityPem);
    const ids = ['http://www.w3.org/2000/09/xmldsig#:Object', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties'];
    const { exitCode, stderr, stdout } = await runTool('xmlsec1', [
      ...['--verify', '--ignore-manifests', '--trusted-pem', authorityFile, '--enabled-key-data', 'x509'],
      ...ids.flatMap((id) => ['--id-attr:Id', id]),
      signatureFile,
    ]);
    const references = /SignedInfo References \(ok\/all\): (\d+)\/(\d+)/.exec(stdout + stderr);
    return exitCode === 0 && references?.[1] === references?.[2] && references?.[1] !== '0';
  });
}

/** Lines `ok NAME`, `WRONG NAME`, `unsigned NAME` of `package-digests.py`. */
export async function manifestLines(
  docx: string,
  signaturePart = '_xmlsignatures/sig1.xml',
): Promise<readonly string[]> {
  await requireFiles([docx]);
  const output = await outputOf('python3', [script('package-digests.py'), docx, signaturePart]);
  return output.split('\n').filter((line) => line !== '');
}

export interface LibreOfficeSignature {
  readonly file: string;
  readonly valid: boolean;
  readonly signer: string;
}

/** What LibreOffice finds in the files; it knows nothing of parts that no signature covers. */
export function libreOfficeSignatures(files: readonly string[]): Promise<readonly LibreOfficeSignature[]> {
  return inScratch(async (profile) => {
    await requireFiles(files);
    // coreutils' `timeout` ends LibreOffice together with the script.
    const limited = [
      '--kill-after=5',
      '120',
      '/usr/bin/python3',
      script('libre-office-signatures.py'),
      profile,
      ...files,
    ];
    const result = await runTool('timeout', limited, 600_000);
    if (result.exitCode !== 0) throw toolFailure('LibreOffice', result);
    const lines = result.stdout.split('\n').filter((line) => line !== '');
    return lines.map((line) => {
      const [file = '', verdict = '', signer = ''] = line.split('\t');
      return { file, valid: verdict === 'valid', signer };
    });
  });
}
