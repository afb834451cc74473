/** One of our DOCX files, and what people and attackers do to a package. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createDocxWriter } from '../../src-main/adapters/docx/docx-writer.ts';
import { canonicalJson } from '../../src-main/base/canonical-json.ts';
import { formSheet } from '../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../src-main/core/statement/sample-record.ts';

export function sampleDocx(): Promise<Uint8Array> {
  const record = sampleRecord();
  return createDocxWriter().write(formSheet(record, builtInProfile()), canonicalJson(record));
}

export const packageParts = (docx: Uint8Array): Record<string, Uint8Array> => unzipSync(docx);

/** Changes parts as text; null takes the part away, a part that is not there yet is given as ''. */
export function editPackage(
  docx: Uint8Array,
  changes: Readonly<Record<string, (text: string) => string | null>>,
): Uint8Array {
  const parts = unzipSync(docx);
  for (const [name, change] of Object.entries(changes)) {
    const before = strFromU8(parts[name] ?? new Uint8Array());
    const after = change(before);
    if (after === before) throw new Error(`nothing was changed in ${name}`);
    if (after === null) Reflect.deleteProperty(parts, name);
    else parts[name] = strToU8(after);
  }
  return zipSync(parts);
}

export const addRelationship =
  (id: string, target: string, mode = 'External') =>
  (rels: string) =>
    rels.replace(
      '</Relationships>',
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}" TargetMode="${mode}"/></Relationships>`,
    );

/** A part exactly of these bytes. */
export function withPart(docx: Uint8Array, name: string, bytes: Uint8Array): Uint8Array {
  return zipSync({ ...unzipSync(docx), [name]: bytes });
}
