/** Words that no dictionary knows: a hint, since names and new words are among them. */
import { fieldPlace, finding, type ReleaseRule } from './release-rule.ts';
import { writtenWords } from './spellings.ts';
import { ownTexts, placeIn } from './text-rules.ts';

export const wordsSpelled: ReleaseRule = {
  rule: 'spelling',
  find: (subject) => {
    const { misspelled } = subject;
    if (misspelled === null || misspelled.size === 0) return [];
    return ownTexts(subject).flatMap((checked) =>
      writtenWords(checked.text)
        .filter(({ text }) => misspelled.has(text))
        .map(({ text, start, end }) => finding('spelling', 'hint', placeIn(checked, start, end), { text })),
    );
  },
};

/** That nothing was looked up is said: silence would read as "nothing found". */
export const spellingChecked: ReleaseRule = {
  rule: 'spelling-unchecked',
  find: ({ misspelled }) => (misspelled === null ? [finding('spelling-unchecked', 'hint', fieldPlace(''))] : []),
};
