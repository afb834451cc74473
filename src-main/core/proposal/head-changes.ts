/** What of the form around the text is different in a copy that came back: named, never merged. Pure. */
import { assertNever } from '../../base/assert-never.ts';
import type { NamedChange } from '../../contract/proposal/shapes.ts';
import { partNames } from '../../contract/version/texts-de.ts';
import type { PrintBlock, PrintDocument, PrintInline } from '../print/model.ts';
import { plainSigns, runText, squeezed, type Match } from './match-paragraphs.ts';

/** Lines of the form under what people call them. */
export interface FormPart {
  readonly label: string;
  readonly lines: readonly string[];
}

const inlines = (content: readonly PrintInline[]): string =>
  content
    .map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'break' ? '\n' : `[${inline.label}]`))
    .join('');

const linesOf = (...texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split('\n'))
    .map((line) => plainSigns(line).trim())
    .filter(Boolean);

function partsOf(block: PrintBlock): FormPart[] {
  switch (block.kind) {
    case 'letterhead':
      return [{ label: partNames['bodyName'] ?? '', lines: linesOf(block.bodyName) }];
    case 'title':
      return [{ label: partNames['publicity'] ?? '', lines: linesOf(`${block.text} ${block.aside}`) }];
    case 'grid':
      return block.rows.flatMap((row, at): FormPart[] => {
        const labels = block.rows[at - 1]?.cells ?? [];
        if (row.kind === 'labels') return [];
        return row.cells.flatMap((cell, index): FormPart[] => {
          const label = labels[index]?.text ?? '';
          return [
            { label, lines: linesOf(label) },
            { label, lines: linesOf(cell.text) },
          ];
        });
      });
    case 'register':
      return [{ label: partNames['consultations'] ?? '', lines: linesOf(...block.header, ...block.rows.flat()) }];
    case 'heading':
      return block.place ? [] : [{ label: inlines(block.content), lines: linesOf(inlines(block.content)) }];
    case 'paragraph':
      return block.place ? [] : [{ label: partNames['hinge'] ?? '', lines: linesOf(inlines(block.content)) }];
    case 'signature':
      return [{ label: partNames['signatory'] ?? '', lines: linesOf(block.name, block.role ?? '') }];
    case 'bullets':
    case 'numbers':
    case 'quotation':
    case 'table':
    case 'page-break':
    case 'letter-opening':
    case 'piece':
    case 'sheet':
    case 'cover':
    case 'contents':
    case 'part':
      return [];
    default:
      return assertNever(block);
  }
}

export const formParts = ({ blocks }: PrintDocument): readonly FormPart[] => blocks.flatMap(partsOf);

/** As the paragraph would read with everything accepted. */
const acceptedText = ({ group }: Match): string =>
  group.paragraphs
    .map(({ runs, end }) => {
      const kept = runs.filter(({ change }) => change?.kind !== 'removed');
      return `${kept.map(runText).join('')}${end?.kind === 'added' ? '\n' : ''}`;
    })
    .join('');

/** Texts and their single lines, each as often as it stands there. */
class Stock {
  readonly #left = new Map<string, number>();

  constructor(texts: readonly string[]) {
    for (const text of texts)
      for (const key of new Set([squeezed(text), ...text.split('\n').map(squeezed)]))
        this.#left.set(key, (this.#left.get(key) ?? 0) + 1);
  }

  take(text: string): boolean {
    const count = this.#left.get(squeezed(text)) ?? 0;
    if (count > 0) this.#left.set(squeezed(text), count - 1);
    return count > 0;
  }
}

/** Only where the form is there at all: somebody's own text has none. */
export function headChanges(parts: readonly FormPart[], matches: readonly Match[]): NamedChange[] {
  const around = matches.filter(({ block, field }) => block === null && field === null);
  const stock = new Stock(around.map(acceptedText));
  const filled = parts.filter(({ lines }) => lines.length > 0);
  const missing = filled.filter(({ lines }) => {
    if (stock.take(lines.join('\n'))) return false;
    return lines.map((line) => stock.take(line)).includes(false);
  });
  if (missing.length === filled.length) return [];
  const labels = [...new Set(missing.map(({ label }) => label))];
  const known = new Set(parts.flatMap(({ lines }) => [...lines, lines.join('')]).map(squeezed));
  const odd = around
    .filter(({ group }) => group.isLocked)
    .map(acceptedText)
    .filter((text) => text.trim() !== '' && !known.has(squeezed(text)));
  const [single, ...others] = labels;
  if (single === undefined) return [];
  const text = others.length === 0 && odd.length > 0 ? `${single} („${odd.join(' ').trim()}“)` : null;
  return labels.map((label) => ({ kind: 'head', author: '', text: text ?? label }));
}
