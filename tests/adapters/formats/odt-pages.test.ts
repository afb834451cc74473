/** Pages that a style of LibreOffice ends or begins: one break for each turn, none within tables or behind the last paragraph. */
import { describe, expect, it } from 'vitest';
import { readOdt } from '../../../src-main/adapters/formats/odt/read-odt.ts';
import { openArchive } from '../../../src-main/adapters/formats/zip.ts';
import type { Block } from '../../../src-main/record/rich-text/rich-text.ts';
import { cell, odtDocument, op, row, table } from '../../support/office-documents/odt-xml.ts';

const kindsIn = (body: string): Block['type'][] =>
  readOdt(openArchive(odtDocument(body))).blocks.map(({ type }) => type);

describe('a page', () => {
  it('ends with a paragraph that ends it, and is turned once where the next one begins one, too', () => {
    expect(kindsIn(op('eins', 'Seitenende') + op('zwei'))).toEqual(['paragraph', 'pageBreak', 'paragraph']);
    expect(kindsIn(op('eins', 'Seitenende') + op('zwei', 'Seitenanfang'))).toEqual([
      'paragraph',
      'pageBreak',
      'paragraph',
    ]);
    expect(kindsIn(op('eins') + op('zwei', 'Seitenende'))).toEqual(['paragraph', 'paragraph']);
  });

  it('is turned before a table, not within it', () => {
    const cells = table(2, row(cell(op('links', 'Seitenende')), cell(op('rechts'))));
    expect(kindsIn(op('eins', 'Seitenende') + cells + op('zwei'))).toEqual([
      'paragraph',
      'pageBreak',
      'table',
      'paragraph',
    ]);
  });
});
