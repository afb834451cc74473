/** Every printed text of a document with its place in words, in the order it is read: for what looks for signs the fonts lack, and reads a PDF again. */
import { assertNever } from '../../base/assert-never.ts';
import type { LetterOpening, PrintBlock, PrintDocument, PrintInline } from './model.ts';

export interface PlacedText {
  /** "Bezeichnung", "Absatz 3", "Verteiler, Zeile 2" */
  readonly place: string;
  readonly text: string;
  /** Absent: among what is read. Else in the margin of pages with `{…}` for what the typesetter fills in, of all but the first, or beside them. */
  readonly shown?: 'margin' | 'next-pages' | 'beside';
}
/** Filled in by the typesetter. */
export const PAGE_NUMBER = '{page}';

type Of<K extends PrintBlock['kind']> = Extract<PrintBlock, { kind: K }>;

function inlines(content: readonly PrintInline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      if (inline.kind === 'placeholder') return `[${inline.label}]`;
      return inline.kind === 'text' ? inline.text : inline.label;
    })
    .join('');
}

function ofLetterOpening(head: LetterOpening): PlacedText[] {
  const { field } = head;
  const placed =
    field.kind === 'address'
      ? [
          { place: 'Rücksendeangabe', text: field.sender.text },
          { place: 'Vermerk', text: field.notes },
          ...field.lines.map((line, index) => ({ place: `Anschrift, Zeile ${index + 1}`, text: inlines(line) })),
        ]
      : field.parties.flatMap(({ label, lines }) => [
          { place: 'Beschriftung', text: label },
          ...lines.map((line) => ({ place: label, text: inlines(line) })),
        ]);
  return [
    { place: 'Körperschaft', text: `${head.bodyName} ${head.details}` },
    ...placed,
    ...head.information.map(({ label, value }) => ({ place: label.replace(/:$/, ''), text: `${label} ${value}` })),
    { place: 'Kopfzeile', text: head.continuation.text, shown: 'next-pages' },
  ];
}

function ofContents({ title, header, entries }: Of<'contents'>): PlacedText[] {
  // Without agenda numbers there is no column for them.
  const hasNumbers = entries.some(({ number }) => number !== '');
  const words = [...(hasNumbers ? [header.number] : []), header.reference, header.name, header.page];
  return [
    { place: 'Inhalt', text: [title, ...words].join(' ') },
    ...entries.map(({ number, reference, name, note, part }) => ({
      place: `Inhalt, ${reference}`,
      text: [number, reference, name, note ?? '', part === null ? '–' : PAGE_NUMBER].join(' '),
    })),
  ];
}

function ofBlocks(blocks: readonly PrintBlock[], count: { paragraphs: number }, quoted: boolean): PlacedText[] {
  const where = (): string => `${quoted ? 'Zitat, ' : ''}Absatz ${(count.paragraphs += 1)}`;
  return blocks.flatMap((block): PlacedText[] => {
    switch (block.kind) {
      case 'letter-opening':
        return ofLetterOpening(block);
      case 'letterhead':
        return [{ place: 'Körperschaft', text: block.bodyName }];
      case 'title':
        return [{ place: 'Titelzeile', text: `${block.text} ${block.aside}` }];
      case 'grid':
        return block.rows.flatMap((row, index) => {
          const labels = row.kind === 'values' ? (block.rows[index - 1]?.cells ?? []) : [];
          return row.cells.map((cell, at) => ({
            place: labels[at]?.text ?? 'Beschriftung',
            text: cell.content ? inlines(cell.content) : cell.text,
          }));
        });
      case 'register':
        return [
          ...block.header.map((text) => ({ place: 'Beschriftung', text })),
          ...block.rows.flatMap((row, index) =>
            row.map((text) => ({ place: `${block.header[0] ?? ''}, Zeile ${index + 1}`, text })),
          ),
        ];
      case 'heading':
        return [{ place: `Überschrift „${inlines(block.content).slice(0, 30)}“`, text: inlines(block.content) }];
      case 'paragraph':
        return [{ place: where(), text: inlines(block.content) }];
      case 'bullets':
      case 'numbers':
        return block.items.flatMap((item) => ofBlocks(item, count, quoted));
      case 'quotation':
        return ofBlocks(block.blocks, quoted ? count : { paragraphs: 0 }, true);
      case 'table':
        return block.rows.flatMap((row, index) =>
          row.flatMap((cell) =>
            ofBlocks(cell.blocks, { paragraphs: 0 }, quoted).map(({ text }) => ({
              place: `Tabelle, Zeile ${index + 1}`,
              text,
            })),
          ),
        );
      case 'page-break':
        return [];
      case 'piece':
        return [{ place: 'Fußzeile', text: block.footer, shown: 'margin' }];
      case 'sheet':
        return block.fields.flatMap(({ lines }) =>
          lines.map((text, index) => ({ place: `Anschrift „${lines[0] ?? ''}“, Zeile ${index + 1}`, text })),
        );
      case 'signature':
        return [{ place: 'Unterzeichner', text: `${block.name} ${block.role ?? ''}` }];
      case 'cover':
        return [
          { place: 'Körperschaft', text: block.bodyName },
          { place: 'Deckblatt', text: `${block.title} ${block.subtitle}` },
          ...block.facts.map(({ label, value }) => ({ place: `Deckblatt, ${label}`, text: `${label} ${value}` })),
          ...block.notices.map((text) => ({ place: 'Deckblatt', text })),
        ];
      case 'contents':
        return ofContents(block);
      case 'part':
        return [
          { place: 'Lesezeichen', text: block.title, shown: 'beside' },
          { place: 'Fußzeile', text: block.footer, shown: 'margin' },
          { place: 'Kopfzeile', text: block.mark },
          ...ofBlocks(block.blocks, { paragraphs: 0 }, false).map((placed) => ({
            ...placed,
            place: `${block.mark}, ${placed.place}`,
          })),
        ];
      default:
        return assertNever(block);
    }
  });
}

export function textsOfDocument(document: PrintDocument): readonly PlacedText[] {
  // Copies in one file and parts of a folder have a footer each, a cover has none.
  const kinds = new Set(document.blocks.map(({ kind }) => kind));
  const hasFooter = !kinds.has('piece') && [...kinds].some((kind) => kind !== 'part' && kind !== 'cover');
  return [
    ...ofBlocks(document.blocks, { paragraphs: 0 }, false),
    { place: 'Fußzeile', text: document.footer, shown: hasFooter ? 'margin' : 'beside' },
    { place: 'Dokumenttitel', text: document.properties.title, shown: 'beside' },
  ];
}
