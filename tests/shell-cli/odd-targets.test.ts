/** Targets and files that a person did not mean: the command says so, and nothing is overwritten, recorded or stored without a word. */
import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal, workspace, type Office } from '../support/cli.ts';

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
