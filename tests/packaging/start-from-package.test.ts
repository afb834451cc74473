/** The packaged program under plain Node, laid out as Electron sees it: archive content here, unpacked files beside it. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentOf, officeAt, runCli } from '../harness/desk/cli.ts';
import { packageBuilder } from '../harness/package/build-package.ts';

const builder = packageBuilder();
const resources = join(builder.folder, 'Programm Ordner', 'resources');
const program = join(resources, 'app.asar', 'dist');
const data = join(builder.folder, 'Daten');

beforeAll(async () => {
  const folder = await builder.build(process.platform === 'win32' ? 'win32' : 'linux');
  extractAll(join(folder, 'resources', 'app.asar'), join(resources, 'app.asar'));
  cpSync(join(folder, 'resources', 'app.asar.unpacked'), join(resources, 'app.asar.unpacked'), { recursive: true });
  // Only the copies beside the archive remain. The native binary stays: Electron redirects its loading, Node does not.
  rmSync(join(program, 'assets'), { recursive: true });
  rmSync(join(program, 'typst-worker.mjs'));
  mkdirSync(data);
});

/** The address that the local shell prints, as soon as it serves. */
function serve(): Promise<{ readonly address: string; readonly stop: () => Promise<unknown> }> {
  const started = spawn(process.execPath, [join(program, 'local.mjs'), '--data', data, '--no-window']);
  const ended = new Promise((resolve) => started.once('exit', resolve));
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (part: Buffer): void => {
      output += part.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      const stop = (): Promise<unknown> => {
        started.kill('SIGTERM');
        return ended;
      };
      if (address !== undefined) resolve({ address, stop });
    };
    started.stdout.on('data', read);
    started.stderr.on('data', read);
    started.once('exit', () => reject(new Error(`the local shell ended: ${output}`)));
  });
}

describe('the packaged program', () => {
  it('sets up the example office and issues a statement with the same bytes as the build', async () => {
    const packaged = officeAt(data, { program });
    await packaged.json('init', '--example');
    const [fromPackage, fromBuild] = [join(builder.folder, 'Paket'), join(builder.folder, 'Bau')];
    for (const target of [fromPackage, fromBuild]) mkdirSync(target);
    await packaged.json('export', 'S0021/26', '--to', fromPackage);
    await officeAt(data, {}).json('export', 'S0021/26', '--to', fromBuild);
    expect(Object.keys(contentOf(fromPackage))).toEqual(['S0021-26.docx', 'S0021-26.pdf']);
    expect(contentOf(fromPackage)).toEqual(contentOf(fromBuild));
  });

  it('reads the text of an attachment behind the fence and finds the paper by it', async () => {
    const packaged = officeAt(data, { program });
    const file = join(builder.folder, 'Anlage.txt');
    writeFileSync(file, 'Im Anhang steht Quittenbaum.');
    await packaged.json('attach', 'S0021/26', file);
    expect(await packaged.json('list', '--text', 'Quittenbaum')).toMatchObject([{ reference: 'S0021/26' }]);
  });

  it('shows its commands', async () => {
    const { exitCode, stdout } = await runCli(['help'], { program });
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('export REF') as string,
    });
  });

  it('serves its window from the archive', async () => {
    const { address, stop } = await serve();
    const page = await fetch(`${address}/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<html lang="de"');
    await stop();
  });
});
