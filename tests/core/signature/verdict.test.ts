import { describe, expect, it } from 'vitest';
import type { Verification, VerifiedSignature } from '../../../src-main/contract/signature/shapes.ts';
import { coverageSentence, verificationSentence } from '../../../src-main/contract/signature/texts-de.ts';
import { fileVerdict, isUnchangedAfter, signatureVerdict } from '../../../src-main/core/signature/verdict.ts';
import type { FoundSignature } from '../../../src-main/core/ports/signature-ports.ts';

const found = (more: Partial<FoundSignature> = {}): FoundSignature => ({
  kind: 'signature',
  certificates: [],
  claimedAt: null,
  stampedAt: null,
  stampCertificates: [],
  format: 'baseline',
  valid: true,
  problem: null,
  reason: null,
  coversWholeFile: true,
  revision: 1,
  signedLength: 10,
  added: [],
  later: { isHarmless: true, stamps: [] },
  certification: null,
  locksFields: false,
  ...more,
});
type Judged = Pick<VerifiedSignature, 'kind' | 'verdict' | 'reason' | 'valid' | 'trusted'>;
const judged = (verdict: VerifiedSignature['verdict'], more: Partial<Judged> = {}): Judged => ({
  kind: 'signature',
  verdict,
  reason: null,
  valid: !['altered', 'unsupported'].includes(verdict),
  trusted: ['valid', 'added-after-signing'].includes(verdict),
  ...more,
});

const verified: VerifiedSignature = {
  ...{ kind: 'signature', signer: '', time: null, timeIsProven: false, level: 'B-B', valid: true },
  ...{ coversWholeFile: true, revision: 1, unchangedAfter: true, added: [], trusted: false, verdict: 'untrusted' },
  ...{ reason: null, certification: null, locksFields: false, certificate: null },
};

describe('what follows a signature', () => {
  it('is harmless only with every stamp in it trusted', () => {
    const signature = found({ coversWholeFile: false, later: { isHarmless: true, stamps: [1, 2] } });
    expect(isUnchangedAfter(signature, [true, true, true])).toBe(true);
    expect(isUnchangedAfter(signature, [true, true, false])).toBe(false);
    expect(isUnchangedAfter(signature, [true, true])).toBe(false);
    expect(isUnchangedAfter(found({ coversWholeFile: false, later: { isHarmless: false, stamps: [] } }), [true])).toBe(
      false,
    );
  });

  it('is an addition in a PDF, and not covered in a DOCX, which knows no order', () => {
    const trusted = 'trusted' as const;
    expect(signatureVerdict(found(), trusted, { format: 'pdf', unchangedAfter: false }).verdict).toBe(
      'added-after-signing',
    );
    expect(signatureVerdict(found(), trusted, { format: 'docx', unchangedAfter: false }).verdict).toBe('not-covered');
  });
});

describe('the verdict on a file', () => {
  it.each<[string, Judged[], Verification['verdict'], number | null]>([
    ['speaks for the last trusted signer', [judged('valid'), judged('valid')], 'valid', 1],
    ['is not spoilt by a stranger who signed before', [judged('untrusted'), judged('valid')], 'valid', 1],
    [
      'is not lifted by a stranger who signed later',
      [judged('added-after-signing'), judged('untrusted')],
      'added-after-signing',
      0,
    ],
    [
      'is not lifted by a time stamp',
      [judged('added-after-signing'), judged('valid', { kind: 'time-stamp' })],
      'added-after-signing',
      0,
    ],
    [
      'is altered where one does not fit and nobody who is trusted signed',
      [judged('altered'), judged('untrusted')],
      'altered',
      0,
    ],
    ['is not made red by a stranger’s broken signature', [judged('valid'), judged('altered')], 'valid', 0],
    ['of a time stamp alone is that nobody signed', [judged('valid', { kind: 'time-stamp' })], 'unsigned', null],
    [
      'goes by the last that fits where nobody is trusted',
      [judged('untrusted'), judged('unsupported', { reason: 'format' })],
      'untrusted',
      0,
    ],
    [
      'without any that could be judged is that',
      [judged('unsupported', { reason: 'weak-algorithm' })],
      'unsupported',
      0,
    ],
  ])('%s', (_, signatures, verdict, decisive) => {
    expect(fileVerdict(signatures, null)).toMatchObject({ verdict, decisive });
  });

  it('that could not be read is not checkable, and damaged only where that is certain', () => {
    expect(fileVerdict([], 'file-unreadable')).toEqual({
      verdict: 'unsupported',
      reason: 'file-unreadable',
      decisive: null,
    });
    expect(fileVerdict([], 'damaged')).toEqual({ verdict: 'damaged', reason: 'damaged', decisive: null });
  });
});

describe('the sentence', () => {
  const line = (
    more: Partial<VerifiedSignature>,
  ): Pick<VerifiedSignature, 'revision' | 'coversWholeFile' | 'unchangedAfter' | 'added'> => ({
    revision: 1,
    coversWholeFile: false,
    unchangedAfter: false,
    added: [],
    ...more,
  });

  it('says which version a signature covers and what came later', () => {
    expect(coverageSentence(line({ coversWholeFile: true }), 1)).toBe('umfasst die ganze Datei');
    expect(coverageSentence(line({ added: ['signature'] }), 2)).toBe(
      'umfasst Fassung 1 von 2; danach angefügt: eine weitere Unterschrift',
    );
    expect(coverageSentence(line({ unchangedAfter: true, added: ['validation-data'] }), 2)).toBe(
      'danach nicht geändert (nur hinzugekommen: Einträge im Verzeichnis der Prüfdaten)',
    );
  });

  it('gives one cause, and never calls damaged what could not be read', () => {
    const of = (verdict: Verification['verdict'], reason: Verification['reason']): string =>
      verificationSentence({ format: 'pdf', verdict, reason, decisive: null, signatures: [] });
    expect(of('unsupported', 'too-large')).toBe(
      'Nicht prüfbar: Die Datei oder ihre Unterschrift ist größer, als Stellwerk prüfen kann.',
    );
    expect(of('unsupported', 'file-unreadable')).not.toMatch(/beschädigt/);
    expect(of('not-covered', null)).toMatch(/^Nicht umfasst/);
    expect(of('added-after-signing', null)).toBe('Nach der Unterschrift wurde etwas angefügt.');
  });

  it('name what the signer forbade, and what is broken beside the signature they speak of', () => {
    const line = (more: Partial<VerifiedSignature>): VerifiedSignature => ({ ...verified, ...more });
    const added = line({ verdict: 'added-after-signing', certification: 'no-changes', added: ['page-content'] });
    const sentence = (...signatures: VerifiedSignature[]): string =>
      verificationSentence({
        format: 'pdf',
        verdict: signatures[0]?.verdict ?? 'unsigned',
        reason: null,
        decisive: 0,
        signatures,
      });
    expect(sentence(added)).toBe(
      'Nach der Unterschrift wurde etwas angefügt. Hinzugekommen: Inhalt auf Seiten. Wer unterschrieben hat, hat jede weitere Änderung ausgeschlossen.',
    );
    const stamp = line({ kind: 'time-stamp', verdict: 'altered' });
    const ending = 'Ein Zeitstempel in der Datei passt nicht zu ihr.';
    expect(sentence(line({ verdict: 'untrusted' }), stamp)).toMatch(new RegExp(`${ending}$`));
    expect(sentence(line({ verdict: 'untrusted' }), line({ kind: 'time-stamp', verdict: 'untrusted' }))).not.toContain(
      ending,
    );
    expect(sentence(line({ verdict: 'valid' }), line({ verdict: 'altered', signer: 'Ida Beispiel' }))).toMatch(
      /Die Unterschrift von Ida Beispiel passt nicht zum Dokument\.$/,
    );
  });
});
