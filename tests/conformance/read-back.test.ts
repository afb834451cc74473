/** What a form prints in its head comes back from its own DOCX once somebody edited it, and from the text of its PDF: any order, any labels. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocxWriter } from '../../src-main/adapters/docx/docx-writer.ts';
import { readDocx } from '../../src-main/adapters/docx/read-docx.ts';
import { createPdfWriter } from '../../src-main/adapters/pdf/pdf-writer.ts';
import { createTypesetter, type TypstTypesetter } from '../../src-main/adapters/typst/typesetter.ts';
import { canonicalJson } from '../../src-main/base/canonical-json.ts';
import { officeProfileSchema, type OfficeProfile } from '../../src-main/contract/settings/office-profile.ts';
import type { StatementContent } from '../../src-main/contract/statement/shapes.ts';
import { formSheet } from '../../src-main/core/print/form-sheet.ts';
import { recogniseStatement, type Recognition } from '../../src-main/core/import/recognise-statement.ts';
import { statementSource } from '../../src-main/core/import/reading-source.ts';
import { textSource } from '../../src-main/core/import/source-lines.ts';
import { builtInProfile } from '../../src-main/core/office/office-service.ts';
import { toRecord } from '../../src-main/core/statement/statement-record.ts';
import {
  CHOICE_NAMES,
  choiceName,
  CHOICES,
  FIELDS,
  valueAt,
  withValueAt,
} from '../../src-main/record/statement-fields.ts';
import { countingIds, statementContent } from '../support/builders.ts';
import { editPackage } from '../support/docx-packages.ts';
import { outputOf } from '../harness/judges/run-tool.ts';
import { assetFolder, typstWorker } from '../support/test-host.ts';

const REF = 'S0021/26';
const SIGNS: Readonly<Record<string, string>> = { 'contact.email': 'amt61@auental.example', 'contact.room': '2.14 b' };
/** Every field that a head can print is filled. */
const CONTENT: StatementContent = CHOICES.reduce(
  (content, { key, kind }, index) =>
    withValueAt(content, key, kind === 'day' ? '2026-02-11' : (SIGNS[key] ?? `Angabe ${index + 1}/26`)),
  statementContent({
    name: 'Bänke am Weiher',
    leadUnit: 'FB 61',
    date: '2026-03-12',
    bodyName: 'Stadt Auental',
    answers: [
      {
        reference: 'A0012/26',
        paperType: 'motion',
        originators: [{ organization: 'Fraktion Weiher', person: '', function: '' }],
        printedOriginators: '',
      },
    ],
  }),
);

const profileOf = (changes: Partial<OfficeProfile>): OfficeProfile =>
  officeProfileSchema.parse({ ...builtInProfile('Stadt Auental'), ...changes });
const ALL = { headRows: ['identity', 'answers', 'name', 'contact'], contactFields: [...CHOICE_NAMES] } as const;
const renamed = Object.fromEntries(
  FIELDS.flatMap((field) => ('label' in field ? [field.label] : [])).map((label, index) => [
    label,
    `Wort ${'abcdefghijklmnopq'[index]}`,
  ]),
);
const OFFICES: readonly (readonly [string, OfficeProfile])[] = [
  ['with all fields', profileOf({ headRows: [...ALL.headRows], contactFields: [...ALL.contactFields] })],
  [
    'in another order',
    profileOf({
      headRows: ['contact', 'name', 'identity', 'answers'],
      contactFields: [...ALL.contactFields].reverse(),
    }),
  ],
  [
    'with one field beside the usual',
    profileOf({ headRows: ['name', 'contact', 'answers', 'identity'], contactFields: ['room'] }),
  ],
  ['with four', profileOf({ headRows: [...ALL.headRows], contactFields: ['email', 'clerk', 'room', 'telephone'] })],
  [
    'with words of its own',
    profileOf({
      headRows: [...ALL.headRows],
      contactFields: [...ALL.contactFields],
      labels: { ...builtInProfile().labels, ...renamed },
    }),
  ],
];

let typesetter: TypstTypesetter;
const folder = mkdtempSync(join(tmpdir(), 'stellwerk-read-back-'));
beforeAll(() => {
  typesetter = createTypesetter({ workerFile: typstWorker, assetFolder });
});
afterAll(async () => {
  await typesetter.close();
  rmSync(folder, { recursive: true, force: true });
});

async function fromEditedDocx(profile: OfficeProfile): Promise<Recognition> {
  const record = toRecord(REF, CONTENT);
  const docx = await createDocxWriter().write(formSheet(record, profile), canonicalJson(record));
  const edited = editPackage(docx, { 'word/document.xml': (xml) => xml.replace('Bänke', 'Neue Bänke') });
  const reading = readDocx('a.docx', edited);
  if (reading.kind !== 'document') throw new Error('an edited file is read as blocks');
  return recogniseStatement(statementSource(reading, '2026-03-02'), profile, countingIds());
}
async function fromLaidOutPdf(profile: OfficeProfile): Promise<Recognition> {
  const path = join(folder, 'a.pdf');
  writeFileSync(
    path,
    await createPdfWriter(typesetter).write(formSheet(toRecord(REF, CONTENT), profile), Promise.resolve([])),
  );
  const text = await outputOf('pdftotext', ['-layout', '-enc', 'UTF-8', path, '-']);
  return recogniseStatement({ source: textSource(text), today: '2026-03-02' }, profile, countingIds());
}

describe.each(OFFICES)('the head of an office %s', (_, profile) => {
  const expectHead = ({ content, reference, notes }: Recognition, name: string): void => {
    expect(reference).toBe(REF);
    expect(content).toMatchObject({ name, leadUnit: 'FB 61', date: '2026-03-12', bodyName: 'Stadt Auental' });
    expect(content.answers).toMatchObject(CONTENT.answers);
    for (const { key } of CHOICES.filter((field) => profile.contactFields.includes(choiceName(field))))
      expect([key, valueAt(content, key)]).toEqual([key, valueAt(CONTENT, key)]);
    expect(notes.map(({ code }) => code)).not.toContain('head-line-kept');
  };

  it('comes back from a Word file that was edited', async () => {
    expectHead(await fromEditedDocx(profile), 'Neue Bänke am Weiher');
  });

  it('comes back from the laid out text of a PDF', async () => {
    expectHead(await fromLaidOutPdf(profile), 'Bänke am Weiher');
  });
});
