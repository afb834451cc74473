/** What each code of a font stands for: the ToUnicode map (ISO 32000-1, 9.10.3). */
import { Keyword, Lexer } from './plain-lexer.ts';
import { isArray, type Value } from './plain-values.ts';

const utf16 = (bytes: Uint8Array): string => Buffer.from(bytes).swap16().toString('utf16le');
const codeOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** The last sign of a range counts up with its codes. */
function counted(first: string, by: number): string {
  const last = Array.from(first).at(-1) ?? '';
  return first.slice(0, first.length - last.length) + String.fromCodePoint((last.codePointAt(0) ?? 0) + by);
}

export function readUnicodeMap(bytes: Uint8Array): Map<number, string> {
  const map = new Map<number, string>();
  const lexer = new Lexer(bytes);
  let values: Value[] = [];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!(token instanceof Keyword)) {
      values.push(token);
      continue;
    }
    const strings = values.filter(
      (value): value is Uint8Array | readonly Value[] => value instanceof Uint8Array || isArray(value),
    );
    if (token.word === 'endbfchar') {
      for (let at = 0; at + 1 < strings.length; at += 2) {
        const [code, text] = [strings[at], strings[at + 1]];
        if (code instanceof Uint8Array && text instanceof Uint8Array) map.set(codeOf(code), utf16(text));
      }
    } else if (token.word === 'endbfrange') {
      for (let at = 0; at + 2 < strings.length; at += 3) readRange(map, strings.slice(at, at + 3));
    }
    values = [];
  }
  return map;
}

function readRange(map: Map<number, string>, [from, to, texts]: readonly (Uint8Array | readonly Value[])[]): void {
  if (!(from instanceof Uint8Array && to instanceof Uint8Array) || texts === undefined) return;
  const first = codeOf(from);
  for (let code = first; code <= codeOf(to); code += 1) {
    const text = isArray(texts) ? texts[code - first] : texts;
    if (!(text instanceof Uint8Array)) continue;
    map.set(code, isArray(texts) ? utf16(text) : counted(utf16(text), code - first));
  }
}

/** Readers take at most this many entries in one block. */
const BLOCK = 100;
const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');
const hexText = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('');

export function writtenUnicodeMap(map: ReadonlyMap<number, string>): Uint8Array {
  const entries = [...map].sort(([a], [b]) => a - b).map(([code, text]) => `<${hex(code)}> <${hexText(text)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += BLOCK) {
    const block = entries.slice(at, at + BLOCK);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return Buffer.from(
    [
      '/CIDInit /ProcSet findresource begin',
      '12 dict begin',
      'begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def',
      '/CMapType 2 def',
      '1 begincodespacerange',
      '<0000> <FFFF>',
      'endcodespacerange',
      ...blocks,
      'endcmap',
      'CMapName currentdict /CMap defineresource pop',
      'end',
      'end',
      '',
    ].join('\n'),
    'latin1',
  );
}
