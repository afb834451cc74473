import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src-main/base/canonical-json.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { refusalOf } from '../../support/builders.ts';
import { seedFile, sharedMissing } from '../../support/shared.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';

let host: TestHost;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterAll(() => host.dispose());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const importText = (text: string, fileName = 'datei.txt') =>
  host.app.imports.importFile({ fileName, bytes: bytes(text) });
const statement = (reference: string, reply: string): string =>
  `Auental\nStellungnahme der Verwaltung öffentlich\nStadtamt\tStellungnahme-Nr.\tDatum\nFB 7\t${reference}\t12.03.2026\n\n${reply}\n\nEva Muster`;

describe('importing', () => {
  it('stores a statement given as text, with where its words came from', async () => {
    const result = await importText(statement('S0100/26', 'Antwort.\n\nDie Verwaltung beantwortet das so:\n\nJa.'));
    expect(result).toMatchObject({ reference: 'S0100/26', status: 'imported', source: 'text' });
    const draft = await host.app.statements.get('S0100/26');
    expect(draft.quotationSource).toMatch(/^datei\.txt \(SHA-256 [0-9a-f]{16}\)$/);
    expect(draft).toMatchObject({ state: 'imported', quotationLocked: true, revision: 1 });
  });

  it('leaves an identical one unchanged', async () => {
    const first = await importText(statement('S0101/26', 'Antwort.'));
    const again = await importText(statement('S0101/26', 'Antwort.'));
    expect(again).toMatchObject({ id: first.id, status: 'unchanged' });
    expect((await host.app.statements.get(first.id)).revision).toBe(1);
  });

  it('refuses a different one under the same number and overwrites nothing', async () => {
    const { id } = await importText(statement('S0102/26', 'Antwort.'));
    const refusal = await refusalOf(() => importText(statement('S0102/26', 'Andere Antwort.')));
    expect(refusal).toEqual({ code: 'reference-taken', details: { reference: 'S0102/26', id } });
    expect((await host.app.statements.record(id)).replyText).toEqual(['Antwort.']);
  });

  it('knows a file again that says no number, and brings it anew when what came of it is gone', async () => {
    const text = statement('', 'Antwort ohne Nummer.').replace(/S\d+\/\d+/g, '');
    const first = await importText(text, 'entwurf.txt');
    expect([first.reference, first.status]).toEqual([null, 'imported']);
    const { id } = first;
    await host.app.statements.setField({ ref: id, field: 'name', value: 'Inzwischen bearbeitet' });
    // Under another name it is the same file.
    expect(await importText(text, 'kopie.txt')).toMatchObject({ id, status: 'known' });
    expect((await host.app.statements.get(id)).content.name).toBe('Inzwischen bearbeitet');
    expect(await importText(`${text} `, 'entwurf.txt')).toMatchObject({ status: 'imported' });
    await host.app.bin.discard(id);
    const again = await importText(text, 'entwurf.txt');
    expect(again.status).toBe('imported');
    expect(again.id).not.toBe(id);
    expect(await importText(text)).toMatchObject({ id: again.id, status: 'known' });
  });

  it('restores its own record, block for block', async () => {
    const record = { ...sampleRecord(), reference: 'S0103/26' };
    const { reference, source } = await importText(canonicalJson(record, 1), 'satz.json');
    expect([reference, source]).toEqual(['S0103/26', 'record']);
    const stored = await host.app.statements.record('S0103/26');
    expect(stored).toEqual({ ...record, quotation: stored.quotation, replyText: stored.replyText });
  });

  it.each([
    [
      'a record of a newer version',
      canonicalJson({ ...sampleRecord(), schema: 'stellwerk.statement/99' }),
      'kept-newer',
    ],
    ['a record with a part of a newer version', canonicalJson({ ...sampleRecord(), points: [] }), 'kept-newer'],
    [
      'a record with a mark of a newer version',
      canonicalJson(sampleRecord()).replace('"type":"text"', '"marks":[{"type":"smallCaps"}],"type":"text"'),
      'kept-newer',
    ],
    ['half a record', canonicalJson(sampleRecord()).slice(0, -40), 'record-incomplete'],
    ['a record without its name', canonicalJson({ ...sampleRecord(), name: undefined }), 'record-incomplete'],
    ['a record with an impossible day', canonicalJson({ ...sampleRecord(), date: '2026-02-31' }), 'record-incomplete'],
    ['an empty file', '', 'file-empty'],
    ['a file of blanks', ' \n\t\n ', 'file-empty'],
    ['a binary file', 'a\u0000b\u0001c\u0002', 'file-binary'],
  ])('refuses %s', async (_, text, code) => {
    const before = (await host.app.papers.list({ text: '', limit: 100 })).total;
    expect((await refusalOf(() => importText(text))).code).toBe(code);
    expect((await host.app.papers.list({ text: '', limit: 100 })).total).toBe(before);
  });

  it('enters the motion that the register did not know, with its text', async () => {
    const text = statement(
      'S0104/26',
      'Der Text des Antrags.\n\nDie Verwaltung nimmt zum **Antrag A0104/26** wie folgt Stellung:\n\nJa.',
    ).replace('12.03.2026\n', '12.03.2026\nzum/zur\nA0104/26 – Fraktion A\n');
    await importText(text);
    const motion = await host.app.papers.get('A0104/26');
    expect(motion.content).toMatchObject({ paperType: 'motion', originators: [{ organization: 'Fraktion A' }] });
    expect(JSON.stringify(motion.content.text)).toContain('Der Text des Antrags.');
    expect(motion.answeredBy.map((entry) => entry.reference)).toEqual(['S0104/26']);
  });

  it('reads a text as paragraphs without storing anything', async () => {
    const before = (await host.app.papers.list({ text: '', limit: 100 })).total;
    const { text, notes } = await host.app.imports.readText({
      fileName: 'a.txt',
      bytes: bytes('eins\nnoch eins\r\n\r\nzwei\n'),
    });
    expect(plainParagraphs(text)).toEqual(['eins\nnoch eins', 'zwei']);
    expect(notes).toEqual([]);
    expect((await host.app.papers.list({ text: '', limit: 100 })).total).toBe(before);
  });

  it.skipIf(sharedMissing !== undefined)(
    'stores the real statement, and finds nothing new the second time',
    async () => {
      const file = { fileName: 'S0386.txt', bytes: readFileSync(seedFile()) };
      expect(await host.app.imports.importFile(file)).toMatchObject({
        reference: 'S0386/22',
        status: 'imported',
        notes: [],
      });
      expect(await host.app.imports.importFile(file)).toMatchObject({ reference: 'S0386/22', status: 'unchanged' });
      expect((await host.app.papers.get('A0193/22')).answeredBy).toHaveLength(1);
    },
  );
});
