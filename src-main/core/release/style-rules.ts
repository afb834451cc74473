/** Rules about how a reply reads: no letter inside the form, no heading without words below, sentences that can be followed. */
import { sentences } from '../../base/sentences.ts';
import { textBlocks } from '../../record/rich-text/plain-text.ts';
import { fieldPlace, finding, type ReleaseRule } from './release-rule.ts';
import { ownTexts, placeIn } from './text-rules.ts';

const replyTexts = (subject: Parameters<typeof ownTexts>[0]) =>
  ownTexts(subject).filter(({ field }) => field === 'reply');

const GREETING =
  /^(?:sehr\s+geehrte[rn]?\b|liebe[r]?\s+(?:frau|herr|kolleg)|guten\s+tag\b|mit\s+(?:freundlichen?|besten)\s+gr(?:üßen|uß|üssen)|hochachtungsvoll|i\.\s?a\.\s*$)/iu;

/** A statement is no letter: what came along from the mail it was written in. */
export const noGreeting: ReleaseRule = {
  rule: 'greeting-taken-over',
  find: (subject) =>
    replyTexts(subject).flatMap((checked) => {
      const match = GREETING.exec(checked.text.trimStart());
      if (!match) return [];
      const start = checked.text.length - checked.text.trimStart().length;
      return [
        finding('greeting-taken-over', 'warning', placeIn(checked, start, start + match[0].length), { text: match[0] }),
      ];
    }),
};

const isHeadingLine = (text: string): boolean => /:\s*$/u.test(text) && text.length <= 160 && !/[.?!]\s/u.test(text);

/** Nothing but headings: nobody has answered yet. */
export const moreThanHeadings: ReleaseRule = {
  rule: 'reply-headings-only',
  find: ({ content }) => {
    const headings = new Set(
      content.reply.content.flatMap((block) => (block.type === 'heading' ? [block.attrs.id] : [])),
    );
    const written = textBlocks(content.reply.content).filter(({ text }) => text.trim() !== '');
    const isOnly = written.length > 0 && written.every(({ id, text }) => headings.has(id) || isHeadingLine(text));
    return isOnly ? [finding('reply-headings-only', 'blocking', fieldPlace('reply'))] : [];
  },
};

const LONGEST_SENTENCE = 40;

export const sentencesShort: ReleaseRule = {
  rule: 'sentence-long',
  find: (subject) =>
    replyTexts(subject).flatMap((checked) =>
      sentences(checked.text).flatMap(({ start, end, text }) => {
        const count = text.match(/[\p{L}\d][\p{L}\d*:_’'-]*/gu)?.length ?? 0;
        if (count <= LONGEST_SENTENCE) return [];
        return [
          finding('sentence-long', 'hint', placeIn(checked, start, end), {
            count: String(count),
            text: text.slice(0, 60),
          }),
        ];
      }),
    ),
};

const NOMINAL =
  /(?<!\p{L})(\p{Lu}\p{L}*ung(?:en)?)\s+(?:(?:de[rsm]|die|von|zur|und|einer)\s+)?(\p{Lu}\p{L}*ung(?:en)?)\s+(?:(?:de[rsm]|die|von|zur|und|einer)\s+)?(\p{Lu}\p{L}*ung(?:en)?)(?!\p{L})/gu;

/** Three words in "-ung" behind each other. */
export const plainWords: ReleaseRule = {
  rule: 'nominal-style',
  find: (subject) =>
    replyTexts(subject).flatMap((checked) =>
      [...checked.text.matchAll(NOMINAL)].map((match) =>
        finding('nominal-style', 'hint', placeIn(checked, match.index, match.index + match[0].length), {
          text: match[0],
        }),
      ),
    ),
};

const DUTY =
  /(?<!\p{L})(Berichtspflicht(?:en)?|(?:wird|werden|ist|sind)\b[^.]{0,120}\b(?:halbjährlich|jährlich|vierteljährlich|regelmäßig)\b[^.]{0,60}\b(?:berichtet|berichten|zu berichten|informiert|zu informieren))(?!\p{L})/gu;

/** Something is to be reported: said, so that nobody forgets it. */
export const dutiesNamed: ReleaseRule = {
  rule: 'reporting-duty',
  find: (subject) =>
    replyTexts(subject).flatMap((checked) =>
      [...checked.text.matchAll(DUTY)].slice(0, 1).map((match) =>
        finding('reporting-duty', 'hint', placeIn(checked, match.index, match.index + match[0].length), {
          text: match[0].slice(0, 120),
        }),
      ),
    ),
};

/** Numbers of papers that the register does not know. */
export const referencesKnown: ReleaseRule = {
  rule: 'reference-unknown',
  find: (subject) =>
    subject.unknownReferences.flatMap((reference) => {
      for (const checked of ownTexts(subject)) {
        const start = checked.text.indexOf(reference);
        if (start !== -1)
          return [
            finding('reference-unknown', 'hint', placeIn(checked, start, start + reference.length), { reference }),
          ];
      }
      return [];
    }),
};
