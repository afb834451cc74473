/** Statements at the limits of what a town hall writes (domain.md §10 and §4): every one must print in both formats. No real papers. */
import type { Block, Inline, ListItem, TableCell, TableRow } from '../../src-main/record/rich-text/rich-text.ts';
import type { StatementRecord } from '../../src-main/record/statement-record.ts';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';

const NO_ID = { id: null };
const text = (words: string): Inline => ({ type: 'text', text: words });
export const paragraph = (...content: (string | Inline)[]): Block => ({
  type: 'paragraph',
  attrs: NO_ID,
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
});
export const heading = (level: 1 | 2, words: string): Block => ({
  type: 'heading',
  attrs: { id: null, level },
  content: [text(words)],
});
const item = (...content: Block[]): ListItem => ({ type: 'listItem', content });
export const bullets = (...items: ListItem[]): Block => ({ type: 'bulletList', attrs: NO_ID, content: items });
const numbers = (start: number, ...items: ListItem[]): Block => ({
  type: 'orderedList',
  attrs: { id: null, start },
  content: items,
});
export const quotation = (...content: Block[]): Block => ({ type: 'blockquote', attrs: NO_ID, content });
const cell = (type: TableCell['type'], words: string): TableCell => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraph(words)],
});
/** Words of the repeated head rows: they stand nowhere else, so that a test can count them. */
export const HEAD_WORDS = ['Kopfvorhaben', 'Kopfzeitraum', 'Kopfbetrag'] as const;
export function table(rows: number, from = 1): Block {
  const head: TableRow = { type: 'tableRow', content: HEAD_WORDS.map((word) => cell('tableHeader', word)) };
  const body = Array.from({ length: rows }, (_, index): TableRow => {
    const number = from + index;
    const words = [
      `Vorhaben ${number} in der Straße am Weidendamm`,
      `Quartal ${(number % 4) + 1}/2027`,
      `${number}.000 €`,
    ];
    return { type: 'tableRow', content: words.map((word) => cell('tableCell', word)) };
  });
  return { type: 'table', attrs: NO_ID, content: [head, ...body] };
}

/** About `lines` printed lines of running text, every sentence with its own number. */
export function longText(lines: number, from = 1): string {
  const sentences = Array.from(
    { length: lines },
    (_, at) => `Zu Punkt ${from + at} liegt der Verwaltung eine Schätzung der Kosten vor.`,
  );
  return sentences.join(' ');
}

const doc = (content: Block[]): StatementRecord['reply'] => ({ type: 'doc', content });
const BODY_OF_87 = 'Ausschuss für kommunale Rechts-, Bürger-, Verbraucherschutz- und Ordnungsangelegenheiten';
const consultation = (at: number): StatementRecord['consultations'][number] => ({
  organization: at % 3 === 0 ? 'Stadtrat' : BODY_OF_87.slice(0, 87),
  date: at % 7 === 6 ? null : `2026-${String((at % 12) + 1).padStart(2, '0')}-17`,
  role: at % 2 === 0 ? 'Kenntnisnahme' : null,
});

function chapters(count: number): Block[] {
  return Array.from({ length: count }, (_, at) => at + 1).flatMap((number): Block[] => [
    heading(1, `Abschnitt ${number} der langen Antwort`),
    paragraph(longText(9, number * 100)),
    heading(2, `Einzelheiten zu Abschnitt ${number}`),
    paragraph(`Stand ${number}: `, { type: 'placeholder', attrs: { label: `Datum ${number} ergänzen` } }, ' gilt.'),
    bullets(
      item(
        paragraph(`Erster Punkt von ${number}`),
        bullets(
          item(paragraph('Unterpunkt')),
          item(paragraph('Noch einer'), numbers(3, item(paragraph('Ganz innen')))),
        ),
      ),
      item(paragraph(longText(3, number * 100 + 30))),
    ),
    quotation(paragraph(`„Wörtlich aus Abschnitt ${number}.“`), paragraph(longText(2, number * 100 + 50))),
    ...(number % 5 === 0 ? [table(60, number * 1000)] : [paragraph(longText(12, number * 100 + 60))]),
    ...(number % 7 === 0 ? [{ type: 'pageBreak', attrs: NO_ID } as const] : []),
  ]);
}

/** Every character of domain.md §10 that prints; combining accents come in as Word writes them. */
const CHARACTERS = [
  'Bürger*innen, Nutzer:innen, Ausländer_innen, Mitarbeiter/innen, SchülerInnen und Student*innenschaft',
  'Prof.Dr. Anna von der Heyden-Łukasz, D’Angelo, Şahin, Nguyễn, Ærø, Đorđević, São, Œuvre',
  'am 14.12 2009 und am 09. 01 2025, 10\u202f000 €, § 5\u00a0Abs.\u00a02, −3 °C \u2212 5 %, ½ m², „so“ ‚und‘ »so«…',
  'e\u0301 u\u0308 A\u030a als Buchstaben mit Akzent',
  'ein \ufffd, das beim Kopieren entstand',
  '☐ offen ☒ erledigt – und — sowie ‰ × ÷ ≤ ≥ ≈ → • · † ‡',
];

export interface HardRecord {
  /** What is hard about it. */
  readonly what: string;
  readonly record: StatementRecord;
}

const LIMITS: [string, Partial<StatementRecord>][] = [
  [
    'a title of 250 characters',
    { name: `${'Beschleunigung der Straßenausbauverfahren '.repeat(6).slice(0, 245)}-Ende` },
  ],
  [
    'twenty consultations with names of 87 characters',
    { consultations: Array.from({ length: 20 }, (_, at) => consultation(at)) },
  ],
  ['a reply of forty pages', { reply: doc(chapters(45)) }],
  [
    'every character of real papers',
    {
      name: CHARACTERS[0] ?? '',
      reply: doc(CHARACTERS.map((line) => paragraph(line))),
      quotationRich: doc(CHARACTERS.map((line) => paragraph(line))),
      signatory: { name: 'Prof.Dr. Đorđe Łukasz', role: 'Referent*in', prefix: 'i. V.' },
    },
  ],
  ['a non-public paper', { publicity: 'non-public' }],
  [
    'several papers with several originators',
    {
      answers: ['A0901/26', 'A0902/26/1'].map((reference) => ({
        reference,
        paperType: reference.endsWith('/1') ? 'amendment' : 'motion',
        originators: ['Nord', 'Süd', 'West'].map((name) => ({
          organization: `Fraktion Bürgerforum ${name}`,
          person: `Käthe ${name}hausen`,
          function: 'Fraktionsvorsitzende',
          printed: `Fraktion Bürgerforum ${name}, Fraktionsvorsitzende Käthe ${name}hausen`,
        })),
        originatorOrganization: 'Fraktion Bürgerforum Nord',
        originatorPerson: 'Käthe Nordhausen',
        originatorFunction: 'Fraktionsvorsitzende',
      })),
    },
  ],
  ['no consultations', { consultations: [] }],
  ['no signatory', { signatory: null }],
  [
    'next to nothing',
    { quotationRich: doc([]), hinge: '', reply: doc([]), consultations: [], signatory: null, date: null, leadUnit: '' },
  ],
  ['a signature after a table', { reply: doc([paragraph(longText(3)), table(70)]) }],
  [
    'a signature after a list',
    { reply: doc([bullets(...Array.from({ length: 30 }, (_, at) => item(paragraph(longText(2, at * 2)))))]) },
  ],
  ['a signature after a quotation', { reply: doc([paragraph(longText(30)), quotation(paragraph(longText(25, 40)))]) }],
  ['a signature after a long paragraph', { reply: doc([paragraph(longText(80))]) }],
  [
    'forty attachments, one with a long name',
    {
      attachments: Array.from({ length: 40 }, (_, at) => ({
        name: at === 0 ? longText(30).slice(0, 250).trim() : `Lageplan ${at + 1}`,
      })),
    },
  ],
  ['attachments without a signatory', { signatory: null, attachments: [{ name: 'Lageplan' }] }],
];

/** References S9001/26, S9002/26, … so that every file has its own name. */
export const HARD_RECORDS: readonly HardRecord[] = LIMITS.map(([what, changes], index) => ({
  what,
  record: { ...sampleRecord(), ...changes, reference: `S90${String(index + 1).padStart(2, '0')}/26` },
}));
