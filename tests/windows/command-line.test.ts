/** The command line on a Windows PC (Wine): paths, names, exit codes, and the same bytes as here. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, expectRefusal, workspace, type CliResult } from '../harness/desk/cli.ts';
import { windowsPc, wineSkipReason, type WindowsPc } from '../harness/package/wine.ts';

const reason = wineSkipReason();
const REF = 'S0021/26';
const FILES = ['S0021-26.docx', 'S0021-26.pdf'];
/** With "C:\" and the longest file name the paths have 240 characters and more: the border of old programs is 260. */
const LONG = ['Ämter und Straßen', 'Lang '.repeat(21).trim(), 'Name '.repeat(21).trim()];

describe.skipIf(reason !== undefined)(`as on Windows${reason === undefined ? '' : ` [${reason}]`}`, () => {
  const space = workspace();
  const root = mkdtempSync(join(tmpdir(), 'stellwerk-wine-'));
  let pc: WindowsPc;
  /** The same office here and there, and what it writes here. */
  let exportedHere: Record<string, string>;

  const good = async (...args: string[]): Promise<CliResult> => {
    const result = await pc.run(...args);
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    return result;
  };

  beforeAll(async () => {
    pc = windowsPc(root);
    const office = await space.office('example');
    const out = space.folder();
    await office.json('export', REF, '--to', out);
    exportedHere = contentOf(out);
    const backup = join(space.folder(), 'Sicherung für Windows.db');
    await office.json('backup', '--to', backup);
    const there = pc.folder('Ämter und Straßen', 'Sicherungen');
    copyFileSync(backup, join(pc.here('Ämter und Straßen', 'Sicherungen'), 'Sicherung für Windows.db'));
    await good('init', '--example');
    await good('restore', `${there}\\Sicherung für Windows.db`);
  });
  afterAll(() => {
    pc.shutDown();
    rmSync(root, { recursive: true, force: true });
  });

  it('keeps its data where Windows keeps those of a user', () => {
    const users = readdirSync(pc.here('users')).filter((name) => name !== 'Public');
    const folders = users.map((name) => pc.here('users', name, 'AppData', 'Local', 'Stellwerk', 'stellwerk.db'));
    expect(folders.filter(existsSync)).toHaveLength(1);
  });

  it.each([
    ['blanks and umlauts', ['Ämter und Straßen', 'Ablage']],
    ['more than 240 characters', LONG],
    ['signs that only look like Latin ones', ['Ćwiczenie – Łódź №5', 'ẞ']],
  ])('writes the same bytes as here into a folder with %s', async (_, names) => {
    const folder = pc.folder(...names);
    const result = await good('export', REF, '--to', folder);
    expect(result.stdout.trimEnd().split('\n').sort()).toEqual(FILES.map((name) => `${folder}\\${name}`));
    expect(contentOf(pc.here(...names))).toEqual(exportedHere);
    if (names === LONG) expect(`${folder}\\${FILES[0] ?? ''}`.length).toBeGreaterThan(240);
  });

  it('reads what it wrote, from a path of Windows, and knows it again', async () => {
    const folder = pc.folder('Ämter und Straßen', 'Rückweg');
    await good('export', REF, '--to', folder);
    const { stdout } = await good('import', `${folder}\\S0021-26.docx`, '--json');
    expect(stdout).toContain(REF);
    const verified = await pc.run('verify', `${folder}\\S0021-26.pdf`);
    expect(verified).toMatchObject({ exitCode: 1, stderr: '' });
    expect(verified.stdout).toContain('keine elektronische Unterschrift');
  });

  it('makes a backup that is read here', async () => {
    const folder = pc.folder('Ämter und Straßen', 'Zurück');
    await good('set', REF, 'name', 'Geändert unter Windows: ÄÖÜ ß');
    await good('backup', '--to', `${folder}\\Stand.db`);
    const other = await space.office('own');
    await other.json('restore', join(pc.here('Ämter und Straßen', 'Zurück'), 'Stand.db'));
    expect((await other.show(REF)).name).toBe('Geändert unter Windows: ÄÖÜ ß');
    const { stdout } = await good('doctor');
    expect(stdout).toContain('Zugriff: regelt Windows, hier nicht geprüft');
  });

  it.each(['NUL', 'Con.Vermerk', 'Stand?.db'])(
    'does not write a file that other programs of Windows cannot open: %s',
    async (name) => {
      const folder = pc.folder('Ämter und Straßen', 'Namen');
      const refused = await pc.run('backup', '--to', `${folder}\\${name}`);
      expect(expectRefusal(refused, 'target-name-unusable')).toContain(name);
      expect(readdirSync(pc.here('Ämter und Straßen', 'Namen'))).toEqual([]);
    },
  );

  it('says what is missing with the code of a refusal, and wrong usage with its own', async () => {
    expectRefusal(await pc.run('export', REF, '--to', 'Q:\\gibt es nicht'), 'target-missing');
    expectRefusal(await pc.run('import', 'C:\\Ämter und Straßen\\fehlt.docx'), 'file-missing');
    expectRefusal(await pc.run('show', 'S9999/26'), 'not-found');
    expectRefusal(await pc.run('gibtsnicht'), 'usage');
  });

  it('takes a data folder with a drive letter, and leaves the other alone', async () => {
    const data = pc.folder('Daten Zweitbüro');
    await good('init', '--name', 'Gemeinde Ödön am Süßbach', '--data', data);
    const listed = await good('list', '--json', '--data', data);
    expect(JSON.parse(listed.stdout)).toEqual([]);
    expect((await good('list')).stdout).toContain(REF);
  });

  it('takes over a record with the mark that programs of Windows put before a text', async () => {
    const data = pc.folder('Daten Drittbüro');
    await good('init', '--name', 'Stadt Überlingsau', '--data', data);
    const folder = pc.folder('Ämter und Straßen', 'Texte');
    const record = `\ufeff${JSON.stringify(await (await space.office('example')).show(REF), null, 2).replaceAll('\n', '\r\n')}`;
    const file = join(pc.here('Ämter und Straßen', 'Texte'), 'Datensatz.json');
    writeFileSync(file, record);
    expect((await good('import', `${folder}\\Datensatz.json`, '--data', data)).stdout).toContain(REF);
    expect(readFileSync(file, 'utf8')).toBe(record);
  });
});
