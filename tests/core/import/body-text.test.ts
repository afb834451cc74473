import { describe, expect, it } from 'vitest';
import {
  importedParagraph,
  importedText as importedParts,
  plainParts,
} from '../../../src-main/core/import/body-text.ts';
import { plainParagraphs } from '../../../src-main/record/rich-text/plain-text.ts';
import { paragraph, patterns, richText } from '../../support/builders.ts';

const importedText = (paragraphs: readonly string[], known: typeof patterns) =>
  importedParts(plainParts(paragraphs), known);
const item = (text: string) => ({ type: 'listItem', content: [paragraph(text)] });

describe('imported paragraphs', () => {
  it('makes one list of lines and paragraphs that begin with a bullet', () => {
    const text = importedText(['Davor', '• eins\n• zwei', '• drei', 'Danach'], patterns);
    expect(text.content).toEqual([
      paragraph('Davor'),
      { type: 'bulletList', attrs: { id: null }, content: [item('eins'), item('zwei'), item('drei')] },
      paragraph('Danach'),
    ]);
  });

  it.each(['• ', '- ', '– ', '* ', '\uf0b7\t', '\uf07d ', '\uf0a7', '▪ ', '· '])('knows the bullet "%s"', (bullet) => {
    expect(importedText([`${bullet}Punkt`], patterns).content).toEqual([
      { type: 'bulletList', attrs: { id: null }, content: [item('Punkt')] },
    ]);
  });

  it.each(['-5 Grad', '–10 %', '*innen', '2. Punkt', 'kein • Punkt'])('does not take "%s" for a bullet', (text) => {
    expect(importedText([text], patterns)).toEqual(richText(text));
  });

  it('keeps a paragraph together where only some lines have bullets', () => {
    const text = importedText(['Folgendes:\n• eins'], patterns);
    expect(text.content).toHaveLength(1);
    expect(plainParagraphs(text)).toEqual(['Folgendes:\n• eins']);
  });

  it('makes marked words bold, references inside them too', () => {
    expect(importedParagraph('zum **Antrag A0193/22** hier', patterns)).toEqual({
      type: 'paragraph',
      attrs: { id: null },
      content: [
        { type: 'text', text: 'zum ' },
        { type: 'text', text: 'Antrag ', marks: [{ type: 'bold' }] },
        {
          type: 'text',
          text: 'A0193/22',
          marks: [{ type: 'bold' }, { type: 'paperReference', attrs: { reference: 'A0193/22' } }],
        },
        { type: 'text', text: ' hier' },
      ],
    });
  });

  it.each(['Bürger*innen und Rät*innen', 'a ** b ** c', '**halb', '2 * 3 ** 4'])('leaves the stars in "%s"', (text) => {
    expect(plainParagraphs(importedText([text], patterns))).toEqual([text]);
  });
});
