/** From what a verifier found to one word for a person. Pure. */
import type { Verdict } from '../../contract/signature.ts';
import type { ChainVerdict, FoundSignature } from '../signature-ports.ts';
import { assertNever } from '../assert-never.ts';

/** Worst first: the verdict on a file is the worst of its signatures. */
const ORDER: readonly Verdict[] = [
  'damaged',
  'altered',
  'altered-after-signing',
  'unsupported',
  'expired',
  'untrusted',
  'valid',
];

function ofChain(chain: ChainVerdict): Verdict {
  switch (chain) {
    case 'trusted':
      return 'valid';
    case 'expired':
    case 'not-yet-valid':
      return 'expired';
    case 'untrusted':
    case 'unsuitable':
      return 'untrusted';
    default:
      return assertNever(chain);
  }
}

export function signatureVerdict(found: FoundSignature, chain: ChainVerdict): Verdict {
  if (!found.valid) {
    if (found.problem === 'unsupported') return 'unsupported';
    return found.problem === 'damaged' ? 'damaged' : 'altered';
  }
  return found.changedAfter ? 'altered-after-signing' : ofChain(chain);
}

export function fileVerdict(verdicts: readonly Verdict[]): Verdict {
  return ORDER.find((verdict) => verdicts.includes(verdict)) ?? 'unsigned';
}
