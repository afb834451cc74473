/**
 * An update that two readers could read differently: one would show what the other found unchanged. The comparison of revisions goes by
 * one reading, so such an update counts as a change.
 */
import { inflateSync } from 'node:zlib';

const LARGEST_OBJECTS = 64 * 1024 * 1024;

/** Names may be written with # (ISO 32000-1, 7.3.5). */
const plainName = (text: string): string =>
  text.replaceAll(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Readers disagree on which entry of a hybrid file counts (7.5.8.4). */
const isHybrid = (text: string): boolean => plainName(text).includes('XRefStm');

/** An update ends by saying where its cross-references stand. */
const endsAsUpdate = (text: string): boolean => /startxref\s+\d+\s+%%EOF\s*$/.test(text.slice(-256));

/** Some readers take the first entry of an object, some the last. */
function hasDoubleEntries(text: string): boolean {
  for (const [, table = ''] of text.matchAll(/\bxref\s+([\d\s nf]*?)trailer/g)) {
    const numbers = new Set<number>();
    let number = 0;
    for (const line of table.split(/[\r\n]+/)) {
      const section = /^ *(\d{1,10}) \d{1,10} *$/.exec(line);
      if (section) {
        number = Number(section[1]);
      } else if (/^\d{10} \d{5} [nf]/.test(line)) {
        if (numbers.has(number)) return true;
        numbers.add(number);
        number += 1;
      }
    }
  }
  return false;
}

/** Strings are passed over by `endOfString`; what is no token at all is passed over, too. */
const TOKEN = /%[^\r\n]*|<<|>>|\[|\]|\/[^\s()<>[\]{}/%]*|<[^<>]*>|\(|[^\s()<>[\]{}/%]+/g;

/** Position behind a string that starts at `from`; brackets inside are counted (7.3.4.2). */
function endOfString(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')' && (depth -= 1) === 0) return at + 1;
  }
  return text.length;
}

interface Level {
  /** Null for an array. */
  readonly keys: Set<string> | null;
  expectsKey: boolean;
}

/** From `from` on to the end of the first object, or of all: a dictionary that names a key twice, or an object without end. */
function readKeys(text: string, from: number, untilEnd: boolean): { readonly twice: boolean; readonly end: number } {
  const levels: Level[] = [];
  TOKEN.lastIndex = from;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token] = match;
    const level = levels.at(-1);
    const end = TOKEN.lastIndex;
    if (token.startsWith('%')) continue;
    if (token === '(') TOKEN.lastIndex = endOfString(text, match.index);
    if (token === 'endobj') return { twice: levels.length > 0, end };
    if (token === '<<' || token === '[') {
      if (level) level.expectsKey = true;
      levels.push({ keys: token === '<<' ? new Set() : null, expectsKey: true });
    } else if (token === '>>' || token === ']') {
      levels.pop();
    } else if (level?.keys && token.startsWith('/') && level.expectsKey) {
      const key = plainName(token);
      if (level.keys.has(key)) return { twice: true, end };
      level.keys.add(key);
      level.expectsKey = false;
    } else if (level) {
      // A value; a reference takes three of them, and the next name is a key in any case.
      level.expectsKey = true;
    }
    if (levels.length === 0 && !untilEnd) return { twice: false, end };
  }
  return { twice: levels.length > 0, end: text.length };
}

/** Some readers take the first value of a key, some the last (7.3.7 calls the value undefined). */
function hasDoubleKeys(bytes: Buffer, text: string): boolean {
  // Honest objects do not overlap: reading much more than there is means that they do.
  let left = 4 * text.length + 65_536;
  for (const { index, 0: header } of text.matchAll(/\b\d{1,10}\s{1,8}\d{1,5}\s{1,8}obj\b|\btrailer\b/g)) {
    const { twice, end } = readKeys(text, index + header.length, false);
    if (twice || (left -= end - index) < 0) return true;
  }
  for (const { index, 0: header } of text.matchAll(/\/ObjStm\b[\s\S]{0,2000}?\bstream\r?\n/g)) {
    try {
      const unpacked = inflateSync(bytes.subarray(index + header.length), { maxOutputLength: LARGEST_OBJECTS });
      if (readKeys(unpacked.toString('latin1'), 0, true).twice) return true;
    } catch {
      return true;
    }
  }
  return false;
}

export function isAmbiguousUpdate(appended: Uint8Array): boolean {
  const bytes = Buffer.from(appended.buffer, appended.byteOffset, appended.byteLength);
  const text = bytes.toString('latin1');
  return isHybrid(text) || !endsAsUpdate(text) || hasDoubleEntries(text) || hasDoubleKeys(bytes, text);
}
