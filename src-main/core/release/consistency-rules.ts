/** Rules about what does not fit together: a title quoted otherwise, the wrong kind of paper, positions and recommendation. */
import type { ReleaseSubject } from './release-subject.ts';
import { fold } from '../../base/fold.ts';
import { finding, type ReleaseRule } from './release-rule.ts';
import { ownTexts, placeIn } from './text-rules.ts';

const QUOTED = /[„"“«»]([^„“”"«»]{8,200})["”“«»]/gu;
/** Forms of gender are the same word. */
const genderless = (text: string): string => fold(text.replace(/[*:_/]-?innen|[*:_/]in|Innen\b/gu, ''));

/** Signs that differ, at most `most`: more is another title. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** „Konfliktfreie Ausländerbehörde“ where the paper is called "Konfliktfreie Ausländer*innenbehörde". */
export const titlesAsNamed: ReleaseRule = {
  rule: 'title-misquoted',
  find: (subject) => {
    const { name } = subject.content;
    if (name.length < 8) return [];
    return ownTexts(subject)
      .filter(({ field }) => field !== 'name')
      .flatMap((checked) =>
        [...checked.text.matchAll(QUOTED)].flatMap((match) => {
          const quoted = match[1] ?? '';
          if (quoted === name) return [];
          const most = Math.max(2, Math.floor(name.length / 8));
          const isMeant = genderless(quoted) === genderless(name) || distance(fold(quoted), fold(name), most) <= most;
          if (!isMeant) return [];
          const start = match.index + 1;
          return [
            finding('title-misquoted', 'warning', placeIn(checked, start, start + quoted.length), {
              text: quoted,
              wanted: name,
            }),
          ];
        }),
      );
  },
};

const MOTION =
  /\b(?:(?:zum|im|des|dem|den|der|vorliegende[nrms]?|dieser|diesem)\s+)(Antrag(?:e?s)?|Antragsteller(?:in|innen)?)(?!\p{L})/giu;
const INQUIRY =
  /\b(?:(?:zur|in der|der|die|vorliegende[nr]?|dieser|diese)\s+)(Anfrage|Fragesteller(?:in|innen)?)(?!\p{L})/giu;
/** "Antrag auf Förderung", "der Antrag A0012/26": another one. */
const OTHER_ONE = /^\s*(?:auf\b|der\b|des\b|eine[rs]\b|von\b|nach\b|gemäß\b|beim?\b|vom\b|an\b|[A-ZÄÖÜ]{1,4}\d)/u;

/** "zum Antrag" where all papers are inquiries, and the reverse. */
export const kindAsAnswered: ReleaseRule = {
  rule: 'paper-kind-wrong',
  find: (subject) => {
    const kinds = new Set(subject.content.answers.map(({ paperType }) => paperType));
    const [only] = kinds;
    if (kinds.size !== 1 || (only !== 'inquiry' && only !== 'motion')) return [];
    const wrong = only === 'inquiry' ? MOTION : INQUIRY;
    const wanted = only === 'inquiry' ? 'Anfrage' : 'Antrag';
    return ownTexts(subject)
      .filter(({ field }) => field === 'reply' || field === 'hinge')
      .flatMap((checked) =>
        [...checked.text.matchAll(wrong)].flatMap((match) => {
          const word = match[1] ?? '';
          const start = match.index + match[0].length - word.length;
          if (OTHER_ONE.test(checked.text.slice(start + word.length))) return [];
          return [
            finding('paper-kind-wrong', 'hint', placeIn(checked, start, start + word.length), {
              text: match[0],
              wanted,
            }),
          ];
        }),
      );
  },
};

const FOLLOWS =
  /\b(?:empfiehlt|empfehlen|schlägt vor|wird empfohlen)\b[^.]{0,80}\b(?:Antrag|Punkten?|Forderungen?)\b[^.]{0,60}\b(?:zuzustimmen|zu folgen|anzunehmen|zu beschließen)\b/u;
const REFUSES =
  /\b(?:empfiehlt|empfehlen|schlägt vor|wird empfohlen)\b[^.]{0,80}\b(?:Antrag|Punkten?|Forderungen?)\b[^.]{0,60}\b(?:abzulehnen|nicht zuzustimmen|nicht zu folgen)\b/u;

const RECOMMENDS = /\b(?:empfiehlt|empfehlen|schlägt vor|wird empfohlen)\b/u;
/** "den Punkten 1, 2 a) und 3 teilweise zuzustimmen" */
const OF_POINTS =
  /\bPunkt(?:en|e)?\s+((?:(?!\bPunkt)[^.:;])+?)\s+(?:(?:teilweise|in anderer Fassung)\s+)?(nicht\s+)?(zuzustimmen|zu folgen|abzulehnen)\b/gu;
const AGREES: ReadonlySet<string> = new Set(['approve', 'partly', 'alternative']);

/** Words that recommend of named points what their positions do not say. */
function contradictingWords({ points }: ReleaseSubject, text: string): readonly { start: number; words: string }[] {
  if (!RECOMMENDS.test(text)) return [];
  const byLabel = new Map(points.map((point) => [point.label, point.position]));
  return [...text.matchAll(OF_POINTS)].flatMap((match) => {
    const [words, listed = '', not, verb = ''] = match;
    const isYes = (verb !== 'abzulehnen') === (not === undefined);
    const named = listed.split(/,|\s+und\s+/u).map((label) => byLabel.get(label.trim()) ?? null);
    const isWrong = named.some((position) =>
      isYes ? position === 'reject' : position !== null && AGREES.has(position),
    );
    return isWrong ? [{ start: match.index, words }] : [];
  });
}

/** Every demand is refused, but the reply recommends to agree; and the reverse; and what is recommended of single points. */
export const recommendationFits: ReleaseRule = {
  rule: 'recommendation-contradicts',
  find: (subject) => {
    const positions = subject.points.flatMap(({ position }) => position ?? []);
    if (positions.length === 0) return [];
    const pattern = positions.every((one) => one === 'reject')
      ? FOLLOWS
      : positions.every((one) => one === 'approve')
        ? REFUSES
        : null;
    const replies = ownTexts(subject).filter(({ field }) => field === 'reply');
    const single = replies.flatMap((checked) =>
      contradictingWords(subject, checked.text).map(({ start, words }) =>
        finding('recommendation-contradicts', 'warning', placeIn(checked, start, start + words.length), {
          text: words,
        }),
      ),
    );
    if (!pattern) return single;
    return [
      ...single,
      ...replies.flatMap((checked) => {
        const match = pattern.exec(checked.text);
        return match
          ? [
              finding(
                'recommendation-contradicts',
                'warning',
                placeIn(checked, match.index, match.index + match[0].length),
                { text: match[0] },
              ),
            ]
          : [];
      }),
    ];
  },
};
