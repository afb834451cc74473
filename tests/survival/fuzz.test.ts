/** Changed files before everything that reads files of strangers. Longer runs: `node tests/survival/fuzz.ts 600`. */
import { expect, it } from 'vitest';
import { tempFolder } from '../support/builders.ts';
import { runFuzz } from '../support/fuzz/run-fuzz.ts';

const SECONDS = 30;
const SEED = Number(process.env['STELLWERK_SEED'] ?? 20_260_302);
/** On a busy machine, too; usually there are thousands. */
const LEAST_CASES = 200;

it(`refuses or reads what was changed on its way, for ${SECONDS} seconds`, { timeout: 120_000 }, async () => {
  const outcome = await runFuzz({ seconds: SECONDS, seed: SEED, place: tempFolder() });
  expect(outcome.problems).toEqual([]);
  expect(outcome.cases).toBeGreaterThan(LEAST_CASES);
  // The files are changed, not destroyed: every kind is read as well as refused.
  for (const name of ['signed PDF', 'signed DOCX', 'record.json', 'CSV', 'RSA key']) {
    const answers = [...outcome.answers.keys()].filter((answer) => answer.startsWith(`${name}: `));
    expect(answers.length, answers.join(', ')).toBeGreaterThan(1);
  }
});
