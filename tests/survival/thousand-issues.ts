/** A thousand issues in one run: `node tests/survival/thousand-issues.ts [count] [--signed]`. Prints the memory after each hundred. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { issueMany } from '../harness/desk/issue-many.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { signed: { type: 'boolean' } } });
const count = Number(positionals[0] ?? 1000);
const folder = mkdtempSync(join(tmpdir(), 'stellwerk-tausend-'));
const say = (text: string): boolean => process.stdout.write(`${text}\n`);
try {
  const { seconds, memoryMb, problems } = await issueMany({
    folder,
    count,
    isSigned: values.signed === true,
    every: 100,
    onProgress: (done, mb) => say(`${String(done).padStart(5)} issues  ${mb} MB`),
  });
  for (const problem of problems) say(`BROKEN: ${problem}`);
  const each = ((seconds / count) * 1000).toFixed(0);
  say(`${count} issues in ${seconds.toFixed(0)} s (${each} ms each), memory ${memoryMb.join(', ')} MB`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
