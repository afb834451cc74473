import { describe, expect, it } from 'vitest';
import { pointTexts } from '../../src-main/contract/point/texts-de.ts';
import { sentenceFor } from '../../src-main/contract/shared/errors-de.ts';

describe('the sentence of a refusal', () => {
  it.each(['„Frage 2“ steht zweimal', '„Frage 2“ steht zweimal.', pointTexts.sameAsItself])(
    'ends with one full stop after %s',
    (problem) => {
      expect(sentenceFor('input-invalid', { problem })).toMatch(/[^.]\.$/u);
    },
  );

  it('shows a missing detail as a dash', () => {
    expect(sentenceFor('input-invalid', {})).toMatch(/ –\.$/u);
  });
});
