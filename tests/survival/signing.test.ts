/** What can go wrong with keys and time stamps: the paper is issued as far as it can be, or not at all, and never locked away. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { IssueOverview } from '../../src-main/contract/issue/shapes.ts';
import type { OpenKey } from '../../src-main/contract/signature/shapes.ts';
import type { Clock } from '../../src-main/core/ports/ports.ts';
import { refusalOf, tempFolder } from '../support/builders.ts';
import { officeAt } from '../harness/desk/cli.ts';
import { collect } from '../support/collect.ts';
import { deskAt } from '../harness/desk/desk.ts';
import { addReleased, fillReleased, refOf, refsUpTo, useTimestamps, wholeIssues } from '../support/issuing-office.ts';
import { TEST_PASSPHRASE, testAuthority, type TestKey } from '../support/signing-keys.ts';
import { databaseIn } from '../support/survival-office.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { timestampService, type Mood, type TimestampService } from '../support/timestamp-service.ts';

const authority = testAuthority();
const WIDE = { from: '20200101000000Z', until: '20400101000000Z' };
const MINUTE_MS = 60_000;
const REF = refOf(1);
const SILENCE_MS = 1500;
let [rsa, ec]: (TestKey | undefined)[] = [];
let stamps: TimestampService;
beforeAll(async () => {
  rsa = authority.make('rsa', 'Jörg Müller', WIDE);
  ec = authority.make('ec', 'Anna Weiß', WIDE);
  stamps = await timestampService();
});
afterAll(async () => {
  authority.remove();
  await stamps.remove();
});

interface MovableClock extends Clock {
  moveMs(ms: number): void;
}
function movableClock(): MovableClock {
  let nowMs = Date.now();
  const now = (): string => new Date(nowMs).toISOString();
  return { now, today: () => now().slice(0, 10), moveMs: (ms) => (nowMs += ms) };
}
const fileOf = (key: TestKey | undefined, fileName = 'Schlüssel.p12'): { fileName: string; bytes: Uint8Array } => ({
  fileName,
  bytes: key?.pkcs12 ?? new Uint8Array(),
});
const open = (host: TestHost, key = rsa, passphrase = TEST_PASSPHRASE): Promise<OpenKey> =>
  host.app.signatures.openKey({ ...fileOf(key), passphrase });
const trust = (host: TestHost, pem: string): Promise<unknown> =>
  host.app.signatures.trust({ fileName: 'ca.pem', bytes: Buffer.from(pem) });
async function bytesOf(host: TestHost, kind: string, ref = REF): Promise<readonly Uint8Array[]> {
  return (await host.app.issues.files(ref)).filter(({ entry }) => entry.kind === kind).map(({ bytes }) => bytes);
}
async function released(count = 1, clock?: Clock): Promise<TestHost> {
  const host = testHost({ folder: tempFolder(), clock: clock ?? movableClock(), timestampLimitMs: SILENCE_MS });
  onTestFinished(() => host.dispose());
  await addReleased(host, count);
  return host;
}

describe('a time-stamp service', () => {
  const issueStamped = async (mood: Mood, key: TestKey | undefined): Promise<[TestHost, IssueOverview]> => {
    const host = await released();
    await useTimestamps(host, stamps.url);
    await trust(host, authority.pem);
    await trust(host, stamps.pem);
    stamps.mood = mood;
    const { keyId } = await open(host, key);
    return [host, await host.app.issues.issue({ ref: REF, keyId })];
  };

  it.each(['right', 'slow'] as const)('that is %s proves the time of the signature', async (mood) => {
    const [host, desk] = await issueStamped(mood, ec);
    expect(desk.issues[0]?.signature).toMatchObject({ level: 'B-T', timestampProblem: null });
    const [pdf = new Uint8Array()] = await bytesOf(host, 'form-sheet-pdf');
    expect(await host.app.signatures.verify({ fileName: 'a.pdf', bytes: pdf })).toMatchObject({
      verdict: 'valid',
      signatures: [{ level: 'B-T', timeIsProven: true }],
    });
  });

  it.each(['wrong', 'nonsense', 'refusing', 'silent', 'dripping'] as const)(
    'that is %s costs the time stamp, not the issue; it is added later beside the issued file',
    async (mood) => {
      const [host, desk] = await issueStamped(mood, rsa);
      const sentence = `Der Zeitstempeldienst „${stamps.url}“ antwortet nicht richtig; der Zeitstempel fehlt. Er lässt sich später mit „Zeitstempel ergänzen“ nachholen.`;
      expect(desk.state).toBe('issued');
      expect(desk.issues[0]?.signature).toMatchObject({ level: 'B-B', timestampProblem: sentence });
      const before = desk.issues[0]?.files;
      const [issued = new Uint8Array()] = await bytesOf(host, 'form-sheet-pdf');
      expect(await host.app.signatures.verify({ fileName: 'a.pdf', bytes: issued })).toMatchObject({
        verdict: 'valid',
        signatures: [{ level: 'B-B', timeIsProven: false }],
        known: { isRendition: false },
      });
      expect((await refusalOf(() => host.app.issues.addTimestamp(REF))).code).toBe('timestamp-unavailable');
      expect((await host.app.issues.overview(REF)).issues[0]?.files).toEqual(before);

      stamps.mood = 'right';
      const [later] = (await host.app.issues.addTimestamp(REF)).issues;
      // The issued bytes, their digests and names stay as they were; one file more lies beside them.
      expect(later?.files.slice(0, -1)).toEqual(before);
      expect(later?.files.at(-1)).toMatchObject({ kind: 'form-sheet-pdf', derivedFrom: before?.[0]?.id });
      const [again, stamped = new Uint8Array()] = await bytesOf(host, 'form-sheet-pdf');
      expect(Buffer.from(issued).equals(Buffer.from(again ?? []))).toBe(true);
      expect(Buffer.from(stamped.subarray(0, issued.length)).equals(Buffer.from(issued))).toBe(true);
      expect(await host.app.signatures.verify({ fileName: 'b.pdf', bytes: stamped })).toMatchObject({
        verdict: 'valid',
        known: { reference: REF, edition: 1, kind: 'form-sheet-pdf', isRendition: true, withdrawn: false },
      });
    },
  );

  it('that is down while many are signed holds nobody up, and is asked again when it is back', async () => {
    const host = await released(6);
    await useTimestamps(host, stamps.url);
    await stamps.goDown();
    const { keyId } = await open(host);
    const steps: (string | null)[] = [];
    for await (const step of host.app.issues.issueSeveral({ refs: refsUpTo(4), keyId })) steps.push(step.problem);
    expect(steps).toEqual([null, null, null, null]);
    await stamps.comeUp();
    stamps.mood = 'right';
    await collect(host.app.issues.issueSeveral({ refs: refsUpTo(6).slice(4), keyId }));
    const levels: unknown[] = [];
    for (const ref of refsUpTo(6)) levels.push((await host.app.issues.overview(ref)).issues[0]?.signature?.level);
    expect(levels).toEqual(['B-B', 'B-B', 'B-B', 'B-B', 'B-T', 'B-T']);
  });

  it('that keeps silent is not waited for again and again in one run', async () => {
    const host = await released(4);
    await useTimestamps(host, stamps.url);
    [stamps.mood, stamps.asked] = ['silent', 0];
    const { keyId } = await open(host);
    const steps = await collect(host.app.issues.issueSeveral({ refs: refsUpTo(4), keyId }));
    expect(steps.map(({ problem }) => problem)).toEqual([null, null, null, null]);
    expect(stamps.asked).toBe(2);
    const { issues } = await host.app.issues.overview(refOf(4));
    expect(issues[0]?.signature).toMatchObject({ level: 'B-B' });
    expect(issues[0]?.signature?.timestampProblem).toContain(stamps.url);
  });
});

describe('a certificate', () => {
  it('that has expired, or is not valid yet, opens no key', async () => {
    const host = await released();
    for (const days of [
      { from: '20200101000000Z', until: '20210101000000Z' },
      { from: '20390101000000Z', until: '20400101000000Z' },
    ]) {
      const key = authority.make('ec', 'Zu früh oder zu spät', days);
      expect((await refusalOf(() => open(host, key))).code).toBe('certificate-expired');
    }
    expect(host.app.signatures.openKeys()).toEqual([]);
  });

  it('that expires between opening and issuing signs nothing, and nothing is half', async () => {
    const clock = movableClock();
    const host = await released(2, clock);
    const inTenMinutes = new Date(Date.parse(clock.now()) + 10 * MINUTE_MS).toISOString();
    const until = `${inTenMinutes.slice(0, 19).replace(/[-:T]/g, '')}Z`;
    const { keyId } = await open(host, authority.make('rsa', 'Bald vorbei', { from: WIDE.from, until }));
    await host.app.issues.issue({ ref: REF, keyId });
    clock.moveMs(11 * MINUTE_MS);
    const refusal = await refusalOf(() => host.app.issues.issue({ ref: refOf(2), keyId }));
    expect(refusal).toMatchObject({ code: 'certificate-expired', details: { signer: 'Bald vorbei' } });
    expect(wholeIssues(databaseIn(host.dataFolder))).toEqual([REF]);
    // What was signed in time stays what it is; without a time stamp only the register knows when that was.
    await trust(host, authority.pem);
    const [pdf = new Uint8Array()] = await bytesOf(host, 'form-sheet-pdf');
    const { verdict, known } = await host.app.signatures.verify({ fileName: 'a.pdf', bytes: pdf });
    expect(verdict).toBe('expired-since');
    expect(known).toMatchObject({ reference: REF, isRendition: false });
  });
});

describe('a signature whose certificate holds a key of an unknown kind', () => {
  it('is told about like any other, its key not being one that can be checked', async () => {
    const host = await released();
    const { keyId } = await open(host);
    await host.app.issues.issue({ ref: REF, keyId });
    const [pdf = new Uint8Array()] = await bytesOf(host, 'form-sheet-pdf');
    const text = Buffer.from(pdf).toString('latin1');
    // The kind of the key in the signer's certificate, in the hexadecimal digits of the signature.
    const changed = text.replaceAll('2a864886f70d010101', '2a864886f77f010101');
    expect(changed).not.toBe(text);
    const result = await host.app.signatures.verify({ fileName: 'a.pdf', bytes: Buffer.from(changed, 'latin1') });
    expect(result.signatures).toMatchObject([{ valid: false, trusted: false, reason: 'key' }]);
    expect(result.verdict).toBe('unsupported');
  });
});

describe('a key', () => {
  it('that is not used for half an hour is closed, and the paper stays released', async () => {
    const clock = movableClock();
    const host = await released(2, clock);
    const { keyId } = await open(host);
    clock.moveMs(29 * MINUTE_MS);
    await host.app.issues.issue({ ref: REF, keyId });
    // Using it began the half hour anew.
    clock.moveMs(29 * MINUTE_MS);
    expect(host.app.signatures.openKeys()).toHaveLength(1);
    clock.moveMs(2 * MINUTE_MS);
    expect(host.app.signatures.openKeys()).toEqual([]);
    expect((await refusalOf(() => host.app.issues.issue({ ref: refOf(2), keyId }))).code).toBe('key-closed');
    expect(wholeIssues(databaseIn(host.dataFolder))).toEqual([REF]);
    expect((await host.app.issues.overview(refOf(2))).state).toBe('released');
  });

  it('whose file is damaged says so at once, however often it is tried', async () => {
    const host = await released();
    const whole = rsa?.pkcs12 ?? new Uint8Array();
    const damaged = [
      whole.subarray(0, whole.length / 2),
      whole.subarray(0, -1),
      Buffer.from('kein Schlüssel'),
      new Uint8Array(2000),
      Buffer.concat([whole, Buffer.from('mehr')]),
    ];
    for (const bytes of [...damaged, ...damaged]) {
      const file = { fileName: 'defekt.p12', bytes };
      const refusal = await refusalOf(() => host.app.signatures.openKey({ ...file, passphrase: TEST_PASSPHRASE }));
      expect(refusal).toMatchObject({ code: 'key-damaged', details: { file: 'defekt.p12' } });
    }
  });
});

describe('three wrong passphrases', () => {
  const wrong = async (host: TestHost, key = rsa): Promise<string> =>
    (await refusalOf(() => open(host, key, 'falsch'))).code;

  it('bring a pause in which the right one is refused too, for this file only', async () => {
    const clock = movableClock();
    const host = await released(1, clock);
    expect([await wrong(host), await wrong(host), await wrong(host)]).toEqual(Array(3).fill('passphrase-wrong'));
    expect((await refusalOf(() => open(host))).code).toBe('passphrase-pause');
    expect((await open(host, ec)).certificate.subject).toBe('Anna Weiß');
    clock.moveMs(MINUTE_MS - 1000);
    expect(await refusalOf(() => open(host))).toMatchObject({ code: 'passphrase-pause', details: { seconds: '1' } });
    clock.moveMs(1000);
    expect((await open(host)).certificate.subject).toBe('Jörg Müller');
  });

  it('begin anew after the right one, and after a pause', async () => {
    const clock = movableClock();
    const host = await released(1, clock);
    await wrong(host);
    await wrong(host);
    await open(host);
    expect([await wrong(host), await wrong(host)]).toEqual(['passphrase-wrong', 'passphrase-wrong']);
    await open(host);
    for (let n = 0; n < 3; n += 1) await wrong(host);
    clock.moveMs(MINUTE_MS);
    expect([await wrong(host), await wrong(host), await wrong(host)]).toEqual(Array(3).fill('passphrase-wrong'));
    expect(await wrong(host)).toBe('passphrase-pause');
  });

  it('lock nobody out whose clock is set back', async () => {
    const clock = movableClock();
    const host = await released(1, clock);
    for (let n = 0; n < 3; n += 1) await wrong(host);
    clock.moveMs(-24 * 60 * MINUTE_MS);
    expect((await open(host)).certificate.subject).toBe('Jörg Müller');
  });

  it('count across the windows and command lines of an office', async () => {
    const folder = tempFolder();
    await fillReleased(folder, 1);
    const place = tempFolder();
    const keyFile = join(place, 'Schlüssel.p12');
    writeFileSync(keyFile, fileOf(rsa).bytes);
    writeFileSync(join(place, 'falsch.txt'), 'falsch\n');
    writeFileSync(join(place, 'richtig.txt'), `${TEST_PASSPHRASE}\r\n`);
    const desk = await deskAt(folder);
    const attempt = async (): Promise<string | undefined> =>
      (await desk.order({ call: 'signatures.openKey', args: [{ file: keyFile, passphrase: 'falsch' }] })).code;
    const byCommandLine = async (passphrase: string): Promise<unknown> => {
      const parts = ['issue', REF, '--sign', keyFile, '--passphrase-file', join(place, passphrase), '--json'];
      const { stderr, exitCode } = await officeAt(folder).run(...parts);
      return exitCode === 0 ? 'done' : (JSON.parse(stderr) as { code: string }).code;
    };
    expect(await attempt()).toBe('passphrase-wrong');
    expect(await byCommandLine('falsch.txt')).toBe('passphrase-wrong');
    expect(await attempt()).toBe('passphrase-wrong');
    expect(await byCommandLine('richtig.txt')).toBe('passphrase-pause');
    expect(await attempt()).toBe('passphrase-pause');
    await desk.end();
    expect(wholeIssues(databaseIn(folder))).toEqual([]);
    // Another one, a minute later by its clock.
    const clock = movableClock();
    clock.moveMs(MINUTE_MS);
    const host = testHost({ folder, clock });
    const { keyId } = await open(host);
    await host.app.issues.issue({ ref: REF, keyId });
    await host.dispose();
    expect(wholeIssues(databaseIn(folder))).toEqual([REF]);
  });
});
