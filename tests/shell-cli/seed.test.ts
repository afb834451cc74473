import { beforeAll, describe, expect, it } from 'vitest';
import type { StatementRecord } from '../../src-main/record/statement-record.ts';
import type { ImportResult } from '../../src-main/contract/import/shapes.ts';
import { workspace, type Office } from '../harness/desk/cli.ts';
import { seedFile, seedText, sharedMissing } from '../support/shared.ts';

const space = workspace();
let office: Office;
let imported: ImportResult;
let record: StatementRecord;

describe.skipIf(sharedMissing !== undefined)(`the real statement (${sharedMissing ?? 'from ../shared'})`, () => {
  beforeAll(async () => {
    office = await space.office('own');
    imported = await office.json<ImportResult>('import', seedFile());
    record = await office.show('S0386/22');
  });

  it('is recognised without a doubt', () => {
    expect(imported).toMatchObject({ status: 'imported', reference: 'S0386/22', source: 'text', notes: [] });
  });

  it('gives the head of the form', () => {
    expect(record).toMatchObject({
      reference: 'S0386/22',
      date: '2022-10-27',
      publicity: 'public',
      bodyName: 'Landeshauptstadt Magdeburg',
      leadUnit: 'FB 32',
      name: 'Konfliktfreie Ausländer*innenbehörde',
    });
    expect(record.answers).toHaveLength(1);
    expect(record.answers[0]).toMatchObject({
      reference: 'A0193/22',
      originatorOrganization: 'Fraktion GRÜNE/future!',
      originatorPerson: 'Madeleine Linke',
      originatorFunction: 'Fraktionsvorsitzende',
    });
  });

  it('gives five consultations with the bodies as printed and no role', () => {
    expect(record.consultations).toEqual([
      { organization: 'Die Oberbürgermeisterin', date: '2022-11-08', role: null },
      { organization: 'Gesundheits- und Sozialausschuss', date: '2022-12-07', role: null },
      { organization: 'Ausschuss für kommunale Rechts- und Bürgerangelegenheiten', date: '2022-12-15', role: null },
      { organization: 'Verwaltungsausschuss', date: '2023-01-13', role: null },
      { organization: 'Stadtrat', date: '2023-02-16', role: null },
    ]);
  });

  it('gives quotation, hinge, reply and signatory', () => {
    expect(record.quotation).toHaveLength(5);
    expect(record.hinge).toBe('Die Verwaltung nimmt zum **Antrag A0193/22** wie folgt Stellung:');
    expect(record.replyText).toHaveLength(9);
    expect(record.signatory).toMatchObject({ name: 'Holger Platz', role: null });
  });

  it('loses no word of the text and adds none', () => {
    const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
    const source = squeezed(seedText());
    const words = [...record.quotation, record.hinge, ...record.replyText, record.signatory?.name ?? ''];
    const start = source.indexOf(squeezed(record.quotation[0] ?? ''));
    expect(words.map(squeezed).join(' ')).toBe(source.slice(start));
  });

  it('stays a Magdeburg statement in any office and is listed under its class and year', async () => {
    const listed = await office.json<{ reference: string }[]>('list', '--class', 'S', '--year', '2022');
    expect(listed.map((paper) => paper.reference)).toEqual(['S0386/22']);
    expect(await office.json('list', '--class', 'A', '--year', '2022')).toMatchObject([{ reference: 'A0193/22' }]);
  });

  it('is unchanged when it comes again', async () => {
    expect(await office.json<ImportResult>('import', seedFile())).toMatchObject({ status: 'unchanged' });
  });
});
