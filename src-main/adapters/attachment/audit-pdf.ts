/** What a PDF keeps beside its visible pages: who made it, remarks, layers, words under rectangles, words painted invisible. */
import type { AttachmentAudit } from '../../core/reading/attachment-audit.ts';
import { FileAudit } from './file-audit.ts';
import { loadPdfJs } from './load-pdfjs.ts';
import { PagePainter } from './page-painter.ts';
import { PDF_SETTINGS } from './pdf-settings.ts';

/** Remarks by nature; other marks are remarks when somebody wrote words to them (ISO 32000-2, 12.5.6.2). */
const REMARKS = new Set(['Text', 'FreeText', 'Caret']);
const MARKS = new Set([
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Square',
  'Circle',
  'Line',
  'Polygon',
  'PolyLine',
  'Ink',
  'Stamp',
  'FileAttachment',
]);

interface AnnotationData {
  readonly subtype?: string;
  /** A note window that belongs to another mark. */
  readonly parentRect?: readonly number[] | null;
  readonly contentsObj?: { readonly str?: string };
  readonly titleObj?: { readonly str?: string };
}

function auditAnnotations(annotations: readonly AnnotationData[], audit: FileAudit): void {
  for (const { subtype = '', parentRect, contentsObj, titleObj } of annotations) {
    const isLonelyPopup = subtype === 'Popup' && !parentRect;
    const hasWords = (contentsObj?.str ?? '') !== '';
    if (!isLonelyPopup && !REMARKS.has(subtype) && !(MARKS.has(subtype) && hasWords)) continue;
    audit.comments += 1;
    audit.addUserName(titleObj?.str);
  }
}

function auditMakers(info: unknown, metadata: { get(name: string): unknown } | null, audit: FileAudit): void {
  const author = (info as { Author?: unknown }).Author;
  if (typeof author === 'string') audit.addUserName(author);
  for (const name of [metadata?.get('dc:creator')].flat()) if (typeof name === 'string') audit.addUserName(name);
}

/** Words that stand in one line of painting belong together; single letters do not make a finding each. */
const joined = (texts: readonly string[]): string => texts.join(' ');

/** `isLate` ends the reading between two pages. Throws on anything that is no sound PDF. */
export async function auditPdf(bytes: Uint8Array, isLate: () => boolean): Promise<AttachmentAudit> {
  const { getDocument, OPS } = await loadPdfJs();
  const audit = new FileAudit();
  // PDF.js takes the bytes away from the caller, so it gets its own.
  const task = getDocument({ ...PDF_SETTINGS, data: new Uint8Array(bytes) });
  try {
    const document = await task.promise;
    const { info, metadata } = await document.getMetadata();
    auditMakers(info, metadata, audit);
    const layers = await document.getOptionalContentConfig();
    let hasHiddenWords = false;
    for (let number = 1; number <= document.numPages; number += 1) {
      if (isLate()) {
        audit.examined = 'failed';
        break;
      }
      const page = await document.getPage(number);
      auditAnnotations((await page.getAnnotations()) as readonly AnnotationData[], audit);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const painter = new PagePainter(
        OPS,
        { left, bottom, right, top },
        (properties) => layers.isVisible(properties) as boolean,
      );
      const { fnArray, argsArray } = await page.getOperatorList();
      fnArray.forEach((code, index) => painter.paint(code, argsArray[index] as readonly unknown[] | null));
      const { covered, invisible, switchedOff } = painter.finds;
      for (const texts of [covered, invisible, switchedOff]) audit.addHiddenText(joined(texts));
      hasHiddenWords ||= switchedOff.length > 0;
      page.cleanup();
    }
    // A layer without words still hides something.
    if (!hasHiddenWords)
      for (const [, group] of layers as unknown as Iterable<
        [string, { readonly name?: string | null; readonly visible: boolean }]
      >)
        if (!group.visible) audit.addHiddenText(group.name ?? '');
    return audit.result;
  } finally {
    await task.destroy();
  }
}
