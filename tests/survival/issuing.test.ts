/** Issuing, delivering and sending on full disks, beside other programs, with locked targets, and killed in the middle of a signed run. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderDelivery } from '../../src-main/adapters/files/folder-delivery.ts';
import type { IssueOverview } from '../../src-main/contract/issue/shapes.ts';
import type { OpenKey } from '../../src-main/contract/signature/shapes.ts';
import type { IssueProgress } from '../../src-main/core/issue/issue-service.ts';
import { refusalOf, tempFolder } from '../support/builders.ts';
import { contentOf } from '../harness/desk/cli.ts';
import { collect } from '../support/collect.ts';
import { deskAt, startDesk, type Desk } from '../harness/desk/desk.ts';
import { COUNCIL, distributionOffice, entry, issue, known, REF as SENT } from '../support/distribution-office.ts';
import { fillReleased, refOf, refsUpTo, wholeIssues } from '../support/issuing-office.ts';
import { requireHealth } from '../harness/desk/kill-checks.ts';
import { buildDesk } from '../harness/desk/kill-rounds.ts';
import { loopDisk } from '../harness/desk/loop-disk.ts';
import { TEST_PASSPHRASE, testAuthority } from '../support/signing-keys.ts';
import { databaseIn, deskClock } from '../support/survival-office.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { handOver } from '../support/hand-over.ts';

const authority = testAuthority();
afterAll(() => authority.remove());
const REF = refOf(1);
const issueOne = (host: TestHost, ref = REF): Promise<IssueOverview> => host.app.issues.issue({ ref, keyId: null });

describe('the disk runs full while issuing', () => {
  it('and the issue is refused whole, whatever room is left, until there is enough', async (test) => {
    const disk = loopDisk(test, 24);
    const folder = join(disk.folder, 'Daten');
    await fillReleased(folder, 3);
    const host = testHost({ folder, clock: deskClock });
    const bytes = authority.make('rsa', 'Jörg Müller').pkcs12;
    const { keyId } = await host.app.signatures.openKey({ fileName: 'k.p12', bytes, passphrase: TEST_PASSPHRASE });
    const refused: number[] = [];
    for (let room = 0; room < 4_000_000; room += room < 300_000 ? 25_000 : 300_000) {
      disk.fill(room);
      const outcome = await refusalOf(() => host.app.issues.issue({ ref: REF, keyId })).catch(() => null);
      if (outcome === null) break;
      expect(outcome.code, `${room} bytes free`).toBe('disk-full');
      expect(wholeIssues(databaseIn(folder))).toEqual([]);
      expect((await host.app.issues.overview(REF)).state).toBe('released');
      refused.push(room);
    }
    expect(refused.length).toBeGreaterThan(3);
    expect(wholeIssues(databaseIn(folder))).toEqual([REF]);

    // A run of many says it paper by paper, and a later run does the rest.
    disk.fill();
    const rest = { refs: [refOf(2), refOf(3)], keyId };
    const problems = (await collect(host.app.issues.issueSeveral(rest))).map(({ problem }) => problem);
    expect(problems).toHaveLength(2);
    for (const problem of problems) expect(problem).toContain('kein Platz');
    expect(wholeIssues(databaseIn(folder))).toEqual([REF]);
    disk.makeSpace();
    await collect(host.app.issues.issueSeveral(rest));
    expect(wholeIssues(databaseIn(folder))).toEqual(refsUpTo(3));
    await host.dispose();
    await requireHealth(folder);
  });

  it('where the copies go: no proof is written, the state stays, and they go out once there is room', async (test) => {
    const disk = loopDisk(test, 4);
    const host = await sendingOffice();
    disk.fill(20_000);
    const send = (): Promise<unknown> =>
      handOver(host.app.dispatch.send({ ref: SENT, channel: 'folder', folder: disk.folder }));
    const before = contentOf(disk.folder);
    expect((await refusalOf(send)).code).toBe('disk-full');
    expect(contentOf(disk.folder)).toEqual(before);
    expect(await host.app.dispatch.list(SENT)).toEqual([]);
    expect((await host.app.statements.get(SENT)).state).toBe('issued');
    disk.makeSpace();
    await send();
    expect(await host.app.dispatch.list(SENT)).toHaveLength(1);
    expect((await host.app.statements.get(SENT)).state).toBe('dispatched');
    await host.dispose();
  });
});

async function sendingOffice(): Promise<TestHost> {
  const host = await distributionOffice();
  const entries = [entry(known('organization', COUNCIL, 'Stadtrat'), 'original')];
  await host.app.distribution.save({ ref: SENT, expectedRevision: 0, entries });
  await issue(host);
  return host;
}

describe('a database that another process holds', () => {
  it.each(['immediate', 'exclusive'] as const)('(%s) is not issued into, and is once it is free', async (hold) => {
    const folder = tempFolder();
    await fillReleased(folder, 1);
    const host = testHost({ folder, clock: deskClock });
    const other = await deskAt(folder);
    await other.order({ hold });
    expect(await refusalOf(() => issueOne(host))).toEqual({ code: 'database-busy', details: { folder } });
    await other.order({ release: true });
    expect(wholeIssues(databaseIn(folder))).toEqual([]);
    expect((await issueOne(host)).state).toBe('issued');
    expect(wholeIssues(databaseIn(folder))).toEqual([REF]);
    await other.end();
    await host.dispose();
  });
});

describe('a target that cannot be written', () => {
  it('is named; nothing of the issued files arrives, and nothing of the issue changes', async (test) => {
    const disk = loopDisk(test, 8);
    const folder = tempFolder();
    await fillReleased(folder, 1);
    const host = testHost({ folder, clock: deskClock });
    const files = (await issueOne(host)).issues[0]?.files ?? [];
    const deliver = (target: string): Promise<unknown> =>
      handOver(host.app.issues.deliver({ ref: REF, fileIds: files.map(({ id }) => id) }), folderDelivery(target));
    expect((await refusalOf(() => deliver(join(disk.folder, 'fehlt')))).code).toBe('target-missing');
    disk.makeReadOnly();
    expect((await refusalOf(() => deliver(disk.folder))).code).toBe('target-not-writable');
    disk.makeWritable();
    // One of the files is open in a program that lets nobody replace it.
    const held = join(disk.folder, files[2]?.fileName ?? '');
    writeFileSync(held, 'die alte Fassung');
    test.skip(spawnSync('chattr', ['+i', held]).status !== 0, 'chattr does not work here');
    const before = contentOf(disk.folder);
    const refusal = await refusalOf(() => deliver(disk.folder));
    expect(['target-locked', 'target-not-writable']).toContain(refusal.code);
    expect(refusal.details).toEqual({ target: held });
    expect(contentOf(disk.folder)).toEqual(before);
    spawnSync('chattr', ['-i', held]);
    await deliver(disk.folder);
    expect(readdirSync(disk.folder)).toEqual(expect.arrayContaining(files.map(({ fileName }) => fileName)));
    expect((await host.app.issues.overview(REF)).issues[0]?.files).toEqual(files);
    await host.dispose();
  });

  it('proves no dispatch', async (test) => {
    const disk = loopDisk(test, 8);
    const host = await sendingOffice();
    const send = (): Promise<unknown> =>
      handOver(host.app.dispatch.send({ ref: SENT, channel: 'folder', folder: disk.folder }));
    disk.makeReadOnly();
    expect((await refusalOf(send)).code).toBe('target-not-writable');
    expect(await host.app.dispatch.list(SENT)).toEqual([]);
    expect((await host.app.statements.get(SENT)).state).toBe('issued');
    disk.makeWritable();
    await send();
    expect(await host.app.dispatch.list(SENT)).toHaveLength(1);
    await host.dispose();
  });
});

const start = { call: 'documents.deliver', args: [{ ref: REF, kind: 'form-sheet', formats: ['pdf', 'docx'] }] };
const desksAt = async (folder: string, count: number): Promise<Desk[]> => {
  const desks = await Promise.all(Array.from({ length: count }, () => deskAt(folder)));
  // Engine and writers are loaded, so that the desks meet in the issuing itself.
  await Promise.all(desks.map((desk) => desk.order(start)));
  return desks;
};

describe('two programs that issue at the same moment', () => {
  it('make one issue of one statement; the other one is told', async () => {
    const folder = tempFolder();
    const count = 6;
    await fillReleased(folder, count);
    const desks = await desksAt(folder, 2);
    for (const ref of refsUpTo(count)) {
      const order = { call: 'issues.issue', args: [{ ref, keyId: null }] };
      const answers = await Promise.all(desks.map((desk) => desk.order(order)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const refused = answers.find(({ ok }) => !ok);
      expect(['step-forbidden', 'conflict'], JSON.stringify(refused)).toContain(refused?.code);
    }
    expect(wholeIssues(databaseIn(folder))).toEqual(refsUpTo(count));
    await Promise.all(desks.map((desk) => desk.end()));
    await requireHealth(folder);
  });

  it('share the papers of one run without a double', async () => {
    const folder = tempFolder();
    const refs = refsUpTo(8);
    await fillReleased(folder, refs.length);
    const desks = await desksAt(folder, 2);
    const runs = await Promise.all(
      desks.map((desk) => desk.call<IssueProgress[]>('issues.issueSeveral', { refs, keyId: null })),
    );
    const issued = runs.flatMap((run) => run.filter(({ problem }) => problem === null).map(({ ref }) => ref));
    expect(issued.sort()).toEqual(refs);
    expect(wholeIssues(databaseIn(folder))).toEqual(refs);
    await Promise.all(desks.map((desk) => desk.end()));
  });
});

describe('a signed run that is killed', () => {
  const refs = refsUpTo(10);
  const KILLS = 4;
  let script: Awaited<ReturnType<typeof buildDesk>>;
  beforeAll(async () => {
    script = await buildDesk();
  });
  afterAll(() => script.remove());

  it('leaves whole issues only, and goes on where it stopped without a double', async () => {
    const template = join(tempFolder(), 'Vorlage');
    await fillReleased(template, refs.length);
    const keyFile = join(tempFolder(), 'Schlüssel.p12');
    writeFileSync(keyFile, authority.make('ec', 'Anna Weiß').pkcs12);
    const opened = async (folder: string): Promise<{ readonly desk: Desk; readonly keyId: string }> => {
      const desk = startDesk(undefined, script.script);
      await desk.ready;
      await desk.order({ open: folder });
      await desk.order(start);
      const { keyId } = await desk.call<OpenKey>('signatures.openKey', { file: keyFile, passphrase: TEST_PASSPHRASE });
      return { desk, keyId };
    };
    const copy = (): string => {
      const folder = join(tempFolder(), 'Büro');
      mkdirSync(folder);
      cpSync(template, folder, { recursive: true });
      return folder;
    };
    const issuedIn = async (folder: string, count: number): Promise<void> => {
      while (wholeIssues(databaseIn(folder)).length < count) await pause(10);
    };

    let inTheMiddle = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const folder = copy();
      const { desk, keyId } = await opened(folder);
      const run = desk.order({ call: 'issues.issueSeveral', args: [{ refs, keyId }] });
      // Somewhere inside the paper behind the first, third, fifth, seventh.
      await Promise.race([issuedIn(folder, 2 * kill + 1), run]);
      await pause(15 * kill);
      desk.child.kill('SIGKILL');
      await desk.ended;
      const there = wholeIssues(databaseIn(folder));
      // In their order, so nothing was left out.
      expect(there).toEqual(refs.slice(0, there.length));
      if (there.length > 0 && there.length < refs.length) inTheMiddle += 1;

      // The same run again, as somebody does who does not know how far it came: what is there is told, the rest is issued.
      const again = await opened(folder);
      const steps = await again.desk.call<IssueProgress[]>('issues.issueSeveral', { refs, keyId: again.keyId });
      expect(steps.map(({ problem }) => problem === null)).toEqual(refs.map((ref) => !there.includes(ref)));
      await again.desk.end();
      expect(wholeIssues(databaseIn(folder))).toEqual(refs);
      await requireHealth(folder);
      const host = testHost({ folder, clock: deskClock });
      for (const ref of refs) {
        const files = await host.app.issues.files(ref);
        for (const { bytes, fileName, entry: file } of files.filter(({ entry: { kind } }) => kind.startsWith('form'))) {
          const found = await host.app.signatures.verify({ fileName, bytes });
          expect(found, file.fileName).toMatchObject({ verdict: 'untrusted', known: { reference: ref, edition: 1 } });
        }
      }
      await host.dispose();
    }
    expect(inTheMiddle).toBeGreaterThanOrEqual(KILLS / 2);
  });
});
