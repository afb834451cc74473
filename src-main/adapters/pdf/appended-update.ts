/** Changed and new objects behind the last byte of a file, with a cross-reference table of their own (ISO 32000-1, 7.5.6). */
import type { PlainPdf } from './plain-pdf.ts';
import { Ref, Stream, withEntries, written, type Value } from './plain-values.ts';

export class AppendedUpdate {
  readonly #file: PlainPdf;
  readonly #objects = new Map<number, Value>();
  #size: number;

  constructor(file: PlainPdf) {
    this.#file = file;
    this.#size = Number(file.trailer.get('Size'));
  }

  change(ref: Ref, value: Value): void {
    this.#objects.set(ref.number, value);
  }

  add(value: Value): Ref {
    const ref = new Ref(this.#size);
    this.#size += 1;
    this.#objects.set(ref.number, value);
    return ref;
  }

  /** The file with the update. Same changes in the same order, same bytes. */
  bytes(): Uint8Array {
    const { bytes, trailer, tableAt } = this.#file;
    const parts: Uint8Array[] = [bytes];
    let length = bytes.length;
    const put = (part: string | Uint8Array): void => {
      const piece = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
      parts.push(piece);
      length += piece.length;
    };
    if (bytes.at(-1) !== 10 && bytes.at(-1) !== 13) put('\n');
    const places = new Map<number, number>();
    const numbers = [...this.#objects.keys()].sort((a, b) => a - b);
    for (const number of numbers) {
      const value = this.#objects.get(number) ?? null;
      places.set(number, length);
      put(`${number} 0 obj\n`);
      if (value instanceof Stream) {
        put(`${written(withEntries(value.dict, { Length: value.data.length }))}\nstream\n`);
        put(value.data);
        put('\nendstream');
      } else put(written(value));
      put('\nendobj\n');
    }
    const start = length;
    put('xref\n');
    for (const [at, number] of numbers.entries()) {
      if (at > 0 && numbers[at - 1] === number - 1) continue;
      const run = numbers.slice(at).findIndex((other, offset) => other !== number + offset);
      const count = run === -1 ? numbers.length - at : run;
      put(`${number} ${count}\n`);
      for (let offset = 0; offset < count; offset += 1)
        put(`${String(places.get(number + offset)).padStart(10, '0')} 00000 n\r\n`);
    }
    put(`trailer\n${written(withEntries(trailer, { Size: this.#size, Prev: tableAt }))}\n`);
    put(`startxref\n${start}\n%%EOF\n`);
    return Buffer.concat(parts);
  }
}
