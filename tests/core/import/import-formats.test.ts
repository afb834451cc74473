import { PDF } from '@libpdf/core';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sentenceFor } from '../../../src-main/contract/shared/errors-de.ts';
import { canonicalJson } from '../../../src-main/base/canonical-json.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import { docxOfXml, odtOf, oleOf, pdfOfPages, wordXml, zipOf } from '../../adapters/attachment/sample-files.ts';
import { refusalOf } from '../../support/builders.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';
import { filesOf } from '../../support/hand-over.ts';

let host: TestHost;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterAll(() => host.dispose());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
const importFile = (content: Uint8Array, fileName = 'datei') =>
  host.app.imports.importFile({ fileName, bytes: content });
const storedPapers = async (): Promise<number> => (await host.app.papers.list({ text: '', limit: 1 })).total;

/** Refused under this code, with these words in the sentence, nothing stored, nothing called damaged; the same for taking over text. */
async function expectRefused(content: Uint8Array, code: string, words: string): Promise<void> {
  const before = await storedPapers();
  for (const ask of [importFile, (file: Uint8Array) => host.app.imports.readText({ fileName: 'datei', bytes: file })]) {
    const refusal = await refusalOf(() => ask(content));
    const sentence = sentenceFor(refusal.code as never, refusal.details);
    expect([refusal.code, sentence]).toEqual([code, expect.stringContaining(words)]);
    expect(sentence).not.toMatch(/beschädigt|–\s|\{/);
    expect(sentence).toMatch(/Bitte/);
  }
  expect(await storedPapers()).toBe(before);
}

const MAIL = 'From: a@b.de\nTo: c@d.de\nSubject: Bänke\nDate: Mon, 2 Mar 2026 08:00:00 +0100\n\nText.';

describe('files of other programs', () => {
  it.each<[string, Uint8Array, string]>([
    ['ODS', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), '(.ods)'],
    [
      'ODP',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.presentation', 'content.xml': '<x/>' }),
      'OpenDocument',
    ],
    ['RTF', bytes('{\\rtf1\\ansi Stellungnahme der Verwaltung \\par }'), 'Rich-Text'],
    ['DOC', oleOf(0x00020906, 'WordDocument'), '(.doc)'],
    ['XLS', oleOf(0x00020820, 'Workbook'), '(.xls)'],
    ['MSG', oleOf(0x00020d0b), '(.msg)'],
    ['another old file', oleOf(0), 'alten Büroprogramm'],
    ['XLSX', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' }), '(.xlsx)'],
    ['PPTX', zipOf({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<x/>' }), '(.pptx)'],
    ['ZIP', zipOf({ 'brief.txt': 'Stellungnahme' }), 'ZIP-Archiv'],
    ['HTML', bytes('<!DOCTYPE html><html><body>Stellungnahme der Verwaltung</body></html>'), 'HTML'],
    ['XML', bytes('<?xml version="1.0"?><a>Stellungnahme</a>'), 'XML'],
    ['a mail', bytes(MAIL), 'E-Mail'],
    ['RTF behind blank lines', bytes('\r\n\r\n{\\rtf1\\ansi Stellungnahme \\par }'), 'Rich-Text'],
    ['RTF behind a mark of the encoding', joined('\u00ef\u00bb\u00bf\n', '{\\rtf1\\ansi Text}'), 'Rich-Text'],
    ['PostScript', bytes('%!PS-Adobe-3.0\n%%Title: Bänke\n'), 'PostScript'],
    ['PostScript behind blank lines', bytes('\n \n%!PS\n(Text) show\n'), 'PostScript'],
    ['vCard', bytes('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ida Beispiel\r\nEND:VCARD\r\n'), 'vCard'],
    ['vCard in UTF-16', Buffer.from('\ufeff\nBEGIN:VCARD\nFN:x\nEND:VCARD\n', 'utf16le'), 'vCard'],
    ['a calendar', bytes('BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n'), '(.ics)'],
    ['CSV with semicolons', bytes('Name;Fraktion\nIda Beispiel;A\nUwe Muster;B\n'), 'CSV'],
    ['CSV with commas and quotation marks', bytes('"Name","Ort","Amt"\n"Beispiel, Ida","Weiher","61"\n'), 'CSV'],
    ['CSV with tabs', bytes('Name\tOrt\tAmt\nIda\tWeiher\t61\nUwe\tMoos\t62\n'), 'CSV'],
    ['CSV with lines in a cell', bytes('A;B;C\n1;"zwei\nZeilen";3\n'), 'CSV'],
    ['a part of a page', bytes('\n<p>Stellungnahme der Verwaltung</p>'), 'HTML'],
    ['XML without a declaration', bytes('<vorlage nr="1"><text>Bänke</text></vorlage>\n'), 'XML'],
    ['a mail behind blank lines', bytes(`\r\n\r\n${MAIL}`), 'E-Mail'],
    ['a mail of a mailbox', bytes(`From a@b.de Mon Mar 02 08:00:00 2026\n${MAIL}`), 'E-Mail'],
    [
      'a mail with German names of its fields',
      bytes('Return-Path: <a@b.de>\nReceived: from c by d;\n Mon, 2 Mar 2026\nVon: Amt 61\nBetreff: Bänke\n\nText.'),
      'E-Mail',
    ],
    ['a mail with a mark of its way alone', bytes('X-Mailer: Rathaus 3\nBetreff: Bänke\n\nText.'), 'E-Mail'],
    ['CSV with tabs of two rows', bytes('Name\tOrt\nIda\tWeiher\n'), 'CSV'],
    ['HTML with signs that no text holds', bytes('<html><body>Bänke\u0001\u0007</body></html>'), 'HTML'],
    ['a part of a page with such signs', bytes('<p>Bänke\u0001</p>'), 'HTML'],
    ['HTML with a remark before it', bytes('<!-- 1 --><html lang="de"><head></head></html>'), 'HTML'],
    ['RTF without a version', bytes('{\\rtf\\ansi Text}'), 'Rich-Text'],
    ['entries of a form', bytes('%FDF-1.2\n1 0 obj\n<< /FDF << /Fields [] >> >>\nendobj\n'), 'FDF'],
    [
      'a saved page',
      bytes('From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary="a"\n\n--a\nText'),
      'Webseite',
    ],
    ['LaTeX', bytes('% Bänke\n\\documentclass{article}\n\\begin{document}'), 'LaTeX'],
    ['a certificate', bytes('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'), 'PEM'],
    ['a script', bytes('#!/bin/sh\necho Text\n'), 'Skript'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'Bild'],
  ])('%s is refused by its name', (_, content, words) => expectRefused(content, 'format-not-importable', words));

  it('reads the text of an ODT', async () => {
    const { source, id } = await importFile(odtOf('<text:p>Die <text:span>Bänke</text:span> sind alt.</text:p>'));
    expect(source).toBe('odt');
    expect(plainParagraphs((await host.app.statements.get(id)).content.reply)).toEqual(['Die Bänke sind alt.']);
  });

  it('takes a broken PDF for one by its name, and not for a sentence', async () => {
    const broken = bytes('%PDF-1.7 das war es schon');
    expect((await refusalOf(() => importFile(broken, 'Antrag.PDF'))).code).toBe('document-unreadable');
    expect((await importFile(broken, 'Antrag.txt')).status).toBe('imported');
  });

  it('leaves a DOCX that really is broken to be called so', async () => {
    const broken = Buffer.from(docxOfXml(wordXml('Text '.repeat(200))));
    // The packed text itself: no block of it begins like this (RFC 1951, 3.2.3).
    const text = broken.indexOf('word/document.xml') + 'word/document.xml'.length;
    broken.fill(0xff, text, text + 20);
    expect((await refusalOf(() => importFile(broken))).code).toBe('document-damaged');
  });
});

describe('words that only resemble files of other programs', () => {
  it.each([
    ['sentences with commas', 'Bänke, Wege, Bäume.\nKosten, Fristen, Termine.\n'],
    ['addresses', 'Frau Beispiel, Weiher 1\nHerr Muster, Weiher 2\nFrau Probe, Weiher 3\n'],
    ['a list with semicolons', 'Bänke; Wege; Bäume\nKosten; Fristen; Termine\n'],
    ['lines of unequal cells', 'Bänke\t12\nWege\nBäume\t3\t4\n'],
    ['one line', 'Bänke;Wege;Bäume'],
    ['two lines with one comma each', 'Bänke,Wege\nBäume,Büsche\n'],
    ['a memo', 'Von: Amt 61\nAn: Amt 66\nBetreff: Bänke\n\nDie Bänke werden erneuert.'],
    ['a line about a card', 'BEGIN: VCARD ist ein Format.\nText.'],
    ['a remark in angle brackets', '<Entwurf> Die Bänke werden erneuert.'],
    ['a placeholder', '<Name> bittet um Auskunft, <Ort> antwortet.'],
    ['a per cent sign', '%!Wichtig: 20 % der Bänke.'],
    ['a comparison', '< 20 Bänke sind zu wenig.'],
    ['a rule of hyphens', '-----Beginn des Textes-----\nBänke.'],
    ['a number sign', '#1 Bänke'],
    ['numbers in brackets', '[1] Siehe Anlage.\n[2] Siehe Plan.'],
    ['a quotation in brackets', '["Bänke", sagte sie] Text.'],
    ['a sentence about HTML', '<html> ist das äußerste Element einer Seite.'],
    ['a sentence about RTF', '{\\rtf1 steht am Anfang solcher Dateien.'],
    ['a sentence about PDF', '%PDF-1.7 steht am Anfang solcher Dateien.'],
    ['a sentence about PDF later on', 'Die Datei beginnt mit %PDF- und dann kommt eine Nummer.'],
    ['a memo with other names', 'Absender: Amt 61\nEmpfänger: Amt 66\nDatum: 12.11.2026\n\nDie Bänke werden erneuert.'],
    ['two lines with a label each', 'Vorlage:\tS0021/26\nDatum:\t12.11.2026'],
    ['a word with a backslash', '\\document ist ein Ordner.'],
    [
      'our form, whose rows have tabs',
      'Stadt Auental\n\nStellungnahme der Verwaltung öffentlich\n\nBeratungsfolge\tTag\nStadtrat\t12.11.2026\nBauausschuss\t05.11.2026\n\nText.',
    ],
  ])('are taken over: %s', async (_, text) => {
    expect(await importFile(bytes(text))).toMatchObject({ status: 'imported', source: 'text' });
  });
});

describe('a file that breaks off', () => {
  const docx = docxOfXml(wordXml('Text '.repeat(200)));
  it.each([60, 300, docx.length - 400, docx.length - 1])('is called so when it was a DOCX (%d bytes)', (length) =>
    expectRefused(docx.subarray(0, length), 'format-not-importable', 'bricht ab'),
  );

  it('is a Word document by the names in it, whichever of them are left', async () => {
    const late = zipOf({ 'word/document.xml': wordXml('Text'), '[Content_Types].xml': '<Types/>' });
    await expectRefused(late.subarray(0, late.length - 30), 'format-not-importable', 'unvollständiges Word-Dokument');
    const early = zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' });
    await expectRefused(early.subarray(0, 80), 'format-not-importable', 'unvollständiges Office-Dokument');
    const other = zipOf({ 'brief.txt': 'Stellungnahme' });
    await expectRefused(other.subarray(0, other.length - 30), 'format-not-importable', 'unvollständiges ZIP-Archiv');
  });
});

describe('files with a password', () => {
  it('tells an encrypted DOCX', () =>
    expectRefused(oleOf(0, 'EncryptedPackage'), 'file-encrypted', 'mit einem Kennwort geschützt'));

  it('tells an encrypted PDF', async () => {
    const pdf = await PDF.load(pdfOfPages([['Bänke']]));
    pdf.setProtection({ userPassword: 'auf', ownerPassword: 'zu' });
    await expectRefused(await pdf.save(), 'file-encrypted', 'mit einem Kennwort geschützt');
  });

  it('tells a PDF whose lock is of a kind that nobody here knows', () =>
    expectRefused(
      joined(
        '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R /Encrypt << /Filter /Adobe.PubSec /V 9 >> >>\nstartxref\n9\n%%EOF\n',
      ),
      'file-encrypted',
      'mit einem Kennwort geschützt',
    ));
});

describe('JSON that is no record', () => {
  it.each<[string, string, string]>([
    ['an object', '{"name":"Bänke"}', 'Angabe des Schemas'],
    ['a list', '[{"schema":"stellwerk.statement/1"}]', 'Angabe des Schemas'],
    ['an empty object', ' {}\n', 'Angabe des Schemas'],
    ['numbers', '[1, 2, 3]', 'Angabe des Schemas'],
    ['a number', '42\n', 'Angabe des Schemas'],
    ['nothing at all', 'null', 'Angabe des Schemas'],
    ['a word', '"ein Text"', 'Angabe des Schemas'],
    ['another schema', '{"schema":"oparl/1.1","id":"x"}', 'oparl/1.1'],
    ['settings', '{"schema":"stellwerk.settings/1"}', 'Einstellungen'],
    ['an undecided draft', '{"schema":"stellwerk.draft/1","publicity":"unknown"}', 'Öffentlichkeit'],
    ['a file broken off', '{"name":"Bänke","consul', 'bricht ab'],
    ['many lists', '[1]\n[2]\n', 'bricht ab'],
    ['lists in a list, broken off', '[["a","b"],["c', 'bricht ab'],
    ['words, broken off', '["a", "b', 'bricht ab'],
    ['an object in single quotation marks', "{'name': 'Bänke'}", 'bricht ab'],
    ['an object behind blank lines and a mark', '\ufeff\n\n{"name":1}', 'Angabe des Schemas'],
    ['many objects', '{"a":1}\n{"a":2}\n', 'bricht ab'],
  ])('%s is refused as such', (_, text, words) => expectRefused(bytes(text), 'record-foreign', words));

  it('is not what begins like it: a text in brackets stays text', async () => {
    for (const text of ['[Entwurf] Bänke am Weiher.', '{Randbemerkung} Text.'])
      expect(await importFile(bytes(text))).toMatchObject({ status: 'imported', source: 'text' });
  });

  it('is not our own record broken off, which is said', async () => {
    const half = canonicalJson(sampleRecord()).slice(0, -40);
    expect((await refusalOf(() => importFile(bytes(half)))).code).toBe('record-incomplete');
  });
});

describe('a PDF that begins behind other bytes', () => {
  const reference = 'S0301/26';
  let exported: Uint8Array;
  beforeAll(async () => {
    await importFile(bytes(canonicalJson({ ...sampleRecord(), reference }, 1)));
    const [pdf] = await filesOf(host.app.documents.deliver({ ref: reference, kind: 'form-sheet', formats: ['pdf'] }));
    exported = pdf?.bytes ?? new Uint8Array();
  });

  it.each([
    ['a line', '\r\n'],
    ['a mark of the encoding', '\u00ef\u00bb\u00bf'],
    ['the head of an answer', 'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n'],
    ['a print job', `\u001b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n`],
    ['a page of text', 'x'.repeat(1000)],
    ['many pages of text', 'x\n'.repeat(40_000)],
  ])('is read behind %s', async (_, before) => {
    expect(await importFile(joined(before, exported))).toMatchObject({ reference, status: 'unchanged', source: 'pdf' });
  });

  it('has no record where there is none, and is refused by name where it cannot be read', async () => {
    expect((await refusalOf(() => importFile(joined('\r\n', pdfOfPages([['Bänke']]))))).code).toBe('record-missing');
    await expectRefused(
      joined('abc', '%PDF-1.7\n1 0 obj\n<<\nstartxref\n9\n%%EOF\n'),
      'pdf-head-displaced',
      '(3 Byte)',
    );
  });

  it.each([
    ['a line', 'JUNK\n'],
    ['a mark of the encoding', '\u00ef\u00bb\u00bf'],
    ['an empty line', '\n'],
  ])('is a PDF behind %s also without its end, and never a text', async (_, before) => {
    await expectRefused(
      joined(before, '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages'),
      'pdf-head-displaced',
      `(${before.length} Byte)`,
    );
  });

  it('is not meant by a text that speaks of one', async () => {
    const text = 'Dateien beginnen mit %PDF-1.7 und so fort.';
    expect(await importFile(bytes(text))).toMatchObject({ status: 'imported', source: 'text' });
  });
});

it('a text of more lines than a paper has is refused, and nothing is taken over', async () => {
  const lines = Array.from({ length: 100_001 }, (_, index) => `Zeile ${index}`);
  const error = await refusalOf(() => importFile(bytes(lines.join('\n'))));
  expect(error).toMatchObject({ code: 'text-too-long', details: { found: '100.001 Zeilen', limit: '100.000' } });
});

it.each([
  ['words', 'Bank am Weiher. '.repeat(350_000), '5.600.000 Zeichen', '5.000.000'],
  ['numbers of papers', 'A0001/26 '.repeat(30_001), '30.001 Nummern von Papieren', '30.000'],
])('few lines of too many %s are refused before anything is made of them', async (_, text, found, limit) => {
  const error = await refusalOf(() => importFile(bytes(text)));
  expect(error).toMatchObject({ code: 'text-too-long', details: { found, limit } });
});
