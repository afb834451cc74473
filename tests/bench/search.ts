/**
 * The register with 100,000 papers: how long the list takes while somebody types. `npm run bench -- search` fills a register with invented
 * papers of about 3,000 characters (some minutes) and measures through the same service as the window.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src-main/core/app.ts';
import { openDatabase } from '../../src-main/adapters/sqlite/database.ts';
import type { Ports } from '../../src-main/core/ports/ports.ts';
import { uuidv7 } from '../../src-main/host/ids.ts';
import { row, times } from './measure.ts';

const PAPERS = 100_000;
const BATCH = 2000;
const WORDS_IN_TEXT = 420;
const ROUNDS = 15;
const SYLLABLES = [
  'rad',
  'weg',
  'stra',
  'ße',
  'bau',
  'amt',
  'kin',
  'der',
  'gar',
  'ten',
  'müh',
  'len',
  'brü',
  'cke',
  'was',
  'ser',
];

/** The same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = seeded(7);
const pick = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
const word = (): string => Array.from({ length: 2 + Math.floor(random() * 3) }, pick).join('');
const words = (count: number): string => Array.from({ length: count }, word).join(' ');

const folder = mkdtempSync(join(tmpdir(), 'stellwerk-bench-search-'));
const now = (): string => new Date().toISOString();
const clock = { now, today: () => now().slice(0, 10) };
const database = openDatabase({ folder, actor: () => 'bench', clock });
// Only the register is asked; nothing else of the application runs here.
const { papers } = createApp({ database, clock, newId: () => uuidv7(), dataFolder: folder } as unknown as Ports);

const started = performance.now();
await database.write((stores) =>
  stores.office.put({
    kind: 'own',
    profileJson: JSON.stringify({ schema: 'stellwerk.office-profile/1', bodyName: 'Stadt Messung' }),
  }),
);
for (let first = 0; first < PAPERS; first += BATCH) {
  await database.write(async (stores) => {
    for (let n = first; n < first + BATCH; n += 1) {
      const year = 2000 + (n % 26);
      const text = words(WORDS_IN_TEXT);
      await stores.papers.save({
        id: uuidv7(),
        paperType: 'motion',
        class: 'A',
        reference: `A${String(n + 1).padStart(6, '0')}/${String(year).slice(2)}`,
        originalReference: null,
        year,
        name: words(6),
        date: `${year}-0${1 + (n % 9)}-1${n % 9}`,
        publicity: 'public',
        leadUnit: 'FB 1',
        originators: [{ organization: `Fraktion ${word()}`, person: '', function: '' }],
        printedOriginators: '',
        consultations: [],
        text: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: null }, content: [{ type: 'text', text }] }] },
        revision: 1,
        updatedAt: now(),
      });
    }
  });
}
const size = Math.round(statSync(join(folder, 'stellwerk.db')).size / 1024 / 1024);
console.log(`${PAPERS} Papiere in ${Math.round((performance.now() - started) / 1000)} s, ${size} MB`);

const QUERIES = [
  '',
  'r',
  'ra',
  'radw',
  'radweg',
  'radweg mühlen',
  'muehlenbrücke',
  'A000512',
  'wegstraße garten wasser',
];
for (const text of QUERIES) {
  const values = await times(ROUNDS, () => papers.list({ text, limit: 200 }));
  const { medianMs, p95Ms } = row(text, values);
  console.log(`„${text}“`.padEnd(30), `${medianMs} ms`.padStart(12), `p95 ${p95Ms} ms`.padStart(14));
}
await database.close();
rmSync(folder, { recursive: true, force: true });
