/** Points and findings on the command line. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PointOverview } from '../../src-main/contract/point/shapes.ts';
import type { StatementDraft } from '../../src-main/contract/statement/shapes.ts';
import { expectRefusal, workspace, type Office } from '../harness/desk/cli.ts';

const PAPER = [
  'Stadt Auental',
  'Stellungnahme der Verwaltung öffentlich',
  'Stadtamt\tStellungnahme-Nr.\tDatum\nFB 61\tS0900/26\t02.03.2026\nzum/zur\nF0900/26 – Fraktion Neue Mitte\nBezeichnung\nBänke',
  '1. Wo steht die Bank?\na) im Park?\nb) am See?',
  '2. Wem gehört sie?',
  'Die Verwaltung nimmt zur Anfrage F0900/26 wie folgt Stellung:',
  'Sie steht im Park. Am Montag, 12.10.2022 war das anders.',
  'Eva Muster',
].join('\n\n');

const space = workspace();
let office: Office;
beforeAll(async () => {
  office = await space.office('example');
  const path = join(space.folder(), 'alt.txt');
  writeFileSync(path, PAPER);
  await office.json('import', path);
});

describe('points', () => {
  it('shows what a motion asks, and how a statement answers it', async () => {
    const { stdout } = await office.run('points', 'S0044/26');
    expect(stdout).toMatch(/^A0024\/26: 3 Forderungen\n {2}1 {2}das Bürgerbüro .* – Zustimmung\n {2}2 .* – Ablehnung/);
    expect(stdout).toContain('nichts offen');
    const paper = await office.run('points', 'F0018/26');
    expect(paper.stdout).toMatch(/^F0018\/26: 5 Fragen\n {2}1 {2}Wie viele Bäume/);
    expect(paper.stdout).not.toContain('offen');
  });

  it('sets positions by labels in any spelling, in German and English, and refers to other answers', async () => {
    const { id } = await office.json<StatementDraft>('new', '--answers', 'A0012/26', '--name', 'Punkte');
    const set = (...settings: string[]) =>
      office.json<PointOverview>('points', id, ...settings.flatMap((setting) => ['--set', setting]));
    expect((await set('1=approve', '2=Bereits umgesetzt', '3=siehe 2', '4=nicht zuständig')).open).toBe(1);
    expect((await set('5=withdrawn')).open).toBe(0);
    expectRefusal(await office.run('points', id, '--set', '9=reject'), 'usage');
    expect(expectRefusal(await office.run('points', id, '--set', '1=vielleicht'), 'usage')).toContain('alternative');
    expectRefusal(await office.run('points', id, '--set', '1'), 'usage');
    expectRefusal(await office.run('points', id, '--reason', 'x'), 'usage');
    expectRefusal(await office.run('points', 'A0012/26', '--set', '1=reject'), 'not-a-statement');
  });

  it('of a finished statement are proposed until they are wanted', async () => {
    const proposed = await office.run('points', 'S0900/26');
    expect(proposed.stdout).toContain('F0900/26: 4 Fragen (Vorschlag, noch nicht übernommen)');
    const taken = await office.json<PointOverview>('points', 'S0900/26', '--split');
    expect(taken).toMatchObject({ open: 4, papers: [{ revision: 1 }] });
    await office.json('points', 'S0900/26', '--set', '1b=cannot', '--reason', 'Am See steht keine.');
    const { stdout } = await office.run('points', 'S0900/26');
    expect(stdout).toContain('1 b)  am See? – nicht beantwortbar (Am See steht keine.)');
    expect(stdout).toContain('3 offen');
  });
});

describe('check', () => {
  it('names what it finds with rule, severity and place, and ends with 1 where something blocks', async () => {
    const clean = await office.run('check', 'S0044/26');
    expect(clean).toMatchObject({ exitCode: 0, stdout: 'Keine Befunde.\n' });
    const { exitCode, stdout } = await office.run('check', 'S0900/26');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^verhindert die Freigabe \[point-open\] Fragen und Forderungen: Punkt 1 ist noch offen/);
    expect(stdout).toContain(
      'Warnung [weekday-wrong] Antwort, Absatz 1: „Montag, 12.10.2022“: Der 12.10.2022 ist ein Mittwoch.',
    );
    const found = await office.run('check', 'S0900/26', '--json');
    expect(JSON.parse(found.stdout)).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'weekday-wrong', where: 'Antwort, Absatz 1' }),
      ]) as unknown,
    });
  });
});
