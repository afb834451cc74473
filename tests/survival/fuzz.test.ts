/** Changed files before everything that reads files of strangers. Longer runs: `node tests/survival/fuzz.ts 20000`. */
import { expect, it } from 'vitest';
import { tempFolder } from '../support/builders.ts';
import { runFuzz } from '../harness/fuzz/run-fuzz.ts';

const CASES = 500;
const SEED = Number(process.env['STELLWERK_SEED'] ?? 20_260_302);

it(`refuses or reads ${CASES} files that were changed on their way`, async () => {
  const outcome = await runFuzz({ cases: CASES, seed: SEED, place: tempFolder() });
  expect(outcome.problems).toEqual([]);
  expect(outcome.cases).toBe(CASES);
  // The files are changed, not destroyed: every kind is read as well as refused.
  for (const name of ['signed PDF', 'signed DOCX', 'record.json', 'CSV', 'RSA key']) {
    const answers = [...outcome.answers.keys()].filter((answer) => answer.startsWith(`${name}: `));
    expect(answers.length, answers.join(', ')).toBeGreaterThan(1);
  }
});
