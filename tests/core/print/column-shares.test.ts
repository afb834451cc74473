import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src-main/record/rich-text/rich-text.ts';
import { tableColumns } from '../../../src-main/core/print/column-shares.ts';
import { paragraph } from '../../support/builders.ts';

const columnShares = (...[table]: Parameters<typeof tableColumns>) => tableColumns(table).shares;

type CellInput = string | { readonly text: string; readonly colspan?: number; readonly rowspan?: number };

function table(rows: readonly (readonly CellInput[])[]): Table {
  return {
    type: 'table',
    attrs: { id: null },
    content: rows.map((cells) => ({
      type: 'tableRow',
      content: cells.map((cell) => {
        const { text, colspan = 1, rowspan = 1 } = typeof cell === 'string' ? { text: cell } : cell;
        return { type: 'tableCell', attrs: { colspan, rowspan }, content: [paragraph(text)] };
      }),
    })),
  };
}

const anyCell = fc.record({
  text: fc.string({ maxLength: 80 }),
  colspan: fc.integer({ min: 1, max: 3 }),
  rowspan: fc.integer({ min: 1, max: 3 }),
});

describe('shares of table columns', () => {
  it('is one share per column, each above nothing, together 1', () => {
    const rows = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (cells) => {
        const shares = columnShares(table(cells));
        expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        for (const row of cells) {
          expect(shares.length).toBeGreaterThanOrEqual(row.reduce((sum, cell) => sum + cell.colspan, 0));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives running text more room than numbers', () => {
    const [number = 0, text = 0] = columnShares(table([['1', 'Die Arbeiten am Uferweg werden im Mai fortgesetzt.']]));
    expect(text).toBeGreaterThan(2 * number);
  });

  it('never makes a column narrower than a long word wants', () => {
    const shares = columnShares(table([['Straßenunterhaltung', 'x '.repeat(200).trim()]]));
    expect(shares[0]).toBeGreaterThan(0.3);
  });

  it('gives equal columns equal shares, up to rounding', () => {
    expect(columnShares(table([['a', 'b', 'c']]))).toEqual([0.334, 0.333, 0.333]);
  });

  it('puts a cell beside one that reaches down into its own column', () => {
    const long = 'ein sehr langer Text, der viel Breite braucht und haben will';
    const shares = columnShares(table([[{ text: 'Nord', rowspan: 2 }, 'a'], [long], ['Süd', 'b']]));
    expect(shares).toHaveLength(2);
    expect(shares[1]).toBeGreaterThan(shares[0] ?? 1);
  });

  it('does not widen one column for a cell that covers several', () => {
    const over = { text: 'eine Überschrift über der ganzen Breite der Tabelle', colspan: 3 };
    expect(columnShares(table([[over], ['a', 'b', 'c']]))).toEqual(columnShares(table([['a', 'b', 'c']])));
  });

  it('knows columns that only a spanning cell covers', () => {
    expect(columnShares(table([[{ text: 'breit', colspan: 4 }]]))).toHaveLength(4);
  });

  it('survives a table without cells', () => {
    expect(columnShares(table([[]]))).toEqual([1]);
  });

  it('leaves a narrow column its room where long words want more than there is', () => {
    const long = 'Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung';
    const [first = 0, year = 0, , amount = 0] = columnShares(table([[long, 'Jahr', long, '12.000.000,00', long]]));
    // Of a line of 80 characters.
    expect(year * 80).toBeGreaterThanOrEqual('Jahr'.length + 3);
    expect(amount * 80).toBeGreaterThanOrEqual('12.000.000,00'.length + 3);
    expect(first).toBeGreaterThan(amount);
  });
});
