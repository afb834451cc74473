import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  builtFolder,
  expectRefusal,
  officeAt,
  runCli,
  withDatabase,
  workspace,
  type Office,
} from '../harness/desk/cli.ts';
import { projectRoot } from '../support/test-host.ts';

const space = workspace();
const REF = 'S0021/26';
let office: Office;

beforeAll(async () => {
  office = await space.office('example');
});

/** A copy of the built program that can be broken. Its packages stay where they are. */
function copiedProgram(): string {
  const root = space.folder();
  const program = join(root, 'dist');
  mkdirSync(program);
  for (const name of ['assets', 'chunks', 'cli.mjs', 'manifest.json', 'typst-worker.mjs']) {
    if (existsSync(join(builtFolder, name))) cpSync(join(builtFolder, name), join(program, name), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  return program;
}

describe('a font that is missing', () => {
  it.each(['Arimo-Regular', 'Arimo-Bold', 'Arimo-Italic', 'Arimo-BoldItalic', 'NotoSansSymbols2-Regular'])(
    '(%s) is named, and nothing is written',
    async (font) => {
      const program = copiedProgram();
      rmSync(join(program, 'assets', 'fonts', `${font}.ttf`));
      const out = space.folder();
      const result = await officeAt(office.data, { program }).run('export', REF, '--to', out);
      expect(expectRefusal(result, 'font-missing')).toContain(font);
      expect(readdirSync(out)).toEqual([]);
    },
  );

  it('does not keep anyone from reading and saving', async () => {
    const program = copiedProgram();
    rmSync(join(program, 'assets', 'fonts'), { recursive: true });
    const withoutFonts = officeAt(office.data, { program });
    await withoutFonts.json('set', REF, 'leadUnit', 'FB 67');
    expect((await withoutFonts.show(REF)).leadUnit).toBe('FB 67');
  });
});

describe('a broken office profile', () => {
  const PROFILES: [string, string][] = [
    ['no JSON at all', '{"schema":'],
    ['another schema', '{"schema":"stellwerk.something/1","bodyName":"Stadt Auenfurt"}'],
    ['a label without its place', '{"schema":"stellwerk.office-profile/1","bodyName":"X","labels":{"page":"Seite"}}'],
    ['too small type', '{"schema":"stellwerk.office-profile/1","bodyName":"X","style":{"bodySizePt":3}}'],
  ];

  it.each(PROFILES)('(%s) is named by doctor, and the built-in one works', async (_what, profile) => {
    const broken = await space.office('example');
    withDatabase(broken.data, (database) => {
      // The column wants JSON only where a check says so; what is no JSON goes in as it is.
      database.prepare('UPDATE office SET profile_json = ?').run(profile);
    });
    const examined = await broken.run('doctor', '--json');
    expect(examined.exitCode).toBe(1);
    const report = JSON.parse(examined.stdout) as {
      ok: boolean;
      findings: { area: string; ok: boolean; detail: string }[];
    };
    expect(report.ok).toBe(false);
    expect(report.findings.filter((finding) => !finding.ok).map((finding) => finding.area)).toEqual([
      'Bestand',
      'Büro',
    ]);
    const out = space.folder();
    await broken.json('export', REF, '--to', out);
    expect(readdirSync(out).sort()).toEqual(['S0021-26.docx', 'S0021-26.pdf']);
    expect((await broken.show(REF)).bodyName).toBe('Stadt Auenfurt');
    await broken.json('set', REF, 'name', 'Weiter geht es');
  });

  it('is neither stood in for nor mended when a newer version wrote it', async () => {
    const newer = await space.office('example');
    const profile = '{"schema":"stellwerk.office-profile/9","bodyName":"Stadt Auenfurt"}';
    withDatabase(newer.data, (database) => database.prepare('UPDATE office SET profile_json = ?').run(profile));
    for (const command of [['doctor'], ['doctor', '--repair']] as const)
      expect((await newer.run(...command)).stdout).toMatch(
        /FEHLER\s+Büro: Das Büroprofil stammt aus einer neueren Fassung/,
      );
    expect((await newer.run('set', REF, 'name', 'Weiter')).stderr).toContain('neueren Fassung von Stellwerk');
    const stored = withDatabase(newer.data, (database) =>
      database.prepare('SELECT profile_json FROM office').pluck().get(),
    );
    expect(stored).toBe(profile);
  });

  it('is told with the place of the mistake', async () => {
    const broken = await space.office('example');
    const profile = PROFILES[2]?.[1] ?? '';
    withDatabase(broken.data, (database) => database.prepare('UPDATE office SET profile_json = ?').run(profile));
    expect((await broken.run('doctor')).stdout).toMatch(
      /FEHLER\s+Büro: labels\.page: Hier fehlt einer der Platzhalter «Seite» und «Seitenzahl»/,
    );
  });
});

describe('a Node that is too old', () => {
  const olderNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
    if (!existsSync(path)) return false;
    const version = execFileSync(path, ['--version'], { encoding: 'utf8' });
    return Number(/^v(\d+)/.exec(version)?.[1]) < 22;
  });

  it.skipIf(olderNode === undefined)('is told in a sentence, before the data is touched', async () => {
    const data = join(space.folder(), 'Daten');
    const result = await runCli(['list', '--data', data], { node: olderNode ?? '' });
    const message = expectRefusal(result, 'node-too-old');
    expect(message).toMatch(/braucht Node\.js 2\d/);
    expect(message).toContain('gefunden');
    expect(existsSync(data)).toBe(false);
  });
});
