import { tmpdir } from 'node:os';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createFileFence, type FenceOptions } from '../../../src-main/adapters/fence/file-fence.ts';
import { processReaders } from '../../../src-main/adapters/fence/process-reader.ts';
import type { Reader, StartReader } from '../../../src-main/adapters/fence/reader.ts';
import { threadReaders } from '../../../src-main/adapters/fence/thread-reader.ts';
import type { FileFence, Reading } from '../../../src-main/core/reading/file-fence.ts';
import { refusalOf } from '../../support/builders.ts';

const oddReader = new URL('../../support/odd-reader.mjs', import.meta.url);
const asProcess = processReaders(oddReader);
const asThread = threadReaders(oddReader);

function fenceWith(options: Partial<FenceOptions> = {}): FileFence {
  const made = createFileFence({ start: asProcess, report: () => undefined, ...options });
  onTestFinished(() => made.close());
  return made;
}
async function read(
  fence: FileFence,
  fileName: string,
  signal?: AbortSignal,
  bytes = new Uint8Array(1),
): Promise<string> {
  const reading = await fence.read('import', { fileName, bytes }, signal);
  return reading.kind === 'text' ? reading.text : '';
}
const codeOf = async (work: Promise<unknown>): Promise<string> => (await refusalOf(() => work)).code;

/** Tells of every reader that is started, and of its end. */
function watched(start: StartReader): { readonly start: StartReader; readonly ends: Promise<undefined>[] } {
  const ends: Promise<undefined>[] = [];
  return {
    ends,
    start: (...args) => {
      const reader: Reader = start(...args);
      const { promise, resolve } = Promise.withResolvers<undefined>();
      ends.push(promise);
      return {
        ...reader,
        onEnd: (listener) =>
          reader.onEnd((why) => {
            resolve(undefined);
            listener(why);
          }),
      };
    },
  };
}

describe.each([
  ['a process', asProcess],
  ['a thread', asThread],
])('behind the fence, %s', (_, start) => {
  it('answers every file in its order, one reader for all', async () => {
    const fence = fenceWith({ start });
    const answers = await Promise.all(['a', 'noise', 'b'].map((name) => read(fence, name)));
    const words = answers.map((text) => text.split(' '));
    expect(words.map(([, name]) => name)).toEqual(['a', 'noise', 'b']);
    expect(new Set(words.map(([reader]) => reader)).size).toBe(1);
  });

  it.each([
    ['throw', 'reading-broke-off', {}],
    ['exit', 'reading-broke-off', {}],
    ['loop', 'reading-too-slow', { timeLimitMs: 1000 }],
    ['objects', 'reading-too-large', { memoryLimitMb: 120 }],
    ['buffers', 'reading-too-large', { memoryLimitMb: 120 }],
    ['webassembly', 'reading-too-large', { memoryLimitMb: 120 }],
  ] as const)(
    'that goes wrong by "%s" is a refusal that names the file, and the next file is read',
    async (fault, code, options) => {
      const fence = fenceWith({ start, ...options });
      const bad = refusalOf(() => read(fence, fault));
      const next = read(fence, 'danach');
      expect(await bad).toMatchObject({ code, details: { file: fault } });
      expect(await next).toContain('danach');
    },
  );

  it('passes on what the reader refuses', async () => {
    expect(await refusalOf(() => read(fenceWith({ start }), 'refused'))).toEqual({
      code: 'file-binary',
      details: { file: 'refused' },
    });
  });

  it('leaves the bytes with who gave them', async () => {
    const bytes = new Uint8Array(1000).fill(1);
    await read(fenceWith({ start }), 'a', undefined, bytes);
    expect(bytes).toEqual(new Uint8Array(1000).fill(1));
  });
});

describe('a native end', () => {
  it.each([
    ['native end', 'reading-broke-off'],
    ['abort', 'reading-too-large'],
  ])('by "%s" ends the reader alone', async (fault, code) => {
    const fence = fenceWith();
    expect(await codeOf(read(fence, fault))).toBe(code);
    expect(await read(fence, 'danach')).toContain('danach');
  });
});

describe('an answer', () => {
  it.each(['odd code', 'odd answer', 'odd reply', 'failed'])(
    'that is odd (“%s”) is believed by nobody, and logged',
    async (name) => {
      const reported: unknown[] = [];
      const fence = fenceWith({ report: (error) => reported.push(error) });
      expect(await refusalOf(() => read(fence, name))).toMatchObject({
        code: 'reading-broke-off',
        details: { file: name },
      });
      expect(reported).toHaveLength(1);
    },
  );
});

describe('a reading that is cancelled', () => {
  it('ends its reader when it is being read, and leaves the queue when it waits', async () => {
    const fence = fenceWith();
    const [running, waiting] = [new AbortController(), new AbortController()];
    const codes = [codeOf(read(fence, 'loop', running.signal)), codeOf(read(fence, 'nie', waiting.signal))];
    const last = read(fence, 'danach');
    waiting.abort();
    expect(await codes[1]).toBe('reading-stopped');
    running.abort();
    expect(await codes[0]).toBe('reading-stopped');
    expect(await last).toContain('danach');
  });

  it('before it began starts no reader', async () => {
    const { start, ends } = watched(asProcess);
    expect(await codeOf(read(fenceWith({ start }), 'a', AbortSignal.abort()))).toBe('reading-stopped');
    expect(ends).toEqual([]);
  });
});

describe('the reader', () => {
  it('is not started before the first file, ends when nothing comes, and starts again', async () => {
    const { start, ends } = watched(asProcess);
    const fence = fenceWith({ start, idleMs: 1 });
    expect(ends).toHaveLength(0);
    const first = await read(fence, 'a');
    expect(ends).toHaveLength(1);
    await ends[0];
    expect((await read(fence, 'a')).split(' ')[0]).not.toBe(first.split(' ')[0]);
  });

  it('for the words of attachments does not keep a person waiting, nor does a large database', async () => {
    const fence = fenceWith();
    const stop = new AbortController();
    const busy = (reading: Reading, of: object): Promise<unknown> =>
      fence.read(reading, { fileName: 'loop', ...of } as never, stop.signal);
    const others = [
      busy('attachment-text', { bytes: new Uint8Array(1), patienceMs: 1 }),
      busy('backup-check', { path: 'loop' }),
    ].map(codeOf);
    expect(await read(fence, 'Import')).toContain('Import');
    stop.abort();
    expect(await Promise.all(others)).toEqual(['reading-stopped', 'reading-stopped']);
  });

  it('ends with the program, whatever it is doing', async () => {
    const { start, ends } = watched(asProcess);
    const fence = fenceWith({ start });
    await read(fence, 'a');
    const codes = ['loop', 'b'].map((name) => codeOf(read(fence, name)));
    await fence.close();
    expect(await Promise.all([...codes, codeOf(read(fence, 'c'))])).toEqual(Array(3).fill('reading-stopped'));
    await Promise.all(ends);
  });

  it('knows no variable of the program, and stands in the folder for temporary files', async () => {
    vi.stubEnv('STELLWERK_TOKEN', 'geheim');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(JSON.parse(await read(fenceWith(), 'surroundings'))).toEqual({
      variables: expect.not.arrayContaining(['STELLWERK_TOKEN', 'HOME', 'PATH', 'NODE_OPTIONS']) as string[],
      folder: tmpdir(),
      words: ['500'],
    });
  });

  it('may read no file, write none, start no process and load no library', async () => {
    expect(JSON.parse(await read(fenceWith(), 'rights'))).toEqual({
      read: 'ERR_ACCESS_DENIED',
      write: 'ERR_ACCESS_DENIED',
      start: 'ERR_ACCESS_DENIED',
      addon: 'ERR_DLOPEN_DISABLED',
    });
  });

  it('that cannot be started is a refusal', async () => {
    const start = processReaders(new URL('../harness/desk/fence-process.ts', oddReader));
    expect(await codeOf(read(fenceWith({ start }), 'a'))).toBe('reading-broke-off');
  });
});
