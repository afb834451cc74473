/** Processes killed at random moments of each kind of work. Long runs: `node tests/survival/rounds.ts 1000`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tempFolder } from '../support/builders.ts';
import { PHASES } from '../harness/desk/kill-phases.ts';
import { buildDesk, killRounds } from '../harness/desk/kill-rounds.ts';

const ROUNDS_EACH = 6;
const SEED = Number(process.env['STELLWERK_SEED'] ?? 20_260_302);

let desk: Awaited<ReturnType<typeof buildDesk>>;
beforeAll(async () => {
  desk = await buildDesk();
});
afterAll(() => desk.remove());

describe(`a process killed at least ${ROUNDS_EACH} times at each kind of its work`, () => {
  it.each(PHASES)('keeps every promise and leaves nothing half at: $name', async (phase) => {
    const outcome = await killRounds({
      phase,
      rounds: ROUNDS_EACH,
      cutOffAtLeast: ROUNDS_EACH / 3,
      seed: SEED,
      place: tempFolder(),
      script: desk.script,
    });
    expect(outcome.rounds).toBeGreaterThanOrEqual(ROUNDS_EACH);
    expect(outcome.throughCommandLine).toBeGreaterThanOrEqual(1);
    // Some rounds must have hit the work itself, or they prove nothing; how many rounds that takes depends on the machine.
    expect(outcome.cutOff).toBeGreaterThanOrEqual(ROUNDS_EACH / 3);
  });
});
