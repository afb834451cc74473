/** Who receives which copy, with the real core, SQLite and Typst. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { DistributionEntry } from '../../../src-main/contract/distribution/shapes.ts';
import type { FileContent } from '../../../src-main/core/ports/ports.ts';
import { refusalOf } from '../../support/builders.ts';
import {
  ADA,
  CLEO,
  COUNCIL,
  distributionOffice,
  DORA,
  entry,
  external,
  FACTION,
  issue,
  known,
  REF,
} from '../../support/distribution-office.ts';
import type { TestHost } from '../../support/test-host.ts';
import { officeForEach } from '../../support/office-for-each.ts';
import { handOver } from '../../support/hand-over.ts';

let host: TestHost;
officeForEach(distributionOffice, (fresh) => {
  host = fresh;
});

const resolved = async (entries: readonly DistributionEntry[], date?: string) => {
  const { copies, unresolved } = await host.app.distribution.resolve({ entries, date });
  return { names: copies.map(({ recipient }) => recipient.name), copies, unresolved };
};
const collected = () => {
  const files: FileContent[] = [];
  return {
    files,
    port: {
      deliver: (given: readonly FileContent[]) => {
        files.push(...given);
        return Promise.resolve({ kind: 'saved' as const, paths: given.map(({ fileName }) => fileName) });
      },
    },
  };
};

describe('recipients on a day', () => {
  const faction = entry(known('group', FACTION, 'Fraktion Neue Mitte'));

  it('makes a group its members of that day', async () => {
    expect((await resolved([faction], '2026-01-31')).names).toEqual(['Dr. Ada Ahorn', 'Bert Birke']);
    expect((await resolved([faction], '2026-02-01')).names).toEqual(['Dr. Ada Ahorn', 'Cleo Zeder']);
  });

  it('reaches members at their body, somebody alone at their own address', async () => {
    const { copies } = await resolved([faction, entry(known('person', DORA, 'Dora Eiche'))]);
    expect(copies.map(({ recipient }) => recipient.lines)).toEqual([
      ['Fraktion Neue Mitte', 'Frau Dr. Ada Ahorn', 'Fraktionsvorsitzende', 'Lange Gasse 12', '09999 Prüfingen'],
      ['Fraktion Neue Mitte', 'Cleo Zeder', 'Lange Gasse 12', '09999 Prüfingen'],
      ['Frau Dora Eiche', 'Waldweg 3', '09999 Prüfingen'],
    ]);
    expect(copies[0]?.recipient.email).toBe('ada@mitte.example');
  });

  it('finds a person without an address of their own at the body they belong to', async () => {
    const { copies } = await resolved([entry(known('person', CLEO, 'Cleo Zeder'))]);
    expect(copies[0]).toMatchObject({ hasAddress: true, recipient: { kind: 'person', id: CLEO } });
    expect(copies[0]?.recipient.lines[0]).toBe('Fraktion Neue Mitte');
  });

  it('gives nobody the same kind of copy twice, but two kinds if so wanted', async () => {
    const twice = [
      faction,
      entry(known('person', ADA, 'Ada Ahorn')),
      entry(known('person', ADA, 'Ada Ahorn'), 'draft'),
    ];
    const { copies } = await resolved(twice);
    expect(copies.map(({ recipient, copyKind }) => [recipient.id, copyKind])).toEqual([
      [ADA, 'copy'],
      [CLEO, 'copy'],
      [ADA, 'draft'],
    ]);
  });

  it('names entries that mean nobody', async () => {
    const empty = entry(known('group', COUNCIL, 'Stadtrat'));
    const gone = entry(known('person', '00000000-0000-7000-8000-00000000ffff', 'Niemand'));
    expect((await resolved([empty, gone])).unresolved).toEqual([empty.id, gone.id]);
  });

  it('takes the address that was valid on the day', async () => {
    const { app } = host;
    const stored = (await app.settings.organizations()).find(({ id }) => id === COUNCIL);
    if (!stored) throw new Error('no council');
    const { reach } = stored.content;
    await app.settings.saveOrganization({
      id: COUNCIL,
      expectedRevision: stored.revision,
      content: { ...stored.content, reach: { ...reach, street: 'Neuer Markt 2' } },
      validFrom: '2026-03-01',
    });
    const council = entry(known('organization', COUNCIL, 'Stadtrat'));
    expect((await resolved([council], '2026-02-28')).copies[0]?.recipient.lines).toContain('Markt 1');
    expect((await resolved([council], '2026-03-01')).copies[0]?.recipient.lines).toContain('Neuer Markt 2');
  });
});

describe('the distribution of a paper', () => {
  it('suggests the bodies, who asked, and the files of the lead unit; the council gets the original', async () => {
    const { entries, isStored, revision } = await host.app.distribution.get(REF);
    expect({ isStored, revision }).toEqual({ isStored: false, revision: 0 });
    expect(entries.map(({ recipient, copyKind }) => [recipient.kind, recipient.name, copyKind])).toEqual([
      ['external', 'Beirat für Bänke', 'copy'],
      ['organization', 'Stadtrat', 'original'],
      ['person', 'Ada Ahorn', 'copy'],
      ['organization', 'FB 61', 'draft'],
    ]);
    expect((await host.app.distribution.suggest(REF)).entries).toEqual(entries);
  });

  it('never names a non-public body in a public paper', async () => {
    expect(JSON.stringify(await host.app.distribution.get(REF))).not.toContain('Geheimausschuss');
  });

  it('refuses copies before there is an issue', async () => {
    const request = { ref: REF, form: 'files', duplex: false } as const;
    expect((await refusalOf(() => host.app.distribution.deliverCopies(request))).code).toBe('issue-missing');
  });

  it('keeps what was saved, refuses a stale save, and goes back to the suggestion when emptied', async () => {
    const entries = [
      entry(known('organization', COUNCIL, 'Stadtrat'), 'original'),
      entry(external(' Büro  Vogel ', ['Büro Vogel', '', ' Ring 5 '], 'vogel@buero.example'), 'copy', { copies: 3 }),
    ];
    const saved = await host.app.distribution.save({ ref: REF, expectedRevision: 0, entries });
    expect(saved).toMatchObject({ isStored: true, revision: 1 });
    expect(saved.entries[1]).toMatchObject({
      copies: 3,
      recipient: { name: 'Büro Vogel', lines: ['Büro Vogel', 'Ring 5'], email: 'vogel@buero.example' },
    });
    const stale = { ref: REF, expectedRevision: 0, entries: [] };
    expect((await refusalOf(() => host.app.distribution.save(stale))).code).toBe('conflict');
    const emptied = await host.app.distribution.save({ ref: REF, expectedRevision: 1, entries: [] });
    expect(emptied).toMatchObject({ isStored: false, revision: 2 });
    expect(emptied.entries).toHaveLength(4);
  });
});

describe('copies of an issue', () => {
  beforeEach(async () => {
    await issue(host);
  });

  it('hands out the original byte for byte and one file for each other recipient', async () => {
    const { files, port } = collected();
    await handOver(host.app.distribution.deliverCopies({ ref: REF, form: 'files', duplex: false }), port);
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'S0001-26-Abdruck-Beirat für Bänke.pdf',
      'S0001-26-Original-Stadtrat.pdf',
      'S0001-26-Abdruck-Dr. Ada Ahorn.pdf',
      'S0001-26-Entwurf-FB 61.pdf',
    ]);
    const issued = (await host.app.issues.files(REF)).find(({ entry: { kind } }) => kind === 'form-sheet-pdf');
    expect(Buffer.from(files[1]?.bytes ?? []).equals(Buffer.from(issued?.bytes ?? []))).toBe(true);
    const again = collected();
    await handOver(host.app.distribution.deliverCopies({ ref: REF, form: 'files', duplex: false }), again.port);
    expect(again.files.every(({ bytes }, at) => Buffer.from(bytes).equals(Buffer.from(files[at]?.bytes ?? [])))).toBe(
      true,
    );
  });

  it('is set from what was frozen, whatever the office changed since', async () => {
    const before = collected();
    const request = { ref: REF, form: 'files', duplex: false } as const;
    await handOver(host.app.distribution.deliverCopies(request), before.port);
    const { revision, profile } = await host.app.settings.office();
    await host.app.settings.saveOffice({
      expectedRevision: revision,
      profile: { ...profile, bodyName: 'Stadt Anders', copies: { ...profile.copies, fileName: '{recipient}' } },
    });
    const after = collected();
    await handOver(host.app.distribution.deliverCopies(request), after.port);
    expect(after.files.map(({ fileName }) => fileName)).toEqual(before.files.map(({ fileName }) => fileName));
    expect(
      after.files.every(({ bytes }, at) => Buffer.from(bytes).equals(Buffer.from(before.files[at]?.bytes ?? []))),
    ).toBe(true);
  });

  it('previews every copy and refuses one that is not there', async () => {
    const { copies } = await host.app.distribution.get(REF);
    for (const { entryId, index } of copies) {
      const { handle, unprintable } = await host.app.distribution.preview({ ref: REF, entryId, index });
      expect(host.app.handoff.take(handle).bytes.length).toBeGreaterThan(1000);
      expect(unprintable).toEqual([]);
    }
    const missing = { ref: REF, entryId: copies[0]?.entryId ?? '', index: 7 };
    expect((await refusalOf(() => host.app.distribution.preview(missing))).code).toBe('not-found');
  });

  it('refuses a name of a recipient that no font can draw, with its place', async () => {
    const before = await host.app.distribution.get(REF);
    const entries = [entry(external('Büro 𓂀'), 'copy')];
    await host.app.distribution.save({ ref: REF, expectedRevision: before.revision, entries });
    const refusal = await refusalOf(() =>
      host.app.distribution.deliverCopies({ ref: REF, form: 'files', duplex: false }),
    );
    expect(refusal.code).toBe('characters-unprintable');
  });

  it('refuses copies of a withdrawn issue', async () => {
    await host.app.issues.withdraw({ ref: REF, reason: 'Zahl falsch' });
    const request = { ref: REF, form: 'combined', duplex: false } as const;
    expect((await refusalOf(() => host.app.distribution.deliverCopies(request))).code).toBe('issue-withdrawn');
  });
});
