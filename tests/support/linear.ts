/** Whether work grows with the size of its input and no faster, told by processor time, which a busy machine does not stretch. */
import { expect } from 'vitest';
import { Refusal } from '../../src-main/contract/shared/errors.ts';

/** Linear work doubles (a little more where caches are left and memory is tidied), quadratic work takes four times: the middle between both. */
const MOST_GROWTH = 2 * Math.SQRT2;
const TRIES = 15;
/** What takes less cannot be told from chance; were it not linear, it would take more at these sizes. */
const NOTHING_MS = 120;

async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** For files that are refused in the end: the refusal must not take long either. */
export const orRefused =
  <T>(read: (input: T) => unknown): ((input: T) => Promise<void>) =>
  async (input) => {
    try {
      await read(input);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };

/** The least of several tries counts: what happens beside only ever adds. */
export async function expectLinear<T>(
  size: number,
  make: (size: number) => T,
  read: (input: T) => unknown,
): Promise<void> {
  const [single, double] = [make(size), make(2 * size)];
  let [less, more] = [Infinity, Infinity];
  let isLinear = false;
  for (let round = 0; round < TRIES && !isLinear; round += 1) {
    less = Math.min(less, await processorMs(() => read(single)));
    more = Math.min(more, await processorMs(() => read(double)));
    isLinear = more <= Math.max(NOTHING_MS, less * MOST_GROWTH);
  }
  expect({ less, more, isLinear }).toMatchObject({ isLinear: true });
}
