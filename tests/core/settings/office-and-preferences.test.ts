import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DATABASE_FILE } from '../../../src-main/adapters/sqlite/open-file.ts';
import { PROFILE_SCHEMA } from '../../../src-main/contract/settings/office-profile.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { refusalOf } from '../../support/builders.ts';
import type { TestHost } from '../../support/test-host.ts';
import { office } from './entries.ts';

async function freshOffice(): Promise<TestHost> {
  const host = await office();
  onTestFinished(() => host.dispose());
  return host;
}

/** As a foreign hand in the file would do it. */
function inFile(host: TestHost, sql: string, ...values: string[]): void {
  const db = new Sqlite(join(host.dataFolder, DATABASE_FILE), { fileMustExist: true });
  try {
    db.prepare(sql).run(...values);
  } finally {
    db.close();
  }
}

describe('the office profile', () => {
  it('is changed, taken back and shown in the history with its fields', async () => {
    const { settings } = (await freshOffice()).app;
    const { profile, revision } = await settings.office();
    expect(revision).toBe(1);
    const changed = { ...profile, footerText: 'Rathaus am Weiher', contactFields: ['email' as const] };
    expect(await settings.saveOffice({ expectedRevision: 1, profile: changed })).toEqual({
      revision: 2,
      profile: changed,
      problem: null,
    });
    const [newest, ...older] = await settings.history({ area: 'office' });
    expect(older).toEqual([]);
    expect(newest?.fields).toEqual([
      { field: 'contactFields.0', before: '', after: 'email' },
      { field: 'footerText', before: '', after: 'Rathaus am Weiher' },
    ]);
    expect(await settings.undo(newest?.seq ?? 0)).toEqual({ count: 1 });
    expect((await settings.office()).profile).toEqual(profile);
  });

  it('refuses a stale change', async () => {
    const { settings } = (await freshOffice()).app;
    const { profile } = await settings.office();
    await settings.saveOffice({ expectedRevision: 1, profile: { ...profile, footerText: 'Eins' } });
    const late = { expectedRevision: 1, profile: { ...profile, footerText: 'Zwei' } };
    expect((await refusalOf(() => settings.saveOffice(late))).code).toBe('conflict');
  });

  it('refuses a profile that cannot be read back, with its place', async () => {
    const { settings } = (await freshOffice()).app;
    const { profile } = await settings.office();
    const wrong = { ...profile, labels: { ...profile.labels, page: 'Seite' } };
    expect(await refusalOf(() => settings.saveOffice({ expectedRevision: 1, profile: wrong }))).toEqual({
      code: 'input-invalid',
      details: { problem: 'labels.page: Hier fehlt einer der Platzhalter «Seite» und «Seitenzahl»' },
    });
  });

  it.each([
    ['no JSON', '{"schema":'],
    ['JSON of another shape', '[]'],
    ['a label too few', JSON.stringify({ schema: PROFILE_SCHEMA, bodyName: 'Auental', labels: { page: 'Seite' } })],
    ['null', 'null'],
  ])('stays usable and can be replaced when %s is stored', async (_, stored) => {
    const host = await freshOffice();
    inFile(host, 'UPDATE office SET profile_json = ?', stored);
    const { settings } = host.app;
    const broken = await settings.office();
    expect(broken.problem).not.toBeNull();
    expect(broken.profile).toEqual(builtInProfile());
    const profile = builtInProfile('Stadt Auental');
    const saved = await settings.saveOffice({ expectedRevision: broken.revision, profile });
    expect(saved).toMatchObject({ profile, problem: null });
    expect((await settings.history({ area: 'office' })).length).toBeGreaterThan(0);
  });

  it('is neither replaced nor stood in for when a newer version wrote it', async () => {
    const host = await freshOffice();
    const { profile } = await host.app.settings.office();
    inFile(host, 'UPDATE office SET profile_json = ?', JSON.stringify({ ...profile, watermark: 'Entwurf' }));
    const { settings, papers } = host.app;
    for (const work of [
      () => settings.office(),
      () => settings.saveOffice({ expectedRevision: 1, profile }),
      () => papers.list({ text: '', limit: 1 }),
    ])
      expect(await refusalOf(work)).toMatchObject({ code: 'kept-newer', details: { places: 'watermark' } });
  });

  it('stores its name trimmed', async () => {
    const { settings } = (await freshOffice()).app;
    const profile = builtInProfile(' Stadt  Auental ');
    const saved = await settings.saveOffice({ expectedRevision: 1, profile });
    expect(saved.profile.bodyName).toBe('Stadt Auental');
  });
});

describe('a broken profile', () => {
  it('can be replaced, does not come back by undo, and does not travel in a file of settings', async () => {
    const host = await freshOffice();
    const { settings } = host.app;
    inFile(host, `UPDATE office SET profile_json = '{"bodyName":7}'`);
    expect((await refusalOf(() => settings.exportFile())).code).toBe('profile-broken');
    const { profile, revision } = await settings.office();
    await settings.saveOffice({ expectedRevision: revision, profile });
    expect((await settings.office()).problem).toBeNull();
    const [change] = await settings.history({ area: 'office' });
    expect((await refusalOf(() => settings.undo(change?.seq ?? 0))).code).toBe('former-state-broken');
    await settings.exportFile();
  });
});

describe('preferences', () => {
  const USUAL = { printer: null, copies: 1, duplex: 'simplex', silent: false };
  const DEFAULTS = {
    theme: 'system',
    startPage: 'register',
    lastPage: null,
    aboutMe: {},
    learnedWords: [],
    backupFolder: null,
    dispatchFolder: null,
    guideDone: false,
    printing: { original: USUAL, copy: USUAL, draft: USUAL, 'follow-up': USUAL, other: USUAL },
  };

  it('learn words one by one, so that none of another window is lost', async () => {
    const { settings } = (await freshOffice()).app;
    await Promise.all(['Qrsto', 'Wxyzo', 'Qrsto'].map((word) => settings.teachWord({ word, isKnown: true })));
    expect((await settings.preferences()).learnedWords.toSorted()).toEqual(['Qrsto', 'Wxyzo']);
    await settings.teachWord({ word: 'Qrsto', isKnown: false });
    expect((await settings.preferences()).learnedWords).toEqual(['Wxyzo']);
  });

  it('begin as told and change one by one', async () => {
    const { settings } = (await freshOffice()).app;
    expect(await settings.preferences()).toEqual(DEFAULTS);
    await settings.setPreferences({ theme: 'dark' });
    expect(await settings.setPreferences({ startPage: 'last', backupFolder: '/sicherung' })).toEqual({
      ...DEFAULTS,
      theme: 'dark',
      startPage: 'last',
      backupFolder: '/sicherung',
    });
    expect(await settings.setPreferences({ backupFolder: null })).toMatchObject({ backupFolder: null, theme: 'dark' });
  });

  it.each(['"pink"', '17', 'null', '{}', '[]'])('are not spoilt by one value that is %s', async (json) => {
    const host = await freshOffice();
    const { settings } = host.app;
    await settings.setPreferences({ theme: 'dark', startPage: 'last', guideDone: true });
    inFile(host, "UPDATE preference SET json = ? WHERE key = 'theme'", json);
    inFile(host, "INSERT INTO preference VALUES ('fromTheFuture', '1')");
    expect(await settings.preferences()).toEqual({ ...DEFAULTS, startPage: 'last', guideDone: true });
    expect(await settings.setPreferences({ theme: 'light' })).toMatchObject({ theme: 'light', startPage: 'last' });
  });

  it('are no part of history and undo', async () => {
    const { settings } = (await freshOffice()).app;
    await settings.setPreferences({ theme: 'dark' });
    expect(await settings.history({})).toEqual([]);
  });
});
