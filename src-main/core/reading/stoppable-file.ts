/** A stranger's file, and how whoever waits for its reading ends it. */
import { Refusal } from '../../contract/errors.ts';

export interface StrangersFile {
  /** Named in every refusal. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** An AbortSignal, as far as it is used: the core knows no such thing. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(event: 'abort', listener: () => void): void;
  removeEventListener(event: 'abort', listener: () => void): void;
}

/** A file that somebody waits for: reading it can be ended. */
export interface StoppableFile extends StrangersFile {
  readonly signal?: StopSignal;
}

/** Refuses with `reading-stopped`: what was ended while its file was read is not stored. */
export function requireGoingOn({ fileName, signal }: StoppableFile): void {
  if (signal?.aborted === true) throw new Refusal('reading-stopped', { file: fileName });
}
