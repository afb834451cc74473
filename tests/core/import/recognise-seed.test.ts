import { describe, expect, it } from 'vitest';
import { formatGermanDate } from '../../../src-main/base/german-date.ts';
import { recogniseStatement } from '../../../src-main/core/import/recognise-statement.ts';
import { textSource } from '../../../src-main/core/import/source-lines.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { originatorLine } from '../../../src-main/core/statement/originator-line.ts';
import { toRecord } from '../../../src-main/core/statement/statement-record.ts';
import { countingIds } from '../../support/builders.ts';
import { seedText, sharedMissing } from '../../support/shared.ts';

/** The real statement that all began with; skipped where `../shared` is not on the machine. */
describe.skipIf(sharedMissing !== undefined)('the real statement S0386/22', () => {
  const recognise = () =>
    recogniseStatement({ source: textSource(seedText()), today: '2026-03-02' }, builtInProfile(), countingIds());

  it('is recognised without a note', () => {
    expect(recognise().notes).toEqual([]);
    expect(recognise().originalReference).toBeNull();
  });

  it('has its head as printed', () => {
    const { reference, content } = recognise();
    expect(reference).toBe('S0386/22');
    expect(content).toMatchObject({
      date: '2022-10-27',
      leadUnit: 'FB 32',
      publicity: 'public',
      name: 'Konfliktfreie Ausländer*innenbehörde',
      bodyName: 'Landeshauptstadt Magdeburg',
      signatory: { name: 'Holger Platz', role: null, prefix: null },
    });
  });

  it('answers A0193/22 of faction, function and person', () => {
    const record = toRecord('S0386/22', recognise().content);
    expect(record.answers).toEqual([
      {
        reference: 'A0193/22',
        paperType: 'motion',
        originators: [
          {
            organization: 'Fraktion GRÜNE/future!',
            person: 'Madeleine Linke',
            function: 'Fraktionsvorsitzende',
            printed: 'Fraktion GRÜNE/future!, Fraktionsvorsitzende Madeleine Linke',
          },
        ],
        originatorOrganization: 'Fraktion GRÜNE/future!',
        originatorPerson: 'Madeleine Linke',
        originatorFunction: 'Fraktionsvorsitzende',
      },
    ]);
  });

  it('goes to five bodies, roles not invented', () => {
    expect(toRecord('S0386/22', recognise().content).consultations).toEqual([
      { organization: 'Die Oberbürgermeisterin', date: '2022-11-08', role: null },
      { organization: 'Gesundheits- und Sozialausschuss', date: '2022-12-07', role: null },
      { organization: 'Ausschuss für kommunale Rechts- und Bürgerangelegenheiten', date: '2022-12-15', role: null },
      { organization: 'Verwaltungsausschuss', date: '2023-01-13', role: null },
      { organization: 'Stadtrat', date: '2023-02-16', role: null },
    ]);
  });

  it('quotes five paragraphs and replies in nine', () => {
    const record = toRecord('S0386/22', recognise().content);
    expect(record.quotation).toHaveLength(5);
    expect(record.quotation[0]).toMatch(/^Die Oberbürgermeisterin wird beauftragt/);
    expect(record.quotation[4]).toMatch(/zu informieren\.$/);
    expect(record.replyText).toHaveLength(9);
    expect(record.replyText[0]).toMatch(/^Die Ausländerbehörde Magdeburg/);
    expect(record.replyText[8]).toMatch(/KRB-Ausschuss\.$/);
  });

  it('has a hinge with bold "Antrag A0193/22"', () => {
    expect(recognise().content.hinge).toBe('Die Verwaltung nimmt zum **Antrag A0193/22** wie folgt Stellung:');
  });

  it('marks the paper that the reply refers to', () => {
    expect(JSON.stringify(recognise().content.reply)).toContain(
      '{"type":"paperReference","attrs":{"reference":"I0254/15"}}',
    );
  });

  it('loses no word and adds none', () => {
    const { content, reference } = recognise();
    const labels = [
      'Stellungnahme der Verwaltung öffentlich',
      'Stadtamt',
      'Stellungnahme-Nr.',
      'Datum',
      'zum/zur',
      '–',
      'Bezeichnung',
      'Verteiler',
      'Tag',
    ];
    const record = toRecord(reference, content);
    const ours = [
      ...labels,
      ...[
        record.bodyName,
        record.leadUnit,
        record.reference ?? '',
        formatGermanDate(record.date ?? ''),
        record.name,
        record.hinge,
      ],
      ...content.answers.flatMap((answer) => [answer.reference, originatorLine(answer.originators)]),
      ...record.consultations.flatMap((row) => [row.organization, formatGermanDate(row.date ?? '')]),
      ...record.quotation,
      ...record.replyText,
      record.signatory?.name ?? '',
    ];
    const words = (text: string): string[] => text.split(/\s+/).filter(Boolean).sort();
    expect(words(ours.join(' '))).toEqual(words(seedText()));
  });
});
