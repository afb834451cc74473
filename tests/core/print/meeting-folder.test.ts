import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../src-main/contract/meeting/shapes.ts';
import { agendaMark, meetingFolder, type FolderEntry } from '../../../src-main/core/print/meeting-folder.ts';
import { combinedLists } from '../../../src-main/core/print/combined-lists.ts';
import type { PrintBlock } from '../../../src-main/core/print/model.ts';
import { textsOfDocument } from '../../../src-main/core/print/texts-of-document.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { idNumber } from '../../support/builders.ts';
import { statementBefore } from '../../support/meeting-office.ts';

const profile = builtInProfile('Stadt Auental');
const meeting: Meeting = {
  id: idNumber(1),
  organizationId: idNumber(2),
  organizationName: 'Stadtrat',
  start: '2026-03-12T17:00',
  location: null,
  state: 'planned',
};
const entry = (reference: string, changes: Partial<FolderEntry> = {}): FolderEntry => ({
  number: '',
  reference,
  name: `Anliegen ${reference}`,
  publicity: 'public',
  issued: { record: statementBefore(reference), profile },
  isWithdrawn: false,
  ...changes,
});
const secret = entry('S0003/26', {
  publicity: 'non-public',
  issued: {
    record: statementBefore('S0003/26', { publicity: 'non-public', name: 'Geheimer Grundstückskauf' }),
    profile,
  },
  name: 'Geheimer Grundstückskauf',
});

const of = <K extends PrintBlock['kind']>(blocks: readonly PrintBlock[], kind: K) =>
  blocks.filter((block): block is Extract<PrintBlock, { kind: K }> => block.kind === kind);

describe('the folder', () => {
  it('names every paper in the contents and why there are no pages of it', () => {
    const entries = [
      entry('S0002/26', { number: '7.1' }),
      entry('S0001/26', { issued: null }),
      entry('S0005/26', { issued: null, isWithdrawn: true }),
      secret,
      entry('S0004/26'),
    ];
    const { blocks } = meetingFolder(meeting, entries, profile, false);
    expect(of(blocks, 'contents')[0]?.entries).toEqual([
      { number: '7.1', reference: 'S0002/26', name: 'Anliegen S0002/26', note: null, part: 0 },
      { number: '', reference: 'S0001/26', name: 'Anliegen S0001/26', note: 'noch nicht ausgefertigt', part: null },
      { number: '', reference: 'S0005/26', name: 'Anliegen S0005/26', note: 'Ausfertigung zurückgezogen', part: null },
      { number: '', reference: 'S0003/26', name: '', note: 'nichtöffentlich, hier nicht enthalten', part: null },
      { number: '', reference: 'S0004/26', name: 'Anliegen S0004/26', note: null, part: 1 },
    ]);
    expect(of(blocks, 'part').map(({ mark }) => mark)).toEqual(['TOP 7.1 · S0002/26', 'S0004/26']);
  });

  it('says nothing of a non-public paper but its number, unless it is asked for', () => {
    const words = (withNonPublic: boolean): string =>
      textsOfDocument(meetingFolder(meeting, [entry('S0001/26'), secret], profile, withNonPublic))
        .map(({ text }) => text)
        .join('\n');
    expect(words(false)).not.toContain('Grundstückskauf');
    expect(words(false)).toContain('Eine nichtöffentliche Stellungnahme ist nicht enthalten.');
    expect(words(true)).toContain('Geheimer Grundstückskauf');
    expect(words(true)).toContain('vertraulich');
    expect(words(true)).toContain('S0003/26 · nichtöffentlich · Stadtrat, 12.03.2026 · Seite {page} von {pages}');
  });

  it('is public when the non-public paper it was asked for has no pages yet', () => {
    const { blocks } = meetingFolder(meeting, [entry('S0001/26'), { ...secret, issued: null }], profile, true);
    expect(of(blocks, 'cover')[0]).toMatchObject({ noticeMarked: false });
  });

  it('says on its cover when the meeting was called off', () => {
    const { blocks } = meetingFolder({ ...meeting, state: 'cancelled' }, [entry('S0001/26')], profile, false);
    expect(of(blocks, 'cover')[0]?.facts).toContainEqual({ label: 'Stand', value: 'abgesagt' });
  });

  it('keeps its footers on one line when the body has a long name', () => {
    const organizationName = 'Ausschuss für kommunale Rechts-, Bürger- und Ordnungsangelegenheiten';
    const { footer, blocks } = meetingFolder({ ...meeting, organizationName }, [entry('S0001/26')], profile, false);
    expect(footer).toBe('Sitzungsmappe 12.03.2026 · Seite {page} von {pages}');
    expect(of(blocks, 'part')[0]?.footer).toBe('S0001/26 · 12.03.2026 · Seite {page} von {pages}');
  });

  it('names a correction in its bookmark', () => {
    const corrected = { record: statementBefore('S0001/26', { edition: 2 }), profile };
    const { blocks } = meetingFolder(meeting, [entry('S0001/26', { issued: corrected })], profile, false);
    expect(of(blocks, 'part')[0]?.title).toBe('S0001/26 – 1. Berichtigung – Anliegen S0001/26');
  });
});

describe('the combined distribution lists', () => {
  it('count the pages of each list alone', () => {
    const papers = ['S0001/26', 'S0002/26'].map((reference) => ({
      number: '',
      record: statementBefore(reference),
      profile,
    }));
    const parts = of(combinedLists(meeting, papers, profile).blocks, 'part');
    expect(parts.map(({ footer }) => footer)).toEqual([
      'S0001/26 · Seite {partPage} von {partPages}',
      'S0002/26 · Seite {partPage} von {partPages}',
    ]);
  });
});

describe('the number on the agenda', () => {
  it.each([
    ['', 'S0001/26'],
    ['7.1', 'TOP 7.1 · S0001/26'],
    ['Ö 12', 'Ö 12 · S0001/26'],
    ['TOP 3', 'TOP 3 · S0001/26'],
  ])('"%s" stands as "%s"', (number, mark) => {
    expect(agendaMark(number, 'S0001/26')).toBe(mark);
  });
});
