import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { CARD_COLUMNS } from '../../../src-main/adapters/contact-list/card-fields.ts';
import { cleanCell } from '../../../src-main/adapters/contact-list/clean-cell.ts';
import {
  type ContactTable,
  LARGEST_CELL,
  LARGEST_CONTACT_FILE_BYTES,
} from '../../../src-main/adapters/contact-list/contact-table.ts';
import { readContactList } from '../../../src-main/adapters/contact-list/read-contact-list.ts';
import { refusalOf } from '../../support/builders.ts';
import { workSeconds } from '../../support/work-seconds.ts';

const read = (content: string | Uint8Array): ContactTable =>
  readContactList({ fileName: 'a.vcf', bytes: typeof content === 'string' ? Buffer.from(content) : content });
const card = (...lines: string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
/** Filled fields of the first card. */
const fields = (content: string | Uint8Array): Record<string, string> =>
  Object.fromEntries(
    CARD_COLUMNS.map((column, at) => [column, read(content).rows[0]?.[at] ?? '']).filter(([, v]) => v),
  );

describe('a card', () => {
  it('as Outlook writes it: 2.1, Windows-1252, quoted-printable over several lines, a picture', () => {
    const outlook = card(
      'VERSION:2.1',
      'N;LANGUAGE=de;CHARSET=Windows-1252:Groß;Jürgen;Maria;Herr Dr.',
      'FN;CHARSET=Windows-1252:Dr. Jürgen Maria Groß',
      'ORG;CHARSET=Windows-1252:Stadt Übach;Amt für Straßen;Abteilung 2',
      'TITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:Leiter der Abteilung f=FCr =',
      'Tiefbau=3B Vertretung',
      'TEL;WORK;FAX:0241 99',
      'TEL;HOME;VOICE:0241 1',
      'TEL;WORK;VOICE:0241 432-0',
      'ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE;CHARSET=Windows-1252:;Zimmer 12;Gro=DFe Stra=DFe 1=0D=0AHinterhaus;=C4hrenfeld;;52062;Deutschland',
      'EMAIL;PREF;INTERNET:j.gross@example.org',
      'PHOTO;TYPE=JPEG;ENCODING=BASE64:',
      ' /9j/4AAQSkZJRgABAQEAYABgAAD:',
      ' ;;;=',
      '',
      'REV:20250101T000000Z',
    );
    expect(fields(Buffer.from(outlook, 'latin1'))).toEqual({
      Name: 'Dr. Jürgen Maria Groß',
      Vorname: 'Jürgen Maria',
      Nachname: 'Groß',
      Titel: 'Dr.',
      Anrede: 'Herr',
      Funktion: 'Leiter der Abteilung für Tiefbau; Vertretung',
      Organisation: 'Stadt Übach',
      Einheit: 'Amt für Straßen, Abteilung 2',
      Straße: 'Große Straße 1, Hinterhaus',
      PLZ: '52062',
      Ort: 'Ährenfeld',
      Land: 'Deutschland',
      Telefon: '0241 432-0',
      'E-Mail': 'j.gross@example.org',
      Raum: 'Zimmer 12',
    });
  });

  it('of version 3.0: folded, grouped, escaped', () => {
    const text = card(
      'VERSION:3.0',
      'N:von der Heide;Eva;;Frau;',
      'FN:Eva von der',
      '  Heide',
      'item1.ORG:Stadt\\; Land\\, Fluss;Amt 61',
      'ADR;TYPE=HOME:;;Privat 1;Ort;;1;',
      'ADR;TYPE="WORK,PREF":;;Markt 1\\nHof\\, links;Aachen;;52062;',
      'item2.TEL;TYPE=CELL:+49 170 1',
    );
    expect(fields(text)).toMatchObject({
      Name: 'Eva von der Heide',
      Nachname: 'von der Heide',
      Anrede: 'Frau',
      Organisation: 'Stadt; Land, Fluss',
      Einheit: 'Amt 61',
      Straße: 'Markt 1, Hof, links',
      Telefon: '+49 170 1',
    });
  });

  it('of version 4.0: telephone as address, preference, quoted parameters, room', () => {
    const text = card(
      'VERSION:4.0',
      'FN:Ausschuss für Umwelt',
      'KIND:group',
      'TEL;VALUE=uri;TYPE="voice,work":tel:+49-241-1',
      'EMAIL:zweite@example.org',
      'EMAIL;PREF=1:erste@example.org',
      'ADR;LABEL="Rathaus: Markt 1":;;Markt 1;Aachen;;52062;;R 3',
      'ROLE:Vorsitz',
    );
    expect(fields(text)).toEqual({
      Name: 'Ausschuss für Umwelt',
      Funktion: 'Vorsitz',
      Straße: 'Markt 1',
      PLZ: '52062',
      Ort: 'Aachen',
      Telefon: '+49-241-1',
      'E-Mail': 'erste@example.org',
      Raum: 'R 3',
    });
  });

  it('without a full name is called by its parts or its organisation', () => {
    const { rows } = read(card('N:Groß;Eva;;Frau Dr.') + card('ORG:Stadt Aachen'));
    expect(rows.map(([name]) => name)).toEqual(['Dr. Eva Groß', 'Stadt Aachen']);
  });
});

describe('a file of cards', () => {
  it('gives a row for each, leaves out empty ones and cards inside cards', () => {
    const inner = card('FN:Bürokraft').trimEnd();
    const { columns, rows } = read(card('FN:A') + card('NOTE:leer') + card('FN:B', 'AGENT:', inner, 'TITLE:Chef'));
    expect(columns).toEqual(CARD_COLUMNS);
    expect(rows.map((row) => [row[0], row[5]])).toEqual([
      ['A', ''],
      ['B', 'Chef'],
    ]);
  });

  it('keeps the rest where a line is broken or the end is missing, and says so', () => {
    const { rows, notes } = read(`${card('FN:A', 'kein Doppelpunkt', ':leer', 'TEL')}BEGIN:VCARD\nFN:B`);
    expect(rows.map(([name]) => name)).toEqual(['A', 'B']);
    expect(notes).toEqual([{ code: 'card-unclosed', row: 2, text: '' }]);
  });

  it('is read in UTF-16', () => {
    expect(fields(Buffer.from(`\ufeff${card('FN:Groß')}`, 'utf16le'))).toEqual({ Name: 'Groß' });
  });

  it('survives an encoding nobody knows', () => {
    expect(fields(card('FN;CHARSET=klingon;ENCODING=QUOTED-PRINTABLE:Gro=C3=9F'))).toEqual({ Name: 'Groß' });
  });

  it.each([
    ['a card of one endless line', `BEGIN:VCARD\nFN:${'x'.repeat(LARGEST_CONTACT_FILE_BYTES - 30)}`],
    ['an endless list of components', `BEGIN:VCARD\nFN:x\nN:${';'.repeat(LARGEST_CONTACT_FILE_BYTES - 40)}`],
    ['an endless name of a property', `BEGIN:VCARD\nFN:x\n${'N;'.repeat(2_600_000)}:y`],
    ['endless quoted-printable', `BEGIN:VCARD\nFN:x\nTITLE;QUOTED-PRINTABLE:${'=\n'.repeat(2_600_000)}`],
    ['endless folding', `BEGIN:VCARD\nFN:x${'\n '.repeat(2_600_000)}`],
    ['endless cards inside cards', `BEGIN:VCARD\nFN:x\n${'BEGIN:VCARD\n'.repeat(430_000)}`],
    ['a telephone for everyone', `BEGIN:VCARD\nFN:x\n${'TEL:1\n'.repeat(870_000)}`],
  ])('is read although it is hostile: %s', async (_, text) => {
    const seconds = await workSeconds(() => {
      const { rows } = read(text.slice(0, LARGEST_CONTACT_FILE_BYTES));
      expect(rows).toHaveLength(1);
      expect(rows[0]?.[0]?.length).toBeLessThanOrEqual(LARGEST_CELL);
    });
    expect(seconds).toBeLessThan(8);
  });

  it.each([
    ['no contact in it', card('NOTE:x'), 'list-without-contacts'],
    ['a zero byte', card('FN:\u0000'), 'file-binary'],
    ['too many cards', 'BEGIN:VCARD\nFN:x\nEND:VCARD\n'.repeat(20_001), 'format-unsupported'],
  ])('is refused: %s', async (_, text, code) => {
    expect((await refusalOf(() => read(text))).code).toBe(code);
  });

  it('brings back every name and organisation that ical.js writes', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).map(cleanCell);
    fc.assert(
      fc.property(text, text, text, (name, last, unit) => {
        const component = new ICAL.Component('vcard');
        component.addPropertyWithValue('version', '4.0');
        component.addPropertyWithValue('fn', name);
        const parts = [last, '', '', '', ''];
        component.addProperty(new ICAL.Property(['n', {}, 'text', parts], component));
        component.addProperty(new ICAL.Property(['org', {}, 'text', ['Stadt', unit]], component));
        const written = fields(component.toString());
        expect([written['Name'] ?? '', written['Nachname'] ?? '', written['Einheit'] ?? '']).toEqual([
          name || last || 'Stadt',
          last,
          unit,
        ]);
      }),
    );
  });
});
