/** A stranger's file, and how whoever waits for its reading ends it. */
import type { StoppableFile } from '../../contract/document/delivery.ts';
import { Refusal } from '../../contract/shared/errors.ts';

/** Refuses with `reading-stopped`: what was ended while its file was read is not stored. */
export function requireGoingOn({ fileName, signal }: StoppableFile): void {
  if (signal?.aborted === true) throw new Refusal('reading-stopped', { file: fileName });
}
