/** Every printed text of a document with its place in words: for the check of unprintable characters. */
import { assertNever } from '../assert-never.ts';
import type { LetterHead, PrintBlock, PrintDocument, PrintInline } from './model.ts';

export interface PlacedText {
  /** "Bezeichnung", "Absatz 3", "Verteiler, Zeile 2" */
  readonly place: string;
  readonly text: string;
}

type Of<K extends PrintBlock['kind']> = Extract<PrintBlock, { kind: K }>;

function inlines(content: readonly PrintInline[]): string {
  return content
    .map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'break' ? '\n' : inline.label))
    .join('');
}

function ofLetterHead(head: LetterHead): PlacedText[] {
  const { field } = head;
  const placed =
    field.kind === 'address'
      ? [
          { place: 'Rücksendeangabe', text: field.sender.text },
          { place: 'Vermerk', text: field.notes },
          ...field.lines.map((line, index) => ({ place: `Anschrift, Zeile ${index + 1}`, text: inlines(line) })),
        ]
      : field.parties.flatMap(({ label, lines }) => lines.map((line) => ({ place: label, text: inlines(line) })));
  return [
    { place: 'Körperschaft', text: `${head.bodyName} ${head.details}` },
    ...placed,
    ...head.information.map(({ label, value }) => ({ place: label.replace(/:$/, ''), text: `${label} ${value}` })),
    { place: 'Kopfzeile', text: head.continuation.text },
  ];
}
const headerWords = ({ number, reference, name, page }: Of<'contents'>['header']): string =>
  [number, reference, name, page].join(' ');

function ofBlocks(blocks: readonly PrintBlock[], count: { paragraphs: number }, quoted: boolean): PlacedText[] {
  const where = (): string => `${quoted ? 'Zitat, ' : ''}Absatz ${(count.paragraphs += 1)}`;
  return blocks.flatMap((block): PlacedText[] => {
    switch (block.kind) {
      case 'letter-head':
        return ofLetterHead(block);
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
        return [{ place: 'Fußzeile', text: block.footer }];
      case 'sheet':
        return block.fields.flatMap(({ lines }) =>
          lines.map((text, index) => ({ place: `Anschrift „${lines[0] ?? ''}“, Zeile ${index + 1}`, text })),
        );
      case 'signature':
        return [{ place: 'Unterzeichner', text: `${block.name} ${block.role ?? ''}` }];
      case 'cover':
        return [
          { place: 'Körperschaft', text: block.bodyName },
          { place: 'Deckblatt', text: [block.title, block.subtitle, ...block.notices].join(' ') },
          ...block.facts.map(({ label, value }) => ({ place: `Deckblatt, ${label}`, text: `${label} ${value}` })),
        ];
      case 'contents':
        return [
          { place: 'Inhalt', text: `${block.title} ${headerWords(block.header)}` },
          ...block.entries.map(({ number, reference, name, note }) => ({
            place: `Inhalt, ${reference}`,
            text: [number, reference, name, note ?? ''].join(' '),
          })),
        ];
      case 'part':
        return [
          { place: 'Lesezeichen', text: `${block.title} ${block.mark}` },
          { place: 'Fußzeile', text: block.footer },
          ...ofBlocks(block.blocks, { paragraphs: 0 }, false).map(({ place, text }) => ({
            place: `${block.mark}, ${place}`,
            text,
          })),
        ];
      default:
        return assertNever(block);
    }
  });
}

export function textsOfDocument(document: PrintDocument): readonly PlacedText[] {
  return [
    ...ofBlocks(document.blocks, { paragraphs: 0 }, false),
    { place: 'Fußzeile', text: document.footer },
    { place: 'Dokumenttitel', text: document.properties.title },
  ];
}
