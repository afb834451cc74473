import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cleanCell } from '../../../src-main/adapters/contact-list/clean-cell.ts';
import {
  type ContactTable,
  LARGEST_CELL,
  LARGEST_CONTACT_FILE_BYTES,
  MOST_NOTES,
} from '../../../src-main/adapters/contact-list/contact-table.ts';
import { readContactList } from '../../../src-main/adapters/contact-list/read-contact-list.ts';
import { Refusal } from '../../../src-main/contract/shared/errors.ts';
import { refusalOf } from '../../support/builders.ts';

const read = (content: string | Uint8Array): ContactTable =>
  readContactList({ fileName: 'liste.csv', bytes: typeof content === 'string' ? Buffer.from(content) : content });
const refused = (content: string | Uint8Array) => refusalOf(() => read(content));

const list = 'Name;Straße\r\nJürgen Groß;Große Gasse 1\r\n';
const table = { columns: ['Name', 'Straße'], rows: [['Jürgen Groß', 'Große Gasse 1']], notes: [] };

describe('a list in CSV', () => {
  it.each([
    ['UTF-8', Buffer.from(list)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${list}`)],
    ['Windows-1252', Buffer.from(list, 'latin1')],
    ['UTF-16 LE with mark', Buffer.from(`\ufeff${list}`, 'utf16le')],
    ['UTF-16 LE', Buffer.from(list, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\ufeff${list}`, 'utf16le').swap16()],
  ])('is read in %s', (_, bytes) => {
    expect(read(bytes)).toEqual({ kind: 'csv', ...table });
  });

  it.each([
    [';', 'Name;Ort\nMeier, Hans;X\nGroß, Eva;Y'],
    [',', 'Name,Ort\n"Meier, Hans",X\n"Groß, Eva",Y'],
    ['tab', 'Name\tOrt\n"Meier, Hans"\tX\nGroß, Eva\tY'],
    ['|', 'Name|Ort\nMeier, Hans|X\nGroß, Eva|Y'],
  ])('is parted at %s', (_, content) => {
    const { columns, rows } = read(content);
    expect(columns).toEqual(['Name', 'Ort']);
    expect(rows.map((row) => row[0]?.slice(0, 5))).toEqual(['Meier', 'Groß,']);
  });

  it('is parted at semicolons although every row has commas, too', () => {
    expect(read('Nachname, Vorname, Titel;Ort\nMeier, Hans, Dr.;X\n').rows).toEqual([['Meier, Hans, Dr.', 'X']]);
  });

  it('follows the line in which Excel says its delimiter, and counts it as a row of the file', () => {
    const { columns, rows, notes } = read('sep=,\r\nName,Funktion;Raum\r\nEva,Leiterin;12\r\nUdo');
    expect([columns, rows]).toEqual([
      ['Name', 'Funktion;Raum'],
      [
        ['Eva', 'Leiterin;12'],
        ['Udo', ''],
      ],
    ]);
    expect(notes).toEqual([{ code: 'row-padded', row: 4, text: '1' }]);
  });

  it('keeps quotes, delimiters and line breaks inside quotes', () => {
    expect(read('A;B\r\n"Amt ""Mitte"";\r\nRaum 1";x').rows).toEqual([['Amt "Mitte";\nRaum 1', 'x']]);
  });

  it('reads line ends of all kinds in one file', () => {
    expect(read('A;B\r1;2\r\n3;4\n5;6').rows).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('drops empty rows, and empty columns at the end that no row uses', () => {
    expect(read(';;;\r\n\r\nA;B;;\r\n;;;\r\n1;2;;\r\n \t;\u00a0;;\r\n')).toEqual({
      kind: 'csv',
      columns: ['A', 'B'],
      rows: [['1', '2']],
      notes: [],
    });
  });

  it('fills short rows and widens for long ones, and says so', () => {
    const { columns, rows, notes } = read('A;B\n1;2\n3\n4;5;6\n');
    expect(columns).toEqual(['A', 'B', 'Spalte 3']);
    expect(rows).toEqual([
      ['1', '2', ''],
      ['3', '', ''],
      ['4', '5', '6'],
    ]);
    expect(notes).toEqual([
      { code: 'column-named', row: 1, text: 'Spalte 3' },
      { code: 'row-padded', row: 3, text: '1' },
      { code: 'row-widened', row: 4, text: '3' },
    ]);
  });

  it('gives every column a name of its own', () => {
    const { columns } = read('Name;;name;Spalte 2;Name (2);Name\n1;2;3;4;5;6\n');
    expect(columns).toEqual(['Name', 'Spalte 2 (2)', 'name (3)', 'Spalte 2', 'Name (2)', 'Name (4)']);
  });

  it('leaves formulas as text and removes what nobody sees', () => {
    const { rows } = read('A;B\n=cmd|\'/c calc\'!A0;"@SUM(1)\t+\u202etxt.exe\u007f\u00ad"\n');
    expect(rows).toEqual([["=cmd|'/c calc'!A0", '@SUM(1) +txt.exe']]);
  });

  it('composes letters and accents', () => {
    expect(read('Name\nJu\u0308rgen').rows).toEqual([['Jürgen']]);
  });

  it('cuts a cell that is too long and says where', () => {
    const { rows, notes } = read(`A;B\n1;${'x'.repeat(LARGEST_CELL - 1)}😀y\n`);
    expect(rows[0]?.[1]).toBe('x'.repeat(LARGEST_CELL - 1));
    expect(notes).toEqual([{ code: 'cell-cut', row: 2, text: 'B' }]);
  });

  it('notes signs behind a closing quotation mark', () => {
    const { rows, notes } = read('A;B\n1;2\n"Eva "Groß";2\n');
    expect(rows[1]).toEqual(['Eva "Groß', '2']);
    expect(notes[0]).toEqual({ code: 'quotes-odd', row: 3, text: '' });
  });

  it('tells no more faults than anybody reads', () => {
    expect(read(`A;B\n${'x\n'.repeat(MOST_NOTES + 10)}`).notes).toHaveLength(MOST_NOTES);
  });
});

describe('a list that cannot be read', () => {
  const inDos = Buffer.from([...Buffer.from('Name;Ort\r\nJ'), 0x81, ...Buffer.from('rgen;X\r\n')]);
  it.each([
    ['nothing', '', 'file-empty'],
    ['blank lines', '\n \n;;\n', 'file-empty'],
    ['too many bytes', Buffer.alloc(LARGEST_CONTACT_FILE_BYTES + 1, 'a'), 'file-too-large'],
    ['a zero byte', 'A;B\n1;\u0000\n', 'file-binary'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x81]), 'file-binary'],
    ['the encoding of DOS', inDos, 'file-encoding-unknown'],
    ['half a sign of UTF-16', Buffer.from('\ufeffA;B', 'utf16le').subarray(0, -1), 'file-encoding-unknown'],
    ['an XLSX', 'PK\u0003\u0004xl/workbook.xml', 'format-unsupported'],
    ['a PDF', '%PDF-1.7\n', 'format-unsupported'],
    ['a page', '<!doctype html><table>', 'format-unsupported'],
    ['an open quotation mark', 'A;B\n1;2\n3;"4\n5;6\n', 'list-unclosed'],
    ['too many rows', `A;B\n${'1;2\n'.repeat(20_001)}`, 'format-unsupported'],
    ['too many columns', `A${';A'.repeat(100)}\n`, 'format-unsupported'],
    ['five million delimiters', ';'.repeat(LARGEST_CONTACT_FILE_BYTES), 'format-unsupported'],
    ['five million line ends', '\n'.repeat(LARGEST_CONTACT_FILE_BYTES), 'format-unsupported'],
    ['five million quotation marks', '"'.repeat(LARGEST_CONTACT_FILE_BYTES - 1), 'list-unclosed'],
  ])('is refused: %s', async (_, content, code) => {
    expect((await refused(content)).code).toBe(code);
  });

  it('says in which row the quotation mark stands', async () => {
    expect((await refused('A;B\n1;2\n3;"4\n5;6\n')).details['row']).toBe(3);
  });
});

describe('any list', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map(cleanCell);
  const special = fc.constantFrom('=1+1', 'a;b', 'a,b', 'a|b', '"', '""', 'x\ny', '', "'", 'ß', '=HYPERLINK("x";"y")');
  const grid = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 8 })).chain(([width, height]) =>
    fc.array(fc.array(fc.oneof(cell, special), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

  it('comes back as it was written, with every delimiter and line end', () => {
    fc.assert(
      fc.property(
        grid,
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        (rows, delimiter, newline) => {
          const width = rows[0]?.length ?? 1;
          const columns = Array.from({ length: width }, (_, index) => `Feld ${index}`);
          const text = Papa.unparse([columns, ...rows], { delimiter, newline, quotes: true });
          const kept = rows.filter((row) => row.some((value) => value !== ''));
          expect(read(text)).toEqual({ kind: 'csv', columns, rows: kept, notes: [] });
        },
      ),
    );
  });

  it('is a table with equal rows or a refusal, whatever the bytes are', () => {
    const pieces = fc.constantFrom(
      'BEGIN:VCARD\n',
      'END:VCARD\n',
      'N;',
      ':',
      '=C3',
      ';',
      '"',
      '\r',
      '\n',
      ' ',
      '\ufeff',
      'ü',
    );
    const texts = fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 40 });
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      texts.map((parts) => new Uint8Array(Buffer.from(parts.join('')))),
      texts.map((parts) => new Uint8Array(Buffer.from(parts.join(''), 'utf16le'))),
    );
    fc.assert(
      fc.property(bytes, (content) => {
        try {
          const { columns, rows } = read(content);
          expect(new Set(columns).size).toBe(columns.length);
          expect(rows.every((row) => row.length === columns.length)).toBe(true);
          expect(rows.flat().every((value) => value === cleanCell(value))).toBe(true);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});
