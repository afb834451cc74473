/** Edits a Word file as a person would in Word, with changes tracked: by rewriting its text part. All names are invented. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export const KIM = 'w:author="Kim Beispiel" w:date="2026-03-02T14:05:00Z"';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const gone = (text: string): string => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`;

export const added = (text: string, by = KIM): string => `<w:ins w:id="901" ${by}>${run(text)}</w:ins>`;
export const removed = (text: string, by = KIM): string => `<w:del w:id="902" ${by}>${gone(text)}</w:del>`;

/** Cuts the run that holds `words` and puts `instead` in their place; the first occurrence in running text. */
export function replaceWords(xml: string, words: string, instead: string): string {
  const at = xml.indexOf(words);
  if (at === -1) throw new Error(`not in the document: ${words}`);
  const open = xml.lastIndexOf('<w:r>', at);
  const begin = xml.indexOf('>', xml.lastIndexOf('<w:t', at)) + 1;
  const end = xml.indexOf('</w:r>', at) + '</w:r>'.length;
  const text = xml.slice(begin, xml.indexOf('</w:t>', at));
  const [before = '', ...after] = text.split(words);
  const parts = [before === '' ? '' : run(before), instead, after.join(words) === '' ? '' : run(after.join(words))];
  return xml.slice(0, open) + parts.join('') + xml.slice(end);
}

/** The paragraph that holds `words`, from its first to its last sign. */
export function paragraphWith(xml: string, words: string): string {
  const at = xml.indexOf(words);
  if (at === -1) throw new Error(`not in the document: ${words}`);
  const end = xml.indexOf('</w:p>', at) + '</w:p>'.length;
  return xml.slice(Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at)), end);
}

/** The file with its text part rewritten. */
export function editCopy(bytes: Uint8Array, change: (xml: string) => string, part = 'word/document.xml'): Uint8Array {
  const parts = unzipSync(bytes);
  const xml = parts[part];
  if (!xml) throw new Error(`no ${part}`);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(xml))) });
}

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A comment at those words, as Word writes it; the file must have none yet. */
export function withRemark(bytes: Uint8Array, words: string, text: string, by = KIM): Uint8Array {
  const marked = editCopy(bytes, (xml) =>
    replaceWords(
      xml,
      words,
      `<w:commentRangeStart w:id="7"/>${run(words)}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`,
    ),
  );
  const parts = unzipSync(marked);
  const put = (name: string, change: (xml: string) => string): void => {
    parts[name] = strToU8(change(parts[name] ? strFromU8(parts[name]) : ''));
  };
  put(
    'word/comments.xml',
    () =>
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments ${NAMESPACE}><w:comment w:id="7" ${by} w:initials="KB"><w:p>${run(text)}</w:p></w:comment></w:comments>`,
  );
  put('word/_rels/document.xml.rels', (xml) =>
    xml.includes('/comments"')
      ? xml
      : xml.replace(
          '</Relationships>',
          '<Relationship Id="rIdRemarks" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
        ),
  );
  put('[Content_Types].xml', (xml) =>
    xml.includes('/word/comments.xml')
      ? xml
      : xml.replace(
          '</Types>',
          '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
        ),
  );
  return zipSync(parts);
}

/** The smallest Word file around a body; `prolog` stands before its root. */
export function docxOf(body: string, prolog = ''): Uint8Array {
  const types = 'http://schemas.openxmlformats.org/package/2006';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${types}/relationships"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`,
    ),
  });
}
