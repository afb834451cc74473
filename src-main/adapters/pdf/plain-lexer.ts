/** Reads values and operators one after another: objects of a file and content streams have the same grammar (ISO 32000-1, 7.2 and 7.8.2). */
import { Name, Ref, type Value } from './plain-values.ts';

/** A word that is no value: an operator, `obj`, `stream`, `R`. */
export class Keyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}

const BLANK = 1;
const DELIMITER = 2;
const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = BLANK;
for (const sign of '()<>[]{}/%') kinds[sign.charCodeAt(0)] = DELIMITER;

const ESCAPES: Readonly<Record<number, number>> = { 0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12 };
const isOctal = (code: number | undefined): code is number => code !== undefined && code >= 0x30 && code <= 0x37;
const MOST_NESTED = 256;

export class Lexer {
  readonly #bytes: Uint8Array;
  #depth = 0;
  /** Where the next token is looked for. */
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** The first byte of the next token. */
  skipBlanks(): number {
    const bytes = this.#bytes;
    for (;;) {
      const code = bytes[this.at];
      if (code === undefined) return this.at;
      if (code === 0x25) {
        while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at += 1;
      } else if (kinds[code] === BLANK) this.at += 1;
      else return this.at;
    }
  }

  /** The next value or word; undefined at the end. References come out as two numbers and the word `R`, except inside arrays and dictionaries. */
  next(): Value | Keyword | undefined {
    const bytes = this.#bytes;
    const start = this.skipBlanks();
    const code = bytes[start];
    if (code === undefined) return undefined;
    if (code === 0x2f) return this.#name();
    if (code === 0x28) return this.#literal();
    if (code === 0x5b) return this.#array();
    if (code === 0x3c) return bytes[start + 1] === 0x3c ? this.#dict() : this.#hex();
    if (kinds[code] === DELIMITER) {
      this.at += code === 0x3e && bytes[start + 1] === 0x3e ? 2 : 1;
      return new Keyword(code === 0x3e ? '>>' : String.fromCharCode(code));
    }
    if (code < 0x3a) {
      const number = this.#number();
      if (number !== null) return number;
    }
    const word = this.#word();
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Keyword(word);
  }

  /** Null, and nothing taken, when the word is no number. By hand: a content is mostly numbers. */
  #number(): number | null {
    const bytes = this.#bytes;
    let at = this.at;
    const first = bytes[at];
    if (first === 0x2b || first === 0x2d) at += 1;
    let value = 0;
    let digits = 0;
    let scale = 0;
    for (; ; at += 1) {
      const code = bytes[at] ?? 0;
      if (code >= 0x30 && code <= 0x39) {
        value = value * 10 + code - 0x30;
        digits += 1;
        scale *= 10;
      } else if (code === 0x2e && scale === 0) scale = 1;
      else break;
    }
    const after = bytes[at];
    if (digits === 0 || (after !== undefined && kinds[after] === 0)) return null;
    this.at = at;
    if (scale > 1) value /= scale;
    return first === 0x2d ? -value : value;
  }

  #word(): string {
    const bytes = this.#bytes;
    let word = '';
    for (; this.at < bytes.length; this.at += 1) {
      const code = bytes[this.at] ?? 0;
      if (kinds[code] !== 0) break;
      word += String.fromCharCode(code);
    }
    return word;
  }

  #name(): Name {
    this.at += 1;
    const raw = this.#word();
    return new Name(
      raw.includes('#')
        ? raw.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
        : raw,
    );
  }

  #hex(): Uint8Array {
    const end = this.#bytes.indexOf(0x3e, this.at);
    if (end === -1) throw new Error('a string without end');
    const digits = Buffer.from(this.#bytes.subarray(this.at + 1, end))
      .toString('latin1')
      .replace(/\s/g, '');
    this.at = end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }

  #literal(): Uint8Array {
    const bytes = this.#bytes;
    const found: number[] = [];
    let open = 0;
    for (this.at += 1; this.at < bytes.length; this.at += 1) {
      const code = bytes[this.at] ?? 0;
      if (code === 0x29 && open === 0) {
        this.at += 1;
        return Uint8Array.from(found);
      }
      if (code === 0x28) open += 1;
      else if (code === 0x29) open -= 1;
      if (code === 0x5c) this.#escape(found);
      else found.push(code);
    }
    throw new Error('a string without end');
  }

  #escape(found: number[]): void {
    const bytes = this.#bytes;
    this.at += 1;
    const code = bytes[this.at] ?? 0;
    if (isOctal(code)) {
      let value = code - 0x30;
      for (let digits = 1; digits < 3; digits += 1) {
        const next = bytes[this.at + 1];
        if (!isOctal(next)) break;
        value = value * 8 + next - 0x30;
        this.at += 1;
      }
      found.push(value & 0xff);
    } else if (code === 13 || code === 10) {
      if (code === 13 && bytes[this.at + 1] === 10) this.at += 1;
    } else found.push(ESCAPES[code] ?? code);
  }

  /** Values up to the closing word; two numbers and `R` become one reference. */
  #values(closing: string): Value[] {
    const values: Value[] = [];
    if ((this.#depth += 1) > MOST_NESTED) throw new Error('nested too deeply');
    for (;;) {
      const value = this.next();
      if (value === undefined) throw new Error(`${closing} is missing`);
      if (!(value instanceof Keyword)) values.push(value);
      else if (value.word === closing) break;
      else if (value.word === 'R') values.splice(-2, 2, new Ref(Number(values.at(-2))));
      else throw new Error(`unexpected ${value.word}`);
    }
    this.#depth -= 1;
    return values;
  }

  #array(): readonly Value[] {
    this.at += 1;
    return this.#values(']');
  }

  #dict(): ReadonlyMap<string, Value> {
    this.at += 2;
    const values = this.#values('>>');
    const entries = new Map<string, Value>();
    for (let index = 0; index + 1 < values.length; index += 2) {
      const key = values[index];
      if (!(key instanceof Name)) throw new Error('a key is no name');
      entries.set(key.name, values[index + 1] ?? null);
    }
    return entries;
  }
}
