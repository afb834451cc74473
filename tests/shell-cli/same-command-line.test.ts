/** A command that the tests call in their own process says what a process of its own says, byte for byte. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { callCli, contentOf, runCli, workspace } from '../harness/desk/cli.ts';

const space = workspace({});
let data: string;
beforeAll(async () => {
  ({ data } = await space.office('example'));
});

describe('a command called and a command run', () => {
  it.each([
    [['help']],
    [['list']],
    [['list', '--json']],
    [['list', '--class', 'A']],
    [['show', 'S0021/26']],
    [['show', 'S0021/26', '--json']],
    [['show', 'S9999/26']],
    [['show', 'S9999/26', '--json']],
    [['bin', '--json']],
    [['doctor']],
    [['set', 'S0021/26', 'name']],
    [['set', 'S0021/26', 'colour', 'rot']],
    [['export', 'S0021/26']],
    [['import', '/nicht/da.docx', '--json']],
    [['verify', '/nicht/da.pdf']],
    [['no-such-command']],
  ])('say the same: %j', async (args) => {
    const placed = [...args, '--data', data];
    expect(await callCli(placed)).toEqual(await runCli(placed));
  });

  it('write the same files', async () => {
    const [called, run] = [space.folder(), space.folder()];
    expect((await callCli(['export', 'S0021/26', '--to', called, '--data', data])).exitCode).toBe(0);
    expect((await runCli(['export', 'S0021/26', '--to', run, '--data', data])).exitCode).toBe(0);
    expect(contentOf(called)).toEqual(contentOf(run));
  });

  it('without an office', async () => {
    const empty = space.folder();
    for (const args of [['list'], ['show'], ['doctor', '--json'], ['restore', join(empty, 'nichts.db')]])
      expect(await callCli([...args, '--data', empty])).toEqual(await runCli([...args, '--data', empty]));
  });
});
