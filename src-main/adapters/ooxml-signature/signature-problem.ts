import type { FoundSignature } from '../../core/signature-ports.ts';

/** Why a signature does not hold. */
export class SignatureProblem extends Error {
  readonly kind: NonNullable<FoundSignature['problem']>;

  constructor(kind: NonNullable<FoundSignature['problem']>, why: string) {
    super(why);
    this.kind = kind;
  }
}
