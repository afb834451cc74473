import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PaperSummary } from '../../src-main/contract/paper/shapes.ts';
import { expectRefusal, officeAt, registerOf, runCli, workspace } from '../harness/desk/cli.ts';

const space = workspace();
const COMMANDS = [
  'init',
  'settings',
  'attach',
  'import',
  'list',
  'show',
  'new',
  'number',
  'discard',
  'bin',
  'restore-paper',
  'take-up',
  'set',
  'versions',
  'diff',
  'edit-copy',
  'proposals',
  'comments',
  'points',
  'export',
  'distribution',
  'meeting',
  'meeting-folder',
  'modules',
  'check',
  'release',
  'return',
  'issue',
  'correct',
  'withdraw',
  'copies',
  'dispatch',
  'sign',
  'verify',
  'trust',
  'test-key',
  'letter',
  'redact',
  'backup',
  'restore',
  'doctor',
  'serve',
  'help',
];

describe('help', () => {
  it.each([[['help']], [['--help']], [['-h']], [[]]])('names every command after %j', async (args) => {
    const result = await runCli(args);
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    const named = result.stdout.split('\n').flatMap((line) => /^ {2}([a-z-]+)/.exec(line)?.[1] ?? []);
    expect(named).toEqual(COMMANDS);
  });
});

describe('wrong usage', () => {
  it.each([
    [['frobnicate'], /„frobnicate“ gibt es nicht[^]*export REF --to DIR/],
    [['show'], /show REF/],
    [['show', 'S0001/26', 'S0002/26'], /show REF/],
    [['set', 'S0001/26', 'name'], /set REF FIELD VALUE/],
    [['import'], /import FILE/],
    [['export', 'S0001/26'], /export REF --to DIR/],
    [['distribution', 'S0001/26'], /distribution REF\|--meeting ID --to DIR/],
    [['settings', 'export'], /settings export\|import FILE/],
    [['attach', 'S0001/26'], /attach REF FILE/],
    [['backup', 'ziel.db'], /backup \[--to FILE/],
    [['restore'], /restore FILE/],
    [['show', '--nonsense', 'S0001/26'], /show REF/],
  ])('ends %j with exit code 2 and the right line', async (args, line) => {
    const office = officeAt(space.folder());
    expect(expectRefusal(await office.run(...args), 'usage')).toMatch(line);
  });

  it('of a command needs no data folder and makes none', async () => {
    const folder = join(space.folder(), 'never made');
    expectRefusal(await officeAt(folder).run('show'), 'usage');
    expect(existsSync(folder)).toBe(false);
  });
});

describe('init', () => {
  it('sets up an office of one’s own with nothing in it', async () => {
    const office = officeAt(space.folder());
    const result = await office.run('init', '--name', 'Stadt Prüfingen');
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(result.stdout).toContain('Stadt Prüfingen');
    expect(readdirSync(office.data)).toContain('stellwerk.db');
    expect(await office.json('list')).toEqual([]);
  });

  it('tells as JSON which office stands where', async () => {
    const data = space.folder();
    expect(await officeAt(data).json('init', '--name', 'Stadt Prüfingen')).toMatchObject({
      dataFolder: data,
      office: { kind: 'own', bodyName: 'Stadt Prüfingen' },
      profileProblem: null,
    });
  });

  it('makes the data folder with the folders above it', async () => {
    const data = join(space.folder(), 'eins', 'zwei');
    await officeAt(data).json('init', '--example');
    expect(existsSync(join(data, 'stellwerk.db'))).toBe(true);
  });

  it('fills the example office with motions, inquiries and statements that answer them', async () => {
    const office = await space.office('example');
    const papers = await office.json<PaperSummary[]>('list');
    const statements = papers.filter((paper) => paper.paperType === 'statement');
    expect(new Set(papers.map((paper) => paper.paperType))).toEqual(
      new Set(['statement', 'motion', 'inquiry', 'amendment']),
    );
    expect(statements.length).toBeGreaterThanOrEqual(5);
    expect(statements.every((statement) => statement.related.length > 0)).toBe(true);
    expect(statements.some((statement) => statement.reference === null)).toBe(true);
  });

  it.each(['own', 'example'] as const)(
    'refuses a second time after the %s office and changes nothing',
    async (kind) => {
      const office = await space.office(kind);
      const before = registerOf(office);
      expectRefusal(await office.run('init', '--example'), 'office-exists');
      expectRefusal(await office.run('init', '--name', 'Andere Stadt'), 'office-exists');
      expect(registerOf(office)).toEqual(before);
    },
  );

  it('refuses an empty name and leaves the place free', async () => {
    const office = officeAt(space.folder());
    expectRefusal(await office.run('init', '--name', '  '), 'input-invalid');
    await office.json('init', '--name', 'Stadt Prüfingen');
  });

  it('has to come first', async () => {
    const office = officeAt(space.folder());
    const message = expectRefusal(await office.run('show', 'S0001/26'), 'office-missing');
    expect(message).toContain('init');
    expect(message).toContain(office.data);
  });
});
