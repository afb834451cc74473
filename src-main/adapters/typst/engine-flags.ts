/**
 * How V8 compiles the typesetter's WebAssembly. Set before the thread starts. A flag that another one implies takes effect only when V8
 * itself starts, so each is named: `--liftoff-only` alone changes nothing in a running process.
 */
import { setFlagsFromString } from 'node:v8';

const CHECKED_AT_USE = '--wasm-lazy-validation';
const FLAGS = {
  /** The code is used before it could be optimised, and most of it never (measured: a third of the cold time). */
  'one document': [CHECKED_AT_USE, '--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'],
  /**
   * Only what has run for long is optimised: by V8's own measure a tenth of the engine is, while the first document waits
   * (measured: a quarter of that wait and of the memory after 500 documents).
   */
  'many documents': [CHECKED_AT_USE, '--wasm-tiering-budget=1000000000'],
} as const;

export function expectOfEngine(work: keyof typeof FLAGS): void {
  for (const flag of FLAGS[work]) setFlagsFromString(flag);
}
