/** The fence of a shell, loaded with the first file of a stranger: most commands never need it. */
import type { StartReader } from '../adapters/fence/reader.ts';
import { Refusal } from '../contract/shared/errors.ts';
import type { FileFence } from '../core/reading/file-fence.ts';
import { reportUnexpected } from './error-log.ts';

type Starter = () => Promise<StartReader>;

/** A process of Node reads. */
export const inProcess =
  (fileReader: URL): Starter =>
  async () =>
    (await import('../adapters/fence/process-reader.ts')).processReaders(fileReader);
/** A thread reads, where no process can be had. */
export const inThread =
  (fileReader: URL): Starter =>
  async () =>
    (await import('../adapters/fence/thread-reader.ts')).threadReaders(fileReader);

export function openFence(starter: Starter): FileFence {
  let fence: Promise<FileFence> | undefined;
  let isClosed = false;
  const load = async (): Promise<FileFence> => {
    const [start, { createFileFence }] = await Promise.all([starter(), import('../adapters/fence/file-fence.ts')]);
    return createFileFence({ start, report: (error) => void reportUnexpected(error) });
  };
  return {
    read: async (reading, of, signal) => {
      if (isClosed) throw new Refusal('reading-stopped', { file: of.fileName });
      return (await (fence ??= load())).read(reading, of, signal);
    },
    close: async () => {
      isClosed = true;
      await (await fence)?.close();
    },
  };
}
