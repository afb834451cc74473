/** Whether the ending of a file says what the file is, told by its content. Pure. */
import { endingOf, isProgram, safeFileName, withoutKind } from '../../base/file-name.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const ODF = 'application/vnd.oasis.opendocument.';
/** An encrypted office file is such a container. */
const OLE = 'application/x-ole-storage';
/** An office file whose parts lie in unusual places is known as an archive only. */
const ZIP = 'application/zip';
const WORD = `${OFFICE}wordprocessingml.document`;
const SHEET = `${OFFICE}spreadsheetml.sheet`;
const SLIDES = `${OFFICE}presentationml.presentation`;
/** Marks of text files are text, whatever they are called. */
const TEXT = ['text/', 'application/xml', 'application/rtf', 'message/rfc822', 'image/svg+xml'];

/** What may stand in a file of this ending; the first is what it should be. Endings that are not here say nothing we could judge. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  docx: [WORD, OLE, ZIP],
  docm: [WORD, OLE, ZIP],
  dotx: [WORD, OLE, ZIP],
  xlsx: [SHEET, OLE, ZIP],
  xlsm: [SHEET, OLE, ZIP],
  pptx: [SLIDES, OLE, ZIP],
  pptm: [SLIDES, OLE, ZIP],
  // Word and Excel open all of these under the old endings, and many programs write them so.
  doc: ['application/msword', OLE, 'application/rtf', 'text/', 'application/xml', WORD],
  dot: ['application/msword', OLE],
  xls: ['application/vnd.ms-excel', OLE, 'text/', 'application/xml', SHEET],
  ppt: ['application/vnd.ms-powerpoint', OLE],
  msg: ['application/vnd.ms-outlook', OLE],
  odt: [`${ODF}text`, ZIP],
  ods: [`${ODF}spreadsheet`, ZIP],
  odp: [`${ODF}presentation`, ZIP],
  odg: [`${ODF}graphics`, ZIP],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  gif: ['image/gif'],
  webp: ['image/webp'],
  svg: ['image/svg+xml', 'application/xml', 'text/'],
  rtf: ['application/rtf'],
  txt: TEXT,
  csv: TEXT,
  md: TEXT,
  htm: TEXT,
  html: TEXT,
  xml: TEXT,
  json: TEXT,
  eml: ['message/rfc822', 'text/'],
  zip: [ZIP, OFFICE, ODF],
};
/** The ending a content should have; text has none of its own. */
const ENDINGS = new Map<string, string>([
  ['application/rtf', '.rtf'],
  ['message/rfc822', '.eml'],
  ['text/plain', '.txt'],
  ['text/html', '.html'],
  ['application/xml', '.xml'],
  ...Object.entries(CONTENTS)
    .reverse()
    .flatMap(([ending, [type]]): [string, string][] =>
      type === undefined || type.endsWith('/') ? [] : [[type, `.${ending}`]],
    ),
]);

const isDocument = (mimeType: string): boolean => ENDINGS.has(mimeType) && !mimeType.startsWith('text/');

/** "Plan.pdf" that is a Word document, a PDF that ends like a program, or a file whose content is nothing we know. */
export function endingContradicts(fileName: string, mimeType: string): boolean {
  const ending = endingOf(fileName);
  // No document, picture or archive that was recognised is a program.
  if (isProgram(ending)) return isDocument(mimeType);
  const fitting = CONTENTS[ending.slice(1).toLowerCase()];
  return (
    fitting !== undefined &&
    !fitting.some((type) => mimeType === type || (/[./]$/.test(type) && mimeType.startsWith(type)))
  );
}

const isEnding = (ending: string): boolean =>
  isProgram(ending) || Object.hasOwn(CONTENTS, ending.slice(1).toLowerCase());

/** "Rechnung.pdf" as the name of an attachment whose file is called "Rechnung.exe": the ending of another file; null where it says nothing else. */
export function misleadingEnding(name: string, fileName: string): string | null {
  const [shown, real] = [name, fileName].map((text) => endingOf(text.normalize('NFKC').trim()));
  if (shown === undefined || !isEnding(shown)) return null;
  return shown.toLowerCase() === real?.toLowerCase() ? null : shown;
}

/** A safe name whose ending fits what was recognised: "Plan.pdf" that is a Word document is "Plan-pdf.docx". */
export function honestName(fileName: string, mimeType: string): string {
  const name = safeFileName(fileName);
  const ending = ENDINGS.get(mimeType);
  return ending !== undefined && endingContradicts(name, mimeType) ? withoutKind(name) + ending : name;
}
