/** Counts the elements of the structure tree, and looks for pictures and form fields without words. */
import { PdfArray, PdfDict, type PDF, type PdfObject } from '../formats/pdf/library.ts';
import { dictAt, nameAt, resolved, stringAt } from '../formats/pdf/pdf-objects.ts';

export interface StructureFacts {
  /** Elements by their standard type. */
  readonly types: ReadonlyMap<string, number>;
  /** Figures, formulas and form fields with and without alternative text (ISO 14289-1, 7.3 and 7.18). */
  readonly spoken: number;
  readonly silent: number;
}

const NEED_WORDS = ['Figure', 'Formula', 'Form'];

/** The type a file's own name stands for; the map may lead over several steps. */
function standardType(pdf: PDF, roles: PdfDict | null, name: string): string {
  let type = name;
  for (let step = 0; roles && step < 8; step += 1) {
    const next = nameAt(pdf, roles, type);
    if (next === null || next === type) break;
    type = next;
  }
  return type;
}

/** A widget may speak for its element. */
function hasWords(pdf: PDF, element: PdfDict): boolean {
  if (stringAt(pdf, element, 'Alt') || stringAt(pdf, element, 'ActualText')) return true;
  const kid = resolved(pdf, element.get('K'));
  const widget = kid instanceof PdfDict ? dictAt(pdf, kid, 'Obj') : null;
  return widget !== null && Boolean(stringAt(pdf, widget, 'TU') ?? stringAt(pdf, widget, 'Contents'));
}

export function structureOf(pdf: PDF): StructureFacts {
  const root = dictAt(pdf, pdf.getCatalog(), 'StructTreeRoot');
  const roles = root && dictAt(pdf, root, 'RoleMap');
  const types = new Map<string, number>();
  const counts = { spoken: 0, silent: 0 };
  const seen = new Set<PdfObject>();
  const open: (PdfObject | undefined)[] = [root?.get('K')];
  while (open.length > 0) {
    const object = resolved(pdf, open.pop());
    if (object === null || seen.has(object)) continue;
    if (object instanceof PdfArray) open.push(...object.toArray());
    if (!(object instanceof PdfDict)) continue;
    seen.add(object);
    const name = nameAt(pdf, object, 'S');
    if (name === null) continue;
    const type = standardType(pdf, roles, name);
    types.set(type, (types.get(type) ?? 0) + 1);
    if (NEED_WORDS.includes(type)) counts[hasWords(pdf, object) ? 'spoken' : 'silent'] += 1;
    open.push(object.get('K'));
  }
  return { types, ...counts };
}
