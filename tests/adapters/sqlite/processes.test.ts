/** Several processes at one file: the window and the command line, and processes that die. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src-main/adapters/sqlite/database.ts';
import { tempFolder } from '../../support/builders.ts';
import { fixedClock, projectRoot } from '../../support/test-host.ts';

const script = join(projectRoot, 'tests', 'harness', 'desk', 'writer-process.ts');

interface Writer {
  readonly child: ChildProcess;
  /** Ids that the process called committed. */
  readonly acknowledged: string[];
  readonly errors: () => string;
  /** Settles when the given number of commits was acknowledged. */
  readonly reached: (count: number) => Promise<void>;
  readonly ended: Promise<unknown>;
}

function startWriter(folder: string, name: string, count: number): Writer {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, folder, name, String(count)]);
  const acknowledged: string[] = [];
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const lines = createInterface({ input: child.stdout });
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]);
  lines.on('line', (line) => acknowledged.push(line));
  const reached = async (wanted: number): Promise<void> => {
    while (acknowledged.length < wanted) {
      if (child.exitCode !== null) throw new Error(`writer ended early: ${errors}`);
      await Promise.race([once(lines, 'line'), ended]);
    }
  };
  return { child, acknowledged, errors: () => errors, reached, ended };
}

async function storedIds(folder: string): Promise<{ ids: Set<string>; references: (string | null)[]; sound: boolean }> {
  const database = openDatabase({ folder, actor: () => 'test', clock: fixedClock });
  const items: { id: string; reference: string | null }[] = [];
  let after: string | undefined;
  do {
    const page = await database.read((stores) => stores.papers.list({ text: '', limit: 500, ...(after && { after }) }));
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  const sound = (await database.examine()).every((finding) => finding.ok);
  await database.close();
  return { ids: new Set(items.map((item) => item.id)), references: items.map((item) => item.reference), sound };
}

describe('processes at one database', () => {
  it('writes from two at once, every commit kept, every number given once', async () => {
    const folder = tempFolder();
    const writers = ['fenster', 'zeile'].map((name) => startWriter(folder, name, 80));
    await Promise.all(writers.map((writer) => writer.ended));
    expect(writers.map((writer) => [writer.child.exitCode, writer.errors()])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    const { ids, references, sound } = await storedIds(folder);
    expect(writers.flatMap((writer) => writer.acknowledged).filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(160);
    expect(references.filter(Boolean).sort()).toEqual(
      Array.from({ length: 160 }, (_, n) => `S${String(n + 1).padStart(4, '0')}/26`),
    );
    expect(sound).toBe(true);
  });

  it('sets up one database when several open a new folder at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const folder = tempFolder();
      const writers = ['eins', 'zwei', 'drei', 'vier'].map((name) => startWriter(folder, name, 1));
      await Promise.all(writers.map((writer) => writer.ended));
      expect(writers.map((writer) => writer.errors())).toEqual(['', '', '', '']);
      const { ids, sound } = await storedIds(folder);
      expect([ids.size, sound]).toEqual([4, true]);
    }
  });

  it('keeps every acknowledged commit of a process that is killed while writing', async () => {
    const folder = tempFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      const writer = startWriter(folder, `runde ${round}`, 100_000);
      await writer.reached(5 + round * 3);
      writer.child.kill('SIGKILL');
      await writer.ended;
      acknowledged.push(...writer.acknowledged);
      const { ids, sound } = await storedIds(folder);
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
      // One commit may have been done and not yet told.
      expect(ids.size).toBeLessThanOrEqual(acknowledged.length + round + 1);
      expect(sound).toBe(true);
    }
    expect(acknowledged.length).toBeGreaterThan(150);
  });
});
