/** Version information of a Windows program (VS_VERSIONINFO), as Microsoft's documentation lays it out. */
const SIGNATURE = 0xfeef04bd;
const UNICODE = 1200;

function toWords(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'utf16le');
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}

/** Every part has the same head: length, length of its value, 1 for text, name. Values and children begin at 4 bytes. */
function part(name: string, value: Buffer | string, children: readonly Buffer[] = []): Buffer {
  const isText = typeof value === 'string';
  const bytes = isText ? toWords(value) : value;
  const head = Buffer.alloc(6);
  const start = padded(Buffer.concat([head, toWords(name)]));
  const inner = children.slice(0, -1).map(padded).concat(children.slice(-1));
  const whole = Buffer.concat([children.length > 0 ? padded(Buffer.concat([start, bytes])) : start, ...inner]);
  const result = children.length > 0 ? whole : Buffer.concat([start, bytes]);
  result.writeUInt16LE(result.length, 0);
  result.writeUInt16LE(isText ? bytes.length / 2 : bytes.length, 2);
  result.writeUInt16LE(isText || (children.length > 0 && value.length === 0) ? 1 : 0, 4);
  return result;
}

const NOTHING = Buffer.alloc(0);

export function versionResource(language: number, strings: Readonly<Record<string, string>>): Buffer {
  const fixed = Buffer.alloc(52);
  fixed.writeUInt32LE(SIGNATURE, 0);
  fixed.writeUInt32LE(0x10000, 4);
  fixed.writeUInt32LE(0x3f, 24); // which flags are valid
  fixed.writeUInt32LE(0x40004, 32); // Windows NT
  fixed.writeUInt32LE(1, 36); // program
  const table = `${language.toString(16).padStart(4, '0')}${UNICODE.toString(16).padStart(4, '0')}`;
  const translation = Buffer.alloc(4);
  translation.writeUInt16LE(language, 0);
  translation.writeUInt16LE(UNICODE, 2);
  const entries = Object.entries(strings).map(([name, text]) => part(name, text));
  return part('VS_VERSION_INFO', fixed, [
    part('StringFileInfo', NOTHING, [part(table, NOTHING, entries)]),
    part('VarFileInfo', NOTHING, [part('Translation', translation)]),
  ]);
}
