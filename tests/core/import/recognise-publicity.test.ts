import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseStatement, type Recognition } from '../../../src-main/core/import/recognise-statement.ts';
import { textSource } from '../../../src-main/core/import/source-lines.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { countingIds } from '../../support/builders.ts';
import { sharedMissing, sharedPath } from '../../support/shared.ts';
import { ownForm as form } from '../../support/own-form.ts';

const profile = builtInProfile('Auental');
const read = (text: string): Recognition =>
  recogniseStatement({ source: textSource(text), today: '2026-03-02' }, profile, countingIds());
const codesOf = ({ notes }: Recognition): string[] => notes.map(({ code }) => code);
const publicityOf = (text: string): string => read(text).content.publicity;

/** A paper of another office: title, fields in some order, no form that we know. */
const foreign = (...head: string[]): string =>
  [
    'Gemeinde Weihermoos',
    'Amt 4',
    '',
    'Stellungnahme der Verwaltung zum Antrag der Fraktion Weiher',
    ...head,
    '',
    'Betreff: Bänke am Weiher',
    '',
    'Die Verwaltung nimmt zum Antrag A0012/26 wie folgt Stellung:',
    '',
    'Die Bänke werden im Mai aufgestellt.',
    '',
    'Eva Muster',
  ].join('\n');

describe('a head that says non-public', () => {
  it.each([
    'Sitzungsart: nichtöffentlich',
    'Sitzungsart: nicht öffentlich',
    'Sitzungsart: Nicht-öffentlich',
    'SITZUNGSART: NICHTÖFFENTLICH',
    'Öffentlichkeitsstatus: N',
    'Öffentlichkeitsstatus: nö',
    'Öffentlichkeit: nichtöffentlich',
    'Öffentlichkeit: nein',
    'öffentlich: nein',
    'nichtöffentlich: ja',
    'Ö / N: N',
    'Ö/NÖ: NÖ',
    'öffentlich/nichtöffentlich: nichtöffentlich',
    'Status: nichtöffentlich',
    'Behandlung: in nichtöffentlicher Sitzung\nnichtöffentlich',
    'Verfahren: nichtöffentlich',
    'Vorlage Nr.: 2026/0931   Sitzungsart: nichtöffentlich',
    'Datum: 12.11.2026 Sitzungsart: nichtöffentlich',
    'Sitzungsart\tnichtöffentlich',
    'Öffentlichkeitsstatus\nnichtöffentlich',
    'Nummer\tÖ / N\tDatum\n2026/0931\tN\t12.11.2026',
    'nichtöffentlich',
    '- nichtöffentlich -',
    '(nicht öffentlich)',
    '**nichtöffentlich**',
    'Nichtöffentliche Vorlage Nr. 2026/0931',
    'nicht\u00adöffentlich',
    'nicht\u00a0öffentlich',
    'nichto\u0308ffentlich',
    '☐ öffentlich ☒ nichtöffentlich',
    '☐ öffentlich   ☒ nicht öffentlich',
    '[ ] öffentlich [x] nichtöffentlich',
    'öffentlich ☐ nichtöffentlich ☒',
    'Sitzung: ☐ öffentlich ☑ nichtöffentlich',
  ])('„%s“ is non-public', (line) => {
    expect(publicityOf(foreign(line))).toBe('non-public');
    // Also above the title, and also under a title that says the opposite: the more careful word wins.
    expect(publicityOf(`${line}\n\n${foreign()}`)).toBe('non-public');
    expect(publicityOf(form(' öffentlich', ...line.split('\n')))).toBe('non-public');
  });

  it.each([
    ' nichtöffentlich',
    ' nicht öffentlich',
    ' – nichtöffentlich',
    '\tnicht-öffentlich',
    ' (nichtöffentlich)',
    '\nnichtöffentlich',
  ])('behind the title: „%s“', (title) => expect(publicityOf(form(title))).toBe('non-public'));

  it('names the contradiction that it settled', () => {
    expect(codesOf(read(form(' öffentlich', 'Sitzungsart: nichtöffentlich')))).toContain('publicity-contradictory');
  });
});

describe('a head that says public', () => {
  it.each([
    'Sitzungsart: öffentlich',
    'Öffentlichkeitsstatus: Ö',
    'Öffentlichkeit: öffentlich',
    'Öffentlichkeit: ja',
    'öffentlich: ja',
    'Ö / N: Ö',
    'Status: öffentlich',
    'Sitzungsart\töffentlich',
    'Nummer\tÖ / N\tDatum\n2026/0931\tÖ\t12.11.2026',
    'öffentlich',
    '☒ öffentlich ☐ nichtöffentlich',
    'öffentlich ☒ nichtöffentlich ☐',
  ])('„%s“ is public', (line) => expect(publicityOf(foreign(line))).toBe('public'));

  it.each([
    ' öffentlich',
    ' – öffentlich',
    '\töffentlich',
    ' (öffentlich)',
    ' Öffentlich',
    '\nöffentlich',
    ' – 1. Berichtigung öffentlich',
  ])('behind the title: „%s“', (title) => expect(publicityOf(form(title))).toBe('public'));

  it('reads the words an office has chosen itself', () => {
    const own = { ...profile, labels: { ...profile.labels, public: 'zur Veröffentlichung', nonPublic: 'intern' } };
    const readOwn = (text: string) =>
      recogniseStatement({ source: textSource(text), today: '2026-03-02' }, own, countingIds()).content.publicity;
    expect(readOwn(form(' zur Veröffentlichung'))).toBe('public');
    expect(readOwn(form(' intern'))).toBe('non-public');
    expect(readOwn(form(' öffentlich'))).toBe('public');
  });
});

describe('a head that does not say it', () => {
  it.each([
    '',
    'Ö / N',
    'öffentlich/nichtöffentlich',
    'öffentlich / nicht öffentlich',
    'Sitzungsart: öffentlich / nichtöffentlich',
    'Öffentlichkeitsstatus:',
    'Öffentlichkeitsstatus: noch offen',
    'Öffentlichkeitsstatus: teilweise öffentlich',
    'Öffentlichkeitsstatus: ?',
    '☐ öffentlich ☐ nichtöffentlich',
    '☒ öffentlich ☒ nichtöffentlich',
    'Sitzungsart: öffentlich\nVermerk: VERTRAULICH\nVERTRAULICH',
    'Bekanntmachung: öffentlich',
    'Ausschreibung: öffentlich',
    'Beratung: Hauptausschuss',
    'Sitzung des Hauptausschusses (nichtöffentlich) am 12.11.2026',
    'Öffentliche Bekanntmachung',
    'öffentlich-rechtlicher Vertrag',
    'Vorlage 2026/0931',
    'Version N',
  ])('„%s“ leaves it unknown and says so', (line) => {
    const recognition = read(foreign(...line.split('\n')));
    expect(recognition.content.publicity).toBe('unknown');
    expect(codesOf(recognition)).toContain('publicity-unknown');
  });

  it.each([
    '',
    ' zum Antrag A0012/26',
    ' zum öffentlich-rechtlichen Vertrag',
    ' öffentlich-rechtlich',
    ' öffentlich / nichtöffentlich',
    ' zur öffentlichen Toilette',
    ' öffentlich zugängliche Toiletten',
    ' öffentlich oder nichtöffentlich',
  ])('behind the title: „%s“', (title) => expect(publicityOf(form(title))).toBe('unknown'));

  it('is not helped by the text: a letter, a quotation, a reply that speak of it', () => {
    expect(publicityOf('Sehr geehrte Frau Muster,\n\nalles ist öffentlich.\n\nAda Beispiel')).toBe('unknown');
    expect(publicityOf(form('').replace('Bitte Bänke.', 'öffentlich'))).toBe('unknown');
    expect(publicityOf(form('').replace('Ja.', 'Sitzungsart: öffentlich'))).toBe('unknown');
  });

  it('is not taken for public when a quoted head keeps something back', () => {
    const quoted = form(' öffentlich').replace('Bitte Bänke.', 'Fraktion Weiher\nAntrag\nnichtöffentlich');
    expect(publicityOf(quoted)).toBe('unknown');
    // A sentence about it is no head.
    const spoken = form(' öffentlich').replace('Bitte Bänke.', 'Der Punkt soll nichtöffentlich beraten werden.');
    expect(publicityOf(spoken)).toBe('public');
  });
});

describe('the order of consultations', () => {
  it.each([
    'Beratungsfolge: Hauptausschuss, 12.11.2026, N, Vorberatung',
    'Beratungsfolge: Hauptausschuss, 12.11.2026, nichtöffentlich',
    'Beratungsfolge\nHauptausschuss\t12.11.2026\tN\nStadtrat\t19.11.2026\tÖ',
    'Gremium\tTermin\tÖ / N\nHauptausschuss\t12.11.2026\tN',
    'Hauptausschuss\t12.11.2026\tnichtöffentlich',
    'Hauptausschuss, 12.11.2026, N, Vorberatung',
  ])('speaks for its own rows only: %s', (lines) => {
    expect(publicityOf(foreign('Sitzungsart: öffentlich', '', lines))).toBe('public');
    expect(publicityOf(foreign('Sitzungsart: nichtöffentlich', '', lines.replaceAll('N', 'Ö')))).toBe('non-public');
    expect(publicityOf(foreign('', lines))).toBe('unknown');
  });

  it('gives each row what it says itself', () => {
    const rows = [
      'Verteiler\tTag\tÖ / N',
      'Die Oberbürgermeisterin\t07.04.2026\tN',
      'Bauausschuss\t08.04.2026\tÖ',
      'Hauptausschuss\t08.04.2026\tnichtöffentlich',
      'Finanzausschuss\t08.04.2026\tÖ / N',
      'Stadtrat\t09.04.2026',
    ].join('\n');
    const recognition = read(form(' öffentlich').replace('Verteiler\tTag\nStadtrat\t09.04.2026', rows));
    expect(recognition.content.publicity).toBe('public');
    expect(
      recognition.content.consultations.map(({ organization, date, publicity }) => [organization, date, publicity]),
    ).toEqual([
      ['Die Oberbürgermeisterin', '2026-04-07', 'non-public'],
      ['Bauausschuss', '2026-04-08', 'public'],
      ['Hauptausschuss', '2026-04-08', 'non-public'],
      ['Finanzausschuss', '2026-04-08', 'unknown'],
      ['Stadtrat', '2026-04-09', 'unknown'],
    ]);
    const unclear = recognition.notes.filter(({ code }) => code === 'row-publicity-unclear');
    expect(unclear.map(({ text }) => text)).toEqual(['Finanzausschuss 08.04.2026 Ö / N', 'Stadtrat 09.04.2026']);
  });

  it.each([
    ['Hauptausschuss\t08.04.2026\tN\tVorberatung', 'Hauptausschuss', 'Vorberatung'],
    ['Hauptausschuss, 08.04.2026, N, Vorberatung', 'Hauptausschuss', 'Vorberatung'],
    ['Ausschuss für Bau, Umwelt und Verkehr, 08.04.2026, N', 'Ausschuss für Bau, Umwelt und Verkehr', null],
    ['Hauptausschuss\t08.04.2026 N', 'Hauptausschuss', null],
    ['Hauptausschuss (nichtöffentlich)\t08.04.2026', 'Hauptausschuss (nichtöffentlich)', null],
    ['Hauptausschuss\tN 7.1\t08.04.2026', 'Hauptausschuss N 7.1', null],
  ])('reads the row „%s“', (row, organization, role) => {
    const { content } = read(form(' öffentlich').replace('Stadtrat\t09.04.2026', row));
    expect(content.consultations).toMatchObject([{ organization, date: '2026-04-08', role, publicity: 'non-public' }]);
    expect(content.publicity).toBe('public');
  });

  it('is as its paper where no row says anything', () => {
    const rowOf = (title: string) => read(form(title)).content.consultations[0]?.publicity;
    expect([rowOf(' öffentlich'), rowOf(' nichtöffentlich'), rowOf('')]).toEqual(['public', 'non-public', 'unknown']);
  });
});

describe('a denial that is broken over lines or cells', () => {
  it.each([
    ['Öffentlich:\tNein'],
    ['öffentlich:\tfalsch'],
    ['Öffentliche Sitzung:\tnein'],
    ['nein\töffentlich'],
    ['Sitzungsart: nicht', 'öffentlich'],
    ['Sitzungsart: nicht-', 'öffentlich'],
    ['öffentlich:', 'nein'],
    ['Öffentlich', 'Nein'],
    ['Sitzungsart: nicht     öffentlich'],
    ['nicht\töffentlich'],
    ['Sitzungsart: geschlossen', 'Öffentlich'],
    ['Öffentlich\tVertraulich: ja'],
    ['Öffentlich', 'Beratung unter Ausschluss der Öffentlichkeit'],
    ['Öffentlich', 'Die Öffentlichkeit ist ausgeschlossen'],
    ['Öffentlich', 'Beratung ohne Öffentlichkeit'],
    ['Öffentlich', 'Geheimhaltung nach § 35 GO'],
    ['Öffentlich', 'Geheim'],
    ['Öffentlich', 'Verschlusssache'],
    ['Öffentlich', 'Sperrvermerk bis 12.11.2026'],
    ['Öffentlich', 'Interne Vorlage'],
  ])('never makes a paper public: %j', (...lines) => {
    expect(publicityOf(foreign(...lines))).not.toBe('public');
  });

  it.each(['International: Städtepartnerschaft', 'Internet: www.auental.example'])(
    'is not heard where a word only begins like one: %s',
    (line) => expect(publicityOf(foreign('Öffentlichkeit: Ö', line))).toBe('public'),
  );

  it.each([[' öffentlich\tnein'], [' nicht', 'öffentlich'], [' nicht (öffentlich)']])(
    'nor behind the title: %j',
    (...lines) => {
      expect(publicityOf(form(lines.join('\n')))).not.toBe('public');
    },
  );
});

describe('whatever a head says', () => {
  it('is public only when a place for it says so', () => {
    const word = fc.constantFrom(
      'Sitzung',
      'Status:',
      'N',
      'nicht',
      'Vertrag',
      'rechtlich',
      'Ö',
      '/',
      '☐',
      'Rat,',
      '12.11.2026',
      '\t',
      ':',
    );
    const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        // "Ö / N" is the name of a field, in which an "Ö" would say so; all else here is none.
        fc.pre(!lines.some((line) => /Ö \/ N|N \/ Ö/.test(line)));
        // None of these words is "öffentlich", and "Ö" stands in no field made for it.
        expect(publicityOf(foreign(...lines))).not.toBe('public');
      }),
      { numRuns: 500 },
    );
  });
});

describe('the name of the body', () => {
  const bodyOf = (...above: string[]): Recognition =>
    read([...above, foreign().split('\n').slice(3).join('\n')].join('\n'));

  it.each([
    'Stadt Auenfurt',
    'Landeshauptstadt Weiher',
    'Gemeinde Weihermoos',
    'Markt Weiher am Moos',
    'Landkreis Weiher',
    'Kreis Weiher',
    'Samtgemeinde Moor',
    'Verbandsgemeinde Weiher-Moos',
    'Amt Weihermoor',
    'Hansestadt Weiher',
    'Große Kreisstadt Auenfurt',
    'Freie und Hansestadt Weiher',
    'Universitäts- und Hansestadt Weiher',
    'Der Magistrat der Stadt Auenfurt',
    'Stadt Auenfurt an der Weiher',
    'Gemeinde Weiher (Moos)',
    'Stadt Weiher a. d. Aue',
    'Auental',
  ])('is „%s“, wherever above the title it stands', (body) => {
    for (const above of [
      [body],
      [body, 'Dezernat 6', '', 'Vorlage Nr.: 2026/0931', 'Sitzungsart: nichtöffentlich'],
      ['Vorlage Nr.: 2026/0931', '', body, 'Sitzungsart: nichtöffentlich'],
    ])
      expect(bodyOf(...above).content.bodyName).toBe(body);
  });

  it.each([
    ['Sitzungsart: nichtöffentlich'],
    ['Dezernat 6'],
    ['Amt für Umwelt'],
    ['Amt 61'],
    ['Stadtrat'],
    ['Stadt: Auenfurt'],
    ['Stadt und Land gemeinsam'],
    ['Stadt Auenfurt, 12.11.2026'],
    ['Nichtöffentlich'],
    ['Vorlage für die Stadt Auenfurt'],
    ['Gemeinde Sitzungsart'],
    ['Stadt Verwaltung'],
    ['Kreis Ausschuss'],
    ['Stadt'],
    ['Gemeinde Weihermoos plant neue Bänke'],
    ['Stadt Auenfurt Beschlussvorlage'],
    ['Vorlage Nr.: 2026/0931', 'Az. 12-3'],
  ])('is not „%s“, which stays text and is named', (...lines) => {
    const recognition = bodyOf(...lines);
    expect(recognition.content.bodyName).toBe('');
    expect(recognition.notes).toEqual(
      expect.arrayContaining([
        { code: 'body-missing', text: '' },
        ...lines.map((text) => ({ code: 'head-line-kept', text })),
      ]),
    );
    expect(plainParagraphs(recognition.content.reply).slice(0, lines.length)).toEqual(lines);
  });

  it('is what stands alone where our form has it', () => {
    const ours = form(' öffentlich').replace('Stadt Auental', 'Eigenbetrieb Stadtgrün');
    expect(read(ours).content.bodyName).toBe('Eigenbetrieb Stadtgrün');
    expect(codesOf(read(ours))).not.toContain('body-missing');
  });

  it.each([
    'Vorlage für die Stadt Auenfurt',
    'Gemeinde Sitzungsart',
    'Stadt',
    'Die Gemeinde',
    'Stadtverwaltung',
    'Tiefbauamt',
    'Stadtrat',
    'Der Magistrat',
    'Bauausschuss',
    'Entwurf',
    'Neue Bänke für den Weiher',
    'eigener Text',
  ])('is not „%s“, though it stands alone where our form has the name', (line) => {
    const { content, notes } = read(form(' öffentlich').replace('Stadt Auental', line));
    expect(content.bodyName).toBe('');
    expect(notes).toContainEqual({ code: 'head-line-kept', text: line });
    expect(plainParagraphs(content.reply)[0]).toBe(line);
  });
});

describe.skipIf(sharedMissing !== undefined)('the paper whose field stands above its title', () => {
  it('is non-public and of its town', () => {
    const text = readFileSync(sharedPath('cases', 'text-nonpublic-elsewhere.txt'), 'utf8');
    expect(read(text).content).toMatchObject({ publicity: 'non-public', bodyName: 'Stadt Auenfurt' });
  });
});

describe('a word behind the title that something stands beside', () => {
  it.each([
    ' öffentlich (NÖ)',
    '\töffentlich\tNÖ',
    ' öffentlich VS-NfD',
    ' öffentlich, VS-NfD',
    '   öffentlich   VS - Nur für den Dienst',
    ' öffentlich (vorläufig nicht)',
    ' öffentlich (gesperrt bis 2030)',
    '   öffentlich   Streng persönlich',
    '  öffentlich  Nur für Mitglieder',
    ' öffentlich – nicht für die Presse',
    ' öffentlich mit Ausnahme von Nr. 3',
    ' öffentlich  Umlauf Beigeordnete',
  ])('is not public by itself: "%s"', (title) => {
    expect(publicityOf(form(title))).not.toBe('public');
  });

  it.each([
    ' öffentlich',
    ' (öffentlich)',
    ' öffentlich FB 32',
    ' öffentlich\tAmt 61.2',
    ' – öffentlich – 12.03.2026',
    '   öffentlich   Seite 1 von 3',
    ' öffentlich   S0021/26',
  ])('is public where it says nothing about it: "%s"', (title) => {
    expect(publicityOf(form(title))).toBe('public');
  });
});

describe('a field that says public beside lines that take it back', () => {
  it.each([
    'NÖ',
    'N.Ö.',
    'öff.: nein',
    'Veröffentlichung: nein',
    'TOP: N 7',
    'Sperrfrist: 01.06.2026',
    'VS-NfD',
    'Verschwiegenheitspflicht nach § 30',
    'Nur für die Mitglieder des Ausschusses',
  ])('%s', (line) => {
    expect(publicityOf(foreign('Öffentlichkeit: öffentlich', line))).not.toBe('public');
  });
  it('at the foot of a page', () => {
    const text = foreign('Öffentlichkeit: öffentlich');
    expect(
      recogniseStatement(
        { source: textSource(text), pageMarks: ['Amt 4 · NÖ · Seite 1'], today: '2026-03-02' },
        profile,
        countingIds(),
      ).content.publicity,
    ).toBe('non-public');
  });
});

it('boxes may be letters', () => {
  expect(publicityOf(foreign('X öffentlich O nichtöffentlich'))).toBe('public');
  expect(publicityOf(foreign('O öffentlich X nichtöffentlich'))).toBe('non-public');
});
