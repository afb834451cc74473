/** A reader is whoever reads behind the fence: a process, or a thread where no process can be had. It answers one question after another. */
import * as z from 'zod';
import { ERROR_CODES, errorDetailsSchema } from '../../contract/shared/errors.ts';
import type { Reading, Readings } from '../../core/reading/file-fence.ts';

export interface ReadingRequest<R extends Reading = Reading> {
  readonly id: number;
  readonly reading: R;
  readonly of: Readings[R]['of'];
}

export const readingReplySchema = z.discriminatedUnion('outcome', [
  z.object({ id: z.number(), outcome: z.literal('read'), answer: z.unknown() }),
  z.object({ id: z.number(), outcome: z.literal('refused'), code: z.enum(ERROR_CODES), details: errorDetailsSchema }),
  /** An error that no reader expected; for the log. */
  z.object({ id: z.number(), outcome: z.literal('failed'), stack: z.string() }),
]);
export type ReadingReply = z.infer<typeof readingReplySchema>;

/** What a reader needs beside its own code: databases take a native library and are read where they lie. */
export type ReaderUse = 'documents' | 'databases';
/** Why a reader ended that nobody had told to. */
export type ReaderEnd = 'memory' | 'crash';

export interface Reader {
  post(request: ReadingRequest): void;
  onReply(listener: (reply: unknown) => void): void;
  /** Called once when it is gone, told to or not. */
  onEnd(listener: (why: ReaderEnd) => void): void;
  /** Memory it takes now, native libraries and buffers included; null when nobody can tell. */
  residentBytes(): number | null;
  /** Only a reader at work keeps the program running. */
  keepProgram(isKept: boolean): void;
  /** At once, whatever it is doing. */
  end(): void;
}
export type StartReader = (use: ReaderUse, memoryLimitMb: number) => Reader;
