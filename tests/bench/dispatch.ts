/**
 * "Versand" with 10,000 issued papers: `npm run bench -- dispatch [CHECKOUT]`, beside another checkout of commit 367e8b9 that was built. Both
 * open the same papers: one issued paper of that version, multiplied in the tables.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { unpackOlder } from '../support/older-data.ts';
import { testHost } from '../support/test-host.ts';
import { median, row, times } from './measure.ts';

const PAPERS = 10_000;
/** Of them nothing went out yet; of the others everything did. */
const OPEN = 50;
const ROUNDS = 9;
const MODEL = `(SELECT id FROM paper WHERE reference = 'S0027/26')`;
const [, , other] = process.argv;
const clock = { now: () => '2026-12-01T09:00:00.000Z', today: () => '2026-12-01' };

/** Copies of the model's rows under new keys; the files stay the model's own. */
function multiply(path: string): void {
  const db = new Sqlite(path);
  db.pragma('foreign_keys = OFF');
  db.exec('DROP TRIGGER IF EXISTS issue_file_no_replace');
  const columnsOf = (table: string): string[] =>
    db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[];
  const copy = (table: string, where: string, changed: Readonly<Record<string, string>>): void => {
    const names = columnsOf(table).filter((name) => !(table === 'paper' && name === 'no'));
    const values = names.map((name) => changed[name] ?? `"${table}"."${name}"`);
    db.exec(
      `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${PAPERS})
       INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')})
       SELECT ${values.join(', ')} FROM n, "${table}" WHERE ${where}`,
    );
  };
  const id = (column: string): string => `${column} || '-' || n`;
  // No id begins with another one.
  const paperId = (column: string): string => `substr(${column}, 1, 24) || printf('%012d', n)`;
  db.transaction(() => {
    copy('release', `statement_id = ${MODEL}`, { id: id('"release".id'), statement_id: paperId('statement_id') });
    copy('issue', `statement_id = ${MODEL}`, {
      id: id('issue.id'),
      statement_id: paperId('statement_id'),
      release_id: id('release_id'),
    });
    copy('distribution_entry', `paper_id = ${MODEL}`, {
      id: id('distribution_entry.id'),
      paper_id: paperId('paper_id'),
    });
    copy('dispatch', `paper_id = ${MODEL} AND n > ${OPEN}`, {
      id: id('dispatch.id'),
      paper_id: paperId('paper_id'),
      issue_id: id('issue_id'),
    });
    copy('consultation', `paper_id = ${MODEL}`, { paper_id: paperId('paper_id') });
    copy('paper_relation', `from_id = ${MODEL}`, { from_id: paperId('from_id') });
    copy('statement', `paper_id = ${MODEL}`, {
      paper_id: paperId('paper_id'),
      state: `CASE WHEN n > ${OPEN} THEN 'dispatched' ELSE 'issued' END`,
    });
    copy('paper', `paper.id = ${MODEL}`, {
      id: paperId('paper.id'),
      reference: `printf('S1%05d/26', n)`,
      sort_key: `printf('2026-05-11 1%07d', n)`,
    });
  })();
  db.close();
}

async function measured(folder: string): Promise<{ first: number; ms: readonly number[] }> {
  const host = testHost({ folder, clock });
  const began = performance.now();
  let after: string | undefined;
  do after = (await host.app.dispatch.overview(after)).next ?? undefined;
  while (after !== undefined);
  const first = performance.now() - began;
  const ms = await times(ROUNDS, () => host.app.dispatch.overview());
  await host.dispose();
  return { first, ms };
}

/** That version's own walk, in its own process. */
function measuredThere(checkout: string, folder: string): readonly number[] {
  const script = `
    const { testHost } = await import(${JSON.stringify(join(checkout, 'tests', 'support', 'test-host.ts'))});
    const host = testHost({ folder: ${JSON.stringify(folder)}, clock: { now: () => '2026-12-01T09:00:00.000Z', today: () => '2026-12-01' } });
    const ms = [];
    for (let round = 0; round < 4; round += 1) {
      const began = performance.now();
      await host.app.dispatch.pending();
      ms.push(performance.now() - began);
    }
    console.log(JSON.stringify(ms.slice(1)));
    await host.close();`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', cwd: checkout });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '[]') as number[];
}

const scratch = mkdtempSync(join(tmpdir(), 'stellwerk-bench-dispatch-'));
try {
  const folders = ['hier', 'dort'].map((name) => join(scratch, name));
  for (const folder of folders) {
    mkdirSync(folder, { mode: 0o700 });
    unpackOlder('trial-2', folder);
    multiply(join(folder, 'stellwerk.db'));
  }
  const [here = '', there = ''] = folders;
  const theirs = other === undefined ? null : measuredThere(other, there);
  const { first, ms } = await measured(here);
  console.log(
    `${PAPERS} ausgefertigte Papiere, ${OPEN} davon offen; zum ersten Mal nach dem Umstieg: ${first.toFixed(0)} ms`,
  );
  console.log(row('Versand öffnen', ms));
  if (theirs) {
    console.log(row('Versand öffnen, Vergleichsstand', theirs));
    const ratio = median(ms) / median(theirs);
    console.log(`Verhältnis: ${ratio.toFixed(3)} (Ziel 0,1)`);
    if (ratio > 0.1) process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
