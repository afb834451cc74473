/** Long runs over changed files: `node tests/survival/fuzz.ts [cases] [seed]`. Ends with 1 when a reader did more than refuse. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFuzz } from '../harness/fuzz/run-fuzz.ts';

const [wanted = '20000', seedText] = process.argv.slice(2);
const seed = Number(seedText ?? Math.floor(Math.random() * 2 ** 31));
const place = mkdtempSync(join(tmpdir(), 'stellwerk-fuzz-'));
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

say(`${wanted} files, seed ${seed}`);
const { cases, answers, problems, mostMb, slowestMs } = await runFuzz({ cases: Number(wanted), seed, place });
for (const [answer, count] of [...answers].sort()) say(`${answer.padEnd(50)} ${String(count).padStart(8)}`);
for (const { number, name, problem, file } of problems) say(`BROKEN: case ${number}, ${name}, ${file}\n${problem}`);
say(`${cases} files, ${problems.length} problems, at most ${mostMb} MB, slowest ${(slowestMs / 1000).toFixed(1)} s`);
if (problems.length === 0) rmSync(place, { recursive: true, force: true });
process.exitCode = problems.length === 0 ? 0 : 1;
