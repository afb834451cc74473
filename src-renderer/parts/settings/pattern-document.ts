/** A stored text with placeholders – `Stellungnahme {reference}`, in hinge sentences with `**bold**` – as what the field shows, and back. */
import type { JSONContent } from '@tiptap/core';
import { joinEmphasis, parseEmphasis, type EmphasisedPart } from '../../../src-main/base/emphasis.ts';
import type { PlaceholderNames } from '../../texts/placeholders.ts';

export const CHIP = 'chip';

/** Text and placeholders in order; braces around a name nobody knows are text. */
export function splitPlaceholders(
  text: string,
  names: PlaceholderNames,
): readonly { readonly text: string; readonly name: string | null }[] {
  return text
    .split(/(\{[\p{L}\d]+\})/u)
    .filter((part) => part !== '')
    .map((part) => {
      const name = part.slice(1, -1);
      return { text: part, name: /^\{.+\}$/.test(part) && Object.hasOwn(names, name) ? name : null };
    });
}

const partsOf = (line: string, isMarked: boolean): readonly EmphasisedPart[] =>
  isMarked ? parseEmphasis(line) : line === '' ? [] : [{ text: line, bold: false }];

function lineContent(line: string, names: PlaceholderNames, isMarked: boolean): JSONContent[] {
  return partsOf(line, isMarked).flatMap(({ text, bold }) =>
    splitPlaceholders(text, names).map((part) => ({
      ...(part.name === null ? { type: 'text', text: part.text } : { type: CHIP, attrs: { name: part.name } }),
      ...(bold && { marks: [{ type: 'bold' }] }),
    })),
  );
}

export function toPatternDocument(lines: readonly string[], names: PlaceholderNames, isMarked: boolean): JSONContent {
  const shown = lines.length === 0 ? [''] : lines;
  return {
    type: 'doc',
    content: shown.map((line) => ({ type: 'paragraph', content: lineContent(line, names, isMarked) })),
  };
}

function lineOf(paragraph: JSONContent, isMarked: boolean): string {
  const parts: EmphasisedPart[] = [];
  for (const node of paragraph.content ?? []) {
    const text = node.type === CHIP ? `{${String(node.attrs?.['name'])}}` : (node.text ?? '');
    const bold = (node.marks ?? []).some(({ type }) => type === 'bold');
    const last = parts.at(-1);
    // One run of bold words is one pair of markers, whatever stands in it.
    if (last?.bold === bold) parts[parts.length - 1] = { text: last.text + text, bold };
    else parts.push({ text, bold });
  }
  return isMarked ? joinEmphasis(parts) : parts.map(({ text }) => text).join('');
}

export const fromPatternDocument = (document: JSONContent, isMarked: boolean): string[] =>
  (document.content ?? []).map((paragraph) => lineOf(paragraph, isMarked));
