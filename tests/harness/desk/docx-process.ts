/** Writes the sample statement as DOCX in a process of its own and prints its SHA-256: same bytes in every process. */
import { createHash } from 'node:crypto';
import { createDocxWriter } from '../../../src-main/adapters/docx/docx-writer.ts';
import { canonicalJson } from '../../../src-main/base/canonical-json.ts';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';

const record = sampleRecord();
const bytes = await createDocxWriter().write(formSheet(record, builtInProfile()), canonicalJson(record));
process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
