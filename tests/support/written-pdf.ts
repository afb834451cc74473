/** PDF files and updates written exactly as a test wants them, number for number. */
import { deflateSync } from 'node:zlib';

export interface Writing {
  /** What the update follows; absent for a file of its own. */
  readonly before?: Uint8Array;
  /** Numbers of objects that stand in a stream of objects. They ask for a cross-reference stream. */
  readonly packed?: readonly number[];
  /** Field widths of a cross-reference stream; absent for a table. */
  readonly widths?: readonly [number, number, number];
  /** Entries of the trailer besides Size and, in an update, Prev. */
  readonly trailer: string;
  /** Instead of the place the file before names. */
  readonly prev?: string;
  /** Instead of the number behind the largest one. */
  readonly size?: string;
  /** Added to the dictionary of the cross-reference stream. */
  readonly streamEntries?: string;
  /** Whether that stream has a predictor's byte before each row. */
  readonly isPredicted?: boolean;
  /** Added to the dictionary of the stream of objects. */
  readonly packedEntries?: string;
  readonly generation?: number;
}

export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
export const textOfFile = (file: Uint8Array): string => Buffer.from(file).toString('latin1');

/** The last place of cross-references that the file names. */
export const lastReferences = (file: Uint8Array): number =>
  Number([...textOfFile(file).matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1]);
/** As the last trailer or cross-reference stream has it. */
export const lastSize = (file: Uint8Array): number =>
  Number([...textOfFile(file).matchAll(/\/Size (\d+)/g)].at(-1)?.[1]);
export const lastRoot = (file: Uint8Array): number =>
  Number([...textOfFile(file).matchAll(/\/Root (\d+)/g)].at(-1)?.[1]);

/** The catalog as it stands last, with the objects of these numbers as the document's validation data; for a file with plain objects. */
export function catalogWith(file: Uint8Array, numbers: readonly string[], uses: readonly string[] = []): string {
  const catalog = new RegExp(`\\b${lastRoot(file)} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`, 'g');
  const found = [...textOfFile(file).matchAll(catalog)].at(-1)?.[1];
  if (found === undefined) throw new Error('the file has no plain catalog');
  const rest = found.replace(/\/DSS<<(?:[^<>]|<<[^<>]*>>)*>>/s, '');
  const certificates = `/Certs[${numbers.map((number) => `${number} 0 R`).join(' ')}]`;
  const byUse = `/VRI<<${uses.map((number) => `/U${number} ${number} 0 R`).join('')}>>`;
  return `<<${rest}/DSS<</Type/DSS${certificates}${uses.length === 0 ? '' : byUse}>>>>`;
}

export const streamOf = (data: string, entries = ''): string =>
  `<<${entries} /Length ${data.length}>>\nstream\n${data}\nendstream`;

const bigEndian = (value: number, width: number): Buffer =>
  Buffer.from(
    value
      .toString(16)
      .padStart(2 * width, '0')
      .slice(-2 * width),
    'hex',
  );

/** `objects`: number → its value, a stream with its words. */
export function writtenPdf(objects: Readonly<Record<number, string>>, writing: Writing): Uint8Array {
  const { before, packed = [], widths = packed.length > 0 ? [1, 4, 2] : undefined, generation = 0 } = writing;
  const parts = [before ? Buffer.from(before) : latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  let length = parts[0]?.length ?? 0;
  const put = (text: string): void => {
    parts.push(latin1(text));
    length += text.length;
  };
  const numbers = Object.keys(objects).map(Number);
  let size = Math.max(before ? lastSize(before) - 1 : 0, ...numbers) + 1;
  const entries = new Map<number, readonly [kind: number, second: number, third: number]>();
  const putObject = (number: number, value: string): void => {
    entries.set(number, [1, length, generation]);
    put(`${number} ${generation} obj\n${value}\nendobj\n`);
  };
  for (const number of numbers) if (!packed.includes(number)) putObject(number, objects[number] ?? '');
  if (packed.length > 0) {
    const [container, inside, heads] = [size, packed.map((number) => objects[number] ?? ''), [] as string[]];
    size += 1;
    for (const [index, number] of packed.entries()) {
      heads.push(`${number} ${inside.slice(0, index).join('\n').length + Math.min(index, 1)}`);
      entries.set(number, [2, container, index]);
    }
    const head = `${heads.join(' ')}\n`;
    const dictionary = `/Type /ObjStm /N ${packed.length} /First ${head.length} ${writing.packedEntries ?? ''}`;
    putObject(container, streamOf(head + inside.join('\n'), dictionary));
  }
  const at = length;
  const prev = before ? ` /Prev ${writing.prev ?? lastReferences(before)}` : '';
  if (!widths) {
    const rows = [...entries].sort(([a], [b]) => a - b);
    const lines = rows.map(
      ([number, [, place, gen]]) => `${number} 1\n${`${place}`.padStart(10, '0')} ${`${gen}`.padStart(5, '0')} n \n`,
    );
    put(`xref\n${before ? '' : '0 1\n0000000000 65535 f \n'}${lines.join('')}`);
    put(`trailer\n<<${writing.trailer} /Size ${writing.size ?? size}${prev}>>\n`);
  } else {
    const own = size;
    entries.set(own, [1, at, 0]);
    const rows = [...entries].sort(([a], [b]) => a - b);
    const table = rows.map(([, row]) => Buffer.concat(row.map((value, field) => bigEndian(value, widths[field] ?? 1))));
    const data = deflateSync(
      Buffer.concat(writing.isPredicted ? table.map((row) => Buffer.concat([Buffer.of(0), row])) : table),
    ).toString('latin1');
    const index = rows.map(([number]) => `${number} 1`).join(' ');
    const dictionary = `/Type /XRef /W [${widths.join(' ')}] /Index [${index}] /Size ${writing.size ?? size + 1}${prev} /Filter /FlateDecode ${writing.trailer} ${writing.streamEntries ?? ''}`;
    put(`${own} 0 obj\n${streamOf(data, dictionary)}\nendobj\n`);
  }
  put(`startxref\n${at}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

/** Spellings of numbers, names and strings that programs write anew otherwise, as entries of a page that mean nothing. */
export const ODD_SPELLINGS =
  '/MediaBox [0 0 595.303937007874 841.889763779528]/CropBox[ -0 .0 +595. 841.8897637795280 ]' +
  '/PieceInfo<</A#20b<</LastModified(D:2026\\(0\\)\\061)/Private<</R[.5 -.5 -0 1. +3 12345678901234567890 0.000001 4294967296]' +
  '/Gr#fcn/Gr#c3#bcn/H<4 8 6>/L(a\\\nb\\251\r\n)/T true/N null>>>>>>';

/** One empty page with `entries`. */
export const pageWith = (entries: string, writing: Partial<Writing> = {}): Uint8Array =>
  writtenPdf(
    {
      1: '<</Type/Catalog/Pages 2 0 R/Lang(de)/ViewerPreferences<</Odd 0.123456789>>>>',
      2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      3: `<</Type/Page/Parent 2 0 R/Resources<<>>/Contents 4 0 R ${entries}>>`,
      4: streamOf('q Q'),
    },
    { trailer: '/Root 1 0 R', ...writing },
  );
