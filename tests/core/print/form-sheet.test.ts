import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  officeProfileSchema,
  PROFILE_SCHEMA,
  type OfficeProfile,
} from '../../../src-main/contract/settings/office-profile.ts';
import { answersLine, formSheet } from '../../../src-main/core/print/form-sheet.ts';
import type { GridRow, PrintDocument } from '../../../src-main/core/print/model.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';
import { anyRecord } from '../../support/arbitrary-record.ts';
import { paragraph, richText } from '../../support/builders.ts';

const profile = builtInProfile();
const profileWith = (changes: object): OfficeProfile =>
  officeProfileSchema.parse({ schema: PROFILE_SCHEMA, bodyName: 'Auental', ...changes });

const gridOf = (document: PrintDocument): readonly GridRow[] =>
  document.blocks.flatMap((block) => (block.kind === 'grid' ? block.rows : []));
const cells = (row: GridRow | undefined): string[] => (row?.cells ?? []).map((cell) => cell.text);
const kinds = (document: PrintDocument): string[] => document.blocks.map((block) => block.kind);

describe('the form sheet', () => {
  it('has its parts in the order of the form', () => {
    expect(kinds(formSheet(sampleRecord(), profile))).toEqual([
      'letterhead',
      'title',
      'grid',
      'register',
      'heading',
      'quotation',
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'bullets',
      'table',
      'signature',
    ]);
  });

  it('puts lead unit, number and day under their labels', () => {
    const [labels, values] = gridOf(formSheet(sampleRecord(), profile));
    expect(cells(labels)).toEqual(['Stadtamt', 'Stellungnahme-Nr.', 'Datum']);
    expect(cells(values)).toEqual(['FB 1', 'S0001/26', '15.01.2026']);
  });

  it('calls a paper without number a draft and leaves a missing day empty', () => {
    const document = formSheet({ ...sampleRecord(), reference: null, date: null }, profile);
    expect(cells(gridOf(document)[1])).toEqual(['FB 1', 'Entwurf', '']);
    expect(document.footer).toBe('Entwurf · Seite {page} von {pages}');
  });

  it('says on every page that a paper is not public', () => {
    const document = formSheet({ ...sampleRecord(), publicity: 'non-public' }, profile);
    expect(document.footer).toBe('S0001/26 · nichtöffentlich · Seite {page} von {pages}');
    expect(document.blocks[1]).toMatchObject({ aside: 'nichtöffentlich', asideMarked: true });
    expect(formSheet(sampleRecord(), profile).blocks[1]).toMatchObject({ aside: 'öffentlich', asideMarked: false });
  });

  it('prints one line for each answered paper with its originators', () => {
    const originator = { organization: '', person: '', function: '' };
    const answer = {
      paperType: 'motion' as const,
      originatorOrganization: null,
      originatorPerson: null,
      originatorFunction: null,
    };
    const line = answersLine({
      ...sampleRecord(),
      answers: [
        {
          ...answer,
          reference: 'A0001/26',
          originators: [
            { ...originator, printed: 'Fraktion A' },
            { ...originator, printed: 'Beirat' },
          ],
        },
        { ...answer, reference: 'F0002/26', originators: [] },
      ],
    });
    expect(line).toBe('A0001/26 – Fraktion A; Beirat\nF0002/26');
  });

  it('names the quotation after what is answered', () => {
    const answer = {
      reference: 'F1',
      paperType: 'inquiry' as const,
      originators: [],
      originatorOrganization: null,
      originatorPerson: null,
      originatorFunction: null,
    };
    const headings = formSheet({ ...sampleRecord(), answers: [answer] }, profile).blocks.filter(
      (block) => block.kind === 'heading',
    );
    expect(headings[0]).toMatchObject({ content: [{ text: 'Anfrage' }] });
  });

  it('prints the rows of the head in the order of the profile, contact fields only where they hold something', () => {
    const office = profileWith({ headRows: ['name', 'contact'], contactFields: ['room', 'clerk', 'telephone'] });
    const contact = { ...sampleRecord().contact, clerk: 'Frau Muster', room: '12' };
    expect(gridOf(formSheet({ ...sampleRecord(), contact }, office)).map(cells)).toEqual([
      ['Bezeichnung'],
      ['Sachstand'],
      ['Zimmer', 'Bearbeitung'],
      ['12', 'Frau Muster'],
    ]);
  });

  it('fills the six columns of every row of the head, whatever the profile asks for', () => {
    const fields = fc.subarray(['ourSign', 'clerk', 'room', 'telephone', 'email'] as const);
    fc.assert(
      fc.property(anyRecord, fields, (record, contactFields) => {
        const office = profileWith({ headRows: ['identity', 'answers', 'name', 'contact'], contactFields });
        for (const row of gridOf(formSheet(record, office))) {
          expect(row.cells.reduce((sum, cell) => sum + cell.span, 0)).toBe(6);
        }
      }),
    );
  });

  it('marks the hinge in bold where the record does', () => {
    const hinge = formSheet(sampleRecord(), profile).blocks[7];
    expect(hinge).toEqual({
      kind: 'paragraph',
      content: [
        { kind: 'text', text: 'Die Verwaltung nimmt zum ' },
        { kind: 'text', text: 'Antrag A0001/26', bold: true },
        { kind: 'text', text: ' wie folgt Stellung:' },
      ],
      keepWithNext: true,
    });
  });

  it('keeps the last paragraph with the signature, and the name with its prefix', () => {
    const record = {
      ...sampleRecord(),
      reply: richText('Ende'),
      signatory: { prefix: 'gez.', name: 'Ada Beispiel', role: null },
    };
    const [last, signature] = formSheet(record, profile).blocks.slice(-2);
    expect(last).toMatchObject({ kind: 'paragraph', keepWithNext: true });
    expect(signature).toEqual({ kind: 'signature', name: 'gez. Ada Beispiel', role: null });
  });

  it('leaves out parts that hold nothing', () => {
    const bare = {
      ...sampleRecord(),
      consultations: [],
      quotationRich: richText(paragraph('  ')),
      hinge: '',
      reply: richText(),
      signatory: null,
    };
    expect(kinds(formSheet(bare, profile))).toEqual(['letterhead', 'title', 'grid', 'heading']);
  });

  it('is plain JSON and the same for the same record', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const document = formSheet(record, profile);
        expect(JSON.parse(JSON.stringify(document))).toEqual(document);
        expect(formSheet(structuredClone(record), profile)).toEqual(document);
      }),
    );
  });
});
