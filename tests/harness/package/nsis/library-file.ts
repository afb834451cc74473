/** A Windows library (DLL) from machine code that works at any address: one section with the code and the names of its functions. */

export type Processor = 'x86' | 'amd64';

export interface MachineCode {
  readonly bytes: Buffer;
  /** Name of a function → where it begins in `bytes`. */
  readonly functions: Readonly<Record<string, number>>;
}

const PE_AT = 0x40;
const HEADER_BYTES = 0x400;
const FILE_ALIGNMENT = 0x200;
const SECTION_AT = 0x1000;
const EXPORT_TABLE_BYTES = 40;
const CODE_AND_DATA = 0x60000060;
/** Executable, library. */
const LIBRARY = 0x2002;
const DIRECTORIES = 16;

const LAYOUT = {
  x86: { machine: 0x14c, magic: 0x10b, optionalBytes: 224, word: 4 },
  amd64: { machine: 0x8664, magic: 0x20b, optionalBytes: 240, word: 8 },
} as const;

const upTo = (size: number, alignment: number): number => Math.ceil(size / alignment) * alignment;

/** The table of the functions' names (sorted, as it must be), each with its place in the loaded library. */
function exportTable(name: string, functions: Readonly<Record<string, number>>, at: number, codeAt: number): Buffer {
  const names = Object.keys(functions).sort();
  const addressesAt = EXPORT_TABLE_BYTES;
  const namesAt = addressesAt + 4 * names.length;
  const ordinalsAt = namesAt + 4 * names.length;
  const table = Buffer.alloc(ordinalsAt + 2 * names.length);
  const texts: Buffer[] = [];
  let textAt = at + table.length;
  const place = (text: string): number => {
    const begin = textAt;
    texts.push(Buffer.from(`${text}\0`, 'latin1'));
    textAt += text.length + 1;
    return begin;
  };
  table.writeUInt32LE(place(name), 12);
  table.writeUInt32LE(1, 16);
  table.writeUInt32LE(names.length, 20);
  table.writeUInt32LE(names.length, 24);
  table.writeUInt32LE(at + addressesAt, 28);
  table.writeUInt32LE(at + namesAt, 32);
  table.writeUInt32LE(at + ordinalsAt, 36);
  for (const [index, exported] of names.entries()) {
    table.writeUInt32LE(codeAt + (functions[exported] ?? 0), addressesAt + 4 * index);
    table.writeUInt32LE(place(exported), namesAt + 4 * index);
    table.writeUInt16LE(index, ordinalsAt + 2 * index);
  }
  return Buffer.concat([table, ...texts]);
}

export function libraryFile(name: string, code: MachineCode, processor: Processor): Buffer {
  const { machine, magic, optionalBytes, word } = LAYOUT[processor];
  const tableAt = SECTION_AT + upTo(code.bytes.length, 16);
  const table = exportTable(name, code.functions, tableAt, SECTION_AT);
  const section = Buffer.alloc(tableAt - SECTION_AT + table.length);
  code.bytes.copy(section);
  table.copy(section, tableAt - SECTION_AT);
  const stored = upTo(section.length, FILE_ALIGNMENT);
  const file = Buffer.alloc(HEADER_BYTES + stored);
  file.write('MZ', 0, 'latin1');
  file.writeUInt32LE(PE_AT, 0x3c);
  file.write('PE\0\0', PE_AT, 'latin1');
  file.writeUInt16LE(machine, PE_AT + 4);
  file.writeUInt16LE(1, PE_AT + 6);
  file.writeUInt16LE(optionalBytes, PE_AT + 20);
  file.writeUInt16LE(LIBRARY | (processor === 'x86' ? 0x100 : 0x20), PE_AT + 22);
  const optional = PE_AT + 24;
  file.writeUInt16LE(magic, optional);
  file.writeUInt32LE(stored, optional + 4);
  file.writeUInt32LE(SECTION_AT, optional + 20);
  const base = 0x10000000;
  if (word === 8) file.writeBigUInt64LE(BigInt(base), optional + 24);
  else file.writeUInt32LE(base, optional + 28);
  file.writeUInt32LE(SECTION_AT, optional + 32);
  file.writeUInt32LE(FILE_ALIGNMENT, optional + 36);
  file.writeUInt16LE(6, optional + 40);
  file.writeUInt16LE(6, optional + 48);
  file.writeUInt32LE(SECTION_AT + upTo(section.length, SECTION_AT), optional + 56);
  file.writeUInt32LE(HEADER_BYTES, optional + 60);
  file.writeUInt16LE(2, optional + 68);
  const directories = optional + optionalBytes - 8 * DIRECTORIES;
  file.writeUInt32LE(DIRECTORIES, directories - 4);
  file.writeUInt32LE(tableAt, directories);
  file.writeUInt32LE(table.length, directories + 4);
  const header = optional + optionalBytes;
  file.write('.text', header, 'latin1');
  file.writeUInt32LE(section.length, header + 8);
  file.writeUInt32LE(SECTION_AT, header + 12);
  file.writeUInt32LE(stored, header + 16);
  file.writeUInt32LE(HEADER_BYTES, header + 20);
  file.writeUInt32LE(CODE_AND_DATA, header + 36);
  section.copy(file, HEADER_BYTES);
  return file;
}
