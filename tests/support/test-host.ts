/** A real application for tests: real core, real SQLite in its own folder, real Typst; only clock and delivery are ours. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Clock } from '../../src-main/core/ports/ports.ts';
import type { FileFence } from '../../src-main/core/reading/file-fence.ts';
import { inProcess, openFence } from '../../src-main/host/open-fence.ts';
import { openHost, type Host } from '../../src-main/host/open-host.ts';
import { partsFolder } from '../harness/program-parts.ts';

export const projectRoot = join(import.meta.dirname, '..', '..');
/** What runs beside the program: measurements, which begin with a build, take what people get. */
export const parts = process.env['VITEST'] === undefined ? join(projectRoot, 'dist') : partsFolder;
export const assetFolder = join(parts, 'assets');
export const typstWorker = pathToFileURL(join(parts, 'typst-worker.mjs'));
export const fileReader = pathToFileURL(join(parts, 'file-reader.mjs'));
export const workThread = pathToFileURL(join(parts, 'work-thread.mjs'));

export const fixedClock: Clock = { now: () => '2026-03-02T08:00:00.000Z', today: () => '2026-03-02' };

export interface TestHost extends Host {
  readonly dispose: () => Promise<void>;
}

interface TestHostOptions {
  readonly folder?: string;
  readonly clock?: Clock;
  readonly timestampLimitMs?: number;
  /** Instead of a process behind the fence. */
  readonly fence?: () => FileFence;
  readonly builtAt?: string | null;
}

export function testHost(options: TestHostOptions = {}): TestHost {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'stellwerk-test-'));
  const host = openHost({
    dataFolder: folder,
    assetFolder,
    typstWorker,
    fence: options.fence ?? (() => openFence(inProcess(fileReader))),
    version: '0.0.0-test',
    clock: options.clock ?? fixedClock,
    builtAt: options.builtAt ?? null,
    ...(options.timestampLimitMs !== undefined && { timestampLimitMs: options.timestampLimitMs }),
  });
  return {
    ...host,
    dispose: async () => {
      await host.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
