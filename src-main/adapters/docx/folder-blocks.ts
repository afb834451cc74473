/** What holds several papers together – cover, contents, beginnings – in a plain Word form: folders are given out as PDF. */
import { Paragraph } from 'docx';
import type { PrintBlock, PrintDocument } from '../../core/print/model.ts';
import { letterheadParagraph } from './form-blocks.ts';
import { plainRuns } from './inline-runs.ts';
import { STYLE } from './styles.ts';
import { twips } from './units.ts';

type Of<K extends PrintBlock['kind']> = Extract<PrintBlock, { kind: K }>;

const line = (style: string, text: string): Paragraph => new Paragraph({ style, children: plainRuns(text) });

export function coverParagraphs(block: Of<'cover'>, document: PrintDocument): Paragraph[] {
  const { bodyName, coatOfArms } = block;
  const after = document.layout.letterheadBelowPt;
  return [
    letterheadParagraph({ kind: 'letterhead', bodyName, coatOfArms }, document, after),
    line(STYLE.heading[0], block.title),
    line(STYLE.heading[1], block.subtitle),
    ...block.facts.map(({ label, value }) => line(STYLE.body, `${label}: ${value}`)),
    ...block.notices.map((notice) => line(STYLE.body, notice)),
  ];
}

export function contentsParagraphs(block: Of<'contents'>): Paragraph[] {
  return [
    line(STYLE.heading[0], block.title),
    ...block.entries.map(({ number, reference, name, note }) =>
      line(STYLE.body, [number, reference, name, note].filter(Boolean).join(' – ')),
    ),
  ];
}

export const markParagraph = (mark: string): Paragraph =>
  new Paragraph({ style: STYLE.small, spacing: { after: twips(6) }, children: plainRuns(mark) });
