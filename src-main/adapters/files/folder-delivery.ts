/** Delivery into a folder or under one path, for the command line: what it replaces is named. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '../../contract/shared/errors.ts';
import type { Delivery, FileContent } from '../../contract/document/delivery.ts';
import type { DeliveryPort } from '../../core/ports/ports.ts';
import { existingFiles } from './existing-files.ts';
import { writeFiles } from './write-files.ts';

async function write(files: readonly (FileContent & { readonly path: string })[]): Promise<Delivery> {
  for (const { path, isIrreplaceable = false } of files)
    if (isIrreplaceable && existsSync(path)) throw new Refusal('target-exists', { target: path });
  const replaced = await existingFiles(files);
  // What is no file at all is refused before anything is called replaced.
  await writeFiles(files);
  return {
    kind: 'saved',
    paths: files.map(({ path }) => path),
    ...(replaced.length > 0 && { replaced: [...replaced] }),
  };
}

export function folderDelivery(folder: string): DeliveryPort {
  return { deliver: (files) => write(files.map((file) => ({ ...file, path: join(resolve(folder), file.fileName) }))) };
}

/** One file under exactly the path the person gave. */
export function fileDelivery(path: string): DeliveryPort {
  const target = resolve(path);
  return {
    deliver: ([file]) => {
      if (!file) throw new Error('nothing to deliver');
      return write([{ ...file, path: target }]);
    },
  };
}
