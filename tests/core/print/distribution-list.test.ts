import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  officeProfileSchema,
  PROFILE_SCHEMA,
  type OfficeProfile,
} from '../../../src-main/contract/settings/office-profile.ts';
import { distributionList } from '../../../src-main/core/print/distribution-list.ts';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';

const profile = builtInProfile();
const profileWith = (changes: object): OfficeProfile =>
  officeProfileSchema.parse({ schema: PROFILE_SCHEMA, bodyName: 'Auental', ...changes });

describe('the distribution list', () => {
  it('gives body, day, weekday, role, a box to tick and room to sign', () => {
    const record = {
      ...sampleRecord(),
      consultations: [
        { organization: 'Stadtrat', date: '2026-02-05', role: 'Kenntnisnahme' },
        { organization: 'Beirat', date: null, role: null },
      ],
    };
    const register = distributionList(record, profile).blocks.find((block) => block.kind === 'register');
    expect(register).toMatchObject({
      header: ['Empfänger', 'Tag', 'Wochentag', 'Zuständigkeit', 'Erledigt', 'Empfang bestätigt'],
      rows: [
        ['Stadtrat', '05.02.2026', 'Donnerstag', 'Kenntnisnahme', '☐', ''],
        ['Beirat', '', '', '', '☐', ''],
      ],
    });
  });

  it('fills the width of the page in every profile', () => {
    const margins = fc.record({
      marginLeftMm: fc.integer({ min: 15, max: 40 }),
      marginRightMm: fc.integer({ min: 10, max: 40 }),
    });
    fc.assert(
      fc.property(margins, (style) => {
        const office = profileWith({ style });
        for (const document of [distributionList(sampleRecord(), office), formSheet(sampleRecord(), office)]) {
          for (const block of document.blocks) {
            if (block.kind !== 'register' && block.kind !== 'grid') continue;
            const width = block.columnsMm.reduce((sum, column) => sum + column, 0);
            expect(width).toBeCloseTo(210 - style.marginLeftMm - style.marginRightMm, 6);
            expect(Math.min(...block.columnsMm)).toBeGreaterThan(0);
          }
        }
      }),
    );
  });

  it('takes all its labels from the profile', () => {
    const office = profileWith({
      labels: { distributionTitle: 'Umlauf', distributionBody: 'An', page: 'S. {page}/{pages}' },
    });
    const document = distributionList(sampleRecord(), office);
    expect(document.properties.title).toBe('Umlauf S0001/26 – Sachstand');
    expect(document.footer).toBe('S0001/26 · S. {page}/{pages}');
    expect(document.blocks[1]).toMatchObject({ kind: 'title', text: 'Umlauf' });
  });
});
