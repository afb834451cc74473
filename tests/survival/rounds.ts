/** Long runs of killing: `node tests/survival/rounds.ts [rounds] [seed] [phase]`. Ends with 1 when a round broke a promise. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PHASES } from '../harness/desk/kill-phases.ts';
import { buildDesk, killRounds, type Outcome } from '../harness/desk/kill-rounds.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { program: { type: 'string' } } });
const [total = '1000', seedText, only] = positionals;
const seed = Number(seedText ?? Math.floor(Math.random() * 2 ** 31));
const phases = PHASES.filter((phase) => only === undefined || phase.name === only);
const rounds = Math.ceil(Number(total) / phases.length);
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const place = mkdtempSync(join(tmpdir(), 'stellwerk-runden-'));
const { script, remove } = await buildDesk();
const outcomes: Outcome[] = [];
const problems: string[] = [];
say(`${rounds} rounds of each of ${phases.length} phases, seed ${seed}`);
for (const phase of phases) {
  try {
    const program = values.program === undefined ? {} : { program: values.program };
    const outcome = await killRounds({ phase, rounds, seed, place, script, ...program });
    outcomes.push(outcome);
    const { cutOff, throughCommandLine, acknowledged, seconds } = outcome;
    say(
      `${phase.name.padEnd(10)} ${rounds} rounds, ${cutOff} cut off, ${throughCommandLine} through the command line, ${acknowledged} promises kept, ${seconds.toFixed(0)} s`,
    );
  } catch (error) {
    problems.push(error instanceof Error ? error.toString() : String(error));
    say(`${phase.name.padEnd(10)} BROKEN: ${problems.at(-1) ?? ''}`);
  }
}
remove();
const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((total_, outcome) => total_ + of(outcome), 0);
say(
  `${sum((o) => o.rounds)} rounds without loss, ${sum((o) => o.cutOff)} cut off, ${sum((o) => o.acknowledged)} promises kept, ${problems.length} broken, ${sum((o) => o.seconds).toFixed(0)} s`,
);
if (problems.length === 0) rmSync(place, { recursive: true, force: true });
process.exitCode = problems.length === 0 ? 0 : 1;
