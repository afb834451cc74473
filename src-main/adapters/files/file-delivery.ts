/** Delivery of one file under exactly the path the person gave, for the command line. */
import { resolve } from 'node:path';
import type { DeliveryPort } from '../../core/ports/ports.ts';
import { writeFiles } from './write-files.ts';

export function fileDelivery(path: string): DeliveryPort {
  const target = resolve(path);
  return {
    deliver: async ([file]) => {
      if (!file) throw new Error('nothing to deliver');
      await writeFiles([{ ...file, path: target }]);
      return { kind: 'saved', paths: [target] };
    },
  };
}
