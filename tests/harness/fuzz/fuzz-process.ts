/**
 * Reads changed files until it is killed: `node fuzz-process.ts FOLDER SEED FIRST`. Each case is told before it begins and after it ended, one
 * JSON line each; its file lies in the folder, so that a case that hangs or kills the process can be looked at.
 */
import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../support/seeded-random.ts';
import { pick } from './mutate.ts';
import { openReaders } from './readers.ts';
import { makeCorpus } from './subjects.ts';

export type FuzzLine =
  | { readonly kind: 'case'; readonly number: number; readonly name: string }
  | { readonly kind: 'read'; readonly said: readonly string[]; readonly rssMb: number }
  | { readonly kind: 'problem'; readonly problem: string };

/** Synchronous: the line must be out before the case begins. */
const tell = (line: FuzzLine): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const [folder = '', seed = '0', first = '0'] = process.argv.slice(2);
const data = join(folder, `Büro ${first}`);
mkdirSync(data, { recursive: true });
const corpus = await makeCorpus();
const readers = await openReaders(data, corpus);
for (let number = Number(first); ; number += 1) {
  const random = seededRandom(Math.imul(Number(seed), 0x9e3779b1) + number);
  const subject = pick(random, corpus.subjects);
  const mutator = pick(random, subject.mutators);
  const bytes = mutator(subject.bytes, random);
  writeFileSync(join(folder, 'case'), bytes);
  tell({ kind: 'case', number, name: subject.name });
  try {
    const said = await readers.read(subject, bytes, random);
    tell({ kind: 'read', said, rssMb: Math.round(process.memoryUsage.rss() / 1024 / 1024) });
  } catch (error) {
    tell({ kind: 'problem', problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
