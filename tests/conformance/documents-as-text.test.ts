/** Every word that LibreOffice shows of a document arrives exactly once in ours, in the same order, and no other: DOCX and ODT. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readOdt } from '../../src-main/adapters/formats/odt/read-odt.ts';
import { readWord } from '../../src-main/adapters/formats/word/read-word.ts';
import { openArchive } from '../../src-main/adapters/formats/zip.ts';
import type { ReadDocument } from '../../src-main/core/ports/read-document.ts';
import { skipReason } from '../harness/judges/judges.ts';
import { libreOfficeConvert } from '../harness/judges/libre-office.ts';
import { EXPECTED_DIFFERENCES } from '../support/office-documents/expected-differences.ts';
import { ODT_CASES } from '../support/office-documents/odt-cases.ts';
import type { Difference, OfficeCase } from '../support/office-documents/office-case.ts';
import { packageCases } from '../support/office-documents/package-cases.ts';
import { shownWords } from '../support/office-documents/shown-words.ts';
import { wordDifferences, wordsOf } from '../support/office-documents/word-differences.ts';
import { WORD_LIST_CASES } from '../support/office-documents/word-list-cases.ts';
import { WORD_TABLE_CASES } from '../support/office-documents/word-table-cases.ts';
import { WORD_TEXT_CASES } from '../support/office-documents/word-text-cases.ts';
import { sharedMissing, sharedPath } from '../support/shared.ts';
import { projectRoot } from '../support/test-host.ts';
import { requireJudges, scratchFolder } from './corpus.ts';

const folder = scratchFolder();
const fixtures = join(projectRoot, 'tests', 'fixtures', 'office-documents');
const docxIn = (path: string): string[] => readdirSync(path).filter((name) => name.endsWith('.docx'));
const fromFixture = (file: string): OfficeCase => ({
  name: parse(file).name,
  extension: 'docx',
  bytes: readFileSync(join(fixtures, file)),
});

const CASES: readonly OfficeCase[] = [
  ...WORD_TEXT_CASES,
  ...WORD_LIST_CASES,
  ...WORD_TABLE_CASES,
  ...(await packageCases()),
  ...docxIn(fixtures).map(fromFixture),
  ...ODT_CASES,
];
const WORD_CASES = CASES.filter(({ extension }) => extension === 'docx');
const SHARED = sharedMissing === undefined ? docxIn(sharedPath('cases')) : [];

const readOf = (path: string): ReadDocument => {
  const archive = openArchive(readFileSync(path));
  return path.endsWith('.odt') ? readOdt(archive) : readWord(archive);
};
const theirWords = (name: string): string[] => wordsOf(readFileSync(join(folder, 'txt', `${name}.txt`), 'utf8'));

const sharedName = (file: string): string => `shared-${parse(file).name}`;
const pathOf = (name: string, extension: string): string => join(folder, `${name}.${extension}`);
const convertedOf = (name: string): string => join(folder, 'odt', `${name}.odt`);

beforeAll(async () => {
  for (const { name, extension, bytes } of CASES) writeFileSync(pathOf(name, extension), bytes);
  const shared = SHARED.map((file) => {
    const path = pathOf(sharedName(file), 'docx');
    writeFileSync(path, readFileSync(sharedPath('cases', file)));
    return path;
  });
  if (skipReason(['LibreOffice']) !== undefined) return;
  const docx = [...WORD_CASES.map(({ name }) => pathOf(name, 'docx')), ...shared];
  const odt = ODT_CASES.map(({ name }) => pathOf(name, 'odt'));
  await libreOfficeConvert([...docx, ...odt], 'txt', join(folder, 'txt'));
  await libreOfficeConvert(docx, 'odt', join(folder, 'odt'));
});

const plain = (differences: readonly Difference[] = []): unknown =>
  differences.map(({ ours, theirs }) => ({ ours, theirs }));

function expectSameWords(path: string, name: string, differences?: readonly Difference[]): void {
  const read = readOf(path);
  expect(read.leftOut.filter(({ kind }) => kind === 'lost')).toEqual([]);
  expect(wordDifferences(shownWords(read), theirWords(name))).toEqual(plain(differences));
}

describe.each(CASES)('$name', ({ name, extension, leftOut }) => {
  const { differences, convertedDifferences = differences } = EXPECTED_DIFFERENCES[name] ?? {};

  it('holds the words that LibreOffice shows', (test) => {
    requireJudges(test, ['LibreOffice']);
    expectSameWords(pathOf(name, extension), name, differences);
  });
  if (leftOut !== undefined)
    it('names what is not taken', () => {
      const named = readOf(pathOf(name, extension)).leftOut.map(({ kind, text }) => `${kind}: ${text}`);
      expect(named).toEqual(leftOut);
    });
  if (extension === 'docx')
    it('holds them as OpenDocument as well', (test) => {
      requireJudges(test, ['LibreOffice']);
      expectSameWords(convertedOf(name), name, convertedDifferences);
    });
});

interface SharedPlaces {
  readonly docx: number;
  readonly odt: number;
  /** A date or a sum that LibreOffice counts anew: how many words of it differ depends on the day. */
  readonly isCounted?: boolean;
  readonly why: string;
}
/** Places in which LibreOffice differs, by file; what stands in those files is not repeated here. */
const SHARED_PLACES: Readonly<Record<string, SharedPlaces>> = {
  'box-without-fallback.docx': { docx: 1, odt: 1, why: 'one box, which the text export leaves out' },
  'docx-footnote.docx': { docx: 1, odt: 1, why: 'one note, which the text export leaves out' },
  'docx-table-field.docx': { docx: 0, odt: 0, isCounted: true, why: 'a date and a sum' },
  'simple-fields-and-lists.docx': { docx: 1, odt: 1, isCounted: true, why: 'one date, one box left out' },
};
const isFigures = ({ ours, theirs }: Pick<Difference, 'ours' | 'theirs'>): boolean =>
  /^[\d.,:/ €]*$/u.test(ours + theirs);

describe.skipIf(sharedMissing !== undefined)('papers that lie beside the project', () => {
  it.for(SHARED)('%s holds the words that LibreOffice shows', (file, test) => {
    requireJudges(test, ['LibreOffice']);
    const name = sharedName(file);
    const { docx, odt, isCounted = false } = SHARED_PLACES[file] ?? { docx: 0, odt: 0 };
    for (const [path, places] of [
      [pathOf(name, 'docx'), docx],
      [convertedOf(name), odt],
    ] as const) {
      const read = readOf(path);
      expect(read.leftOut.filter(({ kind }) => kind === 'lost')).toEqual([]);
      const differences = wordDifferences(shownWords(read), theirWords(name));
      expect(differences.filter((one) => !isCounted || !isFigures(one))).toHaveLength(places);
    }
  });
});
