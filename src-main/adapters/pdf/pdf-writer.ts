/** Finishes the typesetter's PDF: every glyph its own sign, claims of PDF/A-3a and PDF/UA-1, title in the window bar, tab order, associated files. */
import { Refusal } from '../../contract/shared/errors.ts';
import { pdfFaultWords } from '../../contract/document/texts-de.ts';
import type { PrintDocument } from '../../core/print/model.ts';
import type { PdfAttachment, PdfWriter, Typesetter } from '../../core/ports/ports.ts';
import { AppendedUpdate } from './appended-update.ts';
import { attachFiles } from './attach-files.ts';
import { giveOwnSigns } from './own-signs.ts';
import { pdfFaults, type PdfFault } from './pdf-faults.ts';
import { PlainPdf } from './plain-pdf.ts';
import { dict, name, Ref, Stream, withEntries, type Dict, type Value } from './plain-values.ts';
import { withClaims } from './xmp-claims.ts';

const MOST_SHOWN = 10;

function metadata(pdf: PlainPdf): Stream {
  const former = pdf.get(pdf.catalog, 'Metadata');
  if (!(former instanceof Stream)) throw new Error('the typeset PDF has no XMP metadata');
  // Metadata must stay readable without decompression (ISO 19005-3, 6.6.2.1).
  const packet = withClaims(Buffer.from(pdf.unpacked(former)).toString('utf8'));
  return new Stream(dict({ Type: name('Metadata'), Subtype: name('XML') }), Buffer.from(packet));
}

/** "Suspects false" is the default; one much used reader (poppler) complains when it is written. */
function markInfo(pdf: PlainPdf): Record<string, Value> {
  const marks = pdf.dict(pdf.catalog, 'MarkInfo');
  return marks ? { MarkInfo: new Map([...marks].filter(([key]) => key !== 'Suspects')) } : {};
}

/** Same input, same bytes: nothing here looks at the clock. An appended update, because a rewrite would cost as much as the typesetting. */
function finishPdf(typeset: Uint8Array, attachments: readonly PdfAttachment[], day: string): Uint8Array {
  const pdf = new PlainPdf(typeset);
  const update = new AppendedUpdate(pdf);
  const root = pdf.trailer.get('Root');
  if (!(root instanceof Ref)) throw new Error('the typeset PDF has no catalog');
  giveOwnSigns(pdf, update);
  const changes: Record<string, Value> = {
    Metadata: update.add(metadata(pdf)),
    ...markInfo(pdf),
    ViewerPreferences: dict({ DisplayDocTitle: true }),
  };
  for (const { ref, page } of pdf.pages()) update.change(ref, withEntries(page, { Tabs: name('S') }));
  const catalog: Dict = withEntries(pdf.catalog, { ...changes, ...attachFiles(pdf, update, attachments, day) });
  update.change(root, catalog);
  return update.bytes();
}

function faultsOf(
  bytes: Uint8Array,
  document: PrintDocument,
): { readonly faults: readonly PdfFault[]; readonly cause?: unknown } {
  try {
    return { faults: pdfFaults(bytes, document) };
  } catch (cause) {
    return { faults: [{ place: document.properties.title, problem: pdfFaultWords.unreadable }], cause };
  }
}

/** Refuses with `pdf-unfaithful` and the places: a file that says something else than the paper must not leave. */
function requireFaithful(bytes: Uint8Array, document: PrintDocument): void {
  const { faults, cause } = faultsOf(bytes, document);
  if (faults.length === 0) return;
  const places = faults.slice(0, MOST_SHOWN).map(({ place, problem }) => `${place}: ${problem}`);
  throw new Refusal(
    'pdf-unfaithful',
    { places: places.join('; '), faults: faults.map((fault) => ({ ...fault })) },
    { cause },
  );
}

export function createPdfWriter(typesetter: Typesetter): PdfWriter {
  return {
    write: async (document, attachments) => {
      const [pages, files] = await Promise.all([typesetter.pdf(document), attachments]);
      const finished = finishPdf(pages, files, document.properties.date);
      requireFaithful(finished, document);
      return finished;
    },
  };
}
