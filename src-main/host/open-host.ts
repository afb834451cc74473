/** Puts core and adapters together. Every shell opens a host; writers are loaded when the first document needs them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { holidaysOf } from '../adapters/holidays/holidays.ts';
import { emlFile } from '../adapters/mail/eml-file.ts';
import { memoryHandoff } from '../adapters/files/memory-handoff.ts';
import { fileObstacle } from '../adapters/formats/file-obstacle.ts';
import { sniffMimeType } from '../adapters/attachment/sniff-mime-type.ts';
import { hunspellSpelling } from '../adapters/spelling/spelling.ts';
import { openDatabase } from '../adapters/sqlite/database.ts';
import { workInThread } from '../adapters/sqlite/thread-work.ts';
import { createApp, type App } from '../core/app.ts';
import type { Clock, Ports } from '../core/ports/ports.ts';
import type { FileFence } from '../core/reading/file-fence.ts';
import { callerName } from './caller.ts';
import { reportUnexpected } from './error-log.ts';
import { uuidv7 } from './ids.ts';
import { fencedReaders } from './fenced-readers.ts';
import { lazyDocuments } from './lazy-documents.ts';
import { lazySignatures, templateHashIn } from './lazy-signatures.ts';

export interface HostOptions {
  readonly dataFolder: string;
  /** Folder with fonts, engine, templates, example office. */
  readonly assetFolder: string;
  readonly typstWorker: URL;
  /** Behind it files of strangers are read; every open host has one of its own. */
  readonly fence: () => FileFence;
  /** Entry of the thread for long work on the database; without one it is done here, where nobody waits for a window. */
  readonly workThread?: URL;
  readonly version: string;
  /** When this program was built; absent where nobody knows. */
  readonly builtAt?: string | null;
  readonly clock?: Clock;
  /** The typesetter's thread, where a shell has started it already. */
  readonly typstThread?: Worker | null;
  /** How long a time-stamp service may take; absent means what suits a person who waits. */
  readonly timestampLimitMs?: number;
}

export interface Host {
  readonly app: App;
  readonly dataFolder: string;
  /** Starts the typesetter in the background and warms it up, so that the first preview is quick. */
  warmUp(): void;
  close(): Promise<void>;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** "Today" is the day on the computer's calendar, not in Greenwich. */
const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
};

export function openHost(options: HostOptions): Host {
  const clock = options.clock ?? systemClock;
  const handoff = memoryHandoff();
  const documents = lazyDocuments(options);
  const fence = options.fence();
  const { ports: readers, verify, strangersBackups } = fencedReaders(fence);
  const database = openDatabase({
    folder: options.dataFolder,
    actor: callerName,
    clock,
    strangersBackups,
    ...(options.workThread && { longWork: workInThread(options.workThread) }),
  });
  const ports: Ports = {
    database,
    backups: database.backups,
    clock,
    newId: () => uuidv7(),
    ...documents.ports,
    ...readers,
    spelling: hunspellSpelling(join(options.assetFolder, 'spelling')),
    holidays: holidaysOf,
    ...lazySignatures(options.assetFolder, verify, options.timestampLimitMs),
    templateHash: () => templateHashIn(options.assetFolder),
    obstacleOf: fileObstacle,
    mimeTypeOf: ({ fileName, bytes }) => sniffMimeType(bytes, fileName),
    handoff,
    mail: emlFile,
    exampleOffice: async () =>
      JSON.parse(await readFile(join(options.assetFolder, 'example', 'office.json'), 'utf8')) as unknown,
    utf8: (text) => new TextEncoder().encode(text),
    sha512: (data) => createHash('sha512').update(data).digest('hex'),
    reportUnexpected,
    sha256: (data) => createHash('sha256').update(data).digest('hex'),
    dataFolder: options.dataFolder,
    userName: callerName,
    version: options.version,
    builtAt: options.builtAt ?? null,
  };
  const app = createApp(ports);
  return {
    app,
    dataFolder: options.dataFolder,
    warmUp: documents.warmUp,
    close: async () => {
      await fence.close();
      await app.attachments.settled();
      await documents.close();
      await database.close();
    },
  };
}
