import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { IssueFile } from '../../../src-main/contract/issue/shapes.ts';
import type { RedactionMark } from '../../../src-main/contract/redaction/shapes.ts';
import { statementRecordSchema } from '../../../src-main/record/statement-record.ts';
import { occurrencesOf } from '../../../src-main/core/redaction/find-words.ts';
import type { FileContent } from '../../../src-main/core/ports/ports.ts';
import { readRecordFromPdf } from '../../../src-main/adapters/pdf/read-record.ts';
import { refusalOf } from '../../support/builders.ts';
import { exampleOffice, officeForEach } from '../../support/office-for-each.ts';
import type { TestHost } from '../../support/test-host.ts';
import { filesOf } from '../../support/hand-over.ts';

const REF = 'S0021/26';
let host: TestHost;

officeForEach(exampleOffice, (fresh) => {
  host = fresh;
});
async function issue(): Promise<void> {
  const { check } = await host.app.issues.overview(REF);
  const acceptances = check.findings.map(({ key }) => ({ key, reason: 'geprüft' }));
  await host.app.releases.release({ ref: REF, expectedRevision: null, acceptances });
  await host.app.issues.issue({ ref: REF, keyId: null });
}

async function marksOf(words: string): Promise<RedactionMark[]> {
  const { passages } = await host.app.redactions.suggest(REF);
  return occurrencesOf(passages, words, 'Schutz der Person');
}
const delivered = (marks: RedactionMark[]): Promise<readonly FileContent[]> =>
  filesOf(host.app.redactions.deliver({ ref: REF, marks }));
const keptFiles = async (): Promise<readonly IssueFile[]> =>
  (await host.app.issues.overview(REF)).issues[0]?.files ?? [];

describe('a blackened version', () => {
  it('of a draft is handed out and shown, but not kept', async () => {
    const marks = await marksOf('Verwaltung');
    expect(marks.length).toBeGreaterThan(0);
    const [pdf, docx] = await delivered(marks);
    expect(pdf?.fileName).toBe('S0021-26 geschwärzt.pdf');
    expect(docx?.fileName).toBe('S0021-26 geschwärzt.docx');
    const record = statementRecordSchema.parse(
      JSON.parse(await readRecordFromPdf('x.pdf', pdf?.bytes ?? new Uint8Array())),
    );
    expect(JSON.stringify([record.reply, record.replyText, record.hinge])).not.toMatch(/verwaltung/i);
    expect((await host.app.redactions.preview({ ref: REF, marks })).unprintable).toEqual([]);
    expect(await refusalOf(() => host.app.redactions.make({ ref: REF, marks }))).toMatchObject({
      code: 'step-forbidden',
    });
    expect((await host.app.redactions.suggest(REF)).isIssued).toBe(false);
  });

  it('is the open version in the preview as long as nothing is marked', async () => {
    expect((await host.app.redactions.preview({ ref: REF, marks: [] })).handle).not.toBe('');
    expect(await refusalOf(() => host.app.redactions.deliver({ ref: REF, marks: [] }))).toMatchObject({
      code: 'input-invalid',
    });
  });

  it('of an issued paper is kept beside it, once for the same marks, and leaves every issued byte', async () => {
    await issue();
    const issued = await keptFiles();
    const marks = await marksOf('Verwaltung');
    expect((await host.app.redactions.suggest(REF)).isIssued).toBe(true);
    await host.app.redactions.make({ ref: REF, marks });
    await host.app.redactions.make({ ref: REF, marks });
    const [kept, ...others] = (await keptFiles()).filter(({ kind }) => kind === 'redacted-pdf');
    expect(others).toEqual([]);
    expect((await keptFiles()).filter(({ kind }) => kind !== 'redacted-pdf')).toEqual(issued);
    expect(kept).toMatchObject({
      fileName: 'S0021-26 geschwärzt.pdf',
      derivedFrom: issued.find(({ kind }) => kind === 'form-sheet-pdf')?.id,
      note: `Geschwärzt: ${marks.length} Stellen (Schutz der Person)`,
    });
    // The same marks give the same bytes when they are handed out.
    const [pdf] = await delivered(marks);
    expect(kept?.sha512).toBe(
      createHash('sha512')
        .update(pdf?.bytes ?? new Uint8Array())
        .digest('hex'),
    );
    await host.app.redactions.make({ ref: REF, marks: await marksOf('Auenfurt') });
    expect((await keptFiles()).filter(({ kind }) => kind === 'redacted-pdf').map(({ fileName }) => fileName)).toEqual([
      'S0021-26 geschwärzt.pdf',
      'S0021-26 geschwärzt 2.pdf',
    ]);
    expect(
      (await filesOf(host.app.documents.deliver({ ref: REF, kind: 'form-sheet', formats: ['pdf'] }))).map(
        ({ fileName }) => fileName,
      ),
    ).toEqual(['S0021-26.pdf']);
  });

  it('of a correction that is being written follows the draft, not the former issue', async () => {
    await issue();
    await host.app.issues.correct({ ref: REF, reason: 'Datum berichtigt' });
    await host.app.statements.setField({ ref: REF, field: 'reply', value: 'Herr Paul Neuling hat geschrieben.' });
    const desk = await host.app.redactions.suggest(REF);
    expect(desk.isIssued).toBe(false);
    expect(desk.suggestions).toMatchObject([
      { field: 'reply', words: 'Paul Neuling', reason: 'Name einer unbekannten Person' },
    ]);
  });
});
