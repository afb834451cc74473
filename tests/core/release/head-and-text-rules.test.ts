import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_RICH_TEXT } from '../../../src-main/record/rich-text/rich-text.ts';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { findingSentence } from '../../../src-main/contract/release/texts-de.ts';
import type { PaperType } from '../../../src-main/record/basics.ts';
import type { SigningScope } from '../../../src-main/contract/settings/office-profile.ts';
import type { StatementContent } from '../../../src-main/contract/statement/shapes.ts';
import { consultation, paragraph, richText } from '../../support/builders.ts';
import { ofRule, replying, rulesOf, sound } from './subject.ts';

describe('the head', () => {
  it('of a sound statement has nothing missing', () => {
    expect(rulesOf(sound())).toEqual([]);
  });

  it.each<[string, string, Partial<StatementContent>]>([
    ['date', 'Datum fehlt.', { date: null }],
    ['bodyName', 'Die Körperschaft fehlt.', { bodyName: ' ' }],
    ['leadUnit', 'Stadtamt fehlt.', { leadUnit: '' }],
    ['name', 'Bezeichnung fehlt.', { name: '\t' }],
    ['answers', 'zum/zur fehlt.', { answers: [] }],
    [
      'answers',
      'zum/zur fehlt.',
      { answers: [{ reference: ' ', paperType: 'motion', originators: [], printedOriginators: '' }] },
    ],
    ['signatory.name', 'Der Unterzeichner fehlt.', { signatory: null }],
  ])('without %s is told with its label', (field, sentence, content) => {
    const [found, ...more] = ofRule(sound(content), 'field-missing');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: 'blocking', place: { field, blockId: null } });
    expect(found && findingSentence(found)).toContain(sentence);
  });

  it('without a number, and with nothing at all, tells every missing thing once, by the office’s own labels', () => {
    expect(ofRule(sound({}, { reference: null }), 'field-missing').map(({ place }) => place.field)).toEqual([
      'reference',
    ]);
    const empty = sound(
      { date: null, bodyName: '', leadUnit: '', name: '', answers: [], signatory: null, reply: EMPTY_RICH_TEXT },
      { reference: null },
    );
    expect(ofRule(empty, 'field-missing')).toHaveLength(7);
    const renamed = sound({ leadUnit: '' }, {}, { labels: { ...sound().profile.labels, leadUnit: 'Fachdienst' } });
    expect(ofRule(renamed, 'field-missing')[0]?.details).toEqual({ label: 'Fachdienst' });
  });

  it('with something else where a date belongs is refused, and the finding leads to the field', () => {
    const subject = sound({
      date: null,
      unreadDate: '31.04.2023',
      consultations: [
        consultation({ organization: 'Stadtrat', date: '2026-02-05' }),
        consultation({ organization: 'Hauptausschuss', unreadDate: '5. Mai' }),
      ],
    });
    const found = ofRule(subject, 'date-unreadable');
    expect(found).toMatchObject([
      { severity: 'blocking', place: { field: 'date' }, details: { text: '31.04.2023' } },
      { severity: 'blocking', place: { field: 'consultations.1.date' }, details: { text: '5. Mai' } },
    ]);
    expect(found.map(findingSentence)).toEqual([
      'Im Feld Datum steht „31.04.2023“. Den 31. April 2023 gibt es nicht. Bitte den Tag prüfen.',
      'Im Feld Beratungsfolge, Zeile 2, Hauptausschuss steht „5. Mai“. Das ist kein Datum. Bitte so schreiben: 27.10.2022.',
    ]);
    expect(rulesOf(subject)).toEqual(['date-unreadable', 'date-unreadable']);
  });

  it('with a reply of empty paragraphs has no reply', () => {
    for (const reply of [EMPTY_RICH_TEXT, richText('', ' ')])
      expect(ofRule(sound({ reply }), 'reply-missing')).toMatchObject([
        { severity: 'blocking', place: { field: 'reply' } },
      ]);
  });

  it.each(['rathaus', 'rathaus@stadt', 'rat haus@stadt.de', 'a@b@stadt.de', '@stadt.de', 'rathaus@stadt..de'])(
    'with „%s“ where an e-mail address belongs brings a warning',
    (email) => {
      expect(ofRule(sound({ contact: { ...sound().content.contact, email } }), 'email-malformed')).toMatchObject([
        { severity: 'warning', place: { field: 'contact.email' }, details: { text: email } },
      ]);
    },
  );

  it.each([null, '', 'rathaus@stadt.de', 'Jörg.Müller+rat@amt-7.straßenbau.example'])(
    'with „%s“ there is nothing to say about the e-mail address',
    (email) => {
      expect(ofRule(sound({ contact: { ...sound().content.contact, email } }), 'email-malformed')).toEqual([]);
    },
  );

  it('without consultations brings a hint, with undated ones a refusal that names the row', () => {
    expect(ofRule(sound({ consultations: [] }), 'consultations-missing')).toMatchObject([{ severity: 'hint' }]);
    const rows = [
      consultation({ organization: 'Stadtrat', date: '2026-02-05' }),
      consultation({ organization: 'Hauptausschuss' }),
      consultation({ organization: 'Hauptausschuss' }),
    ];
    const found = ofRule(sound({ consultations: rows }), 'consultation-undated');
    expect(found).toMatchObject([
      {
        severity: 'blocking',
        place: { field: 'consultations.1.date' },
        details: { row: '2', organization: 'Hauptausschuss' },
      },
      { place: { field: 'consultations.2.date' }, details: { row: '3' } },
    ]);
  });
});

describe('the signatory', () => {
  type Signing = { name: string; units: string[]; scope?: SigningScope };
  const signs = (name: string, leadUnit: string, signatories: Signing[], changes: Partial<StatementContent> = {}) =>
    sound(
      { signatory: { name, role: null, prefix: null }, leadUnit, ...changes },
      {},
      {
        signatories: signatories.map((one) => ({
          scope: 'all' as const,
          ...one,
          authority: '',
          facsimile: null,
          role: null,
          prefix: null,
        })),
      },
    );
  const answering = (...paperTypes: PaperType[]): Pick<StatementContent, 'answers'> => ({
    answers: paperTypes.map((paperType) => ({
      reference: 'A0001/26',
      paperType,
      originators: [],
      printedOriginators: '',
    })),
  });
  const list = [
    { name: 'Ada Ein', units: [] },
    { name: 'Bert Bau', units: ['FB 6', 'FB 7'] },
    { name: 'Bert Bau', units: ['FB 8'] },
  ];

  it('is not asked for in an office without a list', () => {
    expect(rulesOf(signs('Wer Auch', 'FB 1', []))).toEqual([]);
  });
  it('unknown to the list brings a warning', () => {
    expect(ofRule(signs('Wer Auch', 'FB 1', list), 'signatory-unknown')).toMatchObject([
      { severity: 'warning', details: { name: 'Wer Auch' } },
    ]);
  });
  it('may sign for all units, or for those that any of the entries names', () => {
    expect(rulesOf(signs('Ada Ein', 'FB 99', list))).toEqual([]);
    for (const unit of ['FB 6', 'FB 7', 'FB 8']) expect(rulesOf(signs('Bert Bau', unit, list))).toEqual([]);
    expect(ofRule(signs('Bert Bau', 'FB 1', list), 'signatory-not-entitled')).toMatchObject([
      { severity: 'blocking', details: { name: 'Bert Bau', what: 'Stellungnahmen von „FB 1“' } },
    ]);
  });
  it('signs on motions or on inquiries only, where the settings say so; amendments are motions', () => {
    const scoped: Signing[] = [
      { name: 'Ada Ein', units: [], scope: 'motions' },
      { name: 'Bert Bau', units: ['FB 6'], scope: 'inquiries' },
      { name: 'Bert Bau', units: ['FB 7'], scope: 'all' },
    ];
    const found = (name: string, unit: string, ...types: PaperType[]) =>
      ofRule(signs(name, unit, scoped, answering(...types)), 'signatory-not-entitled').map(
        ({ details }) => details['what'],
      );
    expect(found('Ada Ein', 'FB 6', 'motion', 'amendment')).toEqual([]);
    expect(found('Ada Ein', 'FB 6', 'other')).toEqual([]);
    expect(found('Ada Ein', 'FB 6', 'motion', 'inquiry')).toEqual(['Stellungnahmen zu Anfragen']);
    expect(found('Bert Bau', 'FB 6', 'inquiry')).toEqual([]);
    expect(found('Bert Bau', 'FB 6', 'amendment')).toEqual(['Stellungnahmen zu Anträgen']);
    expect(found('Bert Bau', 'FB 7', 'amendment')).toEqual([]);
    expect(found('Bert Bau', 'FB 8', 'inquiry')).toEqual(['Stellungnahmen von „FB 8“']);
  });
});

describe('the words', () => {
  const placeholder = { type: 'placeholder', attrs: { label: 'Betrag' } } as const;

  it('with open placeholders are refused at their very place, also in lists and tables and in the quotation', () => {
    const open = {
      ...paragraph('', 'p1'),
      content: [{ type: 'text' as const, text: 'Es sind ' }, placeholder, { type: 'text' as const, text: ' Euro' }],
    };
    const reply = richText(
      open,
      {
        type: 'bulletList',
        attrs: { id: 'l' },
        content: [{ type: 'listItem', content: [{ ...open, attrs: { id: 'p2' } }] }],
      },
      {
        type: 'table',
        attrs: { id: 't' },
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [{ ...open, attrs: { id: 'p3' } }] },
            ],
          },
        ],
      },
    );
    const found = ofRule(sound({ reply, quotation: richText({ ...open, attrs: { id: 'q1' } }) }), 'placeholder-open');
    expect(found.map(({ place, severity }) => [severity, place.field, place.blockId, place.start, place.end])).toEqual([
      ['blocking', 'quotation', 'q1', 8, 16],
      ['blocking', 'reply', 'p1', 8, 16],
      ['blocking', 'reply', 'p2', 8, 16],
      ['blocking', 'reply', 'p3', 8, 16],
    ]);
  });

  it('that cannot be printed are refused with their place', () => {
    const unprintable = [{ place: 'Absatz 2', character: '😀', codePoint: 'U+1F600' }];
    const reply = richText(paragraph('Ein'), paragraph('lachender 😀 Satz', 'p2'));
    const [found] = ofRule(sound({ reply }, { unprintable }), 'character-unprintable');
    expect(found?.place).toEqual({ field: 'reply', blockId: 'p2', start: 10, end: 12 });
    expect(found).toMatchObject({ severity: 'blocking', details: { codePoint: 'U+1F600', where: 'Absatz 2' } });
    const [ofOffice] = ofRule(sound({}, { unprintable }), 'character-unprintable');
    expect(ofOffice?.place.field).toBe('');
  });
});

describe('a date', () => {
  const impossible = (words: string): string[] =>
    ofRule(replying(words), 'date-impossible').map(({ details }) => String(details['text']));
  const malformed = (words: string): string[] =>
    ofRule(replying(words), 'date-malformed').map(
      ({ details }) => `${String(details['text'])} → ${String(details['wanted'])}`,
    );

  it.each([
    '31.02.2023',
    '29.2.2023',
    '00.10.2022',
    '32.12.2022',
    '12.13.2022',
    '31. Februar 2023',
    '29. Februar 2023',
    '31.11.2024',
    '30. 02. 2024',
  ])('%s does not exist', (date) => {
    expect(impossible(`bis zum ${date} zu berichten`)).toEqual([date]);
  });

  it.each(['28.02.2023', '29.2.2024', '29. Februar 2024', '1.1.2000', '31.12.1999', '12. 10. 2022'])(
    '%s exists',
    (date) => {
      expect(rulesOf(replying(`bis zum ${date} zu berichten`))).toEqual([]);
    },
  );

  it('without its stop is told with the right form', () => {
    expect(malformed('am 12.10 2022 und am 14.12 2009, zuletzt 09. 01 2025.')).toEqual([
      '12.10 2022 → 12.10.2022',
      '14.12 2009 → 14.12.2009',
      '09. 01 2025 → 09.01.2025',
    ]);
    expect(ofRule(replying('am 12.10 2022'), 'date-malformed')).toMatchObject([
      { severity: 'warning', place: { field: 'reply', blockId: 'block-1', start: 3, end: 13 } },
    ]);
  });

  it('with neither its stop nor a day in the calendar is impossible, not malformed', () => {
    expect([impossible('am 31.02 2023'), malformed('am 31.02 2023')]).toEqual([['31.02 2023'], []]);
  });

  it.each([
    'Tel. 0391 540-1234 und 0391.540.2022',
    'IBAN DE89 3704 0044 0532 0130 00',
    '1.250.000 Euro',
    '12.500,00 €',
    '3.14.1592',
    'Az. 32.15.2019',
    'Az. 61.20.2019',
    'Aktenzeichen: 31.02.2023',
    'Ziffer 4.13.2022',
    'Abschnitt 2.31.2020',
    'von 8.30 bis 12.00 Uhr',
    'S0386/22 und DS0288/24/1/1',
    '§ 12 Abs. 3',
    'Version 10.20.2030',
    '192.168.13.2022',
    '2.500 2022 erhobene Daten',
    'Nr. 40.40.2020',
    '99.99.2020',
    'am 12.05.1887 gebaut',
    '12.10.22',
  ])('is not mistaken in "%s"', (words) => {
    expect([impossible(words), malformed(words)]).toEqual([[], []]);
  });

  it('range is two dates', () => {
    for (const dash of ['-', '–', ' bis ', '/'])
      expect(impossible(`vom 05.11.2022${dash}31.11.2022`), dash).toEqual(['31.11.2022']);
  });

  it('of the calendar is never refused, and one that is not in it always', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1900, max: 2199 }),
        fc.constantFrom('.', '. '),
        (day, month, year, gap) => {
          const date = new Date(Date.UTC(year, month - 1, day));
          const exists = date.getUTCMonth() === month - 1;
          const written = `${day}.${gap === '.' ? '' : ' '}${month}.${year}`;
          expect(impossible(`Stand ${written}, geprüft`)).toEqual(exists ? [] : [written]);
          const short = `${day}.${month} ${year}`;
          if (exists)
            expect(malformed(`Stand ${short}, geprüft`)).toEqual([
              `${short} → ${formatGermanDate(date.toISOString().slice(0, 10))}`,
            ]);
        },
      ),
    );
  });

  it('in the quotation belongs to others', () => {
    expect(rulesOf(sound({ quotation: richText('am 31.02.2023 und 12.10 2022') }))).toEqual([]);
  });
});
