import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RedactionMark } from '../../src-main/contract/redaction/shapes.ts';
import type { StatementDraft } from '../../src-main/contract/statement/shapes.ts';
import { expectRefusal, workspace, type Office } from '../harness/desk/cli.ts';
import {
  docxSchemaCheck,
  libreOfficeConvert,
  pdfInfo,
  pdfText,
  qpdfCheck,
  verapdf,
  type VeraPdfFlavour,
} from '../harness/judges/judges.ts';
import { outputOf, runTool } from '../harness/judges/run-tool.ts';
import { requireJudges } from './corpus.ts';

const space = workspace();
const REF = 'S0960/26';
const NAME = 'Erika Beispielfrau';
const SECRETS = [
  NAME,
  'Beispielfrau',
  '0391 550-4711',
  '(0391) 5504711',
  'Quittenweg',
  'DE89 3704 0044',
  'Laubenstreit',
];
/** Pieces that would tell: looked for in what people and programs read, because a PDF counts its bytes with digits, too. */
const PIECES = ['4711', '5504711', '39108', '37040044', 'Quitten', 'streit'];
const KEPT = 'Der Weg wird im Mai gebaut';

let office: Office;
let open = '';
let black = '';
let marks: RedactionMark[] = [];

beforeAll(async () => {
  office = await space.office('example');
  [open, black] = [space.folder(), space.folder()];
  await office.json<StatementDraft>('new', '--answers', 'A0012/26', '--number', REF, '--name', `Beschwerde ${NAME}`);
  await office.json(
    'set',
    REF,
    'quotation',
    `Frau ${NAME}, Quittenweg 17, 39108 Auenfurt, beschwert sich.\n\nAnruf unter 0391 550-4711.`,
  );
  await office.json(
    'set',
    REF,
    'reply',
    `${KEPT}, wie Frau ${NAME} es wünscht.\n\nDer Laubenstreit von Frau Beispielfraus Nachbarn bleibt offen; Rückruf (0391) 5504711.\n\nErstattet wird auf DE89 3704 0044 0532 0130 00.`,
  );
  await office.json('export', REF, '--to', open);
  const result = await office.json<{ marks: RedactionMark[]; stored: boolean; paths: string[] }>(
    'redact',
    REF,
    '--to',
    black,
    '--text',
    'Laubenstreit',
    '--text',
    'Beispielfrau',
  );
  marks = result.marks;
  expect(result.stored).toBe(false);
  expect(result.paths.map((path) => path.replace(/^.*[\\/]/, ''))).toEqual([
    'S0960-26 geschwärzt.pdf',
    'S0960-26 geschwärzt.docx',
  ]);
});

interface Stream {
  readonly where: string;
  readonly bytes: Buffer;
}

const docxStreams = (path: string, bytes: Uint8Array): Stream[] =>
  Object.entries(unzipSync(bytes)).map(([name, part]) => ({ where: `${path}/${name}`, bytes: Buffer.from(part) }));

/** Everything a PDF holds, unpacked: objects, text, attachments and what is packed in those. */
async function pdfStreams(path: string): Promise<Stream[]> {
  const scratch = space.folder();
  const plain = join(scratch, 'plain.pdf');
  const unpacked = await runTool('qpdf', ['--qdf', '--object-streams=disable', path, plain]);
  expect(unpacked.exitCode).toBe(0);
  const attached = join(scratch, 'attached');
  mkdirSync(attached);
  await outputOf('pdfdetach', ['-saveall', '-o', attached, path]);
  const names = readdirSync(attached);
  expect(names.map((name) => name.replace(/^.*\./, '')).sort()).toEqual(['docx', 'json']);
  return [
    { where: path, bytes: readFileSync(path) },
    { where: `${path} unpacked`, bytes: readFileSync(plain) },
    { where: `${path} text`, bytes: Buffer.from(await outputOf('pdftotext', ['-enc', 'UTF-8', path, '-'])) },
    ...names.flatMap((name) => {
      const bytes = readFileSync(join(attached, name));
      const itself = { where: `${path}/${name}`, bytes };
      return name.endsWith('.docx') ? [itself, ...docxStreams(`${path}/${name}`, bytes)] : [itself];
    }),
  ];
}

async function streamsIn(folder: string): Promise<Stream[]> {
  const streams: Stream[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    streams.push(...(name.endsWith('.pdf') ? await pdfStreams(path) : docxStreams(path, readFileSync(path))));
  }
  return streams;
}

/** As UTF-8, as UTF-16 (strings of a PDF) and as the hexadecimal form of both. */
function placesOf(streams: readonly Stream[], words: string): string[] {
  const utf8 = Buffer.from(words);
  const utf16 = Buffer.from(words, 'utf16le').swap16();
  const forms = [utf8, utf16, Buffer.from(utf8.toString('hex')), Buffer.from(utf16.toString('hex'))];
  return streams.filter(({ bytes }) => forms.some((form) => bytes.includes(form))).map(({ where }) => where);
}

describe('the blackened version', () => {
  it('was marked by the program where it saw personal data, and by words of one’s own', () => {
    expect(new Set(marks.map(({ reason }) => reason))).toEqual(
      new Set(['Name einer unbekannten Person', 'Telefonnummer', 'Anschrift', 'Kontoverbindung', 'auf Wunsch']),
    );
  });

  it('has none of the words in any byte, while the same search finds them all in the open version', async (test) => {
    requireJudges(test, ['qpdf', 'Poppler']);
    const [before, after] = [await streamsIn(open), await streamsIn(black)];
    expect(after.length).toBeGreaterThan(20);
    for (const words of SECRETS) {
      expect(placesOf(before, words), words).not.toEqual([]);
      expect(placesOf(after, words), words).toEqual([]);
    }
    const read = (streams: readonly Stream[]): string =>
      streams
        .filter(({ where }) => !/\.(?:pdf|docx)(?: unpacked)?$/.test(where))
        .map(({ bytes }) => bytes.toString('utf8').replace(/\s|<[^>]*>/g, ''))
        .join('\n');
    const [wasRead, isRead] = [read(before), read(after)];
    for (const piece of PIECES) {
      expect(wasRead.includes(piece), piece).toBe(true);
      expect(isRead.includes(piece), piece).toBe(false);
    }
    expect(placesOf(after, KEPT).length).toBeGreaterThan(2);
  });

  it('names itself and shows the mark, in PDF and Word file', async (test) => {
    requireJudges(test, ['Poppler']);
    const path = join(black, 'S0960-26 geschwärzt.pdf');
    const text = await pdfText(path);
    expect(text).toContain('geschwärzte Fassung');
    expect(text).toMatch(/wie Frau\s+geschwärzt\s+es wünscht/);
    expect((await pdfInfo(path))['Title']).toBe(
      'Stellungnahme der Verwaltung – geschwärzte Fassung S0960/26 – Beschwerde [geschwärzt]',
    );
    const word = Buffer.from(
      unzipSync(readFileSync(join(black, 'S0960-26 geschwärzt.docx')))['word/document.xml'] ?? [],
    ).toString('utf8');
    expect(word).toContain(' geschwärzt ');
  });

  it.for<VeraPdfFlavour>(['3a', 'ua1'])('passes veraPDF %s', async (flavour, test) => {
    requireJudges(test, ['veraPDF']);
    const [verdict] = await verapdf([join(black, 'S0960-26 geschwärzt.pdf')], flavour);
    expect(verdict).toMatchObject({ compliant: true });
  });

  it('is sound for qpdf, and its Word file is valid and says the same in LibreOffice', async (test) => {
    requireJudges(test, ['qpdf', 'OOXML schemas', 'Python', 'xmllint', 'LibreOffice']);
    expect(await qpdfCheck(join(black, 'S0960-26 geschwärzt.pdf'))).toEqual({ sound: true, problems: [] });
    const docx = join(black, 'S0960-26 geschwärzt.docx');
    expect(await docxSchemaCheck([docx])).toMatchObject([{ valid: true }]);
    const [converted = ''] = await libreOfficeConvert([docx], 'txt', space.folder());
    const text = readFileSync(converted, 'utf8');
    expect(text).toContain(KEPT);
    expect(text).toMatch(/wie Frau\s+geschwärzt\s+es wünscht/);
  });

  it('read back is still the blackened one', async () => {
    const other = await space.office('own');
    await other.json('import', join(black, 'S0960-26 geschwärzt.pdf'));
    const again = space.folder();
    await other.json('export', REF, '--to', again, '--format', 'pdf');
    expect((await pdfInfo(join(again, 'S0960-26.pdf')))['Title']).toContain('geschwärzte Fassung');
  });
});

describe('the command redact', () => {
  it('refuses words that stand nowhere, and a paper without anything to blacken', async () => {
    const folder = space.folder();
    const missing = await office.run('redact', REF, '--to', folder, '--text', 'Kommtnichtvor');
    expect(expectRefusal(missing, 'input-invalid')).toContain('„Kommtnichtvor“ kommt im Text nicht vor');
    const nothing = await office.run('redact', REF, '--to', folder, '--only-text');
    expect(expectRefusal(nothing, 'input-invalid')).toContain('nichts markiert');
    expect(readdirSync(folder)).toEqual([]);
  });
});
