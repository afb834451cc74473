/**
 * A desk of its own: a process that does what it is told, one JSON line after the other, and answers each with a line. What it has answered
 * it has promised. Started by `desk.ts`; the first order opens a data folder: `{"open": FOLDER}`.
 */
import * as nodeModule from 'node:module';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

if ('enableCompileCache' in nodeModule) nodeModule.enableCompileCache();
const { readFile } = await import('node:fs/promises');
const { default: Sqlite } = await import('better-sqlite3');
const { folderDelivery } = await import('../../../src-main/adapters/files/folder-delivery.ts');
const { Documents } = await import('../../../src-main/contract/document/delivery.ts');
const { Refusal } = await import('../../../src-main/contract/shared/errors.ts');
const { inProcess, openFence } = await import('../../../src-main/host/open-fence.ts');
const { openHost } = await import('../../../src-main/host/open-host.ts');
const { collect } = await import('../../support/collect.ts');
const { handOver } = await import('../../support/hand-over.ts');

type Work = (...args: readonly unknown[]) => Promise<unknown>;
interface Order {
  readonly open?: string;
  /** "statements.setField": a service of the application and what is asked of it. */
  readonly call?: string;
  /** `{"file": PATH}` stands for the content of a file. */
  readonly args?: readonly unknown[];
  /** Files that are delivered into a folder as an export does. */
  readonly deliver?: { readonly files: readonly string[]; readonly folder: string };
  /** Holds SQLite's lock on the opened folder until `release`. */
  readonly hold?: 'immediate' | 'exclusive';
  readonly release?: true;
  readonly close?: true;
}

/** What runs beside the program and what it reads (`desk.ts` names the folder). */
const parts = process.env['STELLWERK_TEST_PARTS'] ?? '';
const now = (): string => new Date().toISOString();
const clock = { now, today: () => now().slice(0, 10) };

let host: ReturnType<typeof openHost> | undefined;
let holder: InstanceType<typeof Sqlite> | undefined;

function opened(): ReturnType<typeof openHost> {
  if (!host) throw new Error('nothing is open');
  return host;
}

async function argument(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  const { file, ...rest } = value as { file?: string };
  if (file !== undefined) return { fileName: basename(file), bytes: await readFile(file), ...rest };
  return value;
}

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

async function obey(order: Order): Promise<unknown> {
  if (order.open !== undefined) {
    host = openHost({
      dataFolder: order.open,
      assetFolder: join(parts, 'assets'),
      typstWorker: pathToFileURL(join(parts, 'typst-worker.mjs')),
      fence: () => openFence(inProcess(pathToFileURL(join(parts, 'file-reader.mjs')))),
      version: '0.0.0-test',
      clock,
    });
    return null;
  }
  if (order.call !== undefined) {
    const [service = '', name = ''] = order.call.split('.');
    const services = opened().app as unknown as Record<string, Record<string, Work>>;
    const work = services[service]?.[name];
    if (!work) throw new Error(`no ${order.call}`);
    const result: unknown = await work(...(await Promise.all((order.args ?? []).map(argument))));
    if (result instanceof Documents) return handOver(Promise.resolve(result));
    return isStream(result) ? collect(result) : result;
  }
  if (order.deliver) {
    const files = await Promise.all(
      order.deliver.files.map(async (path) => ({
        fileName: basename(path),
        mimeType: 'application/octet-stream',
        bytes: await readFile(path),
      })),
    );
    return folderDelivery(order.deliver.folder).deliver(files);
  }
  if (order.hold) {
    holder = new Sqlite(join(opened().dataFolder, 'stellwerk.db'), { timeout: 5000 });
    holder.exec(`BEGIN ${order.hold}`);
    return null;
  }
  if (order.release) {
    holder?.exec('COMMIT');
    holder?.close();
    return null;
  }
  if (order.close) {
    await opened().close();
    return null;
  }
  throw new Error('no such order');
}

function answer(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

answer({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  try {
    answer({ ok: true, value: (await obey(JSON.parse(line) as Order)) ?? null });
  } catch (error) {
    if (error instanceof Refusal) answer({ ok: false, code: error.code, details: error.details });
    else answer({ ok: false, code: 'unexpected', details: { stack: error instanceof Error ? error.stack : '' } });
  }
}
await host?.close();
