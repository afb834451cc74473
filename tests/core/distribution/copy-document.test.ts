/** What each kind of copy shows, from record and profile alone. */
import { describe, expect, it } from 'vitest';
import type { OfficeProfile } from '../../../src-main/contract/settings/office-profile.ts';
import { copyFileNames } from '../../../src-main/core/distribution/copy-file-name.ts';
import { copyDocument, copyMark, type CopyOf } from '../../../src-main/core/distribution/copy-document.ts';
import { combinedDocument } from '../../../src-main/core/distribution/combined-copies.ts';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { textsOfDocument } from '../../../src-main/core/print/texts-of-document.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { printedSample } from '../../../src-main/core/settings/printed-sample.ts';

const profile = builtInProfile('Stadt Prüfingen');
const record = printedSample(profile);
const copy = (copyKind: CopyOf['copyKind'], name = 'Stadtrat', changes: Partial<CopyOf> = {}): CopyOf => ({
  copyKind,
  copies: 1,
  followUp: null,
  recipient: { kind: 'external', name, lines: [], email: '' },
  ...changes,
});
const all = [copy('original'), copy('copy', 'Fraktion Neue Mitte', { copies: 2 }), copy('draft', 'FB 61')];
const textOf = (each: CopyOf, office: OfficeProfile = profile): string =>
  textsOfDocument(copyDocument(record, office, each, all))
    .map(({ text }) => text)
    .join('\n');

describe('a copy', () => {
  it('is the form sheet itself when it is the original', () => {
    expect(copyDocument(record, profile, copy('original'), all)).toEqual(formSheet(record, profile, true));
  });

  it('says under the title for whom an Abdruck is', () => {
    const document = copyDocument(record, profile, copy('copy', 'Fraktion Neue Mitte'), all);
    expect(document.blocks[2]).toEqual({
      kind: 'paragraph',
      content: [{ kind: 'text', text: 'Abdruck für: Fraktion Neue Mitte', bold: true }],
    });
    expect(document.properties.title).toMatch(/ – Abdruck für: Fraktion Neue Mitte$/);
  });

  it('names all recipients on the Entwurf only', () => {
    expect(textOf(copy('draft', 'FB 61'))).toContain(
      'Stadtrat (Original)\n2 × Fraktion Neue Mitte (Abdruck)\nFB 61 (Entwurf)',
    );
    expect(textOf(copy('draft', 'FB 61'))).toContain('Entwurf – verbleibt bei den Akten');
    for (const kind of ['copy', 'follow-up'] as const) expect(textOf(copy(kind))).not.toContain('(Original)');
  });

  it('says on the Wiedervorlage when it comes back, and without a day what it is', () => {
    const dated = textOf(copy('follow-up', 'FB 61', { followUp: '2026-05-04' }));
    expect(dated).toContain('Wiedervorlage am 04.05.2026');
    expect(dated).toContain('Bitte am 04.05.2026 wieder vorlegen.');
    expect(copyMark(copy('follow-up'), profile.copies)).toBe('Wiedervorlage');
    expect(textOf(copy('follow-up'))).not.toContain('wieder vorlegen');
  });

  it('leaves out what the office hides in a kind', () => {
    const { visibility } = profile.copies;
    const hidden = {
      quotation: false,
      reply: false,
      signature: false,
      attachments: false,
      recipients: false,
      followUpNote: false,
    };
    const bare: OfficeProfile = {
      ...profile,
      copies: { ...profile.copies, visibility: { ...visibility, copy: hidden } },
    };
    const kinds = copyDocument(record, bare, copy('copy'), all).blocks.map(({ kind }) => kind);
    expect(kinds).toEqual(['letterhead', 'title', 'paragraph', 'grid', 'register']);
    expect(textOf(copy('copy'), bare)).not.toContain('Anlage 1');
    expect(textOf(copy('draft'), bare)).toContain('Anlage 1');
  });

  it('reads a profile from before there were copies', () => {
    expect(profile.copies.visibility.draft).toMatchObject({ recipients: true, followUpNote: false });
    expect(profile.copies.visibility['follow-up']).toMatchObject({ recipients: false, followUpNote: true });
    expect(profile.copies.fileName).toBe('{reference}-{kind}-{recipient}');
  });
});

describe('all copies in one document', () => {
  it('repeats a copy as often as it is wanted, each with its own footer', () => {
    const parts = all.map((each) => ({ document: copyDocument(record, profile, each, all), copies: each.copies }));
    const { blocks, footer } = combinedDocument('Kopien', parts, true);
    const pieces = blocks.flatMap((block) => (block.kind === 'piece' ? [block] : []));
    expect(pieces.map(({ index, startsOnFront }) => [index, startsOnFront])).toEqual(
      [0, 1, 2, 3].map((n) => [n, true]),
    );
    expect(pieces.every((piece) => piece.footer.includes('{pages}'))).toBe(true);
    expect(footer).toBe('');
  });
});

describe('names of files', () => {
  it('follow the pattern, without signs that file systems refuse, each its own', () => {
    const names = copyFileNames('S0001-26', '{kind} {recipient} ({reference})', [
      copy('copy', 'Amt 1/2: "Bau"'),
      copy('copy', 'amt 1-2- -bau-'),
      copy('draft', 'Rat.'),
    ]);
    expect(names).toEqual([
      'Abdruck Amt 1-2- -Bau- (S0001-26).pdf',
      'Abdruck amt 1-2- -bau- (S0001-26) 2.pdf',
      'Entwurf Rat. (S0001-26).pdf',
    ]);
  });
});
