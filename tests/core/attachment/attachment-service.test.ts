import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_FILE } from '../../../src-main/adapters/sqlite/open-file.ts';
import { idNumber, paperContent, refusalOf } from '../../support/builders.ts';
import { bytesOf, newStatement, paperHost, type PaperHost } from './office-with-paper.ts';
import { filesOf } from '../../support/hand-over.ts';

let paper: PaperHost;
beforeEach(async () => {
  paper = await paperHost();
});
afterEach(() => paper.host.dispose());

const service = () => paper.host.app.attachments;
const list = () => service().list(paper.paperId);
function inFile<T>(work: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(join(paper.host.dataFolder, DATABASE_FILE), { fileMustExist: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}
const blobs = (): number => inFile((db) => (db.prepare('SELECT count(*) AS n FROM blob').get() as { n: number }).n);

describe('adding', () => {
  it('keeps name, file name, kind and size, public as the paper', async () => {
    const id = await paper.add('Lage_plan  Nord.pdf', '%PDF-1.7\nnicht viel');
    await service().settled();
    expect((await list()).attachments).toMatchObject([
      {
        id,
        name: 'Lage plan Nord',
        fileName: 'Lage_plan Nord.pdf',
        mimeType: 'application/pdf',
        size: 19,
        publicity: 'public',
        hasFile: true,
      },
    ]);
  });

  it.each(['C:\\Benutzer\\ada\\Plan.pdf', '/home/ada/Plan.pdf', '..\\..\\Plan.pdf'])(
    'keeps nothing of the folder in %s',
    async (fileName) => {
      await paper.add(fileName);
      expect((await list()).attachments[0]).toMatchObject({ name: 'Plan', fileName: 'Plan.pdf' });
    },
  );

  it('takes the publicity it is told, else that of the paper', async () => {
    await paper.add('eins.txt', 'eins', 'non-public');
    await paper.save({ publicity: 'non-public' });
    await paper.add('zwei.txt');
    await paper.add('drei.txt', 'drei', 'public');
    expect((await list()).attachments.map((entry) => entry.publicity)).toEqual(['non-public', 'non-public', 'public']);
  });

  it('gives the bytes back as they came', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => index % 256);
    const id = await paper.add('daten.bin', bytes);
    const { handle } = await service().view(id);
    expect(Buffer.from(paper.host.app.handoff.take(handle).bytes).equals(bytes)).toBe(true);
    expect(await filesOf(service().deliver(id))).toMatchObject([{ fileName: 'daten.bin', bytes: { length: 5000 } }]);
  });

  it('keeps the same bytes once, whatever they are called and wherever they are', async () => {
    await paper.add('eins.txt', 'gleich');
    await paper.add('zwei.txt', 'gleich');
    const other = await newStatement(paper.host, 'S0002/26');
    await other.add('drei.txt', 'gleich');
    expect(blobs()).toBe(1);
    await paper.add('vier.txt', 'anders');
    expect(blobs()).toBe(2);
  });

  it('is done once when it is asked for twice', async () => {
    const file = { id: idNumber(7), ref: paper.paperId, fileName: 'plan.txt', bytes: bytesOf('Plan') };
    const first = await service().add(file);
    await service().change({ id: file.id, name: 'Der Plan', publicity: 'public' });
    const again = await service().add(file);
    expect(again.attachments).toHaveLength(first.attachments.length);
    expect(again.attachments[0]?.name).toBe('Der Plan');
  });

  it('takes no attachment away from another paper by its id', async () => {
    const id = await paper.add('plan.txt');
    const other = await newStatement(paper.host, 'S0002/26');
    const file = { id, ref: other.paperId, fileName: 'fremd.txt', bytes: bytesOf('fremd') };
    await refusalOf(() => service().add(file));
    expect(await paper.names()).toEqual(['plan']);
    expect(await other.names()).toEqual([]);
  });

  it('belongs to motions too', async () => {
    await paper.host.app.papers.register({ id: idNumber(9), content: paperContent({ reference: 'A0001/26' }) });
    await service().add({ id: idNumber(8), ref: 'a0001/26', fileName: 'skizze.txt', bytes: bytesOf('Skizze') });
    expect((await service().list('A0001/26')).attachments.map((entry) => entry.name)).toEqual(['skizze']);
    expect(await paper.names()).toEqual([]);
  });

  it('refuses an empty file and a paper that nobody knows', async () => {
    expect(await refusalOf(() => paper.add('leer.txt', ''))).toEqual({
      code: 'file-empty',
      details: { file: 'leer.txt' },
    });
    const lost = { id: idNumber(7), ref: 'S9999/26', fileName: 'a.txt', bytes: bytesOf('a') };
    expect((await refusalOf(() => service().add(lost))).code).toBe('not-found');
    expect(blobs()).toBe(0);
  });
});

describe('changing', () => {
  it('gives a new name and publicity, trimmed', async () => {
    const id = await paper.add('plan.txt');
    const { attachments } = await service().change({ id, name: '  Großer\n Plan ', publicity: 'non-public' });
    expect(attachments[0]).toMatchObject({ name: 'Großer Plan', publicity: 'non-public', fileName: 'plan.txt' });
  });

  it('refuses a name of blanks', async () => {
    const id = await paper.add('plan.txt');
    expect((await refusalOf(() => service().change({ id, name: ' \n', publicity: 'public' }))).code).toBe(
      'input-invalid',
    );
    expect(await paper.names()).toEqual(['plan']);
  });

  it('puts another file in the place and keeps name, order and publicity', async () => {
    const id = await paper.add('plan.txt', 'alt', 'non-public');
    await paper.add('ende.txt');
    await service().replace({ id, fileName: 'neu.csv', bytes: bytesOf('neu;neuer') });
    expect((await list()).attachments.map(({ name, fileName, publicity }) => [name, fileName, publicity])).toEqual([
      ['plan', 'neu.csv', 'non-public'],
      ['ende', 'ende.txt', 'public'],
    ]);
    const { handle } = await service().view(id);
    expect(Buffer.from(paper.host.app.handoff.take(handle).bytes).toString()).toBe('neu;neuer');
  });

  it('knows nothing of an attachment that never was', async () => {
    const id = idNumber(99);
    const calls = [
      () => service().change({ id, name: 'x', publicity: 'public' }),
      () => service().move({ id, to: 0 }),
      () => service().remove(id),
      () => service().bringBack(id),
      () => service().view(id),
      () => service().deliver(id),
      () => service().replace({ id, fileName: 'x', bytes: bytesOf('x') }),
    ];
    for (const call of calls) expect((await refusalOf(call)).code).toBe('not-found');
  });
});

describe('the order', () => {
  it('is that of adding, until somebody moves one', async () => {
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) ids.push(await paper.add(`${name}.txt`));
    expect(await paper.names()).toEqual(['a', 'b', 'c', 'd']);
    const names = async (index: number, to: number) => {
      const { attachments } = await service().move({ id: ids[index] ?? '', to });
      return attachments.map((entry) => entry.name).join('');
    };
    expect(await names(0, 2)).toBe('bcad');
    expect(await names(3, 0)).toBe('dbca');
    expect(await names(3, 0)).toBe('dbca');
    expect(await names(1, 999)).toBe('dcab');
  });

  it('is what a list would be, whatever is added, moved, removed and brought back', async () => {
    const step = fc.record({
      kind: fc.constantFrom('add', 'move', 'move', 'remove', 'bringBack'),
      which: fc.nat(20),
      to: fc.nat(6),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const one = await newStatement(paper.host, null);
        let expected: string[] = [];
        const gone = new Set<string>();
        for (const { kind, which, to } of steps) {
          const id = expected[which % Math.max(expected.length, 1)];
          if (kind === 'add') expected.push(await one.add(`datei ${which}.txt`));
          else if (kind === 'bringBack') {
            const [back] = gone;
            if (back === undefined) continue;
            await service().bringBack(back);
            gone.delete(back);
            // Where it comes back is the product's affair; that it does, and that nothing else moves, is not.
            const now = (await service().list(one.paperId)).attachments.map((entry) => entry.id);
            expect(now.filter((other) => other !== back)).toEqual(expected);
            expected = now;
          } else if (id !== undefined && kind === 'remove') {
            await service().remove(id);
            gone.add(id);
            expected = expected.filter((other) => other !== id);
          } else if (id !== undefined) {
            await service().move({ id, to });
            expected = expected.filter((other) => other !== id);
            expected.splice(to, 0, id);
          }
          const { attachments, removed } = await service().list(one.paperId);
          expect(attachments.map((entry) => entry.id)).toEqual(expected);
          expect(new Set(removed.map((entry) => entry.id))).toEqual(gone);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('removing and bringing back', () => {
  it('takes it out of list, record and parcel, and puts it back in its place', async () => {
    await paper.add('a.txt');
    const id = await paper.add('b.txt');
    await paper.add('c.txt');
    const { attachments, removed } = await service().remove(id);
    expect(attachments.map((entry) => entry.name)).toEqual(['a', 'c']);
    expect(removed).toEqual([{ id, name: 'b' }]);
    expect((await paper.host.app.statements.record(paper.paperId)).attachments).toEqual([{ name: 'a' }, { name: 'c' }]);
    await service().bringBack(id);
    expect(await paper.names()).toEqual(['a', 'b', 'c']);
    expect((await list()).removed).toEqual([]);
  });

  it('is harmless when asked for twice', async () => {
    const id = await paper.add('a.txt');
    const once = await service().remove(id);
    expect(await service().remove(id)).toEqual(once);
    const back = await service().bringBack(id);
    expect(await service().bringBack(id)).toEqual(back);
    expect(await paper.names()).toEqual(['a']);
  });
});

describe('a statement that is no draft any more', () => {
  it.each(['released', 'issued', 'dispatched'])('has attachments that nobody changes: %s', async (state) => {
    const id = await paper.add('plan.txt', 'Plan');
    const gone = await paper.add('weg.txt', 'weg');
    await service().remove(gone);
    inFile((db) => db.prepare('UPDATE statement SET state = ? WHERE paper_id = ?').run(state, paper.paperId));
    const before = await list();
    const calls = [
      () => paper.add('neu.txt'),
      () => service().replace({ id, fileName: 'x.txt', bytes: bytesOf('x') }),
      () => service().change({ id, name: 'x', publicity: 'non-public' }),
      () => service().move({ id, to: 0 }),
      () => service().remove(id),
      () => service().bringBack(gone),
    ];
    for (const call of calls) {
      expect(await refusalOf(call)).toEqual({ code: 'not-editable', details: { reference: 'S0001/26', state } });
    }
    expect(await list()).toEqual(before);
    const again = { id, ref: paper.paperId, fileName: 'plan.txt', bytes: bytesOf('Plan') };
    expect(await service().add(again)).toEqual(before);
    expect((await service().view(id)).mimeType).toBe('text/plain');
  });
});
