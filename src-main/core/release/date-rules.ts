/** Rules about days: weekdays that fit, steps in their order and on working days, nothing announced that is past, nothing due before it is decided. */
import { formatGermanDate, isoDate, MONTHS, weekdayName, type IsoDate } from '../../base/german-date.ts';
import { sentences } from '../../base/sentences.ts';
import { textBlocks } from '../../record/rich-text/plain-text.ts';
import { fieldPlace, finding, type ReleaseRule } from './release-rule.ts';
import { ownTexts, placeIn } from './text-rules.ts';
import { writtenDates } from './written-dates.ts';

const WEEKDAY =
  /(?<!\p{L})(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|(?:Mo|Di|Mi|Do|Fr|Sa|So)(?=[.,]))\.?(?:,|\s+den|\s*,\s*den|\s+dem|\s*,\s*dem)?\s*$/u;
const sameDay = (typed: string, real: string): boolean =>
  typed === 'Sonnabend' ? real === 'Samstag' : typed.length === 2 ? real.startsWith(typed) : typed === real;

/** "Montag, 12.10.2022", which was a Wednesday. */
export const weekdaysFit: ReleaseRule = {
  rule: 'weekday-wrong',
  find: (subject) =>
    ownTexts(subject).flatMap((checked) =>
      writtenDates(checked.text).flatMap(({ start, text, date }) => {
        const typed = WEEKDAY.exec(checked.text.slice(0, start));
        if (
          date === undefined ||
          !typed?.[1] ||
          /\p{L}{3}\.\s*$/u.test(typed[0]) ||
          sameDay(typed[1], weekdayName(date))
        )
          return [];
        const details = { weekday: typed[1], text, wanted: weekdayName(date) };
        return [finding('weekday-wrong', 'warning', placeIn(checked, typed.index, start + text.length), details)];
      }),
    ),
};

export const consultationsInOrder: ReleaseRule = {
  rule: 'consultations-unordered',
  find: ({ content }) => {
    let before: { readonly date: IsoDate; readonly row: number } | null = null;
    return content.consultations.flatMap(({ date, organization }, index) => {
      if (date === null) return [];
      const earlier = before !== null && date < before.date ? before : null;
      before = { date, row: index + 1 };
      if (!earlier) return [];
      const details = {
        row: String(index + 1),
        organization,
        date: formatGermanDate(date),
        other: String(earlier.row),
        before: formatGermanDate(earlier.date),
      };
      return [
        finding('consultations-unordered', 'warning', fieldPlace(`consultations.${String(index)}.date`), details),
      ];
    });
  },
};

/** Committees meet on working days. */
export const consultationsOnWorkdays: ReleaseRule = {
  rule: 'consultation-day-off',
  find: ({ content, holidays }) =>
    content.consultations.flatMap(({ date, organization }, index) => {
      if (date === null) return [];
      const weekday = weekdayName(date);
      const holiday = holidays.get(date);
      if (holiday === undefined && weekday !== 'Samstag' && weekday !== 'Sonntag') return [];
      const details = { row: String(index + 1), organization, date: formatGermanDate(date), what: holiday ?? weekday };
      return [finding('consultation-day-off', 'warning', fieldPlace(`consultations.${String(index)}.date`), details)];
    }),
};

const FUTURE =
  /(?<!\p{L})(?:wird|werden|soll|sollen|ist geplant|sind geplant|ist vorgesehen|sind vorgesehen|findet|finden)(?!\p{L})/iu;
const LOOKS_BACK =
  /(?<!\p{L})(?:wurde|wurden|worden|war|waren|hat|haben|hatte|hatten|seit|fand|fanden|musste|mussten|konnte|konnten|sollte|sollten|durfte|durften)(?!\p{L})/iu;

/** "… wird am 12.03.2024 vorgestellt" in a paper of 2026. */
export const announcedDaysAhead: ReleaseRule = {
  rule: 'future-day-past',
  find: (subject) => {
    const own = subject.content.date;
    if (own === null) return [];
    return ownTexts(subject).flatMap((checked) =>
      sentences(checked.text).flatMap((sentence) => {
        if (!FUTURE.test(sentence.text) || LOOKS_BACK.test(sentence.text)) return [];
        return writtenDates(sentence.text).flatMap(({ start, text, date }) => {
          // "wird am …": the verb comes first; "vom …" and "Wie am … berichtet, wird" name what was.
          const before = sentence.text.slice(0, start);
          if (date === undefined || date >= own || !/\b(?:am|ab|ab dem|zum)\s+$/u.test(before)) return [];
          if (!FUTURE.test(before) || before.includes(',')) return [];
          const from = sentence.start + start;
          const details = { text, date: formatGermanDate(own) };
          return [finding('future-day-past', 'warning', placeIn(checked, from, from + text.length), details)];
        });
      }),
    );
  },
};

const BY_END = new RegExp(
  String.raw`\bbis\s+(?:spätestens\s+|zum\s+)*(?:(Ende|Anfang|Mitte)\s+(?:(${MONTHS.join('|')})\s+|des\s+Jahres\s+)?(\d{4})|zum\s+Jahresende\s+(\d{4}))`,
  'gu',
);
const PART_END: Readonly<Record<string, readonly [month: number, day: number]>> = {
  Ende: [12, 31],
  Anfang: [3, 31],
  Mitte: [6, 30],
};

/** "bis spätestens Ende 2022", "bis zum 30.09.2026": the last day that is meant. */
function dueDays(text: string): readonly { readonly start: number; readonly text: string; readonly date: IsoDate }[] {
  const found: { start: number; text: string; date: IsoDate }[] = [];
  for (const match of text.matchAll(BY_END)) {
    const year = Number(match[3] ?? match[4]);
    const [month, day] =
      match[2] === undefined
        ? (PART_END[match[1] ?? 'Ende'] ?? [12, 31])
        : [MONTHS.findIndex((name) => name === match[2]) + 1, 28];
    const date = isoDate(year, month, day);
    if (date !== undefined) found.push({ start: match.index, text: match[0], date });
  }
  for (const { start, text: written, date } of writtenDates(text)) {
    const lead = /\bbis\s+(?:spätestens\s+|zum\s+)*$/u.exec(text.slice(0, start));
    if (date !== undefined && lead)
      found.push({ start: lead.index, text: text.slice(lead.index, start) + written, date });
  }
  return found;
}

/** The motion asks for something by a day that lies before the last step of the paper. */
export const dueAfterDecision: ReleaseRule = {
  rule: 'due-before-decision',
  find: ({ content }) => {
    const last = content.consultations
      .flatMap(({ date }) => date ?? [])
      .sort()
      .at(-1);
    if (last === undefined || content.answers.every(({ paperType }) => paperType === 'inquiry')) return [];
    return textBlocks(content.quotation.content).flatMap(({ id, text }) =>
      dueDays(text)
        .filter(({ date }) => date < last)
        .map(({ start, text: words }) =>
          finding(
            'due-before-decision',
            'hint',
            { field: 'quotation', blockId: id, start, end: start + words.length },
            { text: words, date: formatGermanDate(last) },
          ),
        ),
    );
  },
};
