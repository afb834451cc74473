/** What happens to files on their way, and what somebody does to them on purpose: bytes, words, parts of a package, the inside of a signature. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export type Random = () => number;
export type Mutator = (bytes: Uint8Array, random: Random) => Uint8Array;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const BYTES = [0, 1, 0x30, 0x7f, 0x80, 0x81, 0x84, 0x88, 0xa0, 0xfe, 0xff];
const CHUNKS = [
  Buffer.alloc(64),
  Buffer.alloc(300, 0xff),
  Buffer.from('3084ffffffff', 'hex'),
  Buffer.from('3080'.repeat(400), 'hex'),
  Buffer.from('0201000204ffffffff', 'hex'),
  Buffer.from('endobj\n'),
  Buffer.from('\nstartxref\n99999999\n%%EOF\n'),
  Buffer.from('<< /Type /Catalog /Pages 1 0 R >>'),
  Buffer.from('['.repeat(3000)),
  Buffer.from('<<'.repeat(3000)),
  Buffer.from('PK\u0003\u0004'),
];
const NUMBERS = ['0', '-1', '1', '65536', '2147483647', '-2147483648', '4294967296', '99999999999999999999', '1e999'];

/** One change of the bytes; `near` is where it happens. */
function changeOnce(input: Buffer, random: Random): Buffer {
  const size = input.length;
  if (size === 0) return Buffer.from(pick(random, CHUNKS));
  // Tables, signatures and directories stand at the end.
  const from = random() < 0.5 ? Math.max(0, size - 30_000) : 0;
  const at = from + below(random, size - from);
  const until = Math.min(size, at + 1 + below(random, random() < 0.8 ? 24 : 5000));
  const output = Buffer.from(input);
  switch (below(random, 9)) {
    case 0:
      output[at] = (output[at] ?? 0) ^ (1 << below(random, 8));
      return output;
    case 1:
      output[at] = pick(random, BYTES);
      return output;
    case 2:
      return output.fill(pick(random, BYTES), at, until);
    case 3:
      return Buffer.concat([input.subarray(0, at), input.subarray(until)]);
    case 4:
      return Buffer.concat([input.subarray(0, until), input.subarray(at)]);
    case 5:
      return Buffer.concat([input.subarray(0, at), pick(random, CHUNKS), input.subarray(at)]);
    case 6:
      return random() < 0.3 ? input.subarray(0, at) : changeNumber(input, at, random);
    case 7: {
      const other = below(random, size);
      input.copy(output, at, other, other + (until - at));
      return output;
    }
    default:
      return changeNumber(input, at, random);
  }
}

/** The next number behind the place, written in digits. */
function changeNumber(input: Buffer, at: number, random: Random): Buffer {
  const match = /\d+/.exec(input.subarray(at, at + 2000).toString('latin1'));
  if (!match) return Buffer.from(input);
  const start = at + match.index;
  const number = Buffer.from(pick(random, NUMBERS));
  return Buffer.concat([input.subarray(0, start), number, input.subarray(start + match[0].length)]);
}

export const changeBytes: Mutator = (bytes, random) => {
  let output: Buffer = Buffer.from(bytes);
  for (let times = 1 + below(random, random() < 0.7 ? 2 : 12); times > 0; times -= 1)
    output = changeOnce(output, random);
  return output;
};

const WORDS = [
  '',
  'null',
  '{}',
  '[]',
  '-0',
  '1e308',
  '"\\u0000"',
  '"\\ud800"',
  '"__proto__":{"a":1},',
  '"type":"doc",',
  '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>',
  '&y;',
  '<!--',
  ']]>',
  '<w:p>'.repeat(6000),
  '<a:b xmlns:a="u">',
  'TargetMode="External" Target="file:///etc/passwd"',
  '../../../x',
  '[{"content":'.repeat(4000),
  '['.repeat(100_000),
  ';"'.repeat(5000),
  'BEGIN:VCARD\n',
  'N;ENCODING=QUOTED-PRINTABLE:=\n=\n',
  '9999-99-99',
  '\u202e\ufeff\u0000\u2028',
  '🙂'.repeat(2000),
  'x'.repeat(200_000),
];

/** Words taken out, doubled, put in, values replaced; what remains is still nearly the format. */
export const changeText: Mutator = (bytes, random) => {
  let text = strFromU8(bytes);
  for (let times = 1 + below(random, 3); times > 0; times -= 1) {
    const at = below(random, text.length + 1);
    const end = text.slice(at).search(/[,;:<>{}\n"]/);
    const until = end < 0 ? text.length : at + end + below(random, 2);
    const word = pick(random, WORDS);
    const kind = below(random, 4);
    if (kind === 0) text = text.slice(0, at) + word + text.slice(at);
    else if (kind === 1) text = text.slice(0, at) + word + text.slice(until);
    else if (kind === 2) text = text.slice(0, until) + text.slice(at);
    else text = text.slice(0, at) + text.slice(until);
  }
  return strToU8(text);
};

const BOMB_BYTES = 60 * 1024 * 1024;

/** Parts of a package changed, lost, renamed, added; the package itself is in order. */
export const changeParts: Mutator = (bytes, random) => {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  for (let times = 1 + below(random, 3); times > 0; times -= 1) {
    const names = Object.keys(parts);
    if (names.length === 0) break;
    const name = pick(random, names);
    const part = parts[name] ?? new Uint8Array();
    const kind = below(random, 12);
    if (kind < 6) parts[name] = changeText(part, random);
    else if (kind < 8) parts[name] = changeBytes(part, random);
    else if (kind === 8) Reflect.deleteProperty(parts, name);
    else if (kind === 9) parts[pick(random, [name.toUpperCase(), `${name}/`, `../${name}`, `x/${name}`])] = part;
    else if (kind === 10) parts[name] = parts[pick(random, names)] ?? part;
    else parts[name] = random() < 0.1 ? new Uint8Array(BOMB_BYTES) : new Uint8Array();
  }
  return zipSync(parts, { level: 1 });
};

/** The DER inside the last signature of a PDF, in a place of the same length. */
export const changeSignature: Mutator = (bytes, random) => {
  const text = Buffer.from(bytes).toString('latin1');
  const matches = [...text.matchAll(/<([0-9a-fA-F]{2000,})>/g)];
  const last = matches.at(-1);
  if (!last?.[1]) return changeBytes(bytes, random);
  const room = last[1].length;
  const inside = Buffer.from(last[1].replace(/(00)+$/, ''), 'hex');
  const hex = Buffer.from(changeBytes(inside, random)).toString('hex').slice(0, room).padEnd(room, '0');
  const output = Buffer.from(bytes);
  output.write(hex, last.index + 1, 'latin1');
  return output;
};
