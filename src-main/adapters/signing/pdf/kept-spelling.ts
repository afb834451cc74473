/**
 * Lets an update write what stood in the file before as it stood there, byte for byte. The library writes real numbers with five digits, large whole
 * ones with an exponent, names it cannot decode with other bytes: a page written so is another page, and a certification of it is broken.
 */
import { PdfArray, PdfDict, PdfRef, PdfStream, type PDF, type PdfObject } from '../../formats/pdf/library.ts';
import { contentEnd } from '../../formats/pdf/appended-updates.ts';
import type { Entry } from '../../formats/pdf/cross-references.ts';
import { isDict, piecesOf, readValue, skipSpace, textOf, valueOf, type Value } from '../../formats/pdf/pdf-value.ts';
import { readReferences } from '../../formats/pdf/signed-revision.ts';

type Writer = Parameters<PdfObject['toBytes']>[0];

/** Where the value of an object begins. */
interface Source {
  readonly text: string;
  readonly at: number;
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
const isSame = (old: PdfObject, young: PdfObject): boolean => textOf(valueOf(old)) === textOf(valueOf(young));
const collapsed = (text: string): string => text.replace(/[^\x20-\x7e]+/g, '?');
/** Signs outside of ASCII in names are decoded differently by the library and by us. */
function comparable(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(comparable).join(' ')}]`;
  if (!isDict(value)) return collapsed(textOf(value));
  const entries = [...value.dict].map(([key, item]) => `${collapsed(key)} ${comparable(item)}`);
  return `<<${entries.sort().join(' ')}>>`;
}

/** Finds the bytes of objects of a file by its cross-references, else by their heads. */
class Sources {
  readonly #original: PDF;
  readonly #text: string;
  readonly #entries: ReadonlyMap<number, Entry>;

  constructor(original: PDF, file: Uint8Array) {
    this.#original = original;
    this.#text = latin1(file);
    this.#entries = this.#readEntries(contentEnd(file));
  }

  #readEntries(end: number): ReadonlyMap<number, Entry> {
    try {
      return readReferences(this.#text, end).entries;
    } catch {
      return new Map();
    }
  }

  /** The place whose value is what the library read under this number. Throws where there is none: nothing is guessed. */
  of(ref: PdfRef, object: PdfObject): Source {
    const wanted = comparable(valueOf(object));
    const found = this.#candidates(ref).find(({ text, at }) => this.#read(text, at) === wanted);
    if (!found) throw new Error('the source of an object was not found');
    return found;
  }

  #read(text: string, at: number): string {
    try {
      return comparable(readValue(text, at).value);
    } catch {
      return '';
    }
  }

  #candidates(ref: PdfRef): Source[] {
    const entry = this.#entries.get(ref.objectNumber);
    if (entry?.kind === 'packed') return this.#packed(entry);
    const heads = [
      ...this.#text.matchAll(new RegExp(String.raw`(?<!\d)${ref.objectNumber}\s+${ref.generation}\s+obj`, 'g')),
    ];
    const places = heads.map(({ index, 0: head }) => ({ index, at: skipSpace(this.#text, index + head.length) }));
    const listed = places.filter(({ index }) => index === entry?.offset);
    return [...listed, ...places.reverse()].map(({ at }) => ({ text: this.#text, at }));
  }

  #packed({ container, index }: Extract<Entry, { kind: 'packed' }>): Source[] {
    const stream = this.#original.getObject(PdfRef.of(container, 0));
    const first = stream instanceof PdfStream ? stream.getNumber('First')?.value : undefined;
    if (!(stream instanceof PdfStream) || first === undefined) return [];
    const text = latin1(stream.getDecodedData());
    const offset = text.slice(0, first).trim().split(/\s+/)[2 * index + 1];
    return offset === undefined ? [] : [{ text, at: skipSpace(text, first + Number(offset)) }];
  }
}

/** Writes `young`, and whatever it has in common with `old` as it stands at the source of `old`. */
function writeKept(writer: Writer, { text, at }: Source, old: PdfObject, young: PdfObject): void {
  const copy = (from: number, to: number): void => writer.writeBytes(Buffer.from(text.slice(from, to), 'latin1'));
  const add = (value: PdfObject): void => {
    writer.writeByte(0x20);
    value.toBytes(writer);
  };
  const { end } = readValue(text, at);
  if (isSame(old, young)) return copy(at, end);
  let done = at;
  const rewrite = (from: number, to: number, before: PdfObject, after: PdfObject): void => {
    if (isSame(before, after)) return;
    copy(done, from);
    writeKept(writer, { text, at: from }, before, after);
    done = to;
  };
  if (old instanceof PdfDict && young instanceof PdfDict) {
    const { pieces, close } = piecesOf(text, at);
    for (const { key, from, end: to } of pieces) {
      const [before, after] = [old.get(key), young.get(key)];
      // Keys that the library reads under another name are among those nobody changed.
      if (before && after) rewrite(from, to, before, after);
    }
    copy(done, close);
    for (const [key, value] of young) {
      if (old.has(key)) continue;
      add(key);
      add(value);
    }
    return copy(close, end);
  }
  if (old instanceof PdfArray && young instanceof PdfArray) {
    const { pieces, close } = piecesOf(text, at);
    for (const [index, { from, end: to }] of pieces.entries()) {
      const [before, after] = [old.at(index), young.at(index)];
      if (before && after) rewrite(from, to, before, after);
    }
    copy(done, close);
    young.toArray().slice(pieces.length).forEach(add);
    return copy(close, end);
  }
  const [first, ...more] = young instanceof PdfArray ? young.toArray() : [];
  if (first && isSame(old, first)) {
    // One that stood alone became the first of a list.
    writer.writeByte(0x5b);
    copy(at, end);
    more.forEach(add);
    return writer.writeByte(0x5d);
  }
  add(young);
  writer.writeByte(0x20);
}

/**
 * Call it when `document`, which was opened from `file`, has been changed and before it is saved. `original`: the same file opened once more, unchanged. Only additions
 * and other values are written; an entry that was taken away stays. Saving throws where the source of a changed object cannot be told.
 */
export function keepSpelling(document: PDF, original: PDF, file: Uint8Array): void {
  let sources: Sources | null = null;
  for (const [ref, young] of document.context.registry.getLoadedObjects()) {
    if (young instanceof PdfStream || !(young instanceof PdfDict || young instanceof PdfArray)) continue;
    young.toBytes = (writer) => {
      const old = original.getObject(ref);
      if (!old) throw new Error('an object that was not there');
      writeKept(writer, (sources ??= new Sources(original, file)).of(ref, old), old, young);
    };
  }
}
