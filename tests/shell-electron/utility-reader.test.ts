import { tmpdir } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import { createFileFence } from '../../src-main/adapters/fence/file-fence.ts';
import type { FileFence } from '../../src-main/core/reading/file-fence.ts';
import { utilityReaders } from '../../src-main/shell-electron/utility-reader.ts';
import { refusalOf } from '../support/builders.ts';
import { UtilityProcess, type UtilityOptions } from '../harness/electron/double/utility-process.ts';
import { fileReader } from '../support/test-host.ts';

interface Started {
  readonly entry: string;
  readonly options: UtilityOptions;
  readonly process: UtilityProcess;
}

/** The fence of the Electron program, over the double of its utility process. */
function electronFence(megabytes?: number): { readonly fence: FileFence; readonly started: Started[] } {
  const started: Started[] = [];
  const fork = (entry: string, args: readonly string[] = [], options: UtilityOptions = {}): UtilityProcess => {
    const process = new UtilityProcess(entry, args, options);
    started.push({ entry, options, process });
    return process;
  };
  const metrics = () => started.map(({ process }) => ({ pid: process.pid, memory: { workingSetSize: 1024 } }));
  const start = utilityReaders({
    app: { getAppMetrics: metrics as never },
    utilityProcess: { fork: fork as never },
    entry: fileReader,
  });
  const fence = createFileFence({
    start,
    report: () => undefined,
    ...(megabytes !== undefined && { memoryLimitMb: megabytes }),
  });
  onTestFinished(() => fence.close());
  return { fence, started };
}
const text = (content: string) => ({ fileName: 'a.txt', bytes: Buffer.from(content) });

it('reads a stranger’s file in a utility process without the variables of the program', async () => {
  const { fence, started } = electronFence();
  expect(await fence.read('import', text('Größe'))).toEqual({ kind: 'text', text: 'Größe', source: 'text' });
  expect(started).toHaveLength(1);
  // Electron takes an empty list for the whole of its own.
  expect(Object.keys(started[0]?.options.env ?? {})).not.toHaveLength(0);
  expect(started[0]?.options.env).not.toHaveProperty('HOME');
  expect(started[0]?.options).toMatchObject({ cwd: tmpdir(), stdio: 'ignore' });
});

it('refuses when the process ends, and reads the next file in a new one', async () => {
  const { fence, started } = electronFence();
  await fence.read('import', text('a'));
  const ended = refusalOf(() => fence.read('import', text('b')));
  started[0]?.process.kill();
  expect(await ended).toEqual({ code: 'reading-broke-off', details: { file: 'a.txt' } });
  expect(await fence.read('import', text('c'))).toMatchObject({ text: 'c' });
  expect(started).toHaveLength(2);
});

it('refuses what takes more memory than a reader may', async () => {
  const { fence } = electronFence(1);
  const [first] = await Promise.allSettled([fence.read('import', text('Wort '.repeat(4_000_000)))]);
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'reading-too-large' } });
});
