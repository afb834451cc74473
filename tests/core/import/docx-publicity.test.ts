/** What a Word file says about publicity: in its text, its tables, its page headers; and what our own files carry. */
import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toRecord } from '../../../src-main/core/statement/statement-record.ts';
import { canonicalJson } from '../../../src-main/base/canonical-json.ts';
import { consultation, statementContent } from '../../support/builders.ts';
import { editPackage } from '../../support/docx-packages.ts';
import { testHost, type TestHost } from '../../support/test-host.ts';
import { filesOf } from '../../support/hand-over.ts';

let host: TestHost;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
});
afterAll(() => host.dispose());

const table = (...rows: string[][]): Table =>
  new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
    ),
  });
interface Parts {
  readonly head?: readonly (Paragraph | Table)[];
  readonly title?: string;
  readonly header?: string;
  readonly footer?: string;
}
async function publicityOf({ head = [], title = 'Stellungnahme der Verwaltung', header, footer }: Parts) {
  const document = new Document({
    sections: [
      {
        ...(header !== undefined && { headers: { default: new Header({ children: [new Paragraph(header)] }) } }),
        ...(footer !== undefined && { footers: { default: new Footer({ children: [new Paragraph(footer)] }) } }),
        children: [
          new Paragraph('Gemeinde Weihermoos'),
          ...head,
          new Paragraph(title),
          new Paragraph('Die Verwaltung nimmt zum Antrag wie folgt Stellung:'),
          new Paragraph('Die Bänke kommen im Mai an den Weiher.'),
        ],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toBuffer(document));
  const { id } = await host.app.imports.importFile({ fileName: 'a.docx', bytes });
  const { publicity, bodyName } = (await host.app.statements.get(id)).content;
  expect(bodyName).toBe('Gemeinde Weihermoos');
  return publicity;
}

describe('a Word file from elsewhere', () => {
  it.each<[string, Parts, string]>([
    ['a field above the title', { head: [new Paragraph('Sitzungsart: nichtöffentlich')] }, 'non-public'],
    ['a table of fields', { head: [table(['Vorlage', '2026/0931'], ['Öffentlichkeitsstatus', 'N'])] }, 'non-public'],
    [
      'a table with heads',
      { head: [table(['Nummer', 'Ö / N', 'Datum'], ['2026/0931', 'N', '12.11.2026'])] },
      'non-public',
    ],
    [
      'a table with heads, public',
      { head: [table(['Nummer', 'Ö / N', 'Datum'], ['2026/0931', 'Ö', '12.11.2026'])] },
      'public',
    ],
    [
      'a row of consultations',
      { head: [table(['Gremium', 'Datum', 'Ö / N'], ['Hauptausschuss', '12.11.2026', 'N'])] },
      'unknown',
    ],
    ['boxes', { head: [new Paragraph('☐ öffentlich ☒ nichtöffentlich')] }, 'non-public'],
    ['its title', { title: 'Stellungnahme der Verwaltung öffentlich' }, 'public'],
    ['nothing', {}, 'unknown'],
    [
      'the page header, against its title',
      { title: 'Stellungnahme der Verwaltung öffentlich', header: 'NICHTÖFFENTLICH' },
      'non-public',
    ],
    ['the page footer', { footer: 'Vorlage 12 · nicht öffentlich · Seite 1' }, 'non-public'],
    ['a page header, which never makes public', { header: 'öffentlich' }, 'unknown'],
  ])('is read from %s', async (_, parts, expected) => expect(await publicityOf(parts)).toBe(expected));
});

describe('our own files', () => {
  const REF = 'S0401/26';
  it.each(['pdf', 'docx'] as const)('bring a non-public paper back as such: %s', async (format) => {
    const rows = [consultation({ organization: 'Stadtrat', publicity: 'public' })];
    const record = toRecord(REF, statementContent({ publicity: 'non-public', consultations: rows }));
    const text = new TextEncoder().encode(canonicalJson(record, 1));
    await host.app.imports.importFile({ fileName: 'a.json', bytes: text });
    const [file] = await filesOf(host.app.documents.deliver({ ref: REF, kind: 'form-sheet', formats: [format] }));
    const other = testHost();
    try {
      await other.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
      const { id } = await other.app.imports.importFile({
        fileName: `a.${format}`,
        bytes: file?.bytes ?? new Uint8Array(),
      });
      const { publicity, consultations } = (await other.app.statements.get(id)).content;
      // What printed in a non-public paper printed because it was one.
      expect([publicity, consultations[0]?.publicity]).toEqual(['non-public', 'non-public']);
    } finally {
      await other.dispose();
    }
  });

  it('say so after an edit in Word, too', async () => {
    for (const publicity of ['public', 'non-public'] as const) {
      const reference = publicity === 'public' ? 'S0402/26' : 'S0403/26';
      const record = toRecord(reference, statementContent({ publicity }));
      await host.app.imports.importFile({
        fileName: 'a.json',
        bytes: new TextEncoder().encode(canonicalJson(record, 1)),
      });
      const [file] = await filesOf(
        host.app.documents.deliver({ ref: reference, kind: 'form-sheet', formats: ['docx'] }),
      );
      const edited = editPackage(file?.bytes ?? new Uint8Array(), {
        'word/document.xml': (xml) =>
          xml.replaceAll(reference, reference.replace('04', '05')).replace('Frühjahr', 'Mai'),
      });
      const { id, source } = await host.app.imports.importFile({ fileName: 'b.docx', bytes: edited });
      expect(source).toBe('docx-edited');
      expect((await host.app.statements.get(id)).content).toMatchObject({ publicity, bodyName: 'Stadt Auental' });
    }
  });
});

describe('words that were struck out or hidden', () => {
  const imported = async (...runs: TextRun[]) => {
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph('Gemeinde Weihermoos'),
            new Paragraph({ children: [new TextRun('Sitzungsart: '), ...runs] }),
            new Paragraph('Stellungnahme der Verwaltung'),
            new Paragraph('Die Verwaltung nimmt zum Antrag wie folgt Stellung:'),
            new Paragraph('Die Bänke kommen im Mai an den Weiher.'),
          ],
        },
      ],
    });
    const bytes = new Uint8Array(await Packer.toBuffer(document));
    const { id, notes } = await host.app.imports.importFile({ fileName: 'a.docx', bytes });
    const { publicity } = (await host.app.statements.get(id)).content;
    return { publicity, leftOut: notes.filter(({ code }) => code === 'words-left-out').map(({ text }) => text) };
  };

  it.each([
    ['struck out', { strike: true }],
    ['struck out twice', { doubleStrike: true }],
    ['hidden', { vanish: true }],
  ])('are not the paper’s, and named: %s', async (_, look) => {
    expect(await imported(new TextRun({ text: 'öffentlich', ...look }))).toEqual({
      publicity: 'unknown',
      leftOut: ['öffentlich'],
    });
    expect(await imported(new TextRun({ text: 'öffentlich', ...look }), new TextRun('nichtöffentlich'))).toEqual({
      publicity: 'non-public',
      leftOut: ['öffentlich'],
    });
  });

  it('are there where the mark is switched off', async () => {
    expect(await imported(new TextRun({ text: 'öffentlich', doubleStrike: false }))).toEqual({
      publicity: 'public',
      leftOut: [],
    });
  });
});
