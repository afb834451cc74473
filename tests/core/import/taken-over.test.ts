import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src-main/base/canonical-json.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import type { FileContent } from '../../../src-main/core/ports/ports.ts';
import { refusalOf } from '../../support/builders.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';
import { handOver } from '../../support/hand-over.ts';

let host: TestHost;

beforeEach(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterEach(() => host.dispose());

const lines = (reference: string, date: string, signatory: string): string =>
  [
    'Auental',
    'Stellungnahme der Verwaltung öffentlich',
    'Stadtamt\tStellungnahme-Nr.\tDatum',
    `FB 7\t${reference}\t${date}`,
    '',
    'Die Bänke werden aufgestellt.',
    ...(signatory === '' ? [] : ['', signatory]),
  ].join('\n');

const importText = async (text: string): Promise<string> => {
  const { id } = await host.app.imports.importFile({ fileName: 'datei.txt', bytes: Buffer.from(text) });
  return (await host.app.statements.get(id)).state;
};
const step = (work: () => unknown) =>
  refusalOf(work).then(({ code, details }) => `${code} ${JSON.stringify(details['state'])}`);

describe('what an imported paper is', () => {
  it('is taken over finished with number, day and signatory', async () => {
    expect(await importText(lines('S0101/26', '12.03.2026', 'Eva Muster'))).toBe('imported');
  });

  it.each([
    ['a number', lines('', '12.03.2026', 'Eva Muster')],
    ['a day', lines('S0102/26', '', 'Eva Muster')],
    ['a signatory', lines('S0103/26', '12.03.2026', '')],
    [
      'a word on who may read each row',
      lines('S0106/26', '12.03.2026', 'Eva Muster').replace(
        '\n\n',
        '\nVerteiler\tTag\tÖ / N\nHauptausschuss\t11.06.2025\tN\nStadtrat\t12.06.2025\tÖ / N\n\n',
      ),
    ],
  ])('is a draft without %s', async (_, text) => {
    expect(await importText(text)).toBe('draft');
  });

  it('is a draft when only its data came: a record is work on its way', async () => {
    const bytes = Buffer.from(canonicalJson({ ...sampleRecord(), reference: 'S0104/26' }));
    const { id } = await host.app.imports.importFile({ fileName: 'satz.json', bytes });
    expect((await host.app.statements.get(id)).state).toBe('draft');
  });

  it('is taken over finished from our own PDF and Word file', async () => {
    const made: FileContent[] = [];
    const bytes = Buffer.from(canonicalJson({ ...sampleRecord(), reference: 'S0105/26' }));
    const { id } = await host.app.imports.importFile({ fileName: 'satz.json', bytes });
    const collect = {
      deliver: (files: readonly FileContent[]) =>
        Promise.resolve({ kind: 'saved' as const, paths: files.map((file) => (made.push(file), file.fileName)) }),
    };
    await handOver(host.app.documents.deliver({ ref: id, kind: 'form-sheet', formats: ['pdf', 'docx'] }), collect);
    expect(made).toHaveLength(2);
    for (const file of made) {
      const other = testHost();
      try {
        await other.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
        const result = await other.app.imports.importFile(file);
        expect((await other.app.statements.get(result.id)).state).toBe('imported');
      } finally {
        await other.dispose();
      }
    }
  });
});

describe('a paper that was imported finished', () => {
  const REF = 'S0200/26';
  beforeEach(() => importText(lines(REF, '12.03.2026', 'Eva Muster')));

  it('is not edited or released before somebody takes it up', async () => {
    const draft = await host.app.statements.get(REF);
    const { id, revision, content } = draft;
    expect(await step(() => host.app.statements.save({ id, expectedRevision: revision, content }))).toBe(
      'step-forbidden "übernommen"',
    );
    expect(await step(() => host.app.statements.giveNumber({ id, reference: 'S0201/26' }))).toBe(
      'step-forbidden "übernommen"',
    );
    const release = { ref: REF, expectedRevision: revision, acceptances: [] };
    expect(await step(() => host.app.releases.release(release))).toBe('step-forbidden "übernommen"');
    expect(await step(() => host.app.issues.issue({ ref: REF, keyId: null }))).toBe('step-forbidden "übernommen"');
    expect(await host.app.statements.get(REF)).toEqual(draft);
  });

  it('becomes a draft when it is taken up, once', async () => {
    expect(await host.app.statements.takeUp(REF)).toMatchObject({ state: 'draft', reference: REF });
    expect(await step(() => host.app.statements.takeUp(REF))).toBe('step-forbidden "Entwurf"');
  });

  it('is finished again when that is taken back, and only then', async () => {
    const before = await host.app.statements.get(REF);
    const { id } = before;
    const { revision } = await host.app.statements.takeUp(REF);
    expect(await step(() => host.app.statements.putBack({ id, expectedRevision: revision - 1 }))).toMatch('conflict');
    const back = await host.app.statements.putBack({ id, expectedRevision: revision });
    expect(back).toMatchObject({ state: 'imported', content: before.content, reference: REF });
    expect(await step(() => host.app.statements.putBack({ id, expectedRevision: back.revision }))).toBe(
      'step-forbidden "übernommen"',
    );
    expect(await host.app.statements.takeUp(REF)).toMatchObject({ state: 'draft' });
  });

  it('that began here is never made one that was imported', async () => {
    const id = crypto.randomUUID();
    const { revision } = await host.app.statements.create({
      id,
      answers: null,
      name: 'A',
      leadUnit: null,
      number: null,
    });
    expect(await step(() => host.app.statements.putBack({ id, expectedRevision: revision }))).toBe(
      'step-forbidden "Entwurf"',
    );
  });

  it('is taken up by naming a field that changes', async () => {
    const changed = await host.app.statements.setField({ ref: REF, field: 'leadUnit', value: 'FB 8' });
    expect(changed).toMatchObject({ state: 'draft', content: { leadUnit: 'FB 8' } });
  });

  it('takes the files of its attachments, is found by its state, and goes into the bin', async () => {
    await host.app.attachments.add({ id: crypto.randomUUID(), ref: REF, fileName: 'a.txt', bytes: Buffer.from('a') });
    const found = await host.app.papers.list({ text: '', state: 'imported', limit: 10 });
    expect(found.items.map(({ reference }) => reference)).toEqual([REF]);
    await host.app.bin.discard(REF);
    // It came with its number, so that the right file may come with the same one.
    expect(await importText(lines(REF, '13.03.2026', 'Eva Muster'))).toBe('imported');
  });
});
