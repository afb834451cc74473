/** A PDF as our typesetter and our own update write it: cross-reference tables, no packed objects. Anything else is an error, not a guess. */
import { inflateSync } from 'node:zlib';
import { Keyword, Lexer } from './plain-lexer.ts';
import { isArray, isDict, Name, Ref, Stream, type Dict, type Value } from './plain-values.ts';

export class PlainPdf {
  readonly bytes: Uint8Array;
  /** Of the last section. */
  readonly trailer: Dict;
  /** Where the last cross-reference table begins. */
  readonly tableAt: number;
  readonly #places = new Map<number, number>();
  readonly #objects = new Map<number, Value>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const tail = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end.subarray(-64).toString('latin1'));
    if (!tail) throw new Error('no place of the cross-reference table');
    this.tableAt = Number(tail[1]);
    this.trailer = this.#section(this.tableAt);
    const seen = new Set([this.tableAt]);
    for (let before = this.trailer.get('Prev'); typeof before === 'number';) {
      if (seen.has(before)) throw new Error('the cross-reference tables run in a circle');
      seen.add(before);
      before = this.#section(before).get('Prev');
    }
  }

  /** Reads one table; what a later one says of an object holds. */
  #section(at: number): Dict {
    const lexer = new Lexer(this.bytes, at);
    const word = (): string => {
      const token = lexer.next();
      if (token instanceof Keyword) return token.word;
      return typeof token === 'number' ? String(token) : '';
    };
    if (word() !== 'xref') throw new Error(`no cross-reference table at ${at}`);
    for (let first = word(); first !== 'trailer'; first = word()) {
      const count = Number(word());
      for (let index = 0; index < count; index += 1) {
        const [offset, , kind] = [word(), word(), word()];
        const number = Number(first) + index;
        if (kind === 'n' && !this.#places.has(number)) this.#places.set(number, Number(offset));
      }
    }
    const trailer = lexer.next();
    if (!(trailer instanceof Map)) throw new Error('no trailer');
    return trailer;
  }

  #read(number: number): Value {
    const place = this.#places.get(number);
    if (place === undefined) return null;
    const lexer = new Lexer(this.bytes, place);
    const [found, , begin] = [lexer.next(), lexer.next(), lexer.next()];
    if (found !== number || !(begin instanceof Keyword && begin.word === 'obj'))
      throw new Error(`object ${number} is not at its place`);
    const value = lexer.next();
    if (value === undefined || value instanceof Keyword) throw new Error(`object ${number} holds nothing`);
    const end = lexer.next();
    if (!(end instanceof Keyword && end.word === 'stream') || !isDict(value)) return value;
    const length = this.get(value, 'Length');
    // The line ends after the word; a single CR is no end of line here (7.3.8.1).
    const start = lexer.at + (this.bytes[lexer.at] === 13 ? 2 : 1);
    return new Stream(value, this.bytes.subarray(start, start + Number(length)));
  }

  /** The value itself, whatever leads to it. */
  resolve(value: Value | undefined): Value {
    let found = value ?? null;
    for (let step = 0; found instanceof Ref && step < 16; step += 1) {
      const { number } = found;
      let object = this.#objects.get(number);
      if (object === undefined) this.#objects.set(number, (object = this.#read(number)));
      found = object;
    }
    return found;
  }

  get(owner: Dict, key: string): Value {
    return this.resolve(owner.get(key));
  }
  dict(owner: Dict, key: string): Dict | null {
    const value = this.get(owner, key);
    return isDict(value) ? value : value instanceof Stream ? value.dict : null;
  }
  array(owner: Dict, key: string): readonly Value[] {
    const value = this.get(owner, key);
    return isArray(value) ? value : [];
  }
  nameOf(owner: Dict, key: string): string | null {
    const value = this.get(owner, key);
    return value instanceof Name ? value.name : null;
  }
  unpacked(stream: Stream): Uint8Array {
    const filter = this.get(stream.dict, 'Filter');
    if (filter === null) return stream.data;
    if (filter instanceof Name && filter.name === 'FlateDecode') return inflateSync(stream.data);
    throw new Error('a filter the typesetter does not use');
  }

  get catalog(): Dict {
    const catalog = this.dict(this.trailer, 'Root');
    if (!catalog) throw new Error('no catalog');
    return catalog;
  }

  /** Every page with its reference, in order. */
  pages(): readonly { readonly ref: Ref; readonly page: Dict }[] {
    const found: { ref: Ref; page: Dict }[] = [];
    const walk = (ref: Value | undefined): void => {
      const node = this.resolve(ref);
      if (!(ref instanceof Ref) || !isDict(node)) throw new Error('a page is missing');
      if (this.nameOf(node, 'Type') === 'Page') found.push({ ref, page: node });
      else this.array(node, 'Kids').forEach(walk);
    };
    walk(this.catalog.get('Pages'));
    return found;
  }
}
