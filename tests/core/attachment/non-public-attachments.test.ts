/** A public paper with non-public attachments: no byte of what leaves the office may know of them. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { canonicalJson } from '../../../src-main/base/canonical-json.ts';
import type { FileContent } from '../../../src-main/core/ports/ports.ts';
import { consultation } from '../../support/builders.ts';
import { skipReason } from '../../harness/judges/judges.ts';
import { outputOf, runTool } from '../../harness/judges/run-tool.ts';
import { pdfOfPages } from '../../adapters/attachment/sample-files.ts';
import { paperHost, type PaperHost } from './office-with-paper.ts';
import { filesOf, handOver } from '../../support/hand-over.ts';

/** Marks that stand nowhere else. Nothing but ASCII, so that every encoding can be searched for. */
const SECRETS = ['Geheimgutachten', 'geheim-gutachten-7731', 'WORTIMGEHEIMEN', 'Zurueckgezogen', 'Personalakte'];
const PRINTED = 'Lageplan';
const PRINTED_WORD = 'WORTIMOFFENEN';

let paper: PaperHost;
let scratch = '';
let delivered: FileContent[] = [];
const secretFile = pdfOfPages([['WORTIMGEHEIMEN steht nur hier.']]);

async function deliveredFiles(kind: 'form-sheet' | 'distribution-list'): Promise<FileContent[]> {
  const files: FileContent[] = [];
  const to = {
    deliver: (parcel: readonly FileContent[]) => {
      files.push(...parcel);
      return Promise.resolve({ kind: 'saved' as const, paths: parcel.map((file) => file.fileName) });
    },
  };
  const request = { ref: paper.paperId, kind, formats: ['pdf', 'docx'] as const, withAttachments: true };
  await handOver(paper.host.app.documents.deliver(request), to);
  return files;
}

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'stellwerk-secrets-'));
  paper = await paperHost();
  await paper.save({ consultations: [consultation({ organization: 'Stadtrat', date: '2026-02-20' })] });
  await paper.add('geheim-gutachten-7731.pdf', secretFile, 'non-public');
  await paper.add('lageplan.txt', `Der Plan. ${PRINTED_WORD}`, 'public');
  const { attachments } = paper.host.app;
  const [secret, open] = (await attachments.list(paper.paperId)).attachments;
  await attachments.change({ id: secret?.id ?? '', name: 'Geheimgutachten', publicity: 'non-public' });
  await attachments.change({ id: open?.id ?? '', name: PRINTED, publicity: 'public' });
  await attachments.remove(await paper.add('Zurueckgezogen.txt', 'Zurueckgezogen', 'public'));
  await paper.add('Personalakte.txt', 'Personalakte', 'non-public');
  await attachments.settled();
  delivered = [...(await deliveredFiles('form-sheet')), ...(await deliveredFiles('distribution-list'))];
});
afterAll(async () => {
  await paper.host.dispose();
  rmSync(scratch, { recursive: true, force: true });
});

interface Stream {
  readonly where: string;
  readonly bytes: Uint8Array;
}

const unzipped = (where: string, bytes: Uint8Array): Stream[] =>
  Object.entries(unzipSync(bytes)).map(([name, part]) => ({ where: `${where}/${name}`, bytes: part }));

async function unpacked(file: FileContent): Promise<Stream[]> {
  const own = [
    { where: file.fileName, bytes: file.bytes },
    { where: `${file.fileName} (name)`, bytes: Buffer.from(file.fileName) },
  ];
  if (file.fileName.endsWith('.docx')) return [...own, ...unzipped(file.fileName, file.bytes)];
  if (!file.fileName.endsWith('.pdf')) return own;
  const folder = mkdtempSync(join(scratch, 'pdf-'));
  const [whole, plain, inside] = ['whole.pdf', 'plain.pdf', 'inside'].map((name) => join(folder, name));
  if (whole === undefined || plain === undefined || inside === undefined) throw new Error('unreachable');
  writeFileSync(whole, file.bytes);
  expect((await runTool('qpdf', ['--qdf', '--object-streams=disable', whole, plain])).exitCode).toBe(0);
  mkdirSync(inside);
  await outputOf('pdfdetach', ['-saveall', '-o', inside, whole]);
  const embedded = readdirSync(inside).flatMap((name) => {
    const bytes = readFileSync(join(inside, name));
    const where = `${file.fileName}/${name}`;
    return [{ where, bytes }, ...(name.endsWith('.docx') ? unzipped(where, bytes) : [])];
  });
  return [
    ...own,
    { where: `${file.fileName} unpacked`, bytes: readFileSync(plain) },
    { where: `${file.fileName} text`, bytes: Buffer.from(await outputOf('pdftotext', ['-enc', 'UTF-8', whole, '-'])) },
    ...embedded,
  ];
}

/** As UTF-8, as UTF-16 (strings of a PDF) and as hexadecimal digits of both; case does not matter. */
function placesOf(streams: readonly Stream[], mark: string): string[] {
  const utf16 = Buffer.from(mark, 'utf16le').swap16();
  const forms = [Buffer.from(mark), utf16, Buffer.from(mark, 'utf16le')].flatMap((form) => [
    form.toString('latin1'),
    form.toString('hex'),
  ]);
  const wanted = forms.map((form) => form.toLowerCase());
  return streams
    .filter(({ bytes }) => {
      const text = Buffer.from(bytes).toString('latin1').toLowerCase();
      return wanted.some((form) => text.includes(form));
    })
    .map(({ where }) => where);
}

async function streamsOf(test: TestContext, files: readonly FileContent[]): Promise<Stream[]> {
  const reason = skipReason(['qpdf', 'Poppler']);
  if (reason !== undefined) test.skip(true, reason);
  return (await Promise.all(files.map(unpacked))).flat();
}

describe('a non-public attachment of a public paper', () => {
  it('is in no byte of a delivered file', async (test) => {
    const streams = await streamsOf(test, delivered);
    expect(streams.length).toBeGreaterThan(40);
    for (const secret of [...SECRETS, 'non-public']) expect(placesOf(streams, secret), secret).toEqual([]);
    expect(streams.some(({ bytes }) => Buffer.from(bytes).includes(Buffer.from(secretFile)))).toBe(false);
    // The search itself works: what prints is found on the page, in both records and in Word's file.
    const found = placesOf(streams, PRINTED);
    for (const part of ['.pdf text', '.json', 'word/document.xml', 'customXml/item1.xml']) {
      expect(
        found.some((where) => where.endsWith(part)),
        part,
      ).toBe(true);
    }
    expect(placesOf(streams, PRINTED_WORD)).toEqual([
      'S0001-26 Anlage 1 – Lageplan.txt',
      'S0001-26-Verteiler Anlage 1 – Lageplan.txt',
    ]);
  });

  it('does not travel as a file, and leaves no gap in the numbers', () => {
    expect(delivered.map((file) => file.fileName).filter((name) => name.includes('Anlage'))).toEqual([
      'S0001-26 Anlage 1 – Lageplan.txt',
      'S0001-26-Verteiler Anlage 1 – Lageplan.txt',
    ]);
  });

  it('is not in the record', async () => {
    const record = await paper.host.app.statements.record(paper.paperId);
    expect(record.attachments).toEqual([{ name: PRINTED }]);
    for (const secret of SECRETS) expect(canonicalJson(record)).not.toContain(secret);
  });

  it('is not in the preview', async () => {
    const { content } = await paper.host.app.statements.get(paper.paperId);
    const previewOf = async (changes: object): Promise<string> => {
      const { handle } = await paper.host.app.statements.preview({
        id: paper.paperId,
        content: { ...content, ...changes },
      });
      return Buffer.from(paper.host.app.handoff.take(handle).bytes).toString('latin1');
    };
    const shown = await previewOf({});
    for (const secret of SECRETS) expect(shown).not.toContain(secret);
  });

  it('is found by the search inside the office', async () => {
    const found = await paper.host.app.papers.list({ text: 'wortimgeheimen', limit: 5 });
    expect(found.items.map((item) => item.id)).toEqual([paper.paperId]);
  });

  it('does not even stop the delivery when its file is missing', async () => {
    const { host } = paper;
    await host.app.imports.importFile({
      fileName: 'satz.json',
      bytes: Buffer.from(
        canonicalJson({
          ...(await host.app.statements.record(paper.paperId)),
          reference: 'S0050/26',
          publicity: 'non-public',
        }),
      ),
    });
    await host.app.statements.setField({ ref: 'S0050/26', field: 'publicity', value: 'public' });
    const files = await filesOf(
      host.app.documents.deliver({
        ref: 'S0050/26',
        kind: 'form-sheet',
        formats: ['docx'],
        withAttachments: true,
      }),
    );
    expect(files.map((file) => file.fileName)).toEqual(['S0050-26.docx']);
  });

  it('comes along as soon as the paper itself is non-public, and stays behind when it is public again', async (test) => {
    await paper.save({ publicity: 'non-public' });
    const files = await deliveredFiles('form-sheet');
    expect(files.map((file) => file.fileName)).toEqual([
      'S0001-26.pdf',
      'S0001-26.docx',
      'S0001-26 Anlage 1 – Geheimgutachten.pdf',
      'S0001-26 Anlage 2 – Lageplan.txt',
      'S0001-26 Anlage 3 – Personalakte.txt',
    ]);
    expect(placesOf(await streamsOf(test, files), 'Geheimgutachten').length).toBeGreaterThan(3);
    await paper.save({ publicity: 'public' });
    const again = await streamsOf(test, await deliveredFiles('form-sheet'));
    for (const secret of SECRETS) expect(placesOf(again, secret), secret).toEqual([]);
  });
});
