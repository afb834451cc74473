/** A file the system or a dialog named, read and put where the window takes files over. */
import { basename } from 'node:path';
import { readNamedFile } from '../adapters/files/read-file.ts';
import { Refusal } from '../contract/shared/errors.ts';
import type { ShellCommand } from '../contract/shell/procedures.ts';
import { sentenceFor } from '../contract/shared/errors-de.ts';
import type { Handoff } from '../core/ports/ports.ts';
import { LARGEST_UPLOAD_BYTES } from '../host/limits.ts';

const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1024 / 1024));

const read = (path: string, fileName: string): Promise<Uint8Array> =>
  readNamedFile(path, fileName, (size) => {
    if (size > LARGEST_UPLOAD_BYTES)
      throw new Refusal('file-too-large', {
        file: fileName,
        sizeMb: megabytes(size),
        limitMb: megabytes(LARGEST_UPLOAD_BYTES),
      });
  });

/** What the window is told: the file, or the sentence why it cannot be had. */
export async function openFileCommand(path: string, handoff: Handoff): Promise<ShellCommand> {
  const fileName = basename(path);
  try {
    const bytes = await read(path, fileName);
    return {
      kind: 'open-file',
      handle: handoff.put({ fileName, mimeType: 'application/octet-stream', bytes }),
      fileName,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: 'notice', sentence: sentenceFor(error.code, error.details) };
  }
}
