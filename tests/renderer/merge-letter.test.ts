import { describe, expect, it } from 'vitest';
import { hasOwnText, mergeLetter } from '../../src-renderer/features/letter/merge-letter.ts';
import { paragraph, richText } from '../support/builders.ts';
import { letter } from '../support/letters.ts';

const drafted = letter();
const fresh = letter({
  kind: 'interim-reply',
  subject: 'Zwischennachricht',
  salutation: 'Guten Tag,',
  body: richText('Neuer Text'),
  information: { ...drafted.information, name: 'Neu', room: '7' },
});

describe('a fresh draft', () => {
  it('replaces what nobody touched, whatever ids the editor gave', () => {
    const shown = {
      ...drafted,
      body: richText(...drafted.body.content.map((_, n) => paragraph(textAt(n), `id-${n}`))),
    };
    expect(mergeLetter(shown, drafted, fresh)).toEqual(fresh);
    expect(hasOwnText(shown, drafted)).toBe(false);
  });

  it('leaves what was typed, field by field of the information block', () => {
    const mine = {
      ...drafted,
      subject: 'Mein Betreff',
      information: { ...drafted.information, name: 'Mein Name' },
    };
    const merged = mergeLetter(mine, drafted, fresh);
    expect(merged).toMatchObject({ kind: 'interim-reply', subject: 'Mein Betreff', salutation: 'Guten Tag,' });
    expect(merged.information).toMatchObject({ name: 'Mein Name', room: '7' });
    expect(hasOwnText(mine, drafted)).toBe(true);
  });

  it('leaves what stands where a date belongs and is none, until a date takes its place', () => {
    const mine = { ...drafted, date: null, unreadDate: '31.04.2023' };
    expect(mergeLetter(mine, drafted, fresh)).toMatchObject({ date: null, unreadDate: '31.04.2023' });
    expect(mergeLetter(mine, drafted, fresh, ['date'])).not.toHaveProperty('unreadDate');
  });

  it('brings along what it is asked for in any case', () => {
    const mine = { ...drafted, subject: 'Mein Betreff', salutation: 'Liebe Anna,' };
    const merged = mergeLetter(mine, drafted, fresh, ['salutation']);
    expect(merged).toMatchObject({ subject: 'Mein Betreff', salutation: 'Guten Tag,' });
  });
});

function textAt(n: number): string {
  const block = drafted.body.content[n];
  const inline = block?.type === 'paragraph' ? block.content?.[0] : undefined;
  return inline?.type === 'text' ? inline.text : '';
}
