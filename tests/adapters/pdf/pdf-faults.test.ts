import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppendedUpdate } from '../../../src-main/adapters/pdf/appended-update.ts';
import { packed } from '../../../src-main/adapters/pdf/packed-stream.ts';
import { pdfFaults } from '../../../src-main/adapters/pdf/pdf-faults.ts';
import { createPdfWriter } from '../../../src-main/adapters/pdf/pdf-writer.ts';
import { PlainPdf } from '../../../src-main/adapters/pdf/plain-pdf.ts';
import { isDict, name, Ref, Stream, withEntries, type Dict } from '../../../src-main/adapters/pdf/plain-values.ts';
import { createTypesetter } from '../../../src-main/adapters/typst/typesetter.ts';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import { refusalOf, richText } from '../../support/builders.ts';
import { heading, paragraph, table } from '../../support/hard-records.ts';
import { assetFolder, typstWorker } from '../../support/test-host.ts';

const NONE = Promise.resolve([]);
const typesetter = createTypesetter({ workerFile: typstWorker, assetFolder });
const sheetOf = (...words: string[]) =>
  formSheet(
    { ...sampleRecord(), reply: richText(...words.map((each) => paragraph(each)), heading(1, 'Kosten'), table(2)) },
    builtInProfile(),
  );
const document = sheetOf('Das Gutachten schrieb M̂ara Z̄elin.');
let finished: Uint8Array;
beforeAll(async () => {
  finished = await createPdfWriter(typesetter).write(document, NONE);
}, 60_000);
afterAll(() => typesetter.close());

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** The file after a change of every object that matches. */
function changed(
  bytes: Uint8Array,
  change: (dict: Dict, pdf: PlainPdf, update: AppendedUpdate) => Dict | null,
): Uint8Array {
  const pdf = new PlainPdf(bytes);
  const update = new AppendedUpdate(pdf);
  let count = 0;
  for (let number = 1; number < Number(pdf.trailer.get('Size')); number += 1) {
    const ref = new Ref(number);
    const value = pdf.resolve(ref);
    const other = isDict(value) ? change(value, pdf, update) : null;
    if (other) update.change(ref, other);
    if (other) count += 1;
  }
  if (count === 0) throw new Error('nothing was changed');
  return update.bytes();
}
const elementsOf = (type: string, change: (dict: Dict) => Dict) => (dict: Dict, pdf: PlainPdf) =>
  pdf.nameOf(dict, 'S') === type ? change(dict) : null;
/** All maps of signs, with other words in them. */
const maps = (change: (map: string) => string) => (dict: Dict, pdf: PlainPdf, update: AppendedUpdate) => {
  const map = pdf.get(dict, 'ToUnicode');
  if (!(map instanceof Stream)) return null;
  return withEntries(dict, {
    ToUnicode: update.add(packed(new Map(), Buffer.from(change(latin(pdf.unpacked(map))), 'latin1'))),
  });
};
const problems = (bytes: Uint8Array, of = document): string[] =>
  pdfFaults(bytes, of).map(({ place, problem }) => `${place}: ${problem}`);

describe('a finished PDF read again', () => {
  it('says what the paper says', () => {
    expect(problems(finished)).toEqual([]);
  });

  it('with a doubled sign, a missing word or one too many is found, with its place', () => {
    expect(problems(finished, sheetOf('Das Gutachten schrieb Mara Z̄elin.'))).toEqual([
      'Absatz 2: gelesen wird „htenschriebM̂araZ̄elin.K“',
    ]);
    expect(problems(finished, sheetOf('Das Gutachten schrieb M̂ara Z̄elin.', 'Ende.'))[0]).toMatch(/^Absatz 3: /);
    expect(problems(finished, sheetOf())[0]).toMatch(/^Überschrift „Kosten“: gelesen wird „DasGut/);
    const mark = maps((map) => map.replace('<0302>', '<004D0302>'));
    expect(problems(changed(finished, mark))[0]).toMatch(/^Absatz 2: /);
  });

  it('without a sign for one glyph is found', () => {
    const found = problems(
      changed(
        finished,
        maps((map) => map.replace(/<\w+> <0302>\n/, '')),
      ),
    );
    expect(found).toContainEqual(expect.stringMatching(/ein Zeichen ist nicht lesbar hinterlegt$/));
  });

  it('with a heading that jumps is found', () => {
    const deep = elementsOf('H3', (dict) => withEntries(dict, { S: name('H5') }));
    expect(problems(changed(finished, deep))).toEqual(['Überschrift „Kosten“: überspringt eine Stufe']);
  });

  it('with a table head that is none is found', () => {
    const plain = elementsOf('TH', (dict) => withEntries(dict, { S: name('TD') }));
    expect(problems(changed(finished, plain))).toEqual(
      [1, 2, 3].map((number) => `${number}. Tabelle: Tabellenkopf ist nicht als solcher ausgezeichnet`),
    );
    const unscoped = elementsOf('TH', (dict) => new Map([...dict].filter(([key]) => key !== 'A')));
    expect(problems(changed(finished, unscoped))).toHaveLength(3);
  });

  it('with another footer is found', () => {
    expect(problems(finished, { ...document, footer: 'S0002/26 · Seite {page} von {pages}' })).toEqual([
      'Fußzeile: gelesen wird „S0001/26·Seite1von1“',
    ]);
  });
});

describe('a PDF that does not say what the paper says', () => {
  it('is refused with the places and never handed out', async () => {
    const pages = await typesetter.pdf(sheetOf('Das Gutachten schrieb jemand anderes.'));
    const writer = createPdfWriter({ pdf: () => Promise.resolve(pages) });
    expect(await refusalOf(() => writer.write(document, NONE))).toMatchObject({
      code: 'pdf-unfaithful',
      details: { places: expect.stringContaining('Absatz 2: gelesen wird') as string },
    });
  });
});
