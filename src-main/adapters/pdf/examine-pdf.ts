/** Looks a produced PDF over: what PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) want to find in it, as facts. */
import { PdfBool, PdfDict, PdfStream, type PDF } from '../formats/pdf/library.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { ConformanceFinding } from '../../contract/issue/shapes.ts';
import { documentKinds } from '../../contract/import/texts-de.ts';
import { fontsOf } from './examine-fonts.ts';
import { structureOf, type StructureFacts } from './examine-structure.ts';
import { openPdf } from '../formats/pdf/open-pdf.ts';
import { arrayAt, dictAt, nameAt, resolved, stringAt } from '../formats/pdf/pdf-objects.ts';
import { conformanceDetails } from '../../contract/document/texts-de.ts';

type Found = Omit<ConformanceFinding, 'check'>;

/** Both standards build on PDF 1.7; the four bytes above 127 after the header keep the file binary (ISO 19005-3, 6.1.2). */
function header(bytes: Uint8Array): Found {
  const start = Buffer.from(bytes.subarray(0, 20));
  const version = /^%PDF-(1\.[0-7])[\r\n]+%/.exec(start.toString('latin1'));
  const marks = start.subarray(version?.[0].length ?? 20).subarray(0, 4);
  const isBinary = marks.length === 4 && marks.every((byte) => byte > 127);
  return { ok: version !== null && isBinary, detail: start.toString('latin1').split(/[\r\n]/, 1)[0] ?? '' };
}

function metadataOf(pdf: PDF): string {
  const metadata = resolved(pdf, pdf.getCatalog().get('Metadata'));
  // Packed metadata are against the rule and stay unread (ISO 19005-3, 6.6.2.1).
  return metadata instanceof PdfStream && !metadata.has('Filter') ? new TextDecoder().decode(metadata.data) : '';
}

/** As element or as attribute: XMP knows both. */
function claimed(xmp: string, property: string): string | null {
  const match = new RegExp(`<${property}>\\s*([^<]*?)\\s*</${property}>|\\b${property}=["']([^"']*)["']`).exec(xmp);
  return match?.[1] ?? match?.[2] ?? null;
}

function claims(xmp: string): Found {
  const [part, conformance, accessible] = ['pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part'].map((property) =>
    claimed(xmp, property),
  );
  const names = [
    part ? `PDF/A-${part}${(conformance ?? '').toLowerCase()}` : null,
    accessible ? `PDF/UA-${accessible}` : null,
  ];
  const detail = names.filter((name) => name !== null).join(', ') || '–';
  return { ok: part === '3' && conformance === 'A' && accessible === '1', detail };
}

function title(pdf: PDF, xmp: string): Found {
  const inMetadata = /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]+)<\/rdf:li>/.exec(xmp)?.[1] ?? null;
  const preferences = dictAt(pdf, pdf.getCatalog(), 'ViewerPreferences');
  const shown = preferences ? resolved(pdf, preferences.get('DisplayDocTitle')) : null;
  const isShown = shown instanceof PdfBool && shown.value;
  return {
    ok: inMetadata !== null && isShown,
    detail: conformanceDetails.title(inMetadata ?? '–', isShown),
  };
}

function language(pdf: PDF): Found {
  const lang = stringAt(pdf, pdf.getCatalog(), 'Lang') ?? '';
  return { ok: /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(lang), detail: lang || '–' };
}

function tagged(pdf: PDF): Found {
  const marks = dictAt(pdf, pdf.getCatalog(), 'MarkInfo');
  const marked = marks ? resolved(pdf, marks.get('Marked')) : null;
  const isMarked = marked instanceof PdfBool && marked.value;
  return { ok: isMarked, detail: conformanceDetails.tagged(isMarked) };
}

function structure(facts: StructureFacts): Found {
  const types = [...facts.types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => `${type} ${count}`);
  return { ok: types.length > 0, detail: types.join(', ') || '–' };
}

function fonts(pdf: PDF): Found {
  const found = fontsOf(pdf);
  return {
    ok: found.every(({ embedded }) => embedded),
    detail: [...new Set(found.map(({ name, embedded }) => (embedded ? name : `${name} (–)`)))].join(', ') || '–',
  };
}

/** Pages with annotations follow the structure (ISO 14289-1, 7.18.3). */
function tabOrder(pdf: PDF): Found {
  const pages = pdf.getPages().map((page) => resolved(pdf, page.ref));
  const annotated = pages.filter(
    (page) => page instanceof PdfDict && (arrayAt(pdf, page, 'Annots')?.length ?? 0) > 0,
  ) as PdfDict[];
  const right = annotated.filter((page) => nameAt(pdf, page, 'Tabs') === 'S').length;
  return { ok: right === annotated.length, detail: conformanceDetails.ofPages(right, annotated.length) };
}

const RELATIONSHIPS = ['Source', 'Data', 'Alternative', 'Supplement', 'EncryptedPayload', 'FormData', 'Schema'];

/** Relationship and type of every associated file (ISO 19005-3, 6.8); a file in the name tree only would be none. */
function attachments(pdf: PDF): Found {
  const associated = [...(arrayAt(pdf, pdf.getCatalog(), 'AF') ?? [])].map((item) => resolved(pdf, item));
  const files = associated
    .filter((item) => item instanceof PdfDict)
    .map((specification) => {
      const embedded = dictAt(pdf, specification, 'EF');
      const file = embedded && (dictAt(pdf, embedded, 'F') ?? dictAt(pdf, embedded, 'UF'));
      return {
        name: stringAt(pdf, specification, 'UF') ?? stringAt(pdf, specification, 'F'),
        relationship: nameAt(pdf, specification, 'AFRelationship'),
        mimeType: file ? nameAt(pdf, file, 'Subtype') : null,
      };
    });
  const named = pdf.getAttachments().size;
  const ok = files.every(
    ({ name, relationship, mimeType }) =>
      name !== null && RELATIONSHIPS.includes(relationship ?? '') && /^[^/]+\/[^/]+$/.test(mimeType ?? ''),
  );
  const listed = files.map((file) => `${file.name ?? '–'} (${file.relationship ?? '–'}, ${file.mimeType ?? '–'})`);
  return { ok: ok && files.length >= named, detail: listed.join(', ') || String(named) };
}

function alternativeTexts({ spoken, silent }: StructureFacts): Found {
  return { ok: silent === 0, detail: conformanceDetails.described(spoken, spoken + silent) };
}

/** Refuses with `document-unreadable` when it is no readable PDF. */
export async function examinePdf(bytes: Uint8Array): Promise<readonly ConformanceFinding[]> {
  const pdf = await openPdf(bytes, 'PDF');
  try {
    const xmp = metadataOf(pdf);
    const facts = structureOf(pdf);
    return [
      { check: 'header', ...header(bytes) },
      { check: 'claims', ...claims(xmp) },
      { check: 'title', ...title(pdf, xmp) },
      { check: 'language', ...language(pdf) },
      { check: 'tagged', ...tagged(pdf) },
      { check: 'structure', ...structure(facts) },
      { check: 'fonts', ...fonts(pdf) },
      { check: 'tab-order', ...tabOrder(pdf) },
      { check: 'attachments', ...attachments(pdf) },
      { check: 'alternative-texts', ...alternativeTexts(facts) },
    ];
  } catch (cause) {
    throw new Refusal('document-unreadable', { file: 'PDF', format: documentKinds.pdf }, { cause });
  }
}
