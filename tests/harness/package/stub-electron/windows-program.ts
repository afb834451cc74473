/** The smallest 64-bit Windows program that resource editors accept: `return 1`, the given bytes, and resources. */
export interface Resource {
  readonly type: number;
  readonly language: number;
  readonly bytes: Buffer;
}

const FILE_ALIGNMENT = 0x200;
const SECTION_ALIGNMENT = 0x1000;
const HEADER_BYTES = 0x400;
const PE_AT = 0x40;
const OPTIONAL_HEADER_BYTES = 240;
const RESOURCE_DIRECTORY = 2;
const NEXT_LEVEL = 0x80000000;

const IS_CODE = 0x60000020;
const IS_DATA = 0x40000040;

/** mov eax, 1 · ret */
const RETURN_ONE = Buffer.from([0xb8, 1, 0, 0, 0, 0xc3]);

const upTo = (size: number, alignment: number): number => Math.ceil(size / alignment) * alignment;

/** Directory of one level: 16 bytes head, 8 bytes for each entry. */
function directory(entries: readonly (readonly [id: number, offset: number])[]): Buffer {
  const bytes = Buffer.alloc(16 + 8 * entries.length);
  bytes.writeUInt16LE(entries.length, 14);
  for (const [index, [id, offset]] of entries.entries()) {
    bytes.writeUInt32LE(id, 16 + 8 * index);
    bytes.writeUInt32LE(offset >>> 0, 20 + 8 * index);
  }
  return bytes;
}

/** Type → name 1 → language → data; resources must come sorted by type, one of each. */
function resourceSection(resources: readonly Resource[], address: number): Buffer {
  const rootBytes = 16 + 8 * resources.length;
  const levelBytes = 24 + 24 + 16;
  const dataAt = rootBytes + levelBytes * resources.length;
  const levels: Buffer[] = [];
  const data: Buffer[] = [];
  let offset = dataAt;
  for (const [index, { language, bytes }] of resources.entries()) {
    const names = rootBytes + levelBytes * index;
    const place = Buffer.alloc(16);
    place.writeUInt32LE(address + offset, 0);
    place.writeUInt32LE(bytes.length, 4);
    levels.push(directory([[1, NEXT_LEVEL + names + 24]]), directory([[language, names + 48]]), place);
    const whole = Buffer.alloc(upTo(bytes.length, 8));
    bytes.copy(whole);
    data.push(whole);
    offset += whole.length;
  }
  const root = directory(
    resources.map(({ type }, index): [number, number] => [type, NEXT_LEVEL + rootBytes + levelBytes * index]),
  );
  return Buffer.concat([root, ...levels, ...data]);
}

interface Section {
  readonly name: string;
  readonly bytes: Buffer;
  readonly flags: number;
}

function headers(sections: readonly Section[], resourceBytes: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(PE_AT, 0x3c);
  bytes.write('PE\0\0', PE_AT, 'latin1');
  bytes.writeUInt16LE(0x8664, PE_AT + 4); // x64
  bytes.writeUInt16LE(sections.length, PE_AT + 6);
  bytes.writeUInt16LE(OPTIONAL_HEADER_BYTES, PE_AT + 20);
  bytes.writeUInt16LE(0x22, PE_AT + 22); // executable, large addresses
  const optional = PE_AT + 24;
  bytes.writeUInt16LE(0x20b, optional); // PE32+
  bytes.writeUInt32LE(SECTION_ALIGNMENT, optional + 16); // entry: the first section
  bytes.writeUInt32LE(SECTION_ALIGNMENT, optional + 20);
  bytes.writeBigUInt64LE(0x140000000n, optional + 24);
  bytes.writeUInt32LE(SECTION_ALIGNMENT, optional + 32);
  bytes.writeUInt32LE(FILE_ALIGNMENT, optional + 36);
  bytes.writeUInt16LE(10, optional + 40); // Windows 10
  bytes.writeUInt16LE(10, optional + 48);
  bytes.writeUInt32LE(SECTION_ALIGNMENT * (sections.length + 1), optional + 56);
  bytes.writeUInt32LE(HEADER_BYTES, optional + 60);
  bytes.writeUInt16LE(2, optional + 68); // window program
  bytes.writeUInt32LE(16, optional + 108);
  bytes.writeUInt32LE(SECTION_ALIGNMENT * sections.length, optional + 112 + 8 * RESOURCE_DIRECTORY);
  bytes.writeUInt32LE(resourceBytes, optional + 116 + 8 * RESOURCE_DIRECTORY);
  let place = HEADER_BYTES;
  for (const [index, section] of sections.entries()) {
    const at = optional + OPTIONAL_HEADER_BYTES + 40 * index;
    const stored = upTo(section.bytes.length, FILE_ALIGNMENT);
    bytes.write(section.name, at, 'latin1');
    bytes.writeUInt32LE(section.bytes.length, at + 8);
    bytes.writeUInt32LE(SECTION_ALIGNMENT * (index + 1), at + 12);
    bytes.writeUInt32LE(stored, at + 16);
    bytes.writeUInt32LE(place, at + 20);
    bytes.writeUInt32LE(section.flags, at + 36);
    place += stored;
  }
  return bytes;
}

/** Every section must fit into one page of 4096 bytes. */
export function windowsProgram(payload: Buffer, resources: readonly Resource[]): Buffer {
  const resourceBytes = resourceSection(resources, SECTION_ALIGNMENT * 3);
  const sections: Section[] = [
    { name: '.text', bytes: RETURN_ONE, flags: IS_CODE },
    { name: '.rdata', bytes: payload, flags: IS_DATA },
    { name: '.rsrc', bytes: resourceBytes, flags: IS_DATA },
  ];
  const stored = sections.map(({ bytes }) => {
    if (bytes.length > SECTION_ALIGNMENT) throw new Error('A section of the stub is larger than a page');
    const whole = Buffer.alloc(upTo(bytes.length, FILE_ALIGNMENT));
    bytes.copy(whole);
    return whole;
  });
  return Buffer.concat([headers(sections, resourceBytes.length), ...stored]);
}
