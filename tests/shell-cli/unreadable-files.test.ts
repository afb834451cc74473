import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';
import { expectRefusal, officeAt, registerOf, workspace, type CliResult, type Office } from '../harness/desk/cli.ts';

const space = workspace();
let folder = '';
let office: Office;

beforeAll(async () => {
  folder = space.folder();
  office = await space.office('example');
});

/** Imports the bytes and proves that the register is the same as before. */
async function refused(name: string, content: string | Uint8Array): Promise<CliResult> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const before = registerOf(office);
  const result = await office.run('import', path);
  expect(registerOf(office)).toEqual(before);
  expect(result.stdout).toBe('');
  return result;
}

/** The same bytes in every run, without any pattern that a format would recognise. */
const noise = (size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, (_, at) => (at * at * 31 + at * 7) % 256));

const RECORD = JSON.stringify(sampleRecord());

describe('import refuses', () => {
  it('an empty file', async () => {
    expect(expectRefusal(await refused('leer.txt', ''), 'file-empty')).toContain('leer.txt');
  });

  it('a file of blanks and line breaks', async () => {
    expectRefusal(await refused('blank.txt', ' \r\n\t\r\n '), 'file-empty');
  });

  it('a binary file, whatever its name says', async () => {
    expect(expectRefusal(await refused('Brief.txt', noise(5000)), 'file-binary')).toContain('Brief.txt');
    expectRefusal(await refused('bild.docx', Buffer.concat([Buffer.from('\x89PNG\r\n'), noise(900)])), 'file-binary');
  });

  it('a file of 200 MB at once, without reading it', async () => {
    const path = join(folder, 'riesig.txt');
    writeFileSync(path, 'Anfang');
    truncateSync(path, 200 * 1024 * 1024);
    const before = registerOf(office);
    const result = await office.run('import', path);
    const message = expectRefusal(result, 'file-too-large');
    expect(message).toContain('200 MB');
    expect(message).toContain('50 MB');
    expect(registerOf(office)).toEqual(before);
  });

  it('a file that is not there and a folder', async () => {
    expectRefusal(await office.run('import', join(folder, 'nix.txt')), 'file-missing');
    expectRefusal(await office.run('import', join(folder, 'leer.txt', 'nix.txt')), 'file-missing');
    expectRefusal(await office.run('import', folder), 'file-not-regular');
  });

  it.each([0.3, 0.6, 0.99])('a record that breaks off after %d of its length', async (share) => {
    const half = RECORD.slice(0, Math.floor(RECORD.length * share));
    expect(expectRefusal(await refused('halb.json', half), 'record-incomplete')).toContain('halb.json');
  });

  it.each(['reference', 'name', 'reply', 'consultations', 'signatory', 'bodyName'])(
    'a record without its %s',
    async (key) => {
      const record = Object.fromEntries(Object.entries(sampleRecord()).filter(([name]) => name !== key));
      const result = await refused('fehlt.json', JSON.stringify(record));
      expect(result.exitCode).toBe(1);
      const refusal = JSON.parse(result.stderr) as { code: string; message: string };
      expect(refusal.code).toBe('record-incomplete');
      expect(refusal.message).toContain(key);
      expect(refusal.message).toContain('Es wurde nichts übernommen');
    },
  );

  it('a record with an impossible date', async () => {
    const result = await refused('datum.json', RECORD.replace('2026-01-15', '2026-02-30'));
    expect(result.exitCode).toBe(1);
    expect(JSON.parse(result.stderr)).toMatchObject({ code: 'record-incomplete' });
  });

  it('half a PDF and half a DOCX of our own', async () => {
    const out = space.folder();
    await office.json('export', 'S0021/26', '--to', out);
    const half = (name: string): Uint8Array => {
      const bytes = readFileSync(join(out, name));
      return bytes.subarray(0, Math.floor(bytes.length / 2));
    };
    const docx = await refused('S0021-26.docx', half('S0021-26.docx'));
    expect(expectRefusal(docx, 'format-not-importable')).toContain('bricht ab');
    expectRefusal(await refused('S0021-26.pdf', half('S0021-26.pdf')), 'document-unreadable');
  });

  it('garbage that begins like a PDF or a DOCX', async () => {
    expectRefusal(
      await refused('a.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(3000)])),
      'document-unreadable',
    );
    // Nothing tells it from any other archive.
    const docx = Buffer.concat([Buffer.from('PK\x03\x04'), noise(3000)]);
    expectRefusal(await refused('a.docx', docx), 'format-not-importable');
  });

  it('a PDF without a record', async () => {
    const out = space.folder();
    await office.json('distribution', 'S0021/26', '--to', out, '--format', 'pdf');
    expectRefusal(await refused('liste.pdf', readFileSync(join(out, 'S0021-26-Verteiler.pdf'))), 'record-missing');
  });

  it('a number that is taken by a motion', async () => {
    const record = { ...sampleRecord(), reference: 'A0012/26' };
    expectRefusal(await refused('nummer.json', JSON.stringify(record)), 'reference-taken');
  });

  it('anything before there is an office', async () => {
    const path = join(folder, 'gut.json');
    writeFileSync(path, RECORD);
    expectRefusal(await officeAt(space.folder()).run('import', path), 'office-missing');
  });
});
