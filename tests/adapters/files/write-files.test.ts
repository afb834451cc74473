import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderDelivery } from '../../../src-main/adapters/files/folder-delivery.ts';
import { writeFiles } from '../../../src-main/adapters/files/write-files.ts';
import { refusalOf, tempFolder } from '../../support/builders.ts';
import { mountSmallDisk } from '../../harness/desk/small-disk.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('writing files', () => {
  it('writes all of them, replaces what was there and leaves nothing else', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.pdf'), 'alt und viel länger als neu');
    await writeFiles(
      ['a.pdf', 'b äöü.docx'].map((name) => ({ path: join(folder, name), bytes: bytes(`neu ${name}`) })),
    );
    expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'b äöü.docx']);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('neu a.pdf');
  });

  it('writes none when one of them cannot be written, and keeps the old ones', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.pdf'), 'alt');
    const files = [
      { path: join(folder, 'a.pdf'), bytes: bytes('neu') },
      { path: join(folder, 'fehlt', 'b.docx'), bytes: bytes('neu') },
    ];
    const refusal = await refusalOf(() => writeFiles(files));
    expect(refusal).toEqual({ code: 'target-missing', details: { target: join(folder, 'fehlt') } });
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('alt');
  });

  it('refuses a folder in the place of the file and leaves it as it is', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'a.pdf', 'innen'), { recursive: true });
    const refusal = await refusalOf(() => writeFiles([{ path: join(folder, 'a.pdf'), bytes: bytes('neu') }]));
    expect(refusal.code).toBe('target-is-folder');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
    expect(readdirSync(join(folder, 'a.pdf'))).toEqual(['innen']);
  });

  it('replaces none of the files when the place of one is a folder', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.pdf'), 'alt');
    mkdirSync(join(folder, 'b.docx'));
    const refusal = await refusalOf(() =>
      writeFiles([
        { path: join(folder, 'a.pdf'), bytes: bytes('neu') },
        { path: join(folder, 'b.docx'), bytes: bytes('neu') },
      ]),
    );
    expect(refusal.code).toBe('target-is-folder');
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('alt');
    expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'b.docx']);
  });

  it('refuses a file in the place of the folder', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'ordner'), 'x');
    const refusal = await refusalOf(() =>
      folderDelivery(join(folder, 'ordner')).deliver([{ fileName: 'a', mimeType: '', bytes: bytes('x') }]),
    );
    expect(refusal.code).toBe('target-no-folder');
  });

  it('leaves nothing behind on a full disk', async ({ skip }) => {
    const disk = mountSmallDisk('64k');
    if (disk === undefined) return skip('mounting a small disk needs root on Linux');
    writeFileSync(join(disk.folder, 'a.pdf'), 'alt');
    const files = [
      { path: join(disk.folder, 'a.pdf'), bytes: bytes('neu') },
      { path: join(disk.folder, 'b.docx'), bytes: new Uint8Array(100_000) },
    ];
    const refusal = await refusalOf(() => writeFiles(files));
    expect(refusal).toEqual({ code: 'disk-full', details: { target: disk.folder } });
    expect(readdirSync(disk.folder)).toEqual(['a.pdf']);
    expect(readFileSync(join(disk.folder, 'a.pdf'), 'utf8')).toBe('alt');
  });

  it('refuses a read-only disk', async ({ skip }) => {
    const disk = mountSmallDisk('64k');
    if (disk === undefined) return skip('mounting a small disk needs root on Linux');
    disk.makeReadOnly();
    const refusal = await refusalOf(() => writeFiles([{ path: join(disk.folder, 'a.pdf'), bytes: bytes('neu') }]));
    expect(refusal.code).toBe('target-not-writable');
  });

  it('clears away what a killed export left long ago, nothing else', async () => {
    const folder = tempFolder();
    const old = ['.stellwerk-0123456789ab.tmp', 'meins.tmp', '.stellwerk-notiz.tmp'];
    const young = '.stellwerk-ba9876543210.tmp';
    for (const name of [...old, young]) writeFileSync(join(folder, name), 'x');
    for (const name of old) utimesSync(join(folder, name), 0, 0);
    await writeFiles([{ path: join(folder, 'a.pdf'), bytes: bytes('neu') }]);
    expect(readdirSync(folder).sort()).toEqual([young, '.stellwerk-notiz.tmp', 'a.pdf', 'meins.tmp'].sort());
  });
});

it('the database of an office is written over by nobody, and nothing of the rest is written', async () => {
  const folder = tempFolder();
  const database = join(folder, 'stellwerk.db');
  writeFileSync(database, 'Daten');
  const files = [join(folder, 'a.txt'), database].map((path) => ({ path, bytes: bytes('x') }));
  await expect(writeFiles(files)).rejects.toMatchObject({ code: 'input-invalid' });
  expect(readdirSync(folder)).toEqual(['stellwerk.db']);
  expect(readFileSync(database, 'utf8')).toBe('Daten');
});
