/** Puts a visible field into the structure tree as `Form` (ISO 14289-1, 7.18.4; ISO 32000-1, 14.7.4.3). */
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, type PDF, type PdfObject } from '../../formats/pdf/library.ts';
import { arrayAt, dictAt, nameAt, numberAt, numberTree, resolved } from '../../formats/pdf/pdf-objects.ts';
import { textString } from '../../formats/pdf/pdf-text.ts';

interface PlacedField {
  readonly widget: PdfDict;
  readonly ref: PdfRef;
  readonly pageRef: PdfRef;
  readonly alternativeText: string;
}

/** Adds a kid; a single one without array becomes an array of two. */
function addKid(pdf: PDF, element: PdfDict, kid: PdfRef): void {
  const kids = element.get('K');
  const list = arrayAt(pdf, element, 'K');
  if (list) list.push(kid);
  else element.set('K', kids ? PdfArray.of(kids, kid) : kid);
}

/** The element that holds the whole document: the root's only kid, else the root itself. */
function topElement(pdf: PDF, root: PdfDict, rootRef: PdfObject): { readonly dict: PdfDict; readonly ref: PdfObject } {
  const kids = resolved(pdf, root.get('K'));
  const only = kids instanceof PdfArray ? (kids.length === 1 ? kids.at(0) : undefined) : root.get('K');
  const dict = resolved(pdf, only);
  if (only instanceof PdfRef && dict instanceof PdfDict && nameAt(pdf, dict, 'S') === 'Document')
    return { dict, ref: only };
  return { dict: root, ref: rootRef };
}

/** Keys must be sorted: the new one is the largest and goes to the end, into the list or into a leaf of its own. */
function addToParentTree(pdf: PDF, root: PdfDict, element: PdfRef): number {
  let tree = dictAt(pdf, root, 'ParentTree');
  if (!tree) {
    tree = PdfDict.of({ Nums: new PdfArray() });
    root.set('ParentTree', pdf.register(tree));
  }
  const largest = Math.max(-1, ...numberTree(pdf, tree).keys());
  const key = Math.max(largest + 1, numberAt(pdf, root, 'ParentTreeNextKey') ?? 0);
  const entry = [PdfNumber.of(key), element];
  const kids = arrayAt(pdf, tree, 'Kids');
  if (kids) {
    const limits = PdfArray.of(PdfNumber.of(key), PdfNumber.of(key));
    kids.push(pdf.register(PdfDict.of({ Nums: new PdfArray(entry), Limits: limits })));
  } else {
    const numbers = arrayAt(pdf, tree, 'Nums');
    if (numbers) numbers.push(...entry);
    else tree.set('Nums', new PdfArray(entry));
  }
  root.set('ParentTreeNextKey', PdfNumber.of(key + 1));
  return key;
}

/** Leaves an untagged document as it is. */
export function tagField(pdf: PDF, field: PlacedField): void {
  const rootRef = pdf.getCatalog().get('StructTreeRoot');
  const root = resolved(pdf, rootRef);
  if (!rootRef || !(root instanceof PdfDict)) return;
  const top = topElement(pdf, root, rootRef);
  const element = pdf.register(
    PdfDict.of({
      Type: PdfName.of('StructElem'),
      S: PdfName.of('Form'),
      P: top.ref,
      Pg: field.pageRef,
      Alt: textString(field.alternativeText),
      K: PdfDict.of({ Type: PdfName.of('OBJR'), Obj: field.ref, Pg: field.pageRef }),
    }),
  );
  addKid(pdf, top.dict, element);
  field.widget.set('StructParent', PdfNumber.of(addToParentTree(pdf, root, element)));
}
