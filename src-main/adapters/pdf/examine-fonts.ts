/** The fonts of all pages and of what is drawn into them, and whether the file brings them (ISO 19005-3, 6.2.11.4). */
import { PdfDict, type PDF } from '../formats/pdf/library.ts';
import { arrayAt, dictAt, nameAt, resolved } from '../formats/pdf/pdf-objects.ts';

export interface FontFound {
  readonly name: string;
  readonly embedded: boolean;
}

function isEmbedded(pdf: PDF, font: PdfDict): boolean {
  // Type 3 fonts draw their characters in the file itself.
  if (nameAt(pdf, font, 'Subtype') === 'Type3') return true;
  const descendant = resolved(pdf, arrayAt(pdf, font, 'DescendantFonts')?.at(0));
  const descriptor = dictAt(pdf, descendant instanceof PdfDict ? descendant : font, 'FontDescriptor');
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor !== null && dictAt(pdf, descriptor, key));
}

/** Dictionaries with resources: the pages with what they inherit, then forms, patterns and appearances inside them. */
export function fontsOf(pdf: PDF): readonly FontFound[] {
  const fonts = new Map<PdfDict, FontFound>();
  const seen = new Set<PdfDict>();
  const open: PdfDict[] = [];
  const each = (parent: PdfDict | null, take: (dict: PdfDict) => void): void => {
    for (const [, value] of parent ?? []) {
      const dict = resolved(pdf, value);
      if (dict instanceof PdfDict) take(dict);
    }
  };
  const later = (dict: PdfDict): void => void open.push(dict);
  for (const page of pdf.getPages()) {
    const dict = resolved(pdf, page.ref);
    for (let node = dict instanceof PdfDict ? dict : null, depth = 0; node && depth < 32; depth += 1) {
      open.push(node);
      node = dictAt(pdf, node, 'Parent');
    }
    for (const item of dict instanceof PdfDict ? (arrayAt(pdf, dict, 'Annots') ?? []) : []) {
      const annotation = resolved(pdf, item);
      // An appearance is a stream, or a dictionary of them by state.
      if (annotation instanceof PdfDict)
        each(dictAt(pdf, annotation, 'AP'), (appearance) => {
          later(appearance);
          each(appearance, later);
        });
    }
  }
  for (let owner = open.pop(); owner; owner = open.pop()) {
    if (seen.has(owner)) continue;
    seen.add(owner);
    const resources = dictAt(pdf, owner, 'Resources');
    if (!resources) continue;
    each(dictAt(pdf, resources, 'Font'), (font) => {
      const name = (nameAt(pdf, font, 'BaseFont') ?? '–').replace(/^[A-Z]{6}\+/, '');
      fonts.set(font, { name, embedded: isEmbedded(pdf, font) });
    });
    each(dictAt(pdf, resources, 'XObject'), later);
    each(dictAt(pdf, resources, 'Pattern'), later);
  }
  return [...fonts.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
