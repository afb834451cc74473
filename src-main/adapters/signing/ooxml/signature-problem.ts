import type { UnjudgedReason } from '../../../contract/signature/shapes.ts';

/** Why a signature does not hold: certain, or a reason why it could not be judged. */
export type ProblemKind = 'digest-wrong' | 'signature-wrong' | UnjudgedReason;

export class SignatureProblem extends Error {
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, why: string) {
    super(why);
    this.kind = kind;
  }
}

/** Why the package itself cannot be read. */
export class PackageProblem extends Error {
  readonly reason: UnjudgedReason;

  constructor(reason: UnjudgedReason, why: string) {
    super(why);
    this.reason = reason;
  }
}
