/** Copies, proposals and comments on the command line. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../harness/desk/cli.ts';
import { added, editCopy, removed, replaceWords } from '../support/edited-copy.ts';

const REF = 'S0044/26';
let folder: string;
let data: string;
const cli = (...args: string[]) => runCli([...args, '--data', data]);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stellwerk-review-'));
  data = join(folder, 'data');
  await cli('init', '--example');
  await cli('set', REF, 'reply', 'Die Bank steht im Park.\n\nSie kostet 400 Euro.');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('to Word and back', () => {
  it('gives a copy, shows what came back, takes over what is chosen, and says what is left', async () => {
    const given = await cli('edit-copy', REF, '--to', folder);
    expect(given.exitCode).toBe(0);
    const back = join(folder, 'zurueck.docx');
    const bytes = readFileSync(join(folder, 'S0044-26-zum-Bearbeiten.docx'));
    const edited = editCopy(bytes, (xml) =>
      replaceWords(replaceWords(xml, 'Park', removed('Park') + added('Hof')), '400', removed('400') + added('450')),
    );
    writeFileSync(back, edited);
    const shown = await cli('proposals', REF, back);
    expect(shown.stdout).toContain('1  Änderung (Antwort), Kim Beispiel, 02.03.2026 14:05 – offen');
    expect(shown.stdout).toContain('im [-Park-]{+Hof+}.');
    expect((await cli('show', REF)).stdout).toContain('im Park');
    expect((await cli('proposals', REF, back, '--accept', '2')).stdout).toContain('1 Vorschlag übernommen.');
    expect((await cli('show', REF)).stdout).toContain('450 Euro');
    await cli('set', REF, 'reply', 'Die Bank steht am Teich.\n\nSie kostet 450 Euro.');
    const left = await cli('proposals', REF, back, '--accept', 'all');
    expect(left).toMatchObject({ exitCode: 1 });
    expect(left.stdout).toContain('Nicht übernommen: 1');
  });

  it('refuses ids without --accept, unknown ids and files of another kind', async () => {
    const back = join(folder, 'zurueck.docx');
    expect((await cli('proposals', REF, back, '1')).exitCode).toBe(2);
    expect((await cli('proposals', REF, back, '--accept', '1,9')).stderr).toContain('proposal-missing');
    const text = join(folder, 'text.txt');
    writeFileSync(text, 'Nur Text.');
    expect((await cli('proposals', REF, text)).stderr).toContain('review-format');
    expect((await cli('proposals', 'S0027/26', back)).exitCode).toBe(1);
  });
});

describe('comments', () => {
  it('are written at words, listed, resolved, and refused where the words are not', async () => {
    expect((await cli('comments', 'S0049/26')).stdout).toContain('Keine Kommentare.');
    const text = (JSON.parse((await cli('show', REF)).stdout) as { replyText: string[] }).replyText[0] ?? '';
    const words = text.split(' ').slice(0, 2).join(' ');
    const added = await cli('comments', REF, '--add', 'Welche?', '--at', words, '--json');
    const { id } = JSON.parse(added.stdout) as { id: string };
    expect((await cli('comments', REF)).stdout).toContain('Welche?');
    expect((await cli('comments', REF, '--resolve', id)).stdout).toContain('erledigt');
    expect((await cli('comments', REF, '--add', 'x', '--at', 'steht nirgends so')).exitCode).toBe(2);
  });
});
