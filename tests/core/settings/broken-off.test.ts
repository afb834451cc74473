/** A list or a settings file whose taking over fails at its last entry leaves nothing of the entries before. */
import { expect, it, onTestFinished } from 'vitest';
import type { ContactRequest } from '../../../src-main/contract/settings/shapes.ts';
import type { FileContent } from '../../../src-main/core/ports/ports.ts';
import { databaseIn, inDatabase } from '../../support/survival-office.ts';
import type { TestHost } from '../../support/test-host.ts';
import { office } from './entries.ts';
import { handOver } from '../../support/hand-over.ts';

async function officeThatFailsAt(familyName: string): Promise<TestHost> {
  const host = await office();
  onTestFinished(() => host.dispose());
  inDatabase(databaseIn(host.dataFolder), (db) =>
    db.exec(
      `CREATE TRIGGER broken BEFORE INSERT ON person WHEN NEW.family_name = '${familyName}' BEGIN SELECT RAISE(ABORT, 'broken off'); END`,
    ),
  );
  return host;
}

async function everythingIn({ app }: TestHost): Promise<unknown> {
  return {
    organizations: await app.settings.organizations(),
    persons: await app.settings.persons(),
    office: await app.settings.office(),
    history: [
      await app.settings.history({ area: 'person' }),
      await app.settings.history({ area: 'organization' }),
      await app.settings.history({ area: 'office' }),
    ],
  };
}

const CONTACTS: ContactRequest = {
  target: 'person',
  columns: ['Vorname', 'Name', 'Gremium'],
  mapping: ['givenName', 'familyName', 'organization'],
  rows: [
    ['Ada', 'Beispiel', 'Neuer Beirat'],
    ['Uwe', 'Zuletzt', 'Neuer Beirat'],
  ],
};

it('of contacts', async () => {
  const host = await officeThatFailsAt('Zuletzt');
  const before = await everythingIn(host);
  await expect(host.app.setupImports.applyContacts(CONTACTS)).rejects.toThrow('broken off');
  expect(await everythingIn(host)).toEqual(before);
});

it('of settings', async () => {
  const source = await office('Stadt Anderswo');
  onTestFinished(() => source.dispose());
  await source.app.setupImports.applyContacts(CONTACTS);
  const files: FileContent[] = [];
  const keep = (given: readonly FileContent[]) => {
    files.push(...given);
    return Promise.resolve({ kind: 'saved' as const, paths: [] });
  };
  await handOver(source.app.settings.exportFile(), { deliver: keep });
  const [file] = files;
  if (!file) throw new Error('one file was expected');
  const host = await officeThatFailsAt('Zuletzt');
  const before = await everythingIn(host);
  await expect(host.app.setupImports.applySettings(file)).rejects.toThrow('broken off');
  expect(await everythingIn(host)).toEqual(before);
});
