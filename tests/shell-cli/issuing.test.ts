/** Releasing, issuing, signing and verifying through the built command line, as batch work would use it. */
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IssueOverview } from '../../src-main/contract/issue/shapes.ts';
import type { Verification } from '../../src-main/contract/signature/shapes.ts';
import { oleOf } from '../adapters/attachment/sample-files.ts';
import { expectRefusal, workspace, type Office } from '../harness/desk/cli.ts';
import { testAuthority, TEST_PASSPHRASE } from '../support/signing-keys.ts';

const space = workspace();
const authority = testAuthority();
let office: Office;
let folder: string;
const at = (name: string): string => join(folder, name);
const verify = async (name: string): Promise<{ exitCode: number; result: Verification }> => {
  const { exitCode, stdout } = await office.run('verify', at(name), '--json');
  return { exitCode, result: JSON.parse(stdout) as Verification };
};

/** The example office, the same with `S0027/26` signed and issued, keys, and the issued files. */
let base: Office;
let issued: Office;
let keys: string;
let issuedFiles: string;
const SIGN = ['--sign', 'rsa.p12', '--passphrase-file', 'kennwort.txt'];
const signing = (place: string): string[] => SIGN.map((word) => (word.startsWith('--') ? word : join(place, word)));

/** Every test has an office and a folder of its own. */
function begin(from: Office, ...sources: readonly string[]): void {
  office = space.copyOf(from);
  folder = space.folder();
  for (const source of [keys, ...sources]) cpSync(source, folder, { recursive: true });
}

beforeAll(async () => {
  base = await space.office('example');
  keys = space.folder();
  writeFileSync(join(keys, 'rsa.p12'), authority.make('rsa', 'Erika Muster').pkcs12);
  writeFileSync(join(keys, 'ec.p12'), authority.make('ec', 'Ümit Öz').pkcs12);
  writeFileSync(join(keys, 'kennwort.txt'), `${TEST_PASSPHRASE}\r\n`);
  writeFileSync(join(keys, 'falsch.txt'), 'falsch\n');
  writeFileSync(join(keys, 'wurzel.pem'), authority.pem);
  issued = space.copyOf(base);
  issuedFiles = space.folder();
  await issued.json('release', 'S0027/26');
  await issued.json('issue', 'S0027/26', ...signing(keys));
  await issued.json('export', 'S0027/26', '--to', issuedFiles);
});
beforeEach(() => begin(base));
afterAll(() => authority.remove());

describe('release', () => {
  it('tells what stands in the way, as JSON and as a sentence, and ends with 1', async () => {
    const draft = await office.json<{ id: string }>('new', '--name', 'Noch leer');
    const refused = await office.run('release', draft.id, '--json');
    expect(refused.exitCode).toBe(1);
    const { status, open } = JSON.parse(refused.stdout) as { status: string; open: { rule: string }[] };
    expect(status).toBe('release-blocked');
    expect(open.map(({ rule }) => rule)).toContain('field-missing');
    expectRefusal(refused, 'release-blocked');
  });

  it('checks without releasing', async () => {
    const check = await office.json<{ isClean: boolean }>('release', 'S0027/26', '--check');
    expect(check.isClean).toBe(true);
    expect((await office.json<{ state: string }[]>('list', '--class', 'S')).map(({ state }) => state)).not.toContain(
      'released',
    );
  });

  it('accepts warnings with one reason only when it is given', async () => {
    await office.json('set', 'S0021/26', 'reply', 'Frau Unbekannt-Meier wohnt dort.');
    expectRefusal(await office.run('release', 'S0021/26'), 'release-blocked');
    const desk = await office.json<IssueOverview>('release', 'S0021/26', '--accept', 'mit Einwilligung');
    expect(desk.release?.protocol.findings.map(({ accepted }) => accepted)).toEqual(['mit Einwilligung']);
    expect((await office.json<IssueOverview>('return', 'S0021/26', '--reason', 'doch nicht')).state).toBe('draft');
  });
});

describe('issue', () => {
  it('signs both files with one passphrase, and the Word file inside the PDF is the signed one', async () => {
    await office.json('release', 'S0027/26');
    const args = ['issue', 'S0027/26', ...signing(folder)];
    expectRefusal(await office.run(...args, '--visible', '--invisible'), 'usage');
    const desk = await office.json<IssueOverview>(...args, '--visible');
    expect(desk.issues[0]?.signature).toMatchObject({ signer: 'Erika Muster', level: 'B-B', isTest: false });
    await office.json('export', 'S0027/26', '--to', folder);
    // The office's settings hide the field; here it has a place on the page.
    const field = /\/FT\s*\/Sig[^]*?\/Rect\s*\[([^\]]*)\]|\/Rect\s*\[([^\]]*)\][^]*?\/FT\s*\/Sig/.exec(
      readFileSync(at('S0027-26.pdf')).toString('latin1'),
    );
    const [left = 0, bottom = 0, right = 0, top = 0] = (field?.[1] ?? field?.[2] ?? '').trim().split(/\s+/).map(Number);
    expect([right - left > 100, top - bottom > 10], field?.[0]).toEqual([true, true]);
    for (const name of ['S0027-26.pdf', 'S0027-26.docx']) {
      const { exitCode, result } = await verify(name);
      expect(exitCode, name).toBe(1);
      expect(result, name).toMatchObject({
        verdict: 'untrusted',
        signatures: [
          {
            signer: 'Erika Muster',
            level: name.endsWith('.pdf') ? 'B-B' : 'named',
            valid: true,
            coversWholeFile: true,
            trusted: false,
          },
        ],
        uncoveredParts: [],
        known: { source: 'issue', reference: 'S0027/26', edition: 1, isRendition: false, withdrawn: false },
      });
    }
  });

  it('is valid, with exit code 0, once the office trusts the authority', async () => {
    begin(issued, issuedFiles);
    await office.json('trust', at('wurzel.pem'));
    for (const name of ['S0027-26.pdf', 'S0027-26.docx']) {
      const { exitCode, result } = await verify(name);
      expect([exitCode, result.verdict, result.signatures[0]?.trusted], name).toEqual([0, 'valid', true]);
    }
  });

  const issueUnsigned = async (): Promise<void> => {
    await office.json('release', 'S0049/26');
    await office.json('issue', 'S0049/26');
    await office.json('export', 'S0049/26', '--to', folder, '--format', 'pdf');
  };

  it('issues without a signature as well, and says so when it is verified', async () => {
    await issueUnsigned();
    expect((await verify('S0049-26.pdf')).result).toMatchObject({
      verdict: 'unsigned',
      known: { reference: 'S0049/26' },
    });
  });

  it('leaves a released paper as it is when the passphrase is wrong', async () => {
    await office.json('release', 'S0044/26');
    const args = ['issue', 'S0044/26', '--sign', at('ec.p12'), '--passphrase-file', at('falsch.txt')];
    expectRefusal(await office.run(...args), 'passphrase-wrong');
    expect(
      (await office.json<{ reference: string; state: string }[]>('list')).find((p) => p.reference === 'S0044/26'),
    ).toMatchObject({ state: 'released' });
  });

  it('pauses after the third wrong passphrase, also for the right one', async () => {
    const args = (file: string): string[] => [
      'issue',
      'S0044/26',
      '--sign',
      at('ec.p12'),
      '--passphrase-file',
      at(file),
    ];
    await office.json('release', 'S0044/26');
    for (let n = 0; n < 3; n += 1) expectRefusal(await office.run(...args('falsch.txt')), 'passphrase-wrong');
    expectRefusal(await office.run(...args('kennwort.txt')), 'passphrase-pause');
  });

  it('corrects and withdraws with a reason, and the verifier knows it', async () => {
    await issueUnsigned();
    expectRefusal(await office.run('correct', 'S0049/26'), 'usage');
    const withdrawn = await office.run('withdraw', 'S0049/26', '--reason', 'Antrag erledigt');
    expect(withdrawn.stdout).toContain('S0049/26: zurückgezogen');
    expect(withdrawn.stdout).not.toMatch(/versandt|ausgefertigt/);
    expect((await verify('S0049-26.pdf')).result.known).toMatchObject({ withdrawn: true });
    const desk = await office.json<IssueOverview>('correct', 'S0049/26', '--reason', 'Betrag falsch');
    expect(desk).toMatchObject({ state: 'draft', edition: 2 });
  });
});

describe('sign', () => {
  it.each(['pdf', 'docx'] as const)('signs a foreign %s beside it and in place, atomically', async (format) => {
    await office.json('trust', at('wurzel.pem'));
    await office.json('export', 'S0021/26', '--to', folder, '--format', format);
    const source = `S0021-26.${format}`;
    const before = readFileSync(at(source));
    const key = ['--key', at('rsa.p12'), '--passphrase-file', at('kennwort.txt')];
    await office.json('sign', at(source), ...key, '--to', at(`unterschrieben.${format}`));
    expect(readFileSync(at(source)).equals(before)).toBe(true);
    expect((await verify(`unterschrieben.${format}`)).result).toMatchObject({ verdict: 'valid', known: null });
    await office.json('sign', at(source), ...key);
    expect((await verify(source)).result.signatures).toHaveLength(1);
    await office.json('sign', at(source), ...key);
    expect((await verify(source)).result.signatures.map(({ valid }) => valid)).toEqual([true, true]);
  });

  it('refuses a file that belongs to an issue, a text, an empty file and a key that is none', async () => {
    begin(issued, issuedFiles);
    await office.json('export', 'S0021/26', '--to', folder, '--format', 'pdf');
    const key = ['--key', at('rsa.p12'), '--passphrase-file', at('kennwort.txt')];
    expectRefusal(await office.run('sign', at('S0027-26.pdf'), ...key), 'issue-part-of');
    expectRefusal(await office.run('sign', at('kennwort.txt'), ...key), 'format-unsupported');
    writeFileSync(at('leer.pdf'), '');
    expectRefusal(await office.run('sign', at('leer.pdf'), ...key), 'file-empty');
    const noKey = ['--key', at('S0021-26.pdf'), '--passphrase-file', at('kennwort.txt')];
    expectRefusal(await office.run('sign', at('S0021-26.pdf'), ...noKey), 'key-damaged');
    expectRefusal(await office.run('sign', at('S0021-26.pdf'), '--key', at('rsa.p12')), 'usage');
  });
});

describe('verify', () => {
  it('finds a flipped byte, an appended update and a file that is none', async () => {
    begin(issued, issuedFiles);
    const bytes = readFileSync(at('S0027-26.pdf'));
    const flipped = Buffer.from(bytes);
    flipped[2000] = (flipped[2000] ?? 0) ^ 1;
    writeFileSync(at('gekippt.pdf'), flipped);
    const { exitCode, result } = await verify('gekippt.pdf');
    expect([exitCode, ['altered', 'damaged'].includes(result.verdict), result.known]).toEqual([1, true, null]);
    copyFileSync(at('kennwort.txt'), at('kein.pdf'));
    expect((await verify('kein.pdf')).result.verdict).toBe('unsupported');
    expect((await office.run('verify', at('kein.pdf'))).stdout).toContain('weder ein PDF noch ein Word-Dokument');
    expectRefusal(await office.run('verify', at('gibt-es-nicht.pdf')), 'file-missing');
  });

  it('says which signed revisions there are when another one is wanted', async () => {
    begin(issued, issuedFiles);
    const wanted = await office.run('verify', at('S0027-26.pdf'), '--revision', '9', '--to', at('neun.pdf'));
    expectRefusal(wanted, 'revision-missing');
    expect(wanted.stderr).toMatch(
      /Fassung 9 gibt es .* nicht: Die Datei hat nur eine unterschriebene Fassung \(Fassung 1\)/,
    );
    expectRefusal(await office.run('verify', at('S0027-26.pdf'), '--revision', 'x', '--to', at('x.pdf')), 'usage');
    expectRefusal(await office.run('verify', at('S0027-26.pdf'), '--revision', '1'), 'usage');
  });

  it('tells what kept it from judging: a password, bytes before the head, a missing end', async () => {
    begin(issued, issuedFiles);
    const [pdf, docx] = ['S0027-26.pdf', 'S0027-26.docx'].map((name) => readFileSync(at(name)));
    const files: readonly [string, Uint8Array, string, string][] = [
      ['kennwort.docx', oleOf(0, 'EncryptedPackage'), 'encrypted', 'verschlüsselt'],
      ['zeile.pdf', Buffer.concat([Buffer.from('\r\n'), pdf ?? Buffer.alloc(0)]), 'head-displaced', 'fremde Bytes'],
      [
        'weit.pdf',
        Buffer.concat([Buffer.alloc(70_000, 'x'), pdf ?? Buffer.alloc(0)]),
        'head-displaced',
        'fremde Bytes',
      ],
      ['halb.docx', (docx ?? Buffer.alloc(0)).subarray(0, -200), 'incomplete', 'bricht ab'],
    ];
    for (const [name, content, reason, words] of files) {
      writeFileSync(at(name), content);
      expect((await verify(name)).result).toMatchObject({ verdict: 'unsupported', reason });
      expect((await office.run('verify', at(name))).stdout).toContain(words);
    }
  });
});

describe('test-key', () => {
  it('makes a key that says everywhere that it is for trying out', async () => {
    await office.json('export', 'S0021/26', '--to', folder, '--format', 'pdf');
    const key = ['--key', at('rsa.p12'), '--passphrase-file', at('kennwort.txt')];
    await office.json('sign', at('S0021-26.pdf'), ...key, '--to', at('unterschrieben.pdf'));
    writeFileSync(at('probe.txt'), 'probe-kennwort\n');
    const made = ['test-key', '--name', 'Erika Muster', '--passphrase-file', at('probe.txt'), '--to', at('probe.p12')];
    await office.json(...made);
    await office.json(
      ...['sign', at('unterschrieben.pdf'), '--key', at('probe.p12'), '--passphrase-file', at('probe.txt')],
    );
    const { result } = await verify('unterschrieben.pdf');
    expect(result.signatures[1]).toMatchObject({ valid: true, trusted: false, certificate: { isTest: true } });
    expect(result.signatures[1]?.signer).toContain('TEST');
  });
});
