import { PDF, PdfArray, PdfDict, PdfName } from '@libpdf/core';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createPdfWriter } from '../../../src-main/adapters/pdf/pdf-writer.ts';
import { readRecordFromPdf } from '../../../src-main/adapters/pdf/read-record.ts';
import { createTypesetter } from '../../../src-main/adapters/typst/typesetter.ts';
import { statementRecordSchema, type StatementRecord } from '../../../src-main/record/statement-record.ts';
import { canonicalJson } from '../../../src-main/base/canonical-json.ts';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import type { PdfAttachment } from '../../../src-main/core/ports/ports.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import { anyRecord } from '../../support/arbitrary-record.ts';
import { refusalOf } from '../../support/builders.ts';
import { assetFolder, typstWorker } from '../../support/test-host.ts';

const typesetter = createTypesetter({ workerFile: typstWorker, assetFolder });
const writer = createPdfWriter(typesetter);
afterAll(() => typesetter.close());

const attachment = (record: StatementRecord): PdfAttachment => ({
  fileName: 'S0001-26.json',
  mimeType: 'application/json',
  description: 'Datensatz',
  relationship: 'Source',
  bytes: Buffer.from(canonicalJson(record)),
});
const word: PdfAttachment = {
  fileName: 'S0001-26.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  description: 'Bearbeitbare Fassung',
  relationship: 'Alternative',
  bytes: Buffer.from('PK'),
};
const write = (record = sampleRecord(), attachments = [attachment(record), word]): Promise<Uint8Array> =>
  writer.write(formSheet(record, builtInProfile()), Promise.resolve(attachments));

describe('the finished PDF', () => {
  it('is the same bytes for the same record', async () => {
    expect(Buffer.compare(await write(), await write())).toBe(0);
  });

  it('carries its attachments, byte for byte', async () => {
    const pdf = await PDF.load(await write());
    expect([...pdf.getAttachments().keys()].sort()).toEqual(['S0001-26.docx', 'S0001-26.json']);
    expect(Buffer.from(pdf.getAttachment('S0001-26.docx') ?? []).toString()).toBe('PK');
  });

  it('says how each attachment relates to it', async () => {
    const pdf = await PDF.load(await write());
    const resolve = (ref: Parameters<PDF['getObject']>[0]) => pdf.getObject(ref);
    const associated = pdf.getCatalog().get('AF', resolve);
    if (!(associated instanceof PdfArray)) throw new Error('no associated files');
    const relations = [...associated].map((ref) => {
      const specification = resolve(ref as Parameters<typeof resolve>[0]);
      const relation = specification instanceof PdfDict ? specification.get('AFRelationship', resolve) : null;
      return relation instanceof PdfName ? relation.value : null;
    });
    expect(relations).toEqual(['Alternative', 'Source']);
  });

  it('claims PDF/A-3a and PDF/UA-1 in plain metadata', async () => {
    const text = Buffer.from(await write()).toString('latin1');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toContain('/DisplayDocTitle true');
  });

  it('gives the record back as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord, async (record) => {
        const json = await readRecordFromPdf('a.pdf', await write(record));
        expect(statementRecordSchema.parse(JSON.parse(json))).toEqual(record);
      }),
      { numRuns: 20 },
    );
  });
});

describe('reading a PDF', () => {
  it('says when no record travels in it', async () => {
    const refusal = await refusalOf(async () => readRecordFromPdf('a.pdf', await write(sampleRecord(), [word])));
    expect(refusal).toEqual({ code: 'record-missing', details: { file: 'a.pdf' } });
  });

  it('says when it is no PDF at all', async () => {
    const refusal = await refusalOf(() => readRecordFromPdf('a.pdf', Buffer.from('%PDF-1.7 kaputt')));
    expect(['document-unreadable', 'record-missing']).toContain(refusal.code);
  });

  it('comes to an end with a stray bracket inside an array and no cross-references', async () => {
    const file = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /A [ 1 ) 2 ] >>\nendobj\n%%EOF\n');
    const refusal = await refusalOf(() => readRecordFromPdf('a.pdf', file));
    expect(refusal.code).toBe('document-unreadable');
  });

  it('does not take another JSON file for the record', async () => {
    const other = { ...attachment(sampleRecord()), bytes: Buffer.from('{"a":1}') };
    const refusal = await refusalOf(async () => readRecordFromPdf('a.pdf', await write(sampleRecord(), [other])));
    expect(refusal.code).toBe('record-missing');
  });
});
