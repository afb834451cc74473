/** Targets and files that a person did not mean: the command says so, and nothing is overwritten, recorded or stored without a word. */
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { deleted, inserted, p, r, wordDocument } from '../support/office-documents/word-xml.ts';
import { fillOffice } from '../support/survival-office.ts';
import { callCli, expectRefusal, officeAt, workspace, type Office } from '../harness/desk/cli.ts';

const space = workspace();
let office: Office;
beforeAll(async () => {
  office = await space.office('example');
});

describe('the database of an office', () => {
  it.each([
    ['settings', 'export'],
    ['backup', '--to'],
  ])('is never the target of %s', async (...words) => {
    const fresh = await space.office('own');
    const database = join(fresh.data, 'stellwerk.db');
    const before = statSync(database).size;
    expect(expectRefusal(await fresh.run(...words, database), 'input-invalid')).toContain('Datenbank');
    expect(statSync(database).size).toBe(before);
    expect(await fresh.json('list')).toEqual([]);
  });
});

describe('a target that is no file', () => {
  it.skipIf(process.platform === 'win32')('such as a pipe is refused, and stays', async () => {
    const pipe = join(space.folder(), 'pipe.pdf');
    execFileSync('mkfifo', [pipe]);
    const fresh = await space.office('own');
    expectRefusal(await fresh.run('backup', '--to', pipe), 'file-not-regular');
    expectRefusal(await fresh.run('settings', 'export', pipe), 'file-not-regular');
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('such as a link leads to the file it names, and stays a link', async () => {
    const [link, named] = [join(space.folder(), 'link.json'), join(space.folder(), 'named.json')];
    symlinkSync(named, link);
    const fresh = await space.office('own');
    expect((await fresh.run('settings', 'export', link)).exitCode).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(named, 'utf8'))).toBeTypeOf('object');
  });
});

describe('a place left empty', () => {
  it.each([
    ['list', '--data', ''],
    ['backup', '--to', ''],
    ['export', 'S0044/26', '--to', ''],
  ])('is wrong usage: %s %s', async (...words) => {
    const said = expectRefusal(await callCli(words), 'usage');
    expect(said).toContain('ist leer');
  });
});

describe('a name no file can have', () => {
  const long = 'b'.repeat(300);

  it.each([
    ['verify', `${long}.pdf`],
    ['import', `${long}.txt`],
    ['attach', 'S0044/26', long],
    ['trust', 'c'.repeat(120_000)],
  ])('is no file for %s', async (...words) => {
    expectRefusal(await office.run(...words), 'file-missing');
  });

  it('is no target either', async () => {
    const target = join(space.folder(), `${long}.json`);
    expectRefusal(await office.run('settings', 'export', target), 'target-not-writable');
  });

  it('nor is a link that leads to itself a file', async () => {
    const loop = join(space.folder(), 'loop');
    symlinkSync(loop, loop);
    expectRefusal(await office.run('import', loop), 'file-unreadable');
  });
});

it('what never ends or has no bytes is no file: a pipe, a folder, a device', async () => {
  const pipe = join(space.folder(), 'rohr');
  execFileSync('mkfifo', [pipe]);
  for (const path of [pipe, space.folder(), '/dev/zero'])
    for (const words of [
      ['import', path],
      ['attach', 'S0044/26', path],
      ['verify', path],
      ['trust', path],
      ['settings', 'import', path],
      ['sign', path, '--key', path, '--passphrase-file', path],
    ])
      expectRefusal(await office.run(...words), 'file-not-regular');
});

describe('a folder that is none', () => {
  it('is told apart from one that is missing', async () => {
    const file = join(space.folder(), 'Datei');
    writeFileSync(file, '');
    for (const words of [
      ['backup', '--to'],
      ['export', 'S0044/26', '--to'],
      ['settings', 'export'],
    ])
      expect(expectRefusal(await office.run(...words, join(file, 'ziel')), 'target-no-folder')).toContain(file);
  });
});

describe('what lies there already', () => {
  it('is named when it is replaced, also that it was signed; the same bytes are not', async () => {
    const to = space.folder();
    writeFileSync(join(to, 'S0044-26.pdf'), 'alt /ByteRange');
    const args = ['export', 'S0044/26', '--to', to] as const;
    const first = await office.run(...args);
    expect(first.stdout).toContain(`Ersetzt wurde, was dort schon lag: ${join(to, 'S0044-26.pdf')} (unterschrieben)`);
    expect((await office.run(...args)).stdout).not.toContain('Ersetzt');
    writeFileSync(join(to, 'S0044-26.docx'), 'alt');
    expect(await office.json(...args)).toMatchObject({
      replaced: [{ path: join(to, 'S0044-26.docx'), isSigned: false }],
    });
  });

  it('is never replaced by a new key', async () => {
    const [key, secret] = [join(space.folder(), 'key.p12'), join(space.folder(), 'kennwort')];
    writeFileSync(secret, 'geheim genug');
    const args = ['test-key', '--name', 'Kim Beispiel', '--passphrase-file', secret, '--to', key] as const;
    expect((await office.run(...args)).exitCode).toBe(0);
    const before = readFileSync(key);
    expect(expectRefusal(await office.run(...args), 'target-exists')).toContain(key);
    expect(readFileSync(key).equals(before)).toBe(true);
  });
});

describe('where no office is', () => {
  it('reading makes none, and leaves nothing', async () => {
    const place = space.folder();
    const nowhere = officeAt(join(place, 'vertippt'));
    for (const words of [
      ['list'],
      ['doctor'],
      ['bin'],
      ['backup', '--list'],
      ['show', 'S0001/26'],
      ['settings', 'export', 'x'],
    ])
      expect(expectRefusal(await nowhere.run(...words), 'office-missing')).toContain('vertippt');
    expect(readdirSync(place)).toEqual([]);
  });

  it('files are judged, a key is made, and a backup is looked into all the same', async () => {
    const place = space.folder();
    const nowhere = officeAt(join(place, 'keines'));
    const [file, key, secret, backup] = ['a.pdf', 'key.p12', 'kennwort', 'kopie.db'].map((name) => join(place, name));
    writeFileSync(secret ?? '', 'geheim genug');
    await office.json('export', 'S0044/26', '--to', place, '--format', 'pdf');
    renameSync(join(place, 'S0044-26.pdf'), file ?? '');
    await office.json('backup', '--to', backup ?? '');
    const withKey = ['--passphrase-file', secret ?? ''];
    await nowhere.json('test-key', '--name', 'Kim Beispiel', ...withKey, '--to', key ?? '');
    await office.json('sign', file ?? '', '--key', key ?? '', ...withKey);
    expect((await nowhere.run('verify', file ?? '')).stdout).toContain('Kim Beispiel');
    expect((await nowhere.run('restore', backup ?? '', '--preview')).stdout).toContain('Papiere');
    expect(readdirSync(place).sort()).toEqual(['a.pdf', 'kennwort', 'key.p12', 'kopie.db']);
  });
});

it('a class that nobody set up is told, with those that are; small letters are the same class', async () => {
  for (const words of [
    ['list', '--class', 'Q'],
    ['number', '--class', 'Q', '--year', '2026'],
  ])
    expect(expectRefusal(await office.run(...words), 'class-unknown')).toMatch(/„Q“.*\bS\b/);
  expect(await office.json('list', '--class', 's')).toEqual(await office.json('list', '--class', 'S'));
});

it('a clock that stands before the last entry is said beside what is written, and not beside what is read', async () => {
  const folder = space.folder();
  const ahead = `${new Date().getFullYear() + 1}-03-02`;
  await fillOffice(folder, 0, { now: () => `${ahead}T09:00:00.000Z`, today: () => ahead });
  const behind = officeAt(folder);
  expect((await behind.run('list')).stderr).toBe('');
  const { stderr, exitCode } = await behind.run('set', 'S0001/26', 'name', 'Bänke');
  expect(exitCode).toBe(0);
  expect(JSON.parse(stderr)).toMatchObject({
    code: 'clock-behind',
    message: expect.stringContaining('Uhr') as unknown,
  });
});

it('a step of the consultations that a public paper does not print is named', async () => {
  const fresh = await space.office('example');
  const rows = [
    { organization: 'Hauptausschuss', date: '2026-11-12', role: null, publicity: 'unknown' },
    { organization: 'Stadtrat', date: '2026-11-19', role: null, publicity: 'public' },
  ];
  await fresh.json('set', 'S0044/26', 'consultations', JSON.stringify(rows));
  const { stdout } = await fresh.run('export', 'S0044/26', '--to', space.folder());
  expect(stdout).toMatch(/Nicht gedruckt.*: Hauptausschuss$/m);
  expect(await fresh.json('export', 'S0044/26', '--to', space.folder())).toMatchObject({
    unprinted: ['Hauptausschuss'],
  });
});

it('a problem names what was given by German words, and long words only by their beginning', async () => {
  const long = 'x'.repeat(5000);
  expect(expectRefusal(await office.run('new', '--answers', 'A0012/26', '--name', long), 'input-invalid')).toContain(
    'Bezeichnung: ist zu lang',
  );
  for (const words of [
    ['show', long.slice(0, 200)],
    ['letter', long, 'S0044/26', '--to', '.'],
    [long],
    ['list', `--${long}`],
  ])
    expect((await office.run(...words)).stderr.length).toBeLessThan(4000);
});

it('words longer than any passage stand nowhere', async () => {
  const to = space.folder();
  expectRefusal(await office.run('redact', 'S0044/26', '--to', to, '--text', 'a'.repeat(50_000)), 'input-invalid');
});

it('printing writes no files: „--to“ is wrong usage there, and nothing is proved', async () => {
  const fresh = await space.office('example');
  await fresh.json('release', 'S0027/26', '--accept', 'geprüft');
  await fresh.json('issue', 'S0027/26');
  expectRefusal(await fresh.run('dispatch', 'S0027/26', '--channel', 'print', '--to', space.folder()), 'usage');
  expect(await fresh.json('dispatch', 'S0027/26', '--list')).toEqual([]);
});

it('of several attachments the good ones are stored and listed, each refused one is told', async () => {
  const fresh = await space.office('example');
  const folder = space.folder();
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const paths = [file('eins.txt', 'eins'), file('leer.txt', ''), join(folder, 'fehlt.txt'), file('zwei.txt', 'zwei')];
  const { stdout, stderr, exitCode } = await fresh.run('attach', 'S0044/26', ...paths);
  expect(exitCode).toBe(1);
  expect(stdout).toContain('eins');
  expect(stdout).toContain('zwei');
  for (const code of ['file-empty', 'file-missing']) expect(stderr).toContain(code);
});

describe('verify', () => {
  it('gives out a version only when it is named, and never over the file itself', async () => {
    const file = join(space.folder(), 'a.pdf');
    writeFileSync(file, '%PDF-1.7 kein Dokument');
    expectRefusal(await office.run('verify', file, '--to', `${file}.neu`), 'usage');
    expectRefusal(await office.run('verify', file, '--revision', '1', '--to', file), 'usage');
    expect(readFileSync(file, 'utf8')).toBe('%PDF-1.7 kein Dokument');
  });
});

it('an empty number is no way to take one away', async () => {
  expectRefusal(await office.run('number', 'S0049/26', '--set', ''), 'usage');
});

it('what an attached document holds beside its words is told', async () => {
  const fresh = await space.office('example');
  const path = join(space.folder(), 'gutachten.docx');
  const commented = p(`${inserted(r('neu'))}${deleted('weg')}`);
  writeFileSync(path, wordDocument(commented));
  const { stdout } = await fresh.run('attach', 'S0044/26', path);
  expect(stdout).toContain('Anlage 1 – gutachten');
  expect(stdout).toContain(`Hinweis zu ${path}: In der Datei gelöscht`);
  expect(await fresh.json('attach', 'S0044/26', path)).toMatchObject({
    notes: [{ file: path, notes: [{ code: 'deletion-open' }] }],
  });
});
