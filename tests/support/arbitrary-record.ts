/** Statements as chance makes them, within what the contract allows and the shipped fonts can draw. For property tests. */
import fc from 'fast-check';
import { NO_CONTACT, type Contact, type Originator, type Signatory } from '../../src-main/record/basics.ts';
import type { Block, Inline, Mark, RichText } from '../../src-main/record/rich-text/rich-text.ts';
import type { AnsweredPaper, DraftConsultation, StatementContent } from '../../src-main/contract/statement/shapes.ts';
import { FURTHER_KEYS, type FurtherKey } from '../../src-main/record/statement-fields.ts';
import type { StatementRecord } from '../../src-main/record/statement-record.ts';
import { toRecord } from '../../src-main/core/statement/statement-record.ts';

/** Letters of council papers and every sign that means something to Typst, XML, JSON or our own emphasis. */
const SIGNS = [
  ...Array.from('aeinrstÄÖüßéXMG 019.,:;!?()[]{}<>&"\'/\\*_#$@~=+-–„“§%€|`^'),
  '\u00a0',
  '\u202f',
  '\u2212',
  '☐',
  '☒',
  '½',
];

const anyWords: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...SIGNS),
  minLength: 1,
  maxLength: 40,
});

/** One printed line: trimmed, single blanks, not empty. */
export const anyLine: fc.Arbitrary<string> = anyWords.map(
  (text) => text.replace(/ +/g, ' ').trim().normalize('NFC') || 'Zeile',
);

const anyDate: fc.Arbitrary<string> = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2079-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const marks: fc.Arbitrary<Mark[]> = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom<Mark>(
      { type: 'bold' },
      { type: 'italic' },
      { type: 'underline' },
      { type: 'superscript' },
      { type: 'subscript' },
    ),
    fc
      .constantFrom('I0254/15', 'A0001/26')
      .map((reference): Mark => ({ type: 'paperReference', attrs: { reference } })),
  ),
  { selector: (mark) => mark.type, maxLength: 3 },
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: anyWords.map((text): Inline => ({ type: 'text', text })) },
  {
    weight: 3,
    arbitrary: fc.tuple(anyWords, marks).map(([text, list]): Inline => ({ type: 'text', text, marks: list })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
  { weight: 1, arbitrary: anyLine.map((label): Inline => ({ type: 'placeholder', attrs: { label } })) },
);
const inlines = fc.array(inline, { minLength: 1, maxLength: 3 });
const blockId = fc.option(fc.uuid(), { nil: null });

const paragraph: fc.Arbitrary<Block> = fc
  .tuple(blockId, fc.option(inlines, { nil: null, freq: 8 }))
  .map(([id, content]): Block =>
    content ? { type: 'paragraph', attrs: { id }, content } : { type: 'paragraph', attrs: { id } },
  );
const heading: fc.Arbitrary<Block> = fc
  .tuple(blockId, fc.constantFrom(1 as const, 2 as const), inlines)
  .map(([id, level, content]): Block => ({ type: 'heading', attrs: { id, level }, content }));

function nested(depth: number): fc.Arbitrary<Block> {
  if (depth === 0) return fc.oneof({ weight: 3, arbitrary: paragraph }, { weight: 1, arbitrary: heading });
  const inner = fc.array(nested(depth - 1), { minLength: 1, maxLength: 2 });
  const items = fc
    .array(inner, { minLength: 1, maxLength: 3 })
    .map((list) => list.map((content) => ({ type: 'listItem' as const, content })));
  const table = fc
    .tuple(
      blockId,
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      fc.array(fc.constantFrom(undefined, 'center' as const, 'right' as const), { minLength: 3, maxLength: 3 }),
    )
    .chain(([id, rows, columns, head, aligns]): fc.Arbitrary<Block> =>
      fc.array(inner, { minLength: rows * columns, maxLength: rows * columns }).map((cells) => ({
        type: 'table',
        attrs: { id },
        content: Array.from({ length: rows }, (_, row) => ({
          type: 'tableRow' as const,
          content: cells.slice(row * columns, (row + 1) * columns).map((content, column) => ({
            type: head && row === 0 ? ('tableHeader' as const) : ('tableCell' as const),
            attrs: { colspan: 1, rowspan: 1, ...(aligns[column] && { align: aligns[column] }) },
            content,
          })),
        })),
      })),
    );
  return fc.oneof(
    { weight: 6, arbitrary: paragraph },
    { weight: 2, arbitrary: heading },
    {
      weight: 2,
      arbitrary: fc
        .tuple(blockId, items)
        .map(([id, content]): Block => ({ type: 'bulletList', attrs: { id }, content })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(blockId, fc.integer({ min: 1, max: 99 }), items)
        .map(([id, start, content]): Block => ({ type: 'orderedList', attrs: { id, start }, content })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(blockId, inner)
        .map(([id, content]): Block => ({ type: 'blockquote', attrs: { id }, content })),
    },
    { weight: 1, arbitrary: table },
  );
}

const pageBreak = blockId.map((id): Block => ({ type: 'pageBreak', attrs: { id } }));
const docOf = (block: fc.Arbitrary<Block>): fc.Arbitrary<RichText> =>
  fc.array(block, { maxLength: 5 }).map((content): RichText => ({ type: 'doc', content }));

/** Page breaks stand between blocks of the reply only: inside quotations, lists and tables Typst has none. */
export const anyRichText = docOf(fc.oneof({ weight: 9, arbitrary: nested(2) }, { weight: 1, arbitrary: pageBreak }));
const anyQuotation = docOf(nested(2));

const lineOrNull = fc.option(anyLine, { nil: null });
const originator: fc.Arbitrary<Originator> = fc.record({
  organization: anyLine,
  person: fc.oneof(fc.constant(''), anyLine),
  function: fc.oneof(fc.constant(''), anyLine),
});
const paperType = fc.constantFrom('motion' as const, 'amendment' as const, 'inquiry' as const, 'other' as const);

/** The printed line of its own stands beside one originator: several are printed each from its parts. */
const answered: fc.Arbitrary<AnsweredPaper> = fc.oneof(
  fc.record({
    reference: anyLine,
    paperType,
    originators: fc.array(originator, { maxLength: 3 }),
    printedOriginators: fc.constant(''),
  }),
  fc.record({
    reference: anyLine,
    paperType,
    originators: fc.tuple(originator),
    printedOriginators: anyLine,
  }),
);
const consultation: fc.Arbitrary<DraftConsultation> = fc.record({
  id: fc.uuid(),
  organization: anyLine,
  date: fc.option(anyDate, { nil: null }),
  role: lineOrNull,
  publicity: fc.constantFrom('public' as const, 'non-public' as const),
});
const signatory: fc.Arbitrary<Signatory> = fc.record({ name: anyLine, role: lineOrNull, prefix: lineOrNull });
const linesAt = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, lineOrNull]));
const contact = fc.record(linesAt(Object.keys(NO_CONTACT))) as fc.Arbitrary<Contact>;

export const anyContent: fc.Arbitrary<StatementContent> = fc.record({
  name: anyLine,
  date: fc.option(anyDate, { nil: null }),
  publicity: fc.constantFrom('public' as const, 'non-public' as const),
  bodyName: anyLine,
  leadUnit: anyLine,
  answers: fc.array(answered, { maxLength: 3 }),
  consultations: fc.array(consultation, { maxLength: 5 }),
  quotation: anyQuotation,
  hinge: anyLine,
  reply: anyRichText,
  signatory: fc.option(signatory, { nil: null }),
  contact,
  receivedOn: fc.constant(null),
  ...(linesAt(FURTHER_KEYS) as Record<FurtherKey, typeof lineOrNull>),
});

export const anyReference: fc.Arbitrary<string | null> = fc.option(
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 10, max: 79 }))
    .map(([n, year]) => `S${String(n).padStart(4, '0')}/${year}`),
  { nil: null },
);

/** Records as the application makes them. */
export const anyRecord: fc.Arbitrary<StatementRecord> = fc
  .tuple(anyReference, anyContent)
  .map(([reference, content]) => toRecord(reference, content));
