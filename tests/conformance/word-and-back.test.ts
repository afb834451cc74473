/** Copies for editing as LibreOffice takes them and gives them back, as DOCX and as ODT; and as the schemas of ECMA-376 want them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Review } from '../../src-main/contract/proposal/shapes.ts';
import { plainParagraphs } from '../../src-main/record/rich-text/plain-text.ts';
import type { RichText } from '../../src-main/record/rich-text/rich-text.ts';
import { idNumber, paragraph, refusalOf, richText } from '../support/builders.ts';
import { docxSchemaCheck } from '../harness/judges/judges.ts';
import { editInLibreOffice, type EditStep } from '../harness/judges/libre-office-edits.ts';
import { sharedMissing } from '../support/shared.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { requireJudges, scratchFolder } from './corpus.ts';

const folder = scratchFolder();
const REF = 'S0001/26';
const cell = (text: string) => ({
  type: 'tableCell' as const,
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraph(text)],
});
const item = (text: string) => ({ type: 'listItem' as const, content: [paragraph(text)] });
const REPLY: RichText = richText(
  'Die Bank steht im Park. Sie kostet 400 Euro.',
  { type: 'heading', attrs: { id: null, level: 1 }, content: [{ type: 'text', text: 'Zu Frage 1' }] },
  'Der Weiher wird im Mai gereinigt.',
  { type: 'bulletList', attrs: { id: null }, content: [item('Enten bleiben.'), item('Schwäne ziehen um.')] },
  {
    type: 'table',
    attrs: { id: null },
    content: [
      { type: 'tableRow', content: [cell('Jahr'), cell('Betrag')] },
      { type: 'tableRow', content: [cell('2027'), cell('12.000 Euro')] },
    ],
  },
  'Wir berichten im Herbst.',
);

let host: TestHost;
beforeAll(async () => {
  host = testHost();
  await host.app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
  await host.app.statements.create({ id: idNumber(1), answers: null, name: 'Bänke', leadUnit: 'FB 61', number: REF });
  const draft = await host.app.statements.get(REF);
  await host.app.statements.save({
    id: draft.id,
    expectedRevision: draft.revision,
    content: {
      ...draft.content,
      publicity: 'public',
      reply: REPLY,
      hinge: 'Die Verwaltung nimmt wie folgt Stellung:',
      signatory: { name: 'Erika Muster', role: 'Amtsleiterin', prefix: null },
    },
  });
});
afterAll(() => host.dispose());

async function copy(notes = { withFindings: false, withComments: false }): Promise<string> {
  const { files } = await host.app.proposals.copy({ ref: REF, ...notes });
  const path = join(folder, 'kopie.docx');
  writeFileSync(path, files[0]?.bytes ?? new Uint8Array());
  return path;
}

interface Edited extends Readonly<Record<'docx' | 'odt', Review>> {
  readonly paths: readonly string[];
}

async function edited(steps: readonly EditStep[]): Promise<Edited> {
  const out = join(folder, `out${steps.length}`);
  mkdirSync(out, { recursive: true });
  const paths = await editInLibreOffice(await copy(), steps, out);
  const look = (path: string): Promise<Review> =>
    host.app.proposals.look({ ref: REF, fileName: path, bytes: readFileSync(path) });
  return { docx: await look(paths.docx), odt: await look(paths.odt), paths: [paths.docx, paths.odt] };
}
const short = ({ proposals }: Review) =>
  proposals.map(({ id, kind, author, removed, added }) => [id, kind, author, removed, added]);

describe('LibreOffice', () => {
  it('saves a copy that nobody edited: nothing is proposed, nothing is said', async (test) => {
    requireJudges(test, ['LibreOffice UNO']);
    const { docx, odt, paths } = await edited([]);
    expect(short(docx)).toEqual([]);
    expect(docx.named).toEqual([]);
    expect(short(odt)).toEqual([]);
    expect(odt.named).toEqual([]);
    // Chosen as papers, they are known for what they are.
    for (const fileName of paths) {
      const chosen = { fileName, bytes: readFileSync(fileName) };
      const refusal = await refusalOf(() => host.app.imports.importFile(chosen));
      expect(refusal).toMatchObject({ code: 'copy-returned', details: { reference: REF } });
    }
  });

  it('gives back tracked changes of words, paragraphs, points of a list and cells, the same in both formats', async (test) => {
    requireJudges(test, ['LibreOffice UNO']);
    const { docx, odt } = await edited([
      ['author', 'Kim Beispiel'],
      ['track', true],
      ['replace', '400', '450'],
      ['append', 'Der Weiher', 'Neu dahinter.'],
      ['replace', 'ziehen um', 'bleiben auch'],
      ['replace', '12.000', '13.000'],
      ['remove', 'Enten bleiben'],
      ['prepend', 'Wir berichten', 'Neu davor.'],
      ['remark', 'im Herbst', 'Wann genau?'],
    ]);
    const wanted = [
      ['1', 'changed', 'Kim Beispiel', '400', '450'],
      ['2', 'added', 'Kim Beispiel', '', 'Neu dahinter.'],
      ['3', 'removed', 'Kim Beispiel', 'Enten bleiben.', ''],
      ['4', 'changed', 'Kim Beispiel', 'ziehen um', 'bleiben auch'],
      ['5', 'changed', 'Kim Beispiel', '12.000', '13.000'],
      ['6', 'added', 'Kim Beispiel', '', 'Neu davor.'],
      ['K1', 'remark', 'Kim Beispiel', '', ''],
    ];
    expect(short(docx)).toEqual(wanted);
    expect(short(odt)).toEqual(wanted);
    for (const { proposals, named } of [docx, odt]) {
      expect(named).toEqual([]);
      expect(proposals.at(-1)).toMatchObject({ after: 'im Herbst', remark: { text: 'Wann genau?' } });
    }
  });

  it('and what was edited without tracking is found by comparison', async (test) => {
    requireJudges(test, ['LibreOffice UNO']);
    const { docx, odt } = await edited([
      ['track', false],
      ['replace', '400 Euro', '450 Euro'],
      ['append', 'Wir berichten', 'Ganz am Ende.'],
    ]);
    for (const review of [docx, odt])
      expect(short(review)).toEqual([
        ['1', 'changed', '', '400', '450'],
        ['2', 'added', '', '', 'Ganz am Ende.'],
      ]);
  });

  it('a copy accepted whole is the text as LibreOffice shows it', async (test) => {
    requireJudges(test, ['LibreOffice UNO']);
    const out = join(folder, 'whole');
    mkdirSync(out, { recursive: true });
    const { odt } = await editInLibreOffice(
      await copy(),
      [
        ['author', 'Kim Beispiel'],
        ['track', true],
        ['split', 'im Park.'],
        ['join', 'Der Weiher'],
        ['replace', 'Herbst', 'Winter'],
      ],
      out,
    );
    const { left } = await host.app.proposals.accept({ ref: REF, fileName: odt, bytes: readFileSync(odt), ids: null });
    expect(left).toEqual([]);
    expect(plainParagraphs((await host.app.statements.get(REF)).content.reply)).toEqual([
      'Die Bank steht im Park.',
      'Sie kostet 400 Euro.',
      'Zu Frage 1',
      'Der Weiher wird im Mai gereinigt.Enten bleiben.',
      'Schwäne ziehen um.',
      'Jahr',
      'Betrag',
      '2027',
      '12.000 Euro',
      'Wir berichten im Winter.',
    ]);
  });
});

describe('the schemas of ECMA-376', () => {
  it.skipIf(sharedMissing !== undefined)('hold for copies, with remarks and without', async () => {
    const block = (await host.app.statements.get(REF)).content.reply.content[0]?.attrs.id ?? '';
    const place = { block, start: 0, end: 8 };
    await host.app.comments.add({
      id: idNumber(50),
      ref: REF,
      field: 'reply',
      place,
      words: 'Die Bank',
      text: 'Welche?\nUnd wo?',
    });
    const paths = [await copy(), await copy({ withFindings: true, withComments: true })];
    for (const verdict of (await docxSchemaCheck(paths)) ?? [])
      expect(verdict).toMatchObject({ valid: true, problems: [] });
  });
});
