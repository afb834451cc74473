/** Rules about figures: sums of tables, shares that make up a whole. */
import { textBlocks, type TextBlock } from '../../record/rich-text/plain-text.ts';
import type { Block, Table } from '../../record/rich-text/rich-text.ts';
import { finding, type ReleaseRule } from './release-rule.ts';

/** "1.280.000", "12,5", "–": a number as tables write it; null for what is none. */
function numberOf(text: string): number | null {
  const plain = text.replace(/[\s\u00A0\u202F]|EUR|Euro|€|T€|Tsd\.|%/gu, '').replace(/^[−–]/u, '-');
  if (!/^-?\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^-?\d+(?:,\d+)?$/u.test(plain)) return null;
  return Number(plain.replaceAll('.', '').replace(',', '.'));
}
const TOTAL = /^(?:summe|gesamt|insgesamt|gesamtsumme|gesamtkosten|zusammen)\b/iu;

interface CellText {
  readonly id: string | null;
  readonly text: string;
}
const cellsOf = (row: Table['content'][number]): CellText[] =>
  row.content.map(({ content }) => {
    const blocks = textBlocks(content);
    return {
      id: blocks[0]?.id ?? null,
      text: blocks
        .map(({ text }) => text)
        .join(' ')
        .trim(),
    };
  });

function wrongSums(table: Table): { readonly cell: CellText; readonly sum: number }[] {
  const rows = table.content.map(cellsOf);
  const isEven = table.content.every((row) =>
    row.content.every(({ attrs }) => attrs.colspan === 1 && attrs.rowspan === 1),
  );
  const at = rows.findIndex(([first]) => TOTAL.test(first?.text ?? ''));
  if (!isEven || at < 3 || at !== rows.length - 1) return [];
  return (rows[at] ?? []).flatMap((cell, column) => {
    const total = numberOf(cell.text);
    const values = rows.slice(1, at).map((row) => row[column]?.text ?? '');
    const numbers = values.map((text) => (text === '' || text === '–' || text === '-' ? 0 : numberOf(text)));
    if (column === 0 || total === null || numbers.includes(null)) return [];
    const sum = numbers.reduce<number>((all, one) => all + (one ?? 0), 0);
    const isYear = numbers.every((one) => one !== null && one >= 1900 && one <= 2100);
    // Rounded parts may miss the rounded whole by one in the last place of each.
    const places = /,(\d+)/u.exec(cell.text)?.[1]?.length ?? 0;
    return isYear || Math.abs(sum - total) <= 1e-9 + (places > 0 ? (numbers.length * 0.5) / 10 ** places : 0)
      ? []
      : [{ cell, sum }];
  });
}

const tablesIn = (blocks: readonly Block[]): Table[] =>
  blocks.flatMap((block) =>
    block.type === 'table' ? [block] : block.type === 'blockquote' ? tablesIn(block.content) : [],
  );

export const sumsAddUp: ReleaseRule = {
  rule: 'sum-wrong',
  find: ({ content }) =>
    tablesIn(content.reply.content)
      .flatMap(wrongSums)
      .map(({ cell, sum }) =>
        finding(
          'sum-wrong',
          'warning',
          { field: 'reply', blockId: cell.id, start: 0, end: cell.text.length },
          { text: cell.text, sum: sum.toLocaleString('de-DE', { maximumFractionDigits: 6 }) },
        ),
      ),
};

const PERCENT = /(?<![\d.,])(\d{1,3}(?:,(\d+))?)[\s\u00A0\u202F]?(?:%|Prozent\b)/gu;
const SEVERAL_ANSWERS = /mehrfach(?:nennung|antwort|auswahl)/iu;
/** Further away from 100, they are no parts of one whole. */
const MOST_AWAY = 10;

interface Share {
  readonly block: TextBlock;
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** The most that rounding took away or added. */
  readonly rounding: number;
}

/** The only percentage of an item; null where it has none or several. */
function shareOf(blocks: readonly Block[]): Share | null {
  const found = textBlocks(blocks).flatMap((block) =>
    [...block.text.matchAll(PERCENT)].map((match) => ({ block, match })),
  );
  const [only] = found;
  if (!only || found.length > 1) return null;
  const { block, match } = only;
  return {
    block,
    start: match.index,
    end: match.index + match[0].length,
    value: Number((match[1] ?? '').replace(',', '.')),
    rounding: 0.5 / 10 ** (match[2]?.length ?? 0),
  };
}

/** Lists, also in quotations and in items, each with the words before it. */
function listsIn(
  blocks: readonly Block[],
  lead = '',
): { readonly items: readonly (readonly Block[])[]; readonly lead: string }[] {
  return blocks.flatMap((block, at) => {
    const before = blocks[at - 1];
    const said = before
      ? textBlocks([before])
          .map(({ text }) => text)
          .join(' ')
      : lead;
    if (block.type === 'blockquote') return listsIn(block.content, said);
    if (block.type !== 'bulletList' && block.type !== 'orderedList') return [];
    const items = block.content.map(({ content }) => content);
    return [{ items, lead: said }, ...items.flatMap((item) => listsIn(item))];
  });
}

/** "40 %", "35 %", "30 %" of a list whose items make up a whole. */
export const sharesAddUp: ReleaseRule = {
  rule: 'shares-wrong',
  find: ({ content }) =>
    listsIn(content.reply.content).flatMap(({ items, lead }) => {
      const shares = items.flatMap((item) => shareOf(item) ?? []);
      const last = shares.at(-1);
      if (!last || shares.length < 3 || shares.length !== items.length || SEVERAL_ANSWERS.test(lead)) return [];
      const sum = shares.reduce((all, { value }) => all + value, 0);
      const away = Math.abs(sum - 100);
      if (away > MOST_AWAY || away <= shares.reduce((all, { rounding }) => all + rounding, 0) + 1e-9) return [];
      const place = { field: 'reply', blockId: last.block.id, start: last.start, end: last.end };
      return [
        finding('shares-wrong', 'hint', place, { sum: sum.toLocaleString('de-DE', { maximumFractionDigits: 6 }) }),
      ];
    }),
};
