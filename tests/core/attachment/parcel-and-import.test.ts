import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src-main/base/canonical-json.ts';
import type { FileContent } from '../../../src-main/core/ports/ports.ts';
import { refusalOf } from '../../support/builders.ts';
import { pdfText, skipReason } from '../../harness/judges/judges.ts';
import { testHost } from '../../support/test-host.ts';
import { bytesOf, entry, inStores, newStatement, paperHost, REF, type PaperHost } from './office-with-paper.ts';
import { filesOf, handOver } from '../../support/hand-over.ts';

const NAMES = ['Lageplan Nord', 'Kosten & <Folgen>', 'Äußerung des Ärztehauses'];
let paper: PaperHost;
let files: readonly FileContent[] = [];
const request = { ref: REF, kind: 'form-sheet', formats: ['pdf', 'docx'] } as const;

beforeAll(async () => {
  paper = await paperHost();
  const { attachments } = paper.host.app;
  for (const [index, name] of NAMES.entries()) {
    const id = await paper.add(`datei ${index}.txt`);
    await attachments.change({ id, name, publicity: 'public' });
  }
  files = await filesOf(paper.host.app.documents.deliver({ ...request, withAttachments: true }));
});
afterAll(() => paper.host.dispose());

const file = (extension: string): FileContent => {
  const found = files.find((one) => one.fileName === `S0001-26${extension}`);
  if (!found) throw new Error(`no ${extension}`);
  return found;
};

describe('the list of attachments', () => {
  it('stands on the form sheet', async (test) => {
    const reason = skipReason(['Poppler']);
    if (reason !== undefined) test.skip(true, reason);
    const folder = mkdtempSync(join(tmpdir(), 'stellwerk-parcel-'));
    try {
      const path = join(folder, 'blatt.pdf');
      writeFileSync(path, file('.pdf').bytes);
      const lines = (await pdfText(path)).split('\n').map((line) => line.trim());
      expect(lines).toContain('Anlagen');
      for (const [index, name] of NAMES.entries()) expect(lines).toContain(`Anlage ${index + 1} – ${name}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('stands in the Word file', () => {
    const document = Buffer.from(unzipSync(file('.docx').bytes)['word/document.xml'] ?? []).toString('utf8');
    const text = document.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
    expect(text).toContain('Anlage 1 – Lageplan Nord\n');
    expect(text).toContain('Anlage 2 – Kosten &amp; &lt;Folgen&gt;\n');
    expect(text).toContain('Anlage 3 – Äußerung des Ärztehauses\n');
  });

  it('is not there when there is no attachment', async () => {
    const other = await newStatement(paper.host, 'S0002/26');
    const [docx] = await filesOf(
      paper.host.app.documents.deliver({ ...request, ref: other.paperId, formats: ['docx'] }),
    );
    const document = Buffer.from(unzipSync(docx?.bytes ?? new Uint8Array())['word/document.xml'] ?? []);
    expect(document.toString('utf8')).not.toContain('Anlage');
  });

  it('follows the order', async () => {
    const other = await newStatement(paper.host, 'S0003/26');
    await other.add('eins.txt');
    const id = await other.add('zwei.txt');
    await paper.host.app.attachments.move({ id, to: 0 });
    const { attachments } = await paper.host.app.statements.record(other.paperId);
    expect(attachments).toEqual([{ name: 'zwei' }, { name: 'eins' }]);
  });
});

describe('a parcel', () => {
  it('holds the files beside form sheet and Word file, named by what prints', () => {
    expect(files.map((one) => one.fileName)).toEqual([
      'S0001-26.pdf',
      'S0001-26.docx',
      'S0001-26 Anlage 1 – Lageplan Nord.txt',
      'S0001-26 Anlage 2 – Kosten & -Folgen-.txt',
      'S0001-26 Anlage 3 – Äußerung des Ärztehauses.txt',
    ]);
    expect(Buffer.from(files[2]?.bytes ?? []).toString()).toBe('Inhalt von datei 0.txt');
  });

  it('holds none of them when nobody asked', async () => {
    const plain = await filesOf(paper.host.app.documents.deliver({ ...request, formats: ['docx'] }));
    expect(plain.map((one) => one.fileName)).toEqual(['S0001-26.docx']);
  });

  it('is refused as a whole when one file is missing', async () => {
    const other = await newStatement(paper.host, 'S0004/26');
    await other.add('da.txt');
    await inStores(paper.host, (database) =>
      database.write((stores) => stores.attachments.put(entry(other.paperId, 1, { name: 'Fehlt noch', fileName: '' }))),
    );
    const written: string[] = [];
    const to = {
      deliver: (parcel: readonly FileContent[]) => {
        written.push(...parcel.map((one) => one.fileName));
        return Promise.resolve({ kind: 'saved' as const, paths: [] });
      },
    };
    const asked = { ...request, ref: 'S0004/26', formats: ['docx'] } as const;
    expect(
      await refusalOf(() => handOver(paper.host.app.documents.deliver({ ...asked, withAttachments: true }), to)),
    ).toEqual({
      code: 'attachment-missing',
      details: { name: 'Fehlt noch' },
    });
    expect(written).toEqual([]);
    await handOver(paper.host.app.documents.deliver(asked), to);
    expect(written).toEqual(['S0004-26.docx']);
  });
});

describe('importing our own files elsewhere', () => {
  let other: PaperHost;
  beforeAll(async () => {
    other = await paperHost();
  });
  afterAll(() => other.host.dispose());

  const recordAs = async (reference: string): Promise<FileContent> => {
    const record = { ...(await paper.host.app.statements.record(REF)), reference };
    return { fileName: 'satz.json', mimeType: 'application/json', bytes: bytesOf(canonicalJson(record)) };
  };
  const list = async (ref: string) => (await other.host.app.attachments.list(ref)).attachments;

  it.each(['pdf', 'docx', 'record'] as const)(
    'restores the names from %s, without files, and stays unchanged',
    async (source) => {
      const fresh = testHost();
      try {
        const { app } = fresh;
        await app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
        const handed = source === 'record' ? await recordAs(REF) : file(`.${source}`);
        expect(await app.imports.importFile(handed)).toMatchObject({ status: 'imported', source });
        const { attachments } = await app.attachments.list(REF);
        expect(attachments.map(({ name, hasFile, size, publicity }) => ({ name, hasFile, size, publicity }))).toEqual(
          NAMES.map((name) => ({ name, hasFile: false, size: 0, publicity: 'public' })),
        );
        expect((await app.statements.record(REF)).attachments).toEqual(NAMES.map((name) => ({ name })));
        expect(await app.imports.importFile(handed)).toMatchObject({ status: 'unchanged' });
        const sent = () => filesOf(app.documents.deliver({ ...request, formats: ['docx'], withAttachments: true }));
        expect((await refusalOf(sent)).code).toBe('attachment-missing');
      } finally {
        await fresh.dispose();
      }
    },
  );

  it('takes the files one by one, until the parcel is whole', async () => {
    await other.host.app.imports.importFile(await recordAs('S0010/26'));
    for (const { id } of await list('S0010/26')) {
      expect((await refusalOf(() => other.host.app.attachments.view(id))).code).toBe('attachment-missing');
      await other.host.app.attachments.replace({ id, fileName: 'nachgereicht.txt', bytes: bytesOf(`Datei ${id}`) });
    }
    const attachments = await list('S0010/26');
    expect(attachments.map(({ name, hasFile }) => [name, hasFile])).toEqual(NAMES.map((name) => [name, true]));
    const parcel = await filesOf(
      other.host.app.documents.deliver({
        ...request,
        ref: 'S0010/26',
        formats: ['docx'],
        withAttachments: true,
      }),
    );
    expect(parcel).toHaveLength(4);
    expect(await other.host.app.imports.importFile(await recordAs('S0010/26'))).toMatchObject({ status: 'unchanged' });
  });

  it('stays unchanged where the paper has non-public attachments besides', async () => {
    const ours = await recordAs('S0011/26');
    await other.host.app.imports.importFile(ours);
    const bytes = bytesOf('geheim');
    await other.host.app.attachments.add({
      id: crypto.randomUUID(),
      ref: 'S0011/26',
      fileName: 'geheim.txt',
      bytes,
      publicity: 'non-public',
    });
    expect(await other.host.app.imports.importFile(ours)).toMatchObject({ status: 'unchanged' });
    expect(await list('S0011/26')).toHaveLength(4);
  });

  it('refuses a record with other attachments under the same number', async () => {
    const ours = await recordAs('S0012/26');
    await other.host.app.imports.importFile(ours);
    const [first] = await list('S0012/26');
    await other.host.app.attachments.remove(first?.id ?? '');
    // The very file is known, another one of the same number is refused.
    expect(await other.host.app.imports.importFile(ours)).toMatchObject({ status: 'known' });
    const alike = { ...ours, bytes: Buffer.concat([ours.bytes, Buffer.from('\n')]) };
    expect((await refusalOf(async () => other.host.app.imports.importFile(alike))).code).toBe('reference-taken');
    expect(await list('S0012/26')).toHaveLength(2);
  });

  it('makes the attachments of a non-public record non-public', async () => {
    const record = {
      ...(await paper.host.app.statements.record(REF)),
      reference: 'S0013/26',
      publicity: 'non-public',
    };
    await other.host.app.imports.importFile({ fileName: 'satz.json', bytes: bytesOf(canonicalJson(record)) });
    expect(new Set((await list('S0013/26')).map((one) => one.publicity))).toEqual(new Set(['non-public']));
  });

  it('reads records from before there were attachments', async () => {
    const { attachments: _none, ...record } = await paper.host.app.statements.record(REF);
    const older = { ...record, reference: 'S0014/26' };
    await other.host.app.imports.importFile({ fileName: 'satz.json', bytes: bytesOf(canonicalJson(older)) });
    expect(await list('S0014/26')).toEqual([]);
  });

  it('stores names as lines, whatever a foreign record holds', async () => {
    const record = {
      ...(await paper.host.app.statements.record(REF)),
      reference: 'S0015/26',
      attachments: [{ name: ' Bu\u0308rger\n haus ' }],
    };
    const foreign = { fileName: 'satz.json', bytes: bytesOf(canonicalJson(record)) };
    await other.host.app.imports.importFile(foreign);
    expect((await list('S0015/26')).map((one) => one.name)).toEqual(['Bürger haus']);
    expect(await other.host.app.imports.importFile(foreign)).toMatchObject({ status: 'unchanged' });
  });

  it('refuses a record with more attachments than a paper may have, and stores nothing', async () => {
    const record = {
      ...(await paper.host.app.statements.record(REF)),
      reference: 'S0016/26',
      attachments: Array.from({ length: 201 }, (_, index) => ({ name: `Plan ${index}` })),
    };
    const foreign = { fileName: 'satz.json', bytes: bytesOf(canonicalJson(record)) };
    expect((await refusalOf(() => other.host.app.imports.importFile(foreign))).code).toBe('record-incomplete');
    expect((await refusalOf(() => other.host.app.statements.get('S0016/26'))).code).toBe('not-found');
  });
});
