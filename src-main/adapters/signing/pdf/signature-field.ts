/** A signature field with its widget in one dictionary, in the form and on a page (ISO 32000-1, 12.7.4.5). */
import { PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, type PDF, type PDFPage } from '../../formats/pdf/library.ts';
import type { PdfSignRequest, VisibleField } from '../../../core/ports/signature-ports.ts';
import { fieldAppearance } from './field-appearance.ts';
import { arrayAt, dictAt, formFields, resolved } from '../../formats/pdf/pdf-objects.ts';
import { textString } from '../../formats/pdf/pdf-text.ts';
import { tagField } from './tag-field.ts';

/** Print and Locked: PDF/A demands the first and forbids hiding (ISO 19005-3, 6.3.2). */
const FLAGS = 4 + 128;
const POINTS_PER_MM = 72 / 25.4;

/** "Unterschrift", "Unterschrift 2" … A full stop would make a hierarchy of fields. */
function freeName(pdf: PDF, wanted: string): string {
  const taken = new Set(formFields(pdf).map(({ name }) => name));
  const base = wanted.replaceAll('.', ' ');
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base} ${count}`;
    if (!taken.has(name)) return name;
  }
}

function pageOf(pdf: PDF, visible: VisibleField | null): PDFPage {
  const pages = pdf.getPages();
  const page = (visible && visible.page > 0 ? pages[visible.page - 1] : undefined) ?? pages.at(-1);
  if (!page) throw new Error('the PDF has no page');
  return page;
}

function rectangle(page: PDFPage, field: VisibleField): [number, number, number, number] {
  const { x, y, height } = page.getMediaBox();
  const left = x + field.xMm * POINTS_PER_MM;
  const top = y + height - field.yMm * POINTS_PER_MM;
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return [left, top - field.heightMm * POINTS_PER_MM, left + field.widthMm * POINTS_PER_MM, top].map(rounded) as [
    number,
    number,
    number,
    number,
  ];
}

/** Adds to an array entry that may be missing, direct or a reference; dirtying the array is enough for the update. */
function append(pdf: PDF, owner: PdfDict, key: string, ref: PdfRef): void {
  const present = arrayAt(pdf, owner, key);
  if (present) present.push(ref);
  else owner.set(key, PdfArray.of(ref));
}

function addToForm(pdf: PDF, field: PdfRef): void {
  const catalog = pdf.getCatalog();
  let form = dictAt(pdf, catalog, 'AcroForm');
  if (!form) {
    form = new PdfDict();
    catalog.set('AcroForm', pdf.register(form));
  }
  append(pdf, form, 'Fields', field);
  // SignaturesExist and AppendOnly (table 219).
  form.set('SigFlags', PdfNumber.of(3));
}

export function addSignatureField(
  pdf: PDF,
  request: Pick<PdfSignRequest, 'fieldName' | 'visible'>,
  signature: PdfDict,
  font: () => Uint8Array,
): void {
  const { visible } = request;
  const page = pageOf(pdf, visible);
  const rect = visible ? rectangle(page, visible) : ([0, 0, 0, 0] as const);
  const name = freeName(pdf, request.fieldName);
  const widget = PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    FT: PdfName.of('Sig'),
    T: textString(name),
    // Assistive technology reads this instead of the field's name (ISO 14289-1, 7.18.1).
    TU: textString(visible?.alternativeText ?? name),
    F: PdfNumber.of(FLAGS),
    Rect: PdfArray.of(...rect.map((value) => PdfNumber.of(value))),
    P: page.ref,
    V: pdf.register(signature),
  });
  if (visible) {
    const [left, bottom, right, top] = rect;
    const appearance = fieldAppearance(pdf, visible.lines, { width: right - left, height: top - bottom }, font());
    widget.set('AP', PdfDict.of({ N: appearance }));
  }
  const ref = pdf.register(widget);
  const pageDict = resolved(pdf, page.ref);
  if (!(pageDict instanceof PdfDict)) throw new Error('the page is no dictionary');
  append(pdf, pageDict, 'Annots', ref);
  addToForm(pdf, ref);
  // Pages with annotations follow the structure (ISO 14289-1, 7.18.3).
  if (pdf.getCatalog().has('StructTreeRoot') && !pageDict.has('Tabs')) pageDict.set('Tabs', PdfName.of('S'));
  if (visible) tagField(pdf, { widget, ref, pageRef: page.ref, alternativeText: visible.alternativeText });
}
