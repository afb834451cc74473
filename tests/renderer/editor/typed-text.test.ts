import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typingEditor } from '../../support/typing-editor.ts';

/** What office texts and habits of other programs are made of. */
const FRAGMENT = fc.oneof(
  fc.constantFrom('S0021/26', 'A0012/26', 'F0018/26', 'DS0386/22/1', 'I0007/26', '26', '1.', '3.', '(c)', '->', '...'),
  fc.constantFrom(
    '**',
    '__',
    '*',
    '_',
    '`',
    '```',
    '~~',
    '#',
    '##',
    '>',
    '-',
    '–',
    '--',
    '---',
    '+',
    '[ ]',
    '[x]',
    '"',
    "'",
  ),
  fc.constantFrom(
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '<',
    '>',
    '.',
    ',',
    ';',
    ':',
    '!',
    '?',
    '/',
    '\\',
    '&',
    '§',
    '€',
    '„',
    '“',
  ),
  fc.constantFrom('so', 'Antrag', 'Fraktion', 'Ö', 'ß', 'é', '👍', 'https://stadt.example', 'a@stadt.example'),
  fc.constantFrom(' ', ' ', ' ', '\u00a0'),
);
const LINE = fc.array(FRAGMENT, { maxLength: 14 }).map((parts) => parts.join(''));
/** The listed replacements: only these may take signs away. */
const LIST_MARK = /^(?:[-*]|1\.) /;
const plain = LINE.filter((line) => !LIST_MARK.test(line) && !/^\d+\. /.test(line));

/** Quotation marks, dashes and blanks beside a number are listed replacements, too: as they were typed. */
const asTyped = (text: string): string =>
  text
    .replace(/[„“]/g, '"')
    .replace(/–/g, '-')
    .replace(/\u00a0/g, ' ');

const numbersMarked = (editor: ReturnType<typeof typingEditor>): string[] => {
  const found: string[] = [];
  editor.editor.state.doc.descendants((node) => {
    if (node.marks.some(({ type }) => type.name === 'paperReference')) found.push(node.text ?? '');
  });
  return found;
};

describe('what is typed key by key', () => {
  it('keeps every sign round the numbers of papers, and marks the numbers alone', () => {
    const field = typingEditor();
    field.type('S0021/26 und A0012/26. … (F0018/26) Ende');
    expect(field.text()).toBe('S0021/26 und A0012/26. … (F0018/26) Ende');
    expect(numbersMarked(field)).toEqual(['S0021/26', 'A0012/26', 'F0018/26']);
  });

  it('marks a number before the Enter key and makes the paragraph all the same', () => {
    const field = typingEditor();
    field.type('Siehe A0012/26\nEnde');
    expect(field.text()).toBe('Siehe A0012/26\nEnde');
    expect(numbersMarked(field)).toEqual(['A0012/26']);
  });

  it('marks a number at the beginning of a line that a line break made', () => {
    const field = typingEditor();
    field.type('Betrifft:');
    field.editor.commands.setHardBreak();
    field.type('A0012/26, zweite Lesung');
    expect(numbersMarked(field)).toEqual(['A0012/26']);
  });

  it.each([
    '**so**',
    '__so__',
    '*so*',
    '_x_',
    '`x`',
    '~~x~~',
    '# Titel',
    '> Zitat',
    '+ Plus',
    '``` ',
    '--- ',
    '[ ] ',
    '3. Oktober',
  ])('leaves %s as it is', (text) => {
    const field = typingEditor();
    field.type(`${text} weiter`);
    expect(field.text()).toBe(`${text} weiter`);
    expect(field.content().content?.map(({ type }) => type)).toEqual(['paragraph']);
  });

  it('comes back sign by sign, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 3 }), (lines) => {
        const field = typingEditor();
        field.type(lines.join('\n'));
        expect(asTyped(field.text())).toBe(asTyped(lines.join('\n')));
      }),
      { numRuns: 150 },
    );
  });

  it('comes back when it is typed into the middle of other words', () => {
    fc.assert(
      fc.property(LINE, LINE, LINE, (before, typed, after) => {
        const field = typingEditor({
          type: 'doc',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: `|${before}${after}` }] }],
        });
        field.editor.commands.setTextSelection(2 + before.length);
        field.type(typed);
        expect(asTyped(field.text())).toBe(asTyped(`|${before}${typed}${after}`));
      }),
      { numRuns: 120 },
    );
  });

  it('is taken back and brought again by steps without losing a sign', () => {
    fc.assert(
      fc.property(plain, (line) => {
        const field = typingEditor();
        field.type(line);
        while (field.editor.commands.undo());
        expect(field.text()).toBe('');
        while (field.editor.commands.redo());
        expect(asTyped(field.text())).toBe(asTyped(line));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a listed replacement', () => {
  it.each([
    ['- ', 'bulletList'],
    ['* ', 'bulletList'],
    ['1. ', 'orderedList'],
  ])('"%s" makes a %s and is taken back alone by one step', (mark, list) => {
    const field = typingEditor();
    field.type(`Davor\n${mark}`);
    expect(field.content().content?.map(({ type }) => type)).toEqual(['paragraph', list]);
    field.editor.commands.undo();
    expect(field.text()).toBe(`Davor\n${mark}`);
    expect(field.content().content?.map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
    field.editor.commands.redo();
    expect(field.content().content?.map(({ type }) => type)).toEqual(['paragraph', list]);
  });

  it('is a step of its own, however fast one goes on typing', () => {
    const field = typingEditor();
    field.type('- Bänke');
    field.editor.commands.undo();
    expect(field.content().content?.map(({ type }) => type)).toEqual(['bulletList']);
    expect(field.text()).not.toContain('Bänke');
    field.editor.commands.undo();
    expect(field.text()).toBe('- ');
  });

  it.each([
    ['Er sagte "Ja" und ging.', 'Er sagte „Ja“ und ging.'],
    ['("Ja")', '(„Ja“)'],
    ['"Ja", sagte er', '„Ja“, sagte er'],
    ['Der Antrag "A0012/26" gilt', 'Der Antrag „A0012/26“ gilt'],
    ['Montag - Freitag', 'Montag – Freitag'],
    ['Rad- und Fußweg, 2025-2026', 'Rad- und Fußweg, 2025-2026'],
    ['minus -5 Grad', 'minus -5 Grad'],
    ['Das kostet 5.000 Euro, also 3 % mehr.', 'Das kostet 5.000\u00a0Euro, also 3\u00a0% mehr.'],
    ['nach § 5 Abs. 2 und §§ 7, 8', 'nach §\u00a05 Abs.\u00a02 und §§\u00a07, 8'],
    ['Frage 5 Eurobonds, 3 Mann und Kanr. 2', 'Frage 5 Eurobonds, 3 Mann und Kanr. 2'],
  ])('%s reads %s', (typed, shown) => {
    const field = typingEditor();
    field.type(typed);
    expect(field.text()).toBe(shown);
  });

  it.each([
    ['Er sagte "', 'Er sagte „'],
    ['Montag - ', 'Montag – '],
    ['5 Euro ', '5\u00a0Euro '],
    ['nach § 5', 'nach §\u00a05'],
  ])('%s is taken back alone by one step, and typing goes on', (typed, shown) => {
    const field = typingEditor();
    field.type(typed);
    expect(field.text()).toBe(shown);
    field.editor.commands.undo();
    expect(field.text()).toBe(typed);
    field.type('x');
    expect(field.text()).toBe(`${typed}x`);
  });

  it('leaves a blank that does not break to its own key as well', () => {
    const field = typingEditor();
    field.type('Dr.');
    expect(field.press(' ', { ctrl: true, shift: true })).toBe(true);
    field.type('Muster');
    expect(field.text()).toBe('Dr.\u00a0Muster');
  });

  it('marks the number of a paper between quotation marks', () => {
    const field = typingEditor();
    field.type('Siehe "A0012/26" dazu');
    expect(numbersMarked(field)).toEqual(['A0012/26']);
  });

  it('counts on from the list before it, and only from there', () => {
    const field = typingEditor();
    field.type('1. Eins\n\n2. Zwei');
    const [list] = field.content().content ?? [];
    expect(field.content().content).toHaveLength(1);
    expect(list?.content).toHaveLength(2);
    field.editor.commands.undo();
    field.editor.commands.undo();
    expect(field.text()).toBe('Eins\n2. ');
  });

  it('is taken back exactly, whatever stands round it', () => {
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 2 }), fc.constantFrom('- ', '* ', '1. '), (lines, mark) => {
        const field = typingEditor();
        field.type([...lines, mark].join('\n'));
        field.editor.commands.undo();
        expect(asTyped(field.text())).toBe(asTyped([...lines, mark].join('\n')));
      }),
      { numRuns: 100 },
    );
  });
});

describe('what a command sets', () => {
  it('comes back sign by sign', () => {
    fc.assert(
      fc.property(
        fc.array(
          LINE.filter((line) => line !== ''),
          { minLength: 1, maxLength: 3 },
        ),
        (lines) => {
          const field = typingEditor();
          field.editor.commands.setContent({
            type: 'doc',
            content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
          });
          expect(field.text()).toBe(lines.join('\n'));
          field.editor.commands.insertContent({ type: 'text', text: lines[0] });
          expect(field.text()).toBe(lines.join('\n') + (lines[0] ?? ''));
        },
      ),
      { numRuns: 200 },
    );
  });
});
