/** A data folder named from where one stands means the same to every process of the program. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli, workspace } from '../harness/desk/cli.ts';

const space = workspace();

it.each(['daten', './daten', '../daneben/daten'])('as %s', async (data) => {
  const cwd = join(space.folder(), 'hier');
  mkdirSync(cwd);
  mkdirSync(join(cwd, '..', 'daneben'));
  mkdirSync(join(cwd, 'aus'));
  const run = (...args: string[]) => runCli([...args, '--data', data], { cwd });
  expect(await run('init', '--example')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await run('export', 'S0021/26', '--to', 'aus')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await run('import', join('aus', 'S0021-26.docx'))).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await run('attach', 'S0021/26', join('aus', 'S0021-26.pdf'))).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await run('verify', join('aus', 'S0021-26.pdf'))).toMatchObject({ exitCode: 1, stderr: '' });
  expect(await run('backup', '--to', 'sicherung.db')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await run('restore', 'sicherung.db', '--preview')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await run('restore', 'sicherung.db')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await run('doctor')).toMatchObject({ exitCode: 0, stderr: '' });
});
