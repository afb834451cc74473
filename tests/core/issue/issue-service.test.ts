/** Releasing and issuing with the real core, SQLite and Typst: steps, frozen files, corrections, what never changes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { IssueOverview } from '../../../src-main/contract/issue/shapes.ts';
import { folderDelivery } from '../../../src-main/adapters/files/folder-delivery.ts';
import { refusalOf, tempFolder } from '../../support/builders.ts';
import { exampleOffice, officeForEach } from '../../support/office-for-each.ts';
import type { TestHost } from '../../support/test-host.ts';
import { filesOf, handOver, stopWhen } from '../../support/hand-over.ts';

let host: TestHost;
const REF = 'S0027/26';

officeForEach(exampleOffice, (fresh) => {
  host = fresh;
});

const release = async (ref: string): Promise<IssueOverview> => {
  const { check } = await host.app.issues.overview(ref);
  return host.app.releases.release({ ref, expectedRevision: check.revision, acceptances: [] });
};
const issue = async (ref: string): Promise<IssueOverview> => {
  await release(ref);
  return host.app.issues.issue({ ref, keyId: null });
};
/** The second edition: corrected and issued once more. */
const correct = async (ref: string): Promise<IssueOverview> => {
  await host.app.issues.correct({ ref, reason: 'Betrag verschrieben' });
  return issue(ref);
};
const bytesOf = async (ref: string, kind: string): Promise<Buffer> => {
  const found = (await host.app.issues.files(ref)).find(({ entry }) => entry.kind === kind);
  return Buffer.from(found?.bytes ?? []);
};

describe('releasing', () => {
  it('refuses a draft with missing facts and names each with its field', async () => {
    const draft = await host.app.statements.create({
      id: '00000000-0000-7000-8000-00000000aa01',
      answers: null,
      name: 'Ohne alles',
      leadUnit: null,
      number: null,
    });
    const { code, details } = await refusalOf(() => release(draft.id));
    expect(code).toBe('release-blocked');
    const open = details['open'] as { place: { field: string } }[];
    expect(open.map(({ place }) => place.field).sort()).toEqual([
      'answers',
      'leadUnit',
      'reference',
      'reply',
      'signatory.name',
    ]);
    expect((await host.app.statements.get(draft.id)).state).toBe('draft');
  });

  it('refuses a state that is not the one the person saw', async () => {
    const { check } = await host.app.issues.overview('S0021/26');
    await host.app.statements.setField({ ref: 'S0021/26', field: 'name', value: 'Durchgängiger Radweg' });
    const input = { ref: 'S0021/26', expectedRevision: check.revision, acceptances: [] };
    expect((await refusalOf(() => host.app.releases.release(input))).code).toBe('conflict');
  });

  it('keeps a warning open until it is accepted with a reason, and the reason in the protocol', async () => {
    const ref = 'S0021/26';
    await host.app.statements.setField({
      ref,
      field: 'reply',
      value: 'Frau Unbekannt-Meier wohnt dort seit 12.10 2022.',
    });
    const { check } = await host.app.issues.overview(ref);
    const warnings = check.findings.filter(({ severity }) => severity === 'warning');
    expect(warnings.map(({ rule }) => rule).sort()).toEqual(['date-malformed', 'personal-data']);
    expect((await refusalOf(() => release(ref))).code).toBe('release-blocked');
    const acceptances = warnings.map(({ key }) => ({ key, reason: 'So gewünscht' }));
    const desk = await host.app.releases.release({ ref, expectedRevision: check.revision, acceptances });
    expect(desk.state).toBe('released');
    expect(desk.release?.protocol.findings.map(({ accepted }) => accepted)).toEqual(['So gewünscht', 'So gewünscht']);
  });

  it('returns to the draft with the reason, and asks for a release anew', async () => {
    await release(REF);
    const desk = await host.app.releases.returnToDraft({ ref: REF, reason: 'Zahl falsch' });
    expect(desk).toMatchObject({ state: 'draft', release: null, returned: { reason: 'Zahl falsch' } });
    expect((await refusalOf(() => host.app.issues.issue({ ref: REF, keyId: null }))).code).toBe('step-forbidden');
  });

  it('lets signatory and sender change after the release, with another check', async () => {
    const ref = 'S0044/26';
    const released = await release(ref);
    const signatory = { name: 'Silke Dornbusch-Tams', role: 'Beigeordnete', prefix: 'i. V.' };
    const desk = await host.app.releases.changeSignatory({ ref, signatory, leadUnit: 'FB 20' });
    expect(desk.state).toBe('released');
    expect(desk.release?.revision).toBeGreaterThan(released.release?.revision ?? 0);
    expect((await host.app.statements.get(ref)).content).toMatchObject({ signatory, leadUnit: 'FB 20' });
    const stranger = { name: 'Niemand Bekanntes', role: null, prefix: null };
    const refused = await refusalOf(() =>
      host.app.releases.changeSignatory({ ref, signatory: stranger, leadUnit: 'FB 20' }),
    );
    expect(refused.code).toBe('release-blocked');
    expect((await host.app.statements.get(ref)).content.signatory?.name).toBe('Silke Dornbusch-Tams');
    const reason = 'Vertretung laut Verfügung';
    const accepted = await host.app.releases.changeSignatory({ ref, signatory: stranger, leadUnit: 'FB 20', reason });
    expect(accepted.release?.protocol.findings).toMatchObject([{ rule: 'signatory-unknown', accepted: reason }]);
  });

  it('hands out its protocol before the issue, and says that a draft has none', async () => {
    const folder = tempFolder();
    await release('S0044/26');
    const delivery = await handOver(host.app.releases.deliverProtocol('S0044/26'), folderDelivery(folder));
    expect(delivery).toEqual({ kind: 'saved', paths: [join(folder, 'S0044-26-Freigabe.pdf')] });
    const { details } = await refusalOf(() => host.app.releases.deliverProtocol(REF));
    expect(details['why']).toBe('Ein Protokoll entsteht mit der Freigabe.');
  });
});

describe('issuing', () => {
  it('says why it cannot issue a draft', async () => {
    const { code, details } = await refusalOf(() => host.app.issues.issue({ ref: REF, keyId: null }));
    expect([code, details['why']]).toEqual(['step-forbidden', 'Bitte zuerst freigeben.']);
  });

  it('keeps form sheet, distribution list, protocol and record with their digests', async () => {
    const desk = await issue(REF);
    expect(desk.state).toBe('issued');
    const [first] = desk.issues;
    expect(first?.files.map(({ kind }) => kind)).toEqual([
      'form-sheet-pdf',
      'form-sheet-docx',
      'distribution-pdf',
      'distribution-docx',
      'protocol-pdf',
      'record',
    ]);
    for (const file of first?.files ?? []) expect(file.sha512).toMatch(/^[0-9a-f]{128}$/);
  });

  it('can neither be edited nor issued again', async () => {
    await issue(REF);
    const edit = () => host.app.statements.setField({ ref: REF, field: 'name', value: 'Anders' });
    expect((await refusalOf(edit)).code).toBe('not-editable');
    expect((await refusalOf(() => host.app.issues.issue({ ref: REF, keyId: null }))).code).toBe('step-forbidden');
    expect((await refusalOf(() => host.app.releases.returnToDraft({ ref: REF, reason: 'x' }))).code).toBe(
      'step-forbidden',
    );
  });

  it('hands out the issued bytes, also after letterhead and texts of the office changed', async () => {
    await issue(REF);
    const before = await bytesOf(REF, 'form-sheet-pdf');
    const { revision, profile } = await host.app.settings.office();
    const changed = { ...profile, labels: { ...profile.labels, statementTitle: 'Antwort der Verwaltung' } };
    await host.app.settings.saveOffice({ expectedRevision: revision, profile: changed });
    const [exported] = await filesOf(host.app.documents.deliver({ ref: REF, kind: 'form-sheet', formats: ['pdf'] }));
    expect(before.equals(Buffer.from(exported?.bytes ?? []))).toBe(true);
  });

  it('is refused by the database itself when a foreign hand wants to change or delete it', async () => {
    await issue(REF);
    await host.app.issues.withdraw({ ref: REF, reason: 'Antrag zurückgezogen' });
    const db = new Sqlite(join(host.dataFolder, 'stellwerk.db'));
    try {
      for (const table of ['issue', 'issue_file', '"release"', 'statement_event']) {
        const column = table === '"release"' || table === 'statement_event' ? 'actor' : 'at';
        if (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() === undefined) throw new Error(table);
        expect(() => db.prepare(`DELETE FROM ${table}`).run(), table).toThrow(/append-only/);
        expect(() => db.prepare(`UPDATE ${table} SET ${column} = 'x'`).run(), table).toThrow(/append-only/);
      }
    } finally {
      db.close();
    }
  });

  it('keeps its bytes when unused files are tidied away', async () => {
    await issue(REF);
    const before = await bytesOf(REF, 'form-sheet-docx');
    await host.app.backup.repair('unused-files');
    expect(before.equals(await bytesOf(REF, 'form-sheet-docx'))).toBe(true);
  });
});

describe('correcting and withdrawing', () => {
  it('opens the next edition, whose title says so, and leaves the first as it was', async () => {
    await issue(REF);
    const first = await bytesOf(REF, 'form-sheet-pdf');
    const [before] = (await host.app.issues.overview(REF)).issues;
    const opened = await host.app.issues.correct({ ref: REF, reason: 'Betrag verschrieben' });
    expect(opened).toMatchObject({ state: 'draft', edition: 2 });
    await host.app.statements.setField({ ref: REF, field: 'name', value: 'Baumfällungen am Uferweg, berichtigt' });
    const desk = await issue(REF);
    expect(desk.issues.map(({ edition }) => edition)).toEqual([2, 1]);
    expect(desk.issues[1]).toMatchObject({ files: before?.files, corrected: { reason: 'Betrag verschrieben' } });
    expect(desk.issues[0]?.files[0]?.fileName).toBe('S0027-26 1. Berichtigung.pdf');
    const record = await host.app.statements.record(REF);
    expect(record.edition).toBe(2);
    expect(first.equals(await bytesOf(REF, 'form-sheet-pdf'))).toBe(false);
  });

  it('withdraws once, with the reason, and keeps the files', async () => {
    await issue(REF);
    await correct(REF);
    const desk = await host.app.issues.withdraw({ ref: REF, reason: 'Antrag zurückgezogen' });
    expect(desk.issues[0]?.withdrawn?.reason).toBe('Antrag zurückgezogen');
    expect(desk.issues[1]?.withdrawn).toBeNull();
    await host.app.issues.withdraw({ ref: REF, reason: 'noch einmal' });
    expect((await host.app.issues.overview(REF)).issues[0]?.withdrawn?.reason).toBe('Antrag zurückgezogen');
    expect((await bytesOf(REF, 'form-sheet-pdf')).length).toBeGreaterThan(10_000);
  });
});

describe('a further signature', () => {
  it('lies beside the issued file under a name of its own, and whoever comes second is told', async () => {
    await issue(REF);
    await correct(REF);
    const pkcs12 = tempFolder();
    await handOver(
      host.app.signatures.createTestKey({ name: 'Zweite Hand', passphrase: 'geheim-1' }),
      folderDelivery(pkcs12),
    );
    const [name = ''] = readdirSync(pkcs12);
    const { keyId } = await host.app.signatures.openKey({
      fileName: name,
      bytes: readFileSync(join(pkcs12, name)),
      passphrase: 'geheim-1',
    });
    const both = await Promise.allSettled([
      host.app.issues.addSignature({ ref: REF, keyId }),
      host.app.issues.addSignature({ ref: REF, keyId }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    const [newest] = (await host.app.issues.overview(REF)).issues;
    const fileIds = (newest?.files ?? []).filter(({ kind }) => kind.startsWith('form-sheet')).map(({ id }) => id);
    const folder = tempFolder();
    await handOver(host.app.issues.deliver({ ref: REF, fileIds }), folderDelivery(folder));
    expect(readdirSync(folder).sort()).toEqual([
      'S0027-26 1. Berichtigung Fassung 2.docx',
      'S0027-26 1. Berichtigung Fassung 2.pdf',
      'S0027-26 1. Berichtigung.docx',
      'S0027-26 1. Berichtigung.pdf',
    ]);
  });
});

describe('several at once', () => {
  it('issues what can be issued, tells what cannot, and stops when it is cancelled', async () => {
    await issue(REF);
    for (const ref of ['S0049/26', 'S0044/26']) await release(ref);
    const seen: (string | null)[] = [];
    for await (const step of host.app.issues.issueSeveral(
      { refs: ['S0049/26', REF, 'S0044/26'], keyId: null },
      { signal: stopWhen(() => seen.length === 2) },
    ))
      seen.push(step.problem);
    expect(seen[0]).toBeNull();
    expect(seen[1]).toContain('ausgefertigt');
    expect(seen.length).toBe(2);
    expect((await host.app.statements.get('S0049/26')).state).toBe('issued');
    expect((await host.app.statements.get('S0044/26')).state).toBe('released');
  });
});
