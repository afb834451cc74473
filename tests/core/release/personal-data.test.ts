import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_CONTACT } from '../../../src-main/record/basics.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { personalDataIn, publicData, type PublicData } from '../../../src-main/core/release/personal-data.ts';
import { attachment, replying, ofRule, sound } from './subject.ts';
import { richText } from '../../support/builders.ts';

const NOBODY: PublicData = { names: [], telephones: [], emails: [], streets: [] };
const found = (text: string, known: Partial<PublicData> = {}): string[] =>
  personalDataIn(text, { ...NOBODY, ...known }).map(({ kind, text: words }) => `${kind}: ${words}`);

describe('a telephone number', () => {
  it.each([
    '0391 540-1234',
    '0391/5401234',
    '(0391) 540 12 34',
    '(0391)5401234',
    '+49 391 540-1234',
    '0049 391 5401234',
    '+49 (0) 391 540 1234',
    '0170-1234567',
    '01701234567',
    '0391 – 540 1234',
  ])('is told in "%s"', (number) => {
    expect(found(`Bitte unter ${number} melden.`)).toEqual([`Telefonnummer: ${number}`]);
    expect(found(`Tel.-Nr.: ${number}`)).toEqual([`Telefonnummer: ${number}`]);
  });

  it.each([
    'S0386/22',
    'DS0288/24/1/1',
    'A0024/25 /1 und F0240/24',
    'S0386/22 2023 beschlossen',
    'die Anlage zu I0254/15 12 Seiten',
    '10.000 Euro und 12.500,00 €',
    '1 250 000 Euro',
    '§ 12 Abs. 3 Satz 1',
    '§§ 45, 46 KVG',
    '08.30 bis 12.00 Uhr',
    '08:30–12:00 Uhr',
    'am 05.11.2022–06.11.2022',
    'am 05.06. 2023',
    'Az. 0320-15-2022',
    'Aktenzeichen: 0613 4711-22',
    'Haushaltsstelle 0123 4567 89',
    'Sachkonto 0523 1000 12',
    '61-20-01/2022',
    'in den Jahren 2017/2019 2020',
    'PLZ 39104',
    '04109 Leipzig',
    '0,5 Mio',
    '0 123 45',
    '100 m² 250 m²',
    'DIN 18040-1',
    'Flurstück 0123 45 67',
  ])('is nothing like "%s"', (text) => {
    expect(found(`Es gilt ${text} weiterhin.`)).toEqual([]);
  });

  it('of the office itself is none of the finds, however it is written', () => {
    const known = { telephones: ['0391 540-1234'], emails: ['Info@stadt.example'] };
    for (const own of ['0391/5401234', '+49 391 5401234', '(0391) 540 12 34', 'info@stadt.example'])
      expect(found(`Rückfragen: ${own}.`, known)).toEqual([]);
    expect(found('Rückfragen: 0391/5401235.', known)).toEqual(['Telefonnummer: 0391/5401235']);
  });
});

describe('an account', () => {
  it('is told by its check digits, also before words in capitals and from other countries', () => {
    expect(found('IBAN DE89 3704 0044 0532 0130 00 BIC COBADEFF')).toEqual([
      'Kontoverbindung: DE89 3704 0044 0532 0130 00',
    ]);
    expect(found('AT61 1904 3002 3457 3201 BAWAG')).toEqual(['Kontoverbindung: AT61 1904 3002 3457 3201']);
    expect(found('auf DE89370400440532013000.')).toEqual(['Kontoverbindung: DE89370400440532013000']);
    expect(found('Kontonummer: 532013000')).toEqual(['Kontoverbindung: Kontonummer: 532013000']);
  });

  it('with wrong check digits is none', () => {
    expect(found('DE88 3704 0044 0532 0130 00')).toEqual([]);
    expect(found('DE89 3704 0044 0532 0130 000')).toEqual([]);
  });

  it('is found for every number with right check digits and for none with one digit changed', () => {
    const iban = (account: bigint): string => {
      const body = account.toString().padStart(18, '0');
      const check = 98n - (BigInt(`${body}131400`) % 97n);
      return `DE${check.toString().padStart(2, '0')}${body}`;
    };
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 18n - 1n),
        fc.integer({ min: 4, max: 21 }),
        fc.integer({ min: 1, max: 9 }),
        (account, at, by) => {
          const right = iban(account);
          expect(found(`auf ${right} gezahlt`)).toEqual([`Kontoverbindung: ${right}`]);
          const wrong = right.slice(0, at) + String((Number(right[at]) + by) % 10) + right.slice(at + 1);
          expect(found(`auf ${wrong} gezahlt`)).toEqual([]);
        },
      ),
    );
  });
});

describe('a day of birth and an address', () => {
  it.each([
    'geb. 12.03.1980',
    'geboren am 12. März 1980',
    'Geburtsdatum: 1.2.75',
    '* 12.03.1980',
    'geborene am 3. Mai 1961',
  ])('"%s" is personal', (text) => {
    expect(found(`Die Person (${text}) klagt.`)).toEqual([`Geburtsdatum: ${text}`]);
  });

  it.each(['ergeben am 12.03.1980', 'am 12.03.1980', 'gebaut 12.03.1980', 'das Gebiet 5. Mai 1999'])(
    '"%s" is no day of birth',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  it.each([
    ['Sie wohnt in der Lindenstraße 12 a und klagt.', 'Lindenstraße 12 a'],
    ['wohnhaft Lange Straße 12 in der Stadt', 'Lange Straße 12'],
    ['Post an Am Markt 3, 39104 Auenfurt bitte', 'Am Markt 3, 39104 Auenfurt'],
    ['Post an Breiter Weg 12-14, 39104 Auenfurt', 'Breiter Weg 12-14, 39104 Auenfurt'],
  ])('an address stands in "%s"', (text, address) => {
    expect(found(text)).toEqual([`Anschrift: ${address}`]);
  });

  it('of a street under construction, or of the office itself, is none', () => {
    expect(found('Der Ausbau der Lindenstraße 12 bis 18 beginnt. In der Lange Straße 4 steht die Schule.')).toEqual([]);
    expect(found('Alter Markt 6, 39104 Auenfurt', { streets: ['Alter Markt 6'] })).toEqual([]);
  });
});

describe('a name', () => {
  const names = ['Madeleine Linke', 'Jens von der Heide', 'Simone Borris'];

  it.each([
    ['Frau Erika Muster klagt.', 'Erika Muster'],
    ['Herrn Dr. med. Paul Muster-Beispiel', 'Paul Muster-Beispiel'],
    ['Herr Prof. Dr. O’Hara', 'O’Hara'],
    ['Frau von der Aue bat darum', 'von der Aue'],
    ['Dr. Erika Muster', 'Erika Muster'],
    ['Familie Muster', 'Muster'],
    ['Frau Stadträtin Erika Muster', 'Erika Muster'],
    ['Herr Richter', 'Richter'],
    ['dass Frau Muster Akteneinsicht beantragt hat', 'Muster'],
    ['Frau Madeleine Muster', 'Madeleine Muster'],
  ])('that nobody knows is told in "%s"', (text, name) => {
    expect(found(text, { names })).toEqual([`Name einer unbekannten Person: ${name}`]);
  });

  it.each([
    'Frau Oberbürgermeisterin',
    'Sehr geehrter Herr Präsident,',
    'Sehr geehrte Frau Vorsitzende,',
    'Herr Beigeordneter Dr. Borris',
    'Sehr geehrte Damen und Herren',
    'Herr und Frau',
    'die Frau am Schalter',
    'Frau Linke',
    'Frau Madeleine Linke',
    'Frau Linkes Antrag',
    'Herrn von der Heide',
    'Frau Stadträtin Linke',
    'Frau Oberbürgermeisterin Simone Borris',
    'Frau Linke Akteneinsicht beantragt',
    'die Frauenbeauftragte',
    'Frau Ministerin für Umwelt',
    'Frau Fraktionsvorsitzende Linke',
  ])('is none or a known one in "%s"', (text) => {
    expect(found(text, { names })).toEqual([]);
  });
});

describe('the rule', () => {
  it('points at the words in their block and says what they are', () => {
    expect(ofRule(replying('Frau Erika Muster klagt.'), 'personal-data')).toMatchObject([
      {
        severity: 'warning',
        place: { field: 'reply', blockId: 'block-1', start: 5, end: 17 },
        details: { kind: 'Name einer unbekannten Person', text: 'Erika Muster' },
      },
    ]);
  });

  it('knows originators, signatories, the clerk and the list of persons, and the office’s own numbers', () => {
    const words =
      'Frau Ada Ein, Herr Bert Unter, Frau Cora Bear und Herr Dirk Liste; Tel. 0391 540-1234, Fon 0391 540-0.';
    const profile = builtInProfile();
    const subject = sound(
      {
        reply: richText(words),
        answers: [
          {
            reference: 'A0001/26',
            paperType: 'motion',
            originators: [{ organization: '', person: 'Ada Ein', function: '' }],
            printedOriginators: '',
          },
        ],
        signatory: { name: 'Bert Unter', role: null, prefix: null },
        contact: { ...NO_CONTACT, clerk: 'Cora Bear', telephone: '0391/540 1234' },
      },
      { personNames: ['Dirk Liste'] },
      { address: { ...profile.address, telephone: '0391 5400' } },
    );
    expect(ofRule(subject, 'personal-data')).toEqual([]);
    expect(ofRule({ ...subject, personNames: [] }, 'personal-data')).toHaveLength(1);
  });

  it('looks at title, hinge, reply, quotation and the names of public attachments, and not at non-public papers', () => {
    const text = 'Anruf 0391 540-1234';
    const everywhere = { name: text, hinge: `**${text}**`, reply: richText(text), quotation: richText(text) };
    const attachments = [attachment({ name: text }), attachment({ id: 'innen', name: text, publicity: 'non-public' })];
    expect(ofRule(sound(everywhere, { attachments }), 'personal-data').map(({ place }) => place.field)).toEqual([
      'name',
      'hinge',
      'reply',
      'quotation',
      `attachments.${attachment().id}`,
    ]);
    expect(ofRule(sound({ ...everywhere, publicity: 'non-public' }), 'personal-data')).toEqual([]);
  });

  it('never reports words twice or outside of their text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Frau ',
            'Dr. ',
            'Muster ',
            '0391 540',
            '-1234',
            ' DE89',
            '3704 0044',
            ' geb. 1.2.1980 ',
            'Weg 3, 39104 Ort',
            '😀',
            '\n',
            '. ',
          ),
          { maxLength: 20 },
        ),
        (parts) => {
          const text = parts.join('');
          const hits = personalDataIn(
            text,
            publicData([], { answers: [], signatory: null, contact: NO_CONTACT }, builtInProfile()),
          );
          for (const hit of hits) expect(text.slice(hit.start, hit.start + hit.text.length)).toBe(hit.text);
          expect(new Set(hits.map(({ kind, start }) => `${kind} ${start}`)).size).toBe(hits.length);
        },
      ),
    );
  });
});
