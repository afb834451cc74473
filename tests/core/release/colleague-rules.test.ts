/** What a careful colleague would find: each rule on words that break it and on words that must stay silent. All texts are invented. */
import { describe, expect, it } from 'vitest';
import { findingSentence } from '../../../src-main/contract/release/texts-de.ts';
import type { FindingRule } from '../../../src-main/contract/release/shapes.ts';
import type { CheckedPoint } from '../../../src-main/core/release/release-subject.ts';
import type { Block } from '../../../src-main/record/rich-text/rich-text.ts';
import { consultation, idNumber, paragraph, richText } from '../../support/builders.ts';
import { ofRule, replying, sound } from './subject.ts';

const INQUIRY = [{ reference: 'F0001/26', paperType: 'inquiry' as const, originators: [], printedOriginators: '' }];

/** The words a rule stands at. */
function found(rule: FindingRule, words: string, content: Parameters<typeof replying>[1] = {}): string[] {
  return ofRule(replying(words, content), rule).map(({ place }) => words.slice(place.start, place.end));
}

const point = (n: number, position: CheckedPoint['position']): CheckedPoint => ({
  id: idNumber(n),
  label: String(n),
  text: 'Der Weg wird gebaut.',
  paper: 'A0001/26',
  isOpen: false,
  isStale: false,
  position,
  sameAs: null,
});

describe('weekdays', () => {
  it.each([
    ['Montag, 12.10.2022', 'Mittwoch'],
    ['Montag, den 12.10.2022', 'Mittwoch'],
    ['Fr, 12. Oktober 2022', 'Mittwoch'],
    ['Sonnabend, 12.10.2022', 'Mittwoch'],
  ])('%s is named', (words, day) => {
    const text = `Der Termin ist am ${words} um 17 Uhr.`;
    expect(found('weekday-wrong', text)).toEqual([words]);
    const [finding] = ofRule(replying(text), 'weekday-wrong');
    expect(finding && findingSentence(finding)).toContain(`ist ein ${day}`);
  });
  it.each([
    'Mittwoch, 12.10.2022',
    'Mi, 12.10.2022',
    'Sonnabend, 15.10.2022',
    'am 12.10.2022',
    'Der Freitag. 12.10.2022',
  ])('%s stays silent', (words) => expect(found('weekday-wrong', `Es war ${words}.`)).toEqual([]));
});

describe('the Beratungsfolge', () => {
  const rows = (...days: string[]) =>
    days.map((date, at) => consultation({ organization: `Gremium ${String(at)}`, date }));
  it('goes forward', () => {
    const subject = sound({ consultations: rows('2026-02-05', '2026-02-03', '2026-03-05') });
    expect(ofRule(subject, 'consultations-unordered').map(({ place }) => place.field)).toEqual([
      'consultations.1.date',
    ]);
    expect(
      ofRule(sound({ consultations: rows('2026-02-03', '2026-02-03', '2026-02-05') }), 'consultations-unordered'),
    ).toEqual([]);
  });
  it('has no day off', () => {
    const holidays = new Map([['2026-05-01', 'Tag der Arbeit']]);
    const subject = sound({ consultations: rows('2026-02-07', '2026-04-30', '2026-05-01') }, { holidays });
    expect(ofRule(subject, 'consultation-day-off').map(({ details }) => details['what'])).toEqual([
      'Samstag',
      'Tag der Arbeit',
    ]);
  });
});

describe('days to come', () => {
  const date = '2026-02-01';
  it('lie ahead of the paper', () => {
    expect(found('future-day-past', 'Das Konzept wird am 12.03.2024 vorgestellt.', { date })).toEqual(['12.03.2024']);
    for (const silent of [
      'Das Konzept wird am 12.03.2026 vorgestellt.',
      'Das Konzept wurde am 12.03.2024 vorgestellt.',
      'Seit dem 12.03.2024 wird gezählt.',
      'Der Baum musste am 12.03.2024 gefällt werden.',
    ])
      expect(found('future-day-past', silent, { date }), silent).toEqual([]);
  });
  it('that a motion names lie behind the last step', () => {
    const consultations = [consultation({ organization: 'Stadtrat', date: '2023-02-16' })];
    const due = (words: string): string[] =>
      ofRule(sound({ consultations, quotation: richText(paragraph(words, 'q')) }), 'due-before-decision').map(
        ({ details }) => details['text'] ?? '',
      );
    expect(due('Der Stadtrat ist bis spätestens Ende 2022 zu informieren.')).toEqual(['bis spätestens Ende 2022']);
    expect(due('Das Konzept ist bis zum 31.12.2022 vorzulegen.')).toEqual(['bis zum 31.12.2022']);
    expect(due('Das Konzept ist bis Ende 2023 vorzulegen. Die Zahlen von 2022 gelten.')).toEqual([]);
  });
});

describe('what belongs together', () => {
  it('quotes the title as it is', () => {
    const name = 'Familienfreundliche Nutzer*innenberatung';
    expect(found('title-misquoted', 'Zum Thema „Familienfreundliche Nutzerberatung“ gilt:', { name })).toEqual([
      'Familienfreundliche Nutzerberatung',
    ]);
    expect(
      found('title-misquoted', 'Zum Thema „Familienfreundliche Nutzer*innenberatung“ und „Bänke am Weiher“ gilt:', {
        name,
      }),
    ).toEqual([]);
  });
  it('calls an inquiry an inquiry', () => {
    expect(found('paper-kind-wrong', 'Dem Antrag kann nicht gefolgt werden.', { answers: INQUIRY })).toEqual([
      'Antrag',
    ]);
    for (const silent of [
      'Zur Anfrage wird geantwortet.',
      'Der Antrag auf Förderung ging ein.',
      'Der Antrag A0012/26 folgt.',
      'Die Anträge folgen.',
    ])
      expect(found('paper-kind-wrong', silent, { answers: INQUIRY }), silent).toEqual([]);
    expect(found('paper-kind-wrong', 'Dem Antrag kann gefolgt werden.')).toEqual([]);
    expect(found('paper-kind-wrong', 'Zur Anfrage wird geantwortet.')).toEqual(['Anfrage']);
  });
  it('recommends what the positions say', () => {
    const agrees = { reply: richText(paragraph('Die Verwaltung empfiehlt, dem Antrag zuzustimmen.', 'b')) };
    const refuses = { reply: richText(paragraph('Die Verwaltung empfiehlt, den Antrag abzulehnen.', 'b')) };
    const rejected = [point(1, 'reject'), point(2, 'reject')];
    expect(ofRule(sound(agrees, { points: rejected }), 'recommendation-contradicts')).toHaveLength(1);
    expect(ofRule(sound(refuses, { points: [point(1, 'approve')] }), 'recommendation-contradicts')).toHaveLength(1);
    for (const points of [[point(1, 'reject'), point(2, 'approve')], []])
      expect(ofRule(sound(agrees, { points }), 'recommendation-contradicts')).toEqual([]);
    expect(ofRule(sound(refuses, { points: rejected }), 'recommendation-contradicts')).toEqual([]);
    const single = (text: string) =>
      ofRule(
        sound(
          { reply: richText(paragraph(text, 'b')) },
          { points: [point(1, 'reject'), point(2, 'approve'), point(3, 'partly')] },
        ),
        'recommendation-contradicts',
      ).map(({ details }) => details['text']);
    expect(single('Die Verwaltung empfiehlt, Punkt 1 zuzustimmen und Punkt 2 abzulehnen.')).toEqual([
      'Punkt 1 zuzustimmen',
      'Punkt 2 abzulehnen',
    ]);
    expect(single('Die Verwaltung empfiehlt, den Punkten 2 und 3 zuzustimmen und Punkt 1 abzulehnen.')).toEqual([]);
    expect(
      single('Die Verwaltung empfiehlt, Punkt 3 teilweise zuzustimmen; Punkt 4 abzulehnen steht nicht an.'),
    ).toEqual([]);
    expect(single('Den Punkten 1 und 2 zuzustimmen, hatte niemand verlangt.')).toEqual([]);
  });
  const table = (...rows: string[][]): Block => ({
    type: 'table',
    attrs: { id: null },
    content: rows.map((row) => ({
      type: 'tableRow',
      content: row.map((text) => ({
        type: 'tableCell' as const,
        attrs: { colspan: 1, rowspan: 1 },
        content: [paragraph(text, text)],
      })),
    })),
  });
  const sums = (...rows: string[][]): string[] =>
    ofRule(sound({ reply: { type: 'doc', content: [table(...rows)] } }), 'sum-wrong').map(
      ({ details }) => details['sum'] ?? '',
    );
  it('adds up', () => {
    const head = ['Jahr', 'Betrag in Euro', 'Bäume'];
    expect(sums(head, ['2024', '1.200', '3'], ['2025', '800', '4'], ['Summe', '2.100', '7'])).toEqual(['2.000']);
    expect(sums(head, ['2024', '1.200', '3'], ['2025', '800', '–'], ['Summe', '2.000', '3'])).toEqual([]);
    expect(sums(head, ['2024', '33,3 %', '3'], ['2025', '66,6 %', 'viele'], ['Gesamt', '100,0 %', '9'])).toEqual([]);
    expect(sums(head, ['2024', '1', '3'], ['Summe', '9', '9'])).toEqual([]);
  });
});

describe('shares of a list', () => {
  const list = (...items: string[]): Block => ({
    type: 'bulletList',
    attrs: { id: null },
    content: items.map((text) => ({ type: 'listItem', content: [paragraph(text, text)] })),
  });
  const sums = (lead: string, ...items: string[]): string[] =>
    ofRule(sound({ reply: { type: 'doc', content: [paragraph(lead, 'lead'), list(...items)] } }), 'shares-wrong').map(
      ({ details }) => details['sum'] ?? '',
    );
  it('make up a whole', () => {
    expect(sums('Es kamen', '40 % zu Fuß', '35 % mit dem Rad', '30 % mit dem Bus')).toEqual(['105']);
    expect(sums('Es kamen', '40,5 Prozent zu Fuß', '35 % mit dem Rad', '20,5 % mit dem Bus')).toEqual(['96']);
  });
  it.each([
    ['rounded', 'Es kamen', ['33 % zu Fuß', '33 % mit dem Rad', '33 % mit dem Bus']],
    ['no parts of one whole', 'Es stiegen', ['Gebühren um 10 %', 'Löhne um 20 %', 'Mieten um 30 %']],
    ['several answers allowed', 'Mehrfachnennungen waren möglich:', ['40 % A', '35 % B', '30 % C']],
    ['only two', 'Es kamen', ['55 % zu Fuß', '50 % mit dem Rad']],
    ['two in one item', 'Es kamen', ['40 % (2024: 38 %) zu Fuß', '35 % mit dem Rad', '30 % mit dem Bus']],
    ['an item without', 'Es kamen', ['40 % zu Fuß', '35 % mit dem Rad', '30 % mit dem Bus', 'andere']],
  ])('stay silent: %s', (_, lead, items) => expect(sums(lead, ...items)).toEqual([]));
});

describe('headings of points', () => {
  const place = { block: idNumber(7), start: 0, end: 11 };
  const empty = (isOpen: boolean) =>
    ofRule(
      sound(
        {},
        {
          points: [{ ...point(1, 'approve'), isOpen }],
          emptyHeadings: [{ pointIds: [idNumber(1)], text: 'Zu Punkt 1:', place }],
        },
      ),
      'heading-unanswered',
    );
  it('have words below them', () => {
    expect(empty(false).map((one) => findingSentence(one))).toEqual([
      'Unter „Zu Punkt 1:“ steht nichts. Bitte antworten, die Zeile entfernen oder begründen.',
    ]);
    expect(empty(true)).toEqual([]);
  });
});

describe('how it reads', () => {
  it('is no letter', () => {
    expect(found('greeting-taken-over', 'Sehr geehrte Frau Vorsitzende,')).toEqual(['Sehr geehrte']);
    expect(found('greeting-taken-over', 'Mit freundlichen Grüßen')).toEqual(['Mit freundlichen Grüßen']);
    expect(found('greeting-taken-over', 'Die sehr geehrten Gäste kamen.')).toEqual([]);
  });
  it('is more than headings', () => {
    const reply = (...lines: string[]) => ofRule(sound({ reply: richText(...lines) }), 'reply-headings-only');
    expect(reply('Zu Frage 1:', 'Zu Frage 2:')).toHaveLength(1);
    expect(reply('Zu Frage 1:', 'Zwölf.')).toEqual([]);
    expect(reply('Zu Frage 1: Zwölf Wege.')).toEqual([]);
    expect(reply()).toEqual([]);
  });
  it('has sentences that end', () => {
    const words = Array.from({ length: 41 }, () => 'Wort').join(' ');
    expect(ofRule(replying(`${words}. Kurz.`), 'sentence-long')).toHaveLength(1);
    expect(ofRule(replying(`${words.slice(5)}. ${words.slice(5)}.`), 'sentence-long')).toEqual([]);
  });
  it('prefers verbs', () => {
    expect(found('nominal-style', 'Die Prüfung der Durchführung der Sanierung dauert.')).toEqual([
      'Prüfung der Durchführung der Sanierung',
    ]);
    expect(found('nominal-style', 'Die Prüfung der Sanierung dauert. Die Leitung hilft.')).toEqual([]);
  });
  it('names a duty to report', () => {
    expect(found('reporting-duty', 'Vorgeschlagen wird eine Berichtspflicht gegenüber dem Ausschuss.')).toEqual([
      'Berichtspflicht',
    ]);
    expect(found('reporting-duty', 'Der Ausschuss wird jährlich über den Stand informiert.')).toHaveLength(1);
    expect(found('reporting-duty', 'Die Zeitung hat berichtet.')).toEqual([]);
  });
  it('knows its numbers', () => {
    const text = 'Siehe I0254/15 und A0001/26.';
    const subject = sound({ reply: richText(paragraph(text, 'b')) }, { unknownReferences: ['I0254/15'] });
    expect(ofRule(subject, 'reference-unknown').map(({ place }) => text.slice(place.start, place.end))).toEqual([
      'I0254/15',
    ]);
  });
});
