/** A letter as it prints: lines trimmed and in NFC, empty ones gone. And what is still missing in it. Pure. */
import type { LetterContent } from '../../contract/letter/shapes.ts';
import { isLetterPlaceholder } from '../../contract/letter/kinds.ts';
import { letterTextParts } from '../../contract/letter/letter-texts.ts';
import type { Block, Inline } from '../../record/rich-text/rich-text.ts';
import { letterPlaceholderLabels, letterWords } from '../../contract/letter/texts-de.ts';
import { assertNever } from '../../base/assert-never.ts';
import { withoutIds } from '../../record/rich-text/block-ids.ts';
import { normaliseRichText } from '../../record/rich-text/normalise-rich-text.ts';
import { normaliseLine, normaliseText } from '../../base/normalise.ts';

const cleanLines = (lines: readonly string[]): string[] => lines.map(normaliseLine).filter((line) => line !== '');

export function cleanLetter(content: LetterContent): LetterContent {
  const { signatory } = content;
  const name = signatory ? normaliseLine(signatory.name) : '';
  return {
    ...content,
    recipient: { ...content.recipient, lines: cleanLines(content.recipient.lines) },
    notes: normaliseLine(content.notes),
    information: Object.fromEntries(
      Object.entries(content.information).map(([row, value]) => [row, normaliseLine(value)]),
    ) as LetterContent['information'],
    subject: normaliseLine(content.subject),
    salutation: cleanLines(normaliseText(content.salutation).split('\n')).join('\n'),
    body: withoutIds(normaliseRichText(content.body)),
    closing: normaliseLine(content.closing),
    signatory:
      signatory && name !== ''
        ? {
            name,
            role: normaliseLine(signatory.role ?? '') || null,
            prefix: normaliseLine(signatory.prefix ?? '') || null,
          }
        : null,
    enclosures: cleanLines(content.enclosures),
    distribution: cleanLines(content.distribution),
  };
}

const labelsOf = (content: readonly Inline[] | undefined): string[] =>
  (content ?? []).flatMap((inline) => (inline.type === 'placeholder' ? [inline.attrs.label] : []));

function openInBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return labelsOf(block.content);
      case 'pageBreak':
        return [];
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap((item) => openInBlocks(item.content));
      case 'blockquote':
        return openInBlocks(block.content);
      case 'table':
        return block.content.flatMap((row) => row.content.flatMap((cell) => openInBlocks(cell.content)));
      default:
        return assertNever(block);
    }
  });
}

const openInLine = (line: string): string[] =>
  letterTextParts(line).flatMap((part) =>
    'placeholder' in part && isLetterPlaceholder(part.placeholder) ? [letterPlaceholderLabels[part.placeholder]] : [],
  );

/** What is still missing, each thing once, in the order in which it would print. */
export function openInLetter(content: LetterContent): string[] {
  const { recipient, subject, salutation, body, closing } = content;
  return [
    ...new Set([
      ...(recipient.lines.some((line) => line.trim() !== '') ? [] : [letterWords.missingRecipient]),
      ...openInLine(subject),
      ...openInLine(salutation),
      ...openInBlocks(body.content),
      ...openInLine(closing),
    ]),
  ];
}
