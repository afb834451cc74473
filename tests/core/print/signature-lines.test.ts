/** The end of a form sheet: whom somebody signs for, and the picture of a handwritten name on issued papers only. */
import { describe, expect, it } from 'vitest';
import { officeProfileSchema } from '../../../src-main/contract/settings/office-profile.ts';
import { formSheet } from '../../../src-main/core/print/form-sheet.ts';
import { builtInProfile } from '../../../src-main/core/office/office-service.ts';
import { sampleRecord } from '../../../src-main/core/statement/sample-record.ts';

/** One black dot. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
const profile = officeProfileSchema.parse({
  ...builtInProfile(),
  signatories: [
    {
      name: 'Erika Muster',
      role: 'Beigeordnete',
      authority: 'Für die Oberbürgermeisterin',
      facsimile: { data: DOT, mimeType: 'image/png', widthPx: 1, heightPx: 1 },
    },
  ],
});
const record = { ...sampleRecord(), signatory: { name: 'Erika Muster', role: 'Beigeordnete', prefix: 'i. V.' } };
const signatureOf = (...args: Parameters<typeof formSheet>) => {
  const { blocks, signaturePicture } = formSheet(...args);
  const at = blocks.findIndex(({ kind }) => kind === 'signature');
  return { above: blocks[at - 1], signature: blocks[at], signaturePicture };
};

describe('the signature of a form sheet', () => {
  it('has the line of authority above the name, tied to it', () => {
    const { above, signature } = signatureOf(record, profile);
    expect(above).toMatchObject({
      kind: 'paragraph',
      content: [{ text: 'Für die Oberbürgermeisterin' }],
      keepWithNext: true,
    });
    expect(signature).toMatchObject({ name: 'i. V. Erika Muster', role: 'Beigeordnete' });
  });

  it('shows the picture on an issue, with words for those who do not see it', () => {
    const { signature, signaturePicture } = signatureOf(record, profile, true);
    expect(signature).toMatchObject({ picture: { alternativeText: 'Unterschrift von Erika Muster', heightMm: 12 } });
    expect(signaturePicture?.data).toBe(DOT);
  });

  it.each([
    ['on a draft', record, false],
    ['beside "gez."', { ...record, signatory: { ...record.signatory, prefix: 'gez.' } }, true],
    ['for somebody else', { ...record, signatory: { ...record.signatory, name: 'Max Anders' } }, true],
  ])('shows no picture %s', (_, other, isIssue) => {
    const { signature, signaturePicture } = signatureOf(other, profile, isIssue);
    expect(signature).not.toHaveProperty('picture');
    expect(signaturePicture).toBeUndefined();
  });
});
