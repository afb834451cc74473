/** Sending copies with proof: who, what by digest, when, to whom, how; with the real core, SQLite, Typst and file system. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { folderDelivery } from '../../../src-main/adapters/files/folder-delivery.ts';
import { personContentSchema } from '../../../src-main/contract/settings/shapes.ts';
import { openDatabase } from '../../../src-main/adapters/sqlite/database.ts';
import { idNumber, refusalOf, tempFolder } from '../../support/builders.ts';
import {
  COUNCIL,
  distributionOffice,
  entry,
  external,
  FACTION,
  issue,
  known,
  REF,
  UNIT,
} from '../../support/distribution-office.ts';
import { fixedClock, type TestHost } from '../../support/test-host.ts';
import { databaseIn, inDatabase } from '../../support/survival-office.ts';
import { officeForEach } from '../../support/office-for-each.ts';
import { handOver } from '../../support/hand-over.ts';

let host: TestHost;
const entries = [
  entry(known('organization', COUNCIL, 'Stadtrat'), 'original'),
  entry(known('group', FACTION, 'Fraktion Neue Mitte'), 'copy'),
  entry(external('Büro Vogel', ['Büro Vogel', 'Ring 5', '09999 Prüfingen']), 'copy', { copies: 2 }),
  entry(known('organization', UNIT, 'FB 61'), 'draft'),
];
const sha512 = (path: string): string => createHash('sha512').update(readFileSync(path)).digest('hex');
const state = async (): Promise<string> => (await host.app.statements.get(REF)).state;

async function prepared(folder: string): Promise<TestHost> {
  const office = await distributionOffice(folder);
  await office.app.distribution.save({ ref: REF, expectedRevision: 0, entries });
  return office;
}
officeForEach(prepared, (fresh) => {
  host = fresh;
});
const sendToFolder = () => handOver(host.app.dispatch.send({ ref: REF, channel: 'folder', folder: tempFolder() }));

it('refuses to send a draft and says what comes first', async () => {
  const { code, details } = await refusalOf(() => host.app.dispatch.send({ ref: REF, channel: 'print' }));
  expect(code).toBe('step-forbidden');
  expect(details['why']).toBe('Bitte zuerst freigeben und ausfertigen.');
  expect((await host.app.dispatch.overview()).pending).toEqual([]);
});

describe('an issued paper', () => {
  beforeEach(async () => {
    await issue(host);
  });

  it('is pending as a whole', async () => {
    expect((await host.app.dispatch.overview()).pending).toMatchObject([
      { reference: REF, state: 'issued', open: 5, total: 5 },
    ]);
  });

  it('says before anything is written who would get a proof, and who is not reached', async () => {
    const print = await host.app.dispatch.plan({ ref: REF, channel: 'print' });
    expect(print.copies.map(({ name, copyKind, copies }) => [name, copyKind, copies])).toEqual([
      ['Stadtrat', 'original', 1],
      ['Dr. Ada Ahorn', 'copy', 1],
      ['Cleo Zeder', 'copy', 1],
      ['Büro Vogel', 'copy', 2],
      ['FB 61', 'draft', 1],
    ]);
    expect(print).toMatchObject({ skipped: [], isFirst: true });
    const email = await host.app.dispatch.plan({ ref: REF, channel: 'email' });
    expect(email.copies.map(({ name }) => name)).toEqual(['Stadtrat', 'Dr. Ada Ahorn']);
    expect(email.skipped).toEqual(['Cleo Zeder', 'Büro Vogel']);
    expect(await host.app.dispatch.list(REF)).toEqual([]);
    expect(await state()).toBe('issued');
  });

  it('writes for nobody who was not among those a person has seen', async () => {
    const refusal = await refusalOf(() => host.app.dispatch.send({ ref: REF, channel: 'print', among: [] }));
    expect(refusal.code).toBe('nothing-to-send');
    expect(await host.app.dispatch.list(REF)).toEqual([]);
  });

  it('refuses a folder that is not there, writes nothing and stays as it was', async () => {
    const folder = join(tempFolder(), 'fehlt');
    const refusal = await refusalOf(() => handOver(host.app.dispatch.send({ ref: REF, channel: 'folder', folder })));
    expect(refusal.code).toBe('target-missing');
    expect(await host.app.dispatch.list(REF)).toEqual([]);
    expect(await state()).toBe('issued');
  });

  it('puts what leaves the house into a folder, proves each file by the digest of its bytes, and is "versandt"', async () => {
    const folder = tempFolder();
    const { proofs, skipped } = await handOver(host.app.dispatch.send({ ref: REF, channel: 'folder', folder }));
    expect(skipped).toEqual([]);
    expect(proofs.map(({ recipient, copyKind }) => [recipient.name, copyKind])).toEqual([
      ['Stadtrat', 'original'],
      ['Dr. Ada Ahorn', 'copy'],
      ['Cleo Zeder', 'copy'],
      ['Büro Vogel', 'copy'],
    ]);
    expect(readdirSync(folder).sort()).toEqual(proofs.map(({ fileName }) => fileName).sort());
    for (const proof of proofs) {
      expect(proof).toMatchObject({ channel: 'folder', edition: 1, detail: folder, at: '2026-03-02T08:00:00.000Z' });
      expect(proof.sha512).toBe(sha512(join(folder, proof.fileName)));
      expect(proof.actor).not.toBe('');
    }
    expect(await state()).toBe('dispatched');
    expect(await host.app.dispatch.list(REF)).toEqual(proofs);
  });

  it('leaves the draft open, and notes it as printed', async () => {
    await sendToFolder();
    expect((await host.app.dispatch.overview()).pending).toMatchObject([{ state: 'dispatched', open: 1, total: 5 }]);
    const { proofs, delivery } = await handOver(host.app.dispatch.send({ ref: REF, channel: 'print' }));
    expect(delivery).toBeNull();
    expect(proofs.map(({ recipient, copyKind, channel }) => [recipient.name, copyKind, channel])).toEqual([
      ['FB 61', 'draft', 'print'],
    ]);
    const { pending, done } = await host.app.dispatch.overview();
    expect(pending).toEqual([]);
    expect(done).toMatchObject([{ reference: REF, total: 5, at: proofs[0]?.at }]);
    expect((await refusalOf(() => host.app.dispatch.send({ ref: REF, channel: 'print' }))).code).toBe(
      'nothing-to-send',
    );
  });

  it('refuses to plan what is not open any more', async () => {
    await handOver(host.app.dispatch.send({ ref: REF, channel: 'print' }));
    expect((await refusalOf(() => host.app.dispatch.plan({ ref: REF, channel: 'hand' }))).code).toBe('nothing-to-send');
  });

  it('sends again what is asked for by name, as a further proof', async () => {
    await sendToFolder();
    const before = await host.app.dispatch.list(REF);
    const entryIds = entries.slice(0, 1).map(({ id }) => id);
    const { proofs } = await handOver(host.app.dispatch.send({ ref: REF, channel: 'hand', entryIds }));
    expect(proofs).toHaveLength(1);
    expect(await host.app.dispatch.list(REF)).toEqual([...before, ...proofs]);
  });

  it('makes an e-mail for whoever has an address and names who has none', async () => {
    const folder = tempFolder();
    const { proofs, skipped } = await handOver(
      host.app.dispatch.send({ ref: REF, channel: 'email' }),
      folderDelivery(folder),
    );
    expect(proofs.map(({ recipient, detail }) => [recipient.name, detail])).toEqual([
      ['Stadtrat', 'rat@pruefingen.example'],
      ['Dr. Ada Ahorn', 'ada@mitte.example'],
    ]);
    expect(skipped).toEqual(['Cleo Zeder', 'Büro Vogel']);
    expect(readdirSync(folder).sort()).toEqual([
      'S0001-26-Abdruck-Dr. Ada Ahorn.eml',
      'S0001-26-Original-Stadtrat.eml',
    ]);
  });

  it('proves nothing when the person cancels', async () => {
    const before = await host.app.dispatch.list(REF);
    const cancel = { deliver: () => Promise.resolve({ kind: 'cancelled' as const }) };
    const entryIds = entries.map(({ id }) => id);
    const sent = await handOver(host.app.dispatch.send({ ref: REF, channel: 'email', entryIds }), cancel);
    expect(sent).toMatchObject({ delivery: { kind: 'cancelled' }, proofs: [] });
    expect(await host.app.dispatch.list(REF)).toEqual(before);
  });

  it('never changes or forgets a proof', async () => {
    await sendToFolder();
    const db = new Sqlite(join(host.dataFolder, 'stellwerk.db'));
    try {
      expect(() => db.prepare("UPDATE dispatch SET sha512 = 'x'").run()).toThrow(/append-only/);
      expect(() => db.prepare('DELETE FROM dispatch').run()).toThrow(/append-only/);
    } finally {
      db.close();
    }
  });

  it('prints all proofs with their digests as PDF and DOCX', async () => {
    await sendToFolder();
    await handOver(host.app.dispatch.send({ ref: REF, channel: 'print' }));
    await handOver(host.app.dispatch.send({ ref: REF, channel: 'email' }));
    const proofs = await host.app.dispatch.list(REF);
    const folder = join(tempFolder(), 'Nachweis');
    mkdirSync(folder);
    await handOver(host.app.dispatch.deliverList({ ref: REF, formats: ['pdf', 'docx'] }), folderDelivery(folder));
    expect(readdirSync(folder).sort()).toEqual(['S0001-26-Versandnachweis.docx', 'S0001-26-Versandnachweis.pdf']);
    expect(proofs.length).toBeGreaterThan(6);
  });

  it('opens every copy again with a correction', async () => {
    await sendToFolder();
    await host.app.issues.correct({ ref: REF, reason: 'Zahl falsch' });
    expect((await refusalOf(() => host.app.dispatch.send({ ref: REF, channel: 'print' }))).code).toBe('step-forbidden');
    await issue(host);
    expect((await host.app.dispatch.overview()).pending).toMatchObject([{ state: 'issued', open: 5, total: 5 }]);
    const { proofs } = await handOver(host.app.dispatch.send({ ref: REF, channel: 'print' }));
    expect(proofs.map(({ edition }) => edition)).toEqual([2, 2, 2, 2, 2]);
    expect(proofs[0]?.fileName).toBe('S0001-26 1. Berichtigung-Original-Stadtrat.pdf');
  });
});

describe('what has to go out', () => {
  const open = (): unknown =>
    inDatabase(databaseIn(host.dataFolder), (db) => db.prepare('SELECT count(*) FROM dispatch_open').pluck().get());
  const overview = () => host.app.dispatch.overview();
  const correct = async (): Promise<void> => {
    await host.app.issues.correct({ ref: REF, reason: 'Zahl' });
  };

  it('is kept from the issue to the last proof, and found again when somebody joins the recipients', async () => {
    expect(open()).toBe(0);
    await issue(host);
    expect(open()).toBe(1);
    await handOver(host.app.dispatch.send({ ref: REF, channel: 'print' }));
    expect(open()).toBe(0);
    const { revision, entries: stored } = await host.app.distribution.get(REF);
    const more = { kind: 'external' as const, name: 'Heimatverein', lines: ['Am Markt 1'], email: '' };
    const added = { id: idNumber(777), recipient: more, copyKind: 'copy' as const, copies: 1, followUp: null };
    await host.app.distribution.save({ ref: REF, expectedRevision: revision, entries: [...stored, added] });
    const { pending, done } = await overview();
    expect(pending).toMatchObject([{ reference: REF, open: 1 }]);
    expect(done).toEqual([]);
  });

  it('is not asked for with what was no answer', async () => {
    await expect(host.app.dispatch.overview('abc')).rejects.toMatchObject({ code: 'input-invalid' });
  });

  it('is nothing of an issue that was withdrawn or is being corrected', async () => {
    await issue(host);
    await correct();
    expect([open(), (await overview()).pending]).toEqual([0, []]);
    await issue(host);
    expect((await overview()).pending).toMatchObject([{ reference: REF, open: 5, total: 5 }]);
    await host.app.issues.withdraw({ ref: REF, reason: 'falsch' });
    expect([open(), (await overview()).pending]).toEqual([0, []]);
  });

  it('comes back when somebody joins a group that was written to', async () => {
    await issue(host);
    await handOver(host.app.dispatch.send({ ref: REF, channel: 'print' }));
    expect((await overview()).done).toMatchObject([{ reference: REF }]);
    await host.app.settings.savePerson({
      id: idNumber(790),
      expectedRevision: 0,
      content: personContentSchema.parse({
        givenName: 'Nora',
        familyName: 'Neu',
        memberships: [
          { id: idNumber(791), organizationId: FACTION, role: 'Mitglied', startDate: '2026-01-01', endDate: null },
        ],
      }),
    });
    const { pending, done } = await overview();
    expect(pending).toMatchObject([{ reference: REF, open: 1 }]);
    expect(done).toEqual([]);
  });

  it('heals by itself where more is kept as open than is', async () => {
    await issue(host);
    await handOver(host.app.dispatch.send({ ref: REF, channel: 'print' }));
    const database = openDatabase({ folder: host.dataFolder, actor: () => 'Probe', clock: fixedClock });
    const { id } = await host.app.statements.get(REF);
    const [last] = (await host.app.issues.overview(REF)).issues;
    await database.write(({ dispatch }) => dispatch.reopen(id, last?.id ?? ''));
    await database.close();
    const { pending, done } = await overview();
    expect(pending).toEqual([]);
    expect(done).toMatchObject([{ reference: REF }]);
    expect(open()).toBe(0);
    const report = await host.app.backup.doctor();
    expect(report.findings.filter(({ ok }) => !ok)).toEqual([]);
  });
});
