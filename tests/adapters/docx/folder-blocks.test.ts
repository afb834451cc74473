import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createDocxWriter } from '../../../src-main/adapters/docx/docx-writer.ts';
import type { Meeting } from '../../../src-main/contract/meeting/shapes.ts';
import { meetingFolder } from '../../../src-main/core/print/meeting-folder.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { idNumber } from '../../support/builders.ts';
import { statementBefore } from '../../support/meeting-office.ts';

const profile = builtInProfile('Stadt Auental');
const meeting: Meeting = {
  id: idNumber(1),
  organizationId: idNumber(2),
  organizationName: 'Stadtrat',
  start: '2026-03-12T17:00',
  location: 'Rathaus',
  state: 'planned',
};

describe('a folder in Word', () => {
  it('says everything the PDF says, every paper on a page of its own', async () => {
    const entries = ['S0001/26', 'S0002/26', 'S0003/26'].map((reference, index) => ({
      number: index === 0 ? '7.1' : '',
      reference,
      name: `Anliegen ${reference}`,
      publicity: 'public' as const,
      issued: index === 2 ? null : { record: statementBefore(reference), profile },
      isWithdrawn: false,
    }));
    const bytes = await createDocxWriter().write(meetingFolder(meeting, entries, profile, false), null);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const words = xml.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const said of [
      'Sitzungsmappe',
      'Tag: Donnerstag, 12.03.2026',
      'Ort: Rathaus',
      'Diese Mappe enthält öffentliche Unterlagen.',
      '7.1 – S0001/26 – Anliegen S0001/26',
      'S0003/26 – Anliegen S0003/26 – noch nicht ausgefertigt',
      'TOP 7.1 · S0001/26',
    ]) {
      expect(words).toContain(said);
    }
    expect(words.match(/Stellungnahme der Verwaltung/g)).toHaveLength(2);
    // After the cover and before either paper.
    expect(xml.match(/<w:br w:type="page"\/>/g)).toHaveLength(3);
  });
});
