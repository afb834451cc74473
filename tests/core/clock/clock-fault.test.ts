/** A clock that stands before what has already happened: said in status, examination and protocols, and nothing is blocked for good. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Clock } from '../../../src-main/core/ports/ports.ts';
import { clockFault } from '../../../src-main/core/clock/clock-fault.ts';
import { refusalOf } from '../../support/builders.ts';
import { addReleased, refOf } from '../../support/issuing-office.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

describe('a clock', () => {
  const now = '2026-03-02T08:00:00.000Z';
  it.each([
    ['after everything', '2026-03-02T07:59:00.000Z', '2026-03-01T00:00:00.000Z', null],
    ['a moment before the last entry, as clocks are', '2026-03-02T08:00:59.000Z', null, null],
    ['before an entry', '2026-03-02T08:02:00.000Z', '2027-01-01T00:00:00.000Z', 'log'],
    ['before this program was built', '2026-01-01T00:00:00.000Z', '2026-03-03T00:00:00.000Z', 'build'],
    ['of a new office in a program that does not say when it was built', null, null, null],
  ])('that stands %s is judged so', (_, latest, builtAt, what) => {
    expect(clockFault(now, latest, builtAt)?.what ?? null).toBe(what);
  });
});

interface Desk {
  readonly host: TestHost;
  set(instant: string): void;
}

function deskAt(start: string, builtAt: string | null = null): Desk {
  let at = start;
  const clock: Clock = { now: () => at, today: () => at.slice(0, 10) };
  const host = testHost({ clock, builtAt });
  onTestFinished(() => host.dispose());
  return {
    host,
    set: (instant) => {
      at = instant;
    },
  };
}
const clockOf = async ({ app }: TestHost) =>
  (await app.backup.doctor()).findings.find(({ area }) => area === 'Uhr') ?? { ok: null, detail: '' };

it('is said in the status and by the examination, until it is right again', async () => {
  const { host, set } = deskAt('2026-03-02T08:00:00.000Z');
  await host.app.system.initialise({ kind: 'own', bodyName: 'Auental' });
  expect((await host.app.system.status()).clockProblem).toBeNull();
  expect((await clockOf(host)).ok).toBe(true);
  set('2026-02-01T08:00:00.000Z');
  expect((await host.app.system.status()).clockProblem).toMatch(
    /^Die Uhr dieses Rechners \(01\.02\.2026, 09:00\) steht vor dem 02\.03\.2026, 09:00 \(Eintrag im Änderungsprotokoll\)/,
  );
  expect(await clockOf(host)).toMatchObject({ ok: false, detail: expect.stringContaining('01.02.2026') as unknown });
  set('2026-03-02T08:30:00.000Z');
  expect((await host.app.system.status()).clockProblem).toBeNull();
});

it('stays said while one works on with it: the next entry does not make it right', async () => {
  const { host, set } = deskAt('2026-03-02T08:00:00.000Z');
  await host.app.system.initialise({ kind: 'example' });
  set('2026-02-01T08:00:00.000Z');
  await host.app.statements.setField({ ref: 'S0021/26', field: 'name', value: 'Neu' });
  expect((await host.app.system.status()).clockProblem).not.toBeNull();
});

it('is said of a new office, too, when the program was built later', async () => {
  const { host } = deskAt('2020-01-01T08:00:00.000Z', '2026-01-01T00:00:00.000Z');
  expect((await host.app.system.status()).clockProblem).toContain('Fertigung dieses Programms');
});

it('that ran ahead is right after somebody said so once, and the log tells of it', async () => {
  const { host, set } = deskAt('2036-05-05T08:00:00.000Z');
  await host.app.system.initialise({ kind: 'own', bodyName: 'Auental' });
  set('2026-03-02T08:00:00.000Z');
  expect((await host.app.system.status()).clockProblem).toContain('05.05.2036');
  expect((await host.app.system.confirmClock()).clockProblem).toBeNull();
  expect((await host.app.system.status()).clockProblem).toBeNull();
  set('2026-03-01T08:00:00.000Z');
  expect((await host.app.system.status()).clockProblem).toContain('02.03.2026');
});

it('asks for a reason when something is released, which the protocol keeps, and then lets it pass', async () => {
  const { host, set } = deskAt('2026-03-02T08:00:00.000Z');
  await addReleased(host, 1);
  const ref = refOf(1);
  await host.app.releases.returnToDraft({ ref, reason: 'Zahl fehlt' });
  set('2026-02-01T08:00:00.000Z');
  const { check } = await host.app.issues.overview(ref);
  const found = check.findings.find(({ rule }) => rule === 'clock-behind');
  expect(found).toMatchObject({ severity: 'warning', details: { since: '02.03.2026, 09:00' } });
  const input = { ref, expectedRevision: null };
  expect((await refusalOf(() => host.app.releases.release({ ...input, acceptances: [] }))).code).toBe(
    'release-blocked',
  );
  const acceptances = [{ key: found?.key ?? '', reason: 'Batterie leer' }];
  const { release } = await host.app.releases.release({ ...input, acceptances });
  expect(release?.protocol.findings.find(({ rule }) => rule === 'clock-behind')?.accepted).toBe('Batterie leer');
});
