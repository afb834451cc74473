/** Data of older versions, opened, examined, printed and gone on with by this one. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OLDER_VERSIONS, olderExpectation, unpackOlder } from '../support/older-data.ts';
import { databaseIn, inDatabase } from '../support/survival-office.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { filesOf } from '../support/hand-over.ts';

const clock = { now: () => '2026-12-01T09:00:00.000Z', today: () => '2026-12-01' };
const digest = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('hex');

describe.each(OLDER_VERSIONS)('a folder of %s', (version) => {
  const said = olderExpectation(version);
  let folder = '';
  let host: TestHost;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stellwerk-older-'));
    unpackOlder(version, folder);
    host = testHost({ folder, clock });
  });
  afterAll(async () => {
    await host.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is examined without a finding', async () => {
    const { findings } = await host.app.backup.doctor();
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('holds every paper', async () => {
    const { items } = await host.app.papers.list({ text: '', limit: 500 });
    const shown = items.map(({ reference, name, date }) => ({ reference, name, date }));
    expect(shown).toEqual(said.papers);
  });

  test('says of releases, issues, copies and letters what that version said', async () => {
    const { issues, dispatch, letters, serialLetters } = host.app;
    for (const [ref, record] of Object.entries(said.records)) {
      const desk = await issues.overview(ref);
      const protocol = desk.release?.protocol;
      expect({
        state: desk.state,
        edition: desk.edition,
        release: protocol ? { rules: protocol.rules.length, findings: protocol.findings.length } : null,
        issues: desk.issues.map(({ edition, withdrawn, corrected, signature, files }) => ({
          edition,
          withdrawn: withdrawn?.reason ?? null,
          corrected: corrected?.reason ?? null,
          signer: signature?.signer ?? null,
          files: files.map(({ kind, fileName, sha512, publicity }) => ({ kind, fileName, sha512, publicity })),
        })),
        dispatched: (await dispatch.list(ref)).map(({ channel, copyKind, recipient, sha512 }) => ({
          channel,
          copyKind,
          name: recipient.name,
          sha512,
        })),
        letters: (await letters.written(ref)).map(({ kind, subject }) => ({ kind, subject })),
        runs: (await serialLetters.runs(ref)).map(({ kind, written, total }) => ({ kind, written, total })),
      }).toEqual(record);
    }
    expect((await letters.written('A0024/26')).map(({ kind, subject }) => ({ kind, subject }))).toEqual(said.letters);
  });

  test('gives out every issued file byte for byte', async () => {
    for (const ref of Object.keys(said.records)) {
      for (const { files } of (await host.app.issues.overview(ref)).issues) {
        for (const { id, sha512 } of files) expect(digest((await host.app.issues.file(id)).bytes)).toBe(sha512);
      }
    }
  });

  test('has its meetings with their papers in the order that was set', async () => {
    const meetings = await host.app.meetings.list();
    const shown = await Promise.all(
      meetings.map(async ({ id, start, organizationName, state }) => ({
        start,
        organizationName,
        state,
        papers: (await host.app.meetings.papers(id)).papers.map(({ reference, name, number }) => ({
          reference,
          name,
          number,
        })),
      })),
    );
    expect(shown).toEqual(said.meetings);
  });

  test('prints from what was frozen and begins anew with what was kept', async () => {
    const { meetings, distribution, redactions, letters, serialLetters, releases } = host.app;
    const council = (await meetings.list()).find(({ start }) => start.startsWith('2026-06-25'));
    const folderFile = await meetings.deliverFolder({ ref: council?.id ?? '', withNonPublic: false });
    expect(folderFile.files.map(({ fileName }) => fileName)).toEqual(['Sitzungsmappe-Stadtrat-2026-06-25.pdf']);
    const { entries } = await distribution.get('S0027/26');
    expect(entries.map(({ recipient }) => recipient.name)).toEqual(
      expect.arrayContaining(['Heimatverein', 'Registratur']),
    );
    const { passages } = await redactions.suggest('S0027/26');
    expect(passages.some(({ text }) => text.includes('Linden'))).toBe(true);
    await expect(releases.deliverProtocol('S0021/26')).resolves.toBeDefined();
    const [letter] = await letters.written('A0024/26');
    expect((await letters.contentOf(letter?.id ?? '')).subject).toBe(letter?.subject);
    const [run] = await serialLetters.runs('S0027/26');
    const bound = await filesOf(serialLetters.deliver({ ref: 'S0027/26', runId: run?.runId ?? '' }));
    expect(bound.length).toBeGreaterThan(0);
    const waiting = inDatabase(databaseIn(folder), (db) => db.prepare('SELECT text FROM unfinished').pluck().all());
    expect(waiting).toEqual(['{"typed":"Entwurf eines Briefes"}']);
  });

  test('is issued from: a correction of what it had issued, and a draft it left', async () => {
    const { issues, releases, statements } = host.app;
    const accepted = async (ref: string) =>
      (await issues.overview(ref)).check.findings
        .filter(({ severity }) => severity !== 'hint')
        .map(({ key }) => ({ key, reason: 'geprüft' }));
    await issues.correct({ ref: 'S0027/26', reason: 'Zahl der Bäume' });
    await releases.release({ ref: 'S0027/26', expectedRevision: null, acceptances: await accepted('S0027/26') });
    const corrected = await issues.issue({ ref: 'S0027/26', keyId: null });
    expect(corrected.issues.map(({ edition }) => edition)).toEqual([2, 1]);

    const ref = 'S0049/26';
    await statements.setField({ ref, field: 'reply', value: 'Das Gebäude wird verkauft.' });
    await releases.release({ ref, expectedRevision: null, acceptances: await accepted(ref) });
    const issued = await issues.issue({ ref, keyId: null });
    expect(issued.state).toBe('issued');
    const { findings } = await host.app.backup.doctor();
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  });
});
