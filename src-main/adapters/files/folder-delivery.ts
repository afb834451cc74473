/** Delivery into a folder, for the command line. */
import { join, resolve } from 'node:path';
import type { DeliveryPort } from '../../core/ports/ports.ts';
import { writeFiles } from './write-files.ts';

export function folderDelivery(folder: string): DeliveryPort {
  return {
    deliver: async (files) => {
      const targets = files.map((file) => ({ ...file, path: join(resolve(folder), file.fileName) }));
      await writeFiles(targets);
      return { kind: 'saved', paths: targets.map(({ path }) => path) };
    },
  };
}
