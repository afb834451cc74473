import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createDocxWriter } from '../../../src-main/adapters/docx/docx-writer.ts';
import { readDocx } from '../../../src-main/adapters/docx/read-docx.ts';
import { statementRecordSchema, type StatementRecord } from '../../../src-main/record/statement-record.ts';
import { sentenceFor } from '../../../src-main/contract/shared/errors-de.ts';
import { canonicalJson } from '../../../src-main/base/canonical-json.ts';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { recogniseStatement } from '../../../src-main/core/import/recognise-statement.ts';
import { statementSource } from '../../../src-main/core/import/reading-source.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import { anyRecord } from '../../support/arbitrary-record.ts';
import { countingIds, refusalOf, richText } from '../../support/builders.ts';
import { projectRoot } from '../../support/test-host.ts';

const write = (record: StatementRecord, json: string | null = canonicalJson(record)): Promise<Uint8Array> =>
  createDocxWriter().write(formSheet(record, builtInProfile()), json);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The package after somebody changed words in Word. */
function edited(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  parts['word/document.xml'] = strToU8(change(strFromU8(parts['word/document.xml'] ?? new Uint8Array())));
  return zipSync(parts);
}

describe('the Word document', () => {
  it('is the same bytes for the same record, in this process and in another', async () => {
    const bytes = await write(sampleRecord());
    expect(sha256(await write(sampleRecord()))).toBe(sha256(bytes));
    const script = join(projectRoot, 'tests', 'harness', 'desk', 'docx-process.ts');
    const elsewhere = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
      env: { ...process.env, TZ: 'Pacific/Auckland' },
    });
    expect(elsewhere.toString()).toBe(sha256(bytes));
  });

  it('holds no time, user or machine of this moment', async () => {
    const parts = unzipSync(await write(sampleRecord()));
    const all = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('\n');
    expect(all).not.toContain(new Date().toISOString().slice(0, 10));
    expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toContain('2026-01-15T00:00:00Z');
  });

  it('keeps the heading of the attachments away from the name above it', async () => {
    const parts = unzipSync(await write({ ...sampleRecord(), attachments: [{ name: 'Lageplan' }] }));
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const signature = /<w:p>(?:(?!<\/w:p>).)*StellwerkSignature.*?<\/w:p>/s.exec(xml)?.[0] ?? '';
    // 1.35 lines of 11 points, as above every heading of this level, in twentieths of a point.
    expect(/w:after="(\d+)"/.exec(signature)?.[1]).toBe('297');
  });

  it('carries no record where none is asked for', async () => {
    const parts = Object.keys(unzipSync(await write(sampleRecord(), null)));
    expect(parts.filter((name) => name.startsWith('customXml'))).toEqual([]);
  });

  it('gives the record back as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord, async (record) => {
        const reading = readDocx('a.docx', await write(record));
        if (reading.kind !== 'record') throw new Error('the record was not found');
        expect(statementRecordSchema.parse(JSON.parse(reading.json))).toEqual(record);
      }),
      { numRuns: 20 },
    );
  });
});

describe('reading a Word document', () => {
  it('takes the edited text, not the record, once the text was changed', async () => {
    const record = { ...sampleRecord(), reply: richText('Die Bänke sind alt.', 'Sie bleiben.') };
    const reading = readDocx(
      'a.docx',
      edited(await write(record), (xml) => xml.replace('Sie bleiben.', 'Sie gehen.')),
    );
    if (reading.kind !== 'document') throw new Error('the record was taken');
    expect(reading.source).toBe('docx-edited');
    const { reference, content } = recogniseStatement(
      statementSource(reading, '2026-03-02'),
      builtInProfile(),
      countingIds(),
    );
    expect(reference).toBe('S0001/26');
    expect(content).toMatchObject({
      date: '2026-01-15',
      leadUnit: 'FB 1',
      bodyName: 'Musterstadt',
      name: 'Sachstand',
      hinge: record.hinge,
    });
    expect(content.consultations.map((row) => [row.organization, row.date])).toEqual([['Stadtrat', '2026-02-05']]);
    expect(plainParagraphs(content.quotation)).toEqual(['Die Verwaltung wird gebeten, über den Stand zu berichten.']);
    expect(plainParagraphs(content.reply)).toEqual(['Die Bänke sind alt.', 'Sie gehen.']);
    expect(content.signatory).toEqual({ name: 'Erika Muster', role: 'Fachbereichsleiterin', prefix: null });
  });

  it('keeps signatory and attachments when the text was changed', async () => {
    const attachments = [{ name: 'Lageplan' }, { name: 'Kosten – Übersicht' }];
    const record = { ...sampleRecord(), reply: richText('Die Bänke sind alt.'), attachments };
    const reading = readDocx(
      'a.docx',
      edited(await write(record), (xml) => xml.replace('sind alt', 'sind neu')),
    );
    if (reading.kind !== 'document') throw new Error('the record was taken');
    const recognition = recogniseStatement(statementSource(reading, '2026-03-02'), builtInProfile(), countingIds());
    expect(recognition.attachments).toEqual(attachments);
    expect(recognition.content.signatory?.name).toBe('Erika Muster');
    expect(plainParagraphs(recognition.content.reply)).toEqual(['Die Bänke sind neu.']);
    // The sample answers no paper; nothing else is missing.
    expect(recognition.notes).toEqual([{ code: 'answers-missing', text: '' }]);
  });

  it('finds the record under the name that Word gives its part', async () => {
    const parts = unzipSync(await write(sampleRecord()));
    const { 'customXml/item1.xml': record, ...others } = parts;
    const moved = zipSync({ ...others, 'customXml/item7.xml': record ?? new Uint8Array() });
    expect(readDocx('a.docx', moved).kind).toBe('record');
  });

  it('takes no record with a document type of its own', async () => {
    const parts = unzipSync(await write(sampleRecord()));
    const xml = strFromU8(parts['customXml/item1.xml'] ?? new Uint8Array());
    parts['customXml/item1.xml'] = strToU8(xml.replace('<record', '<!DOCTYPE record [<!ENTITY a "b">]><record'));
    expect(readDocx('a.docx', zipSync(parts)).kind).toBe('document');
  });

  const refusedAs = async (bytes: Uint8Array) => refusalOf(() => readDocx('a.docx', bytes));

  it.each([
    ['no archive', () => strToU8('PK\u0003\u0004 kaputt')],
    [
      'a part that cannot be unpacked',
      () => {
        const bytes = zipSync({ 'word/document.xml': strToU8('<w:document/>'.repeat(99)) });
        return bytes.fill(0xff, 47, 60);
      },
    ],
  ])('calls only damaged what certainly is: %s', async (_, bytes) => {
    expect(await refusedAs(bytes())).toEqual({ code: 'document-damaged', details: { file: 'a.docx' } });
  });

  it.each([
    ['an archive without text', () => zipSync({ 'a.txt': strToU8('x') })],
    ['text that is no XML', () => zipSync({ 'word/document.xml': strToU8('<w:document') })],
    [
      'a method of packing that is not known here',
      () => {
        const bytes = zipSync({ 'word/document.xml': strToU8('<w:document/>') });
        bytes[bytes.indexOf(0x50, 40) + 10] = 93;
        bytes[8] = 93;
        return bytes;
      },
    ],
  ])('says of %s that it cannot be read, not that it is damaged', async (_, bytes) => {
    const { code, details } = await refusedAs(bytes());
    expect(code).toBe('document-unreadable');
    expect(sentenceFor('document-unreadable', details)).toContain('nicht, dass die Datei beschädigt ist');
  });

  it('names the limit where there are too many entries or they unpack to too much', async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`${n}`, new Uint8Array()])));
    expect(await refusedAs(many)).toEqual({
      code: 'contents-too-large',
      details: { file: 'a.docx', found: 'mehr als 5.000 einzelne Dateien', limit: '5.000 einzelne Dateien' },
    });
    const part = new Uint8Array(70 * 1024 * 1024);
    const large = zipSync({ 'word/document.xml': part, 'word/a.xml': part, 'word/b.xml': part } satisfies Zippable);
    const refusal = await refusedAs(large);
    expect(refusal).toEqual({
      code: 'contents-too-large',
      details: { file: 'a.docx', found: '210 MB', limit: '200 MB' },
    });
    expect(sentenceFor('contents-too-large', refusal.details)).toBe(
      'Der Inhalt von „a.docx“ ist zu groß: ausgepackt 210 MB, möglich sind höchstens 200 MB. Bitte die Datei in ihrem Programm verkleinern oder aufteilen; es wurde nichts übernommen.',
    );
  });

  it('says that an archive with a password needs it', async () => {
    const bytes = zipSync({ 'word/document.xml': strToU8('<w:document/>') });
    bytes[6] = 1;
    expect((await refusedAs(bytes)).code).toBe('file-encrypted');
  });

  it('reads twenty thousand equal paragraphs, however well they pack', async () => {
    const parts = unzipSync(await write(sampleRecord()));
    const line = '<w:p><w:r><w:t>Gleicher Absatz.</w:t></w:r></w:p>';
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    parts['word/document.xml'] = strToU8(xml.replace('<w:sectPr', `${line.repeat(20_000)}<w:sectPr`));
    const packed = zipSync(parts, { level: 9 });
    const reading = readDocx('a.docx', packed);
    expect(JSON.stringify(reading).split('Gleicher Absatz.').length - 1).toBe(20_000);
  });
});
