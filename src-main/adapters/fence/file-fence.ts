/** Files of strangers are read behind this fence; what is known about limits stands here. */
import { assertNever } from '../../base/assert-never.ts';
import type { FileFence, Reading } from '../../core/reading/file-fence.ts';
import { readingAnswers } from '../../core/reading/reading-answers.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import { readingReplySchema, type ReaderUse, type StartReader } from './reader.ts';
import { readingLane, type ReadingLane, type ReadingStop } from './reading-lane.ts';

/** What a person waits for does not wait behind the words of attachments, nor behind a large database. */
type LaneName = 'person' | 'attachments' | 'databases';

const PERSON_MS = 30_000;
const ATTACHMENT_MS = 20_000;
/** Every page of a database of some gigabytes is looked at. */
const DATABASE_MS = 600_000;

const LANES: Readonly<Record<Reading, LaneName>> = {
  import: 'person',
  'returned-file': 'person',
  'contact-list': 'person',
  'settings-file': 'person',
  'attachment-text': 'attachments',
  'attachment-audit': 'attachments',
  'pdf-signatures': 'person',
  'docx-signatures': 'person',
  certificate: 'person',
  'certificate-info': 'person',
  'certificate-chain': 'person',
  'backup-check': 'databases',
  'backup-look': 'databases',
};
const TIME_LIMITS: Readonly<Record<LaneName, number>> = {
  person: PERSON_MS,
  attachments: ATTACHMENT_MS,
  databases: DATABASE_MS,
};
const USES: Readonly<Record<LaneName, ReaderUse>> = {
  person: 'documents',
  attachments: 'documents',
  databases: 'databases',
};

const MEMORY_LIMIT_MB = 500;
const IDLE_MS = 60_000;
const BYTES_PER_MB = 1024 * 1024;

export interface FenceOptions {
  readonly start: StartReader;
  /** Writes to the error log what no reader expected. */
  readonly report: (error: unknown) => void;
  /** For every reading, instead of its own limit. */
  readonly timeLimitMs?: number;
  readonly memoryLimitMb?: number;
  readonly idleMs?: number;
}

/** An error behind the fence as the log shows it. */
class ReaderFailure extends Error {
  constructor(stack: string) {
    super('a reader failed');
    this.name = 'ReaderFailure';
    this.stack = stack;
  }
}

function refusalOf(stop: ReadingStop, file: string, seconds: number, limitMb: number): Refusal {
  switch (stop) {
    case 'time':
      return new Refusal('reading-too-slow', { file, seconds });
    case 'memory':
      return new Refusal('reading-too-large', { file, limitMb });
    case 'crash':
      return new Refusal('reading-broke-off', { file });
    case 'stopped':
      return new Refusal('reading-stopped', { file });
    default:
      return assertNever(stop);
  }
}

export function createFileFence(options: FenceOptions): FileFence {
  const memoryLimitMb = options.memoryLimitMb ?? MEMORY_LIMIT_MB;
  const lanes = new Map<LaneName, ReadingLane>();
  let lastId = 0;
  let isClosed = false;

  const laneNamed = (name: LaneName): ReadingLane => {
    const known = lanes.get(name);
    if (known) return known;
    const made = readingLane({
      start: () => options.start(USES[name], memoryLimitMb),
      memoryLimitBytes: memoryLimitMb * BYTES_PER_MB,
      idleMs: options.idleMs ?? IDLE_MS,
    });
    lanes.set(name, made);
    return made;
  };

  return {
    read: async (reading, of, signal) => {
      const { fileName: file } = of;
      if (isClosed) throw new Refusal('reading-stopped', { file });
      const name = LANES[reading];
      const timeLimitMs = options.timeLimitMs ?? TIME_LIMITS[name];
      const result = await laneNamed(name).ask({ id: (lastId += 1), reading, of }, timeLimitMs, signal);
      if ('stop' in result) throw refusalOf(result.stop, file, Math.ceil(timeLimitMs / 1000), memoryLimitMb);
      try {
        const reply = readingReplySchema.parse(result.reply);
        if (reply.outcome === 'failed') throw new ReaderFailure(reply.stack);
        if (reply.outcome === 'refused') throw new Refusal(reply.code, reply.details);
        return readingAnswers[reading].parse(reply.answer);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        options.report(error);
        throw new Refusal('reading-broke-off', { file }, { cause: error });
      }
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...lanes.values()].map((lane) => lane.close()));
    },
  };
}
