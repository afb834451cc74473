/** Delivery of one file under exactly the path the person gave, for the command line. */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Refusal } from '../../contract/shared/errors.ts';
import { problems } from '../../contract/shared/problems-de.ts';
import type { DeliveryPort } from '../../core/ports/ports.ts';
import { writeFiles } from './write-files.ts';

/** Whatever is written over an office's own data, the office is gone. */
function requireNoDatabase(target: string): void {
  if (/^stellwerk\.db(-wal|-shm|-journal)?$/i.test(basename(target)) && existsSync(target))
    throw new Refusal('input-invalid', { problem: problems.targetIsDatabase(target) });
}

/** Refuses with `input-invalid` where the path is the database of an office. */
export function fileDelivery(path: string): DeliveryPort {
  const target = resolve(path);
  requireNoDatabase(target);
  return {
    deliver: async ([file]) => {
      if (!file) throw new Error('nothing to deliver');
      await writeFiles([{ ...file, path: target }]);
      return { kind: 'saved', paths: [target] };
    },
  };
}
