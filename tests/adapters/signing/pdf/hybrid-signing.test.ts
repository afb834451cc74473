/** A signed PDF with tables and streams of cross-references beside each other: a further signature must not hide the first. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGN_PROBLEMS } from '../../../../src-main/contract/signature/texts-de.ts';
import { refusalOf } from '../../../support/builders.ts';
import { sharedMissing, sharedPath } from '../../../support/shared.ts';
import { pdfSigner, request } from '../../../support/signed-pdf.ts';
import { testAuthority, type TestKey } from '../../../support/signing-keys.ts';

describe.skipIf(sharedMissing)('a signed PDF with two directories of its parts', () => {
  const authority = testAuthority();
  let made: TestKey;
  beforeAll(() => {
    made = authority.make('ec', 'Ida Beispiel');
  });
  afterAll(() => authority.remove());

  it('is not signed once more, and the reason is said', async () => {
    const file = new Uint8Array(readFileSync(sharedPath('cases', 'signed-hybrid-xref.pdf')));
    const refusal = await refusalOf(() => pdfSigner.sign(file, request(made.key)));
    expect(refusal).toMatchObject({ code: 'document-not-signable', details: { problem: SIGN_PROBLEMS.hybrid } });
  });
});
