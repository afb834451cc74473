/** Reading object graphs that may come from a stranger. */
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfString, type PDF, type PdfObject } from './library.ts';

/** Follows references to the object itself; chains of references are forbidden, but files are what they are. */
export function resolved(pdf: PDF, object: PdfObject | null | undefined): PdfObject | null {
  let found = object ?? null;
  for (let step = 0; found instanceof PdfRef && step < 16; step += 1) found = pdf.getObject(found);
  return found instanceof PdfRef || found?.type === 'null' ? null : found;
}

export const dictAt = (pdf: PDF, dict: PdfDict, key: string): PdfDict | null => {
  const value = resolved(pdf, dict.get(key));
  return value instanceof PdfDict ? value : null;
};
export const arrayAt = (pdf: PDF, dict: PdfDict, key: string): PdfArray | null => {
  const value = resolved(pdf, dict.get(key));
  return value instanceof PdfArray ? value : null;
};
export const nameAt = (pdf: PDF, dict: PdfDict, key: string): string | null => {
  const value = resolved(pdf, dict.get(key));
  return value instanceof PdfName ? value.value : null;
};
export const numberAt = (pdf: PDF, dict: PdfDict, key: string): number | null => {
  const value = resolved(pdf, dict.get(key));
  return value instanceof PdfNumber ? value.value : null;
};
export const stringAt = (pdf: PDF, dict: PdfDict, key: string): string | null => {
  const value = resolved(pdf, dict.get(key));
  return value instanceof PdfString ? value.asString() : null;
};

/** Fields deeper than this, or more of them, are no form of an office. */
const DEEPEST_FIELD = 32;
const MOST_FIELDS = 20_000;

export interface FormFieldNode {
  readonly dict: PdfDict;
  /** Null for a field that stands directly in the array. */
  readonly ref: PdfRef | null;
  /** `parent.child`, as ISO 32000-1, 12.7.3.2 builds it. */
  readonly name: string;
  /** Its own or its parent's type. */
  readonly type: string | null;
}

/** Every field and widget of the form, parents before children; a loop is walked once. */
export function formFields(pdf: PDF): FormFieldNode[] {
  const form = dictAt(pdf, pdf.getCatalog(), 'AcroForm');
  const found: FormFieldNode[] = [];
  const seen = new Set<PdfDict>();
  const walk = (items: PdfArray | null, parent: FormFieldNode | null, depth: number): void => {
    if (!items || depth > DEEPEST_FIELD) return;
    for (const item of items) {
      const dict = resolved(pdf, item);
      if (!(dict instanceof PdfDict) || seen.has(dict) || found.length >= MOST_FIELDS) continue;
      seen.add(dict);
      const ownName = stringAt(pdf, dict, 'T');
      const name = [parent?.name, ownName].filter((part) => part !== undefined && part !== null).join('.');
      const type = nameAt(pdf, dict, 'FT') ?? parent?.type ?? null;
      const node = { dict, ref: item instanceof PdfRef ? item : null, name, type };
      found.push(node);
      walk(arrayAt(pdf, dict, 'Kids'), node, depth + 1);
    }
  };
  if (form) walk(arrayAt(pdf, form, 'Fields'), null, 0);
  return found;
}

/** A number tree as a list (ISO 32000-1, 7.9.7). */
export function numberTree(pdf: PDF, root: PdfDict): Map<number, PdfObject> {
  const entries = new Map<number, PdfObject>();
  const seen = new Set<PdfDict>();
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const numbers = arrayAt(pdf, node, 'Nums')?.toArray() ?? [];
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      const key = resolved(pdf, numbers[index]);
      const value = numbers[index + 1];
      if (key instanceof PdfNumber && value) entries.set(key.value, value);
    }
    for (const kid of arrayAt(pdf, node, 'Kids') ?? []) {
      const dict = resolved(pdf, kid);
      if (dict instanceof PdfDict) open.push(dict);
    }
  }
  return entries;
}
