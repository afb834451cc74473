/**
 * From what a verifier found to one word for a person. Pure. A file is called valid for the last trusted signer, and only where that signature
 * covers it to its end, or where nothing but validation data and trusted, invisible time stamps follow.
 */
import type { UnjudgedReason, Verdict, VerifiedSignature } from '../../contract/signature/shapes.ts';
import type { ChainVerdict, FoundSignature, FoundSignatures } from '../ports/signature-ports.ts';
import { assertNever } from '../../base/assert-never.ts';

/** `expired-since`: trusted at the time the signer claims, not any more today, and nothing proves that time. */
export type TimedChain = ChainVerdict | 'expired-since';

function ofChain(chain: TimedChain): Verdict {
  switch (chain) {
    case 'trusted':
      return 'valid';
    case 'expired':
    case 'not-yet-valid':
      return 'expired';
    case 'expired-since':
      return 'expired-since';
    case 'untrusted':
      return 'untrusted';
    case 'unsuitable':
      return 'unsuitable';
    case 'not-checkable':
      return 'unsupported';
    default:
      return assertNever(chain);
  }
}

/** `trusted`: for each signature found, whether it is sound and its chain trusted. */
export function isUnchangedAfter({ coversWholeFile, later }: FoundSignature, trusted: readonly boolean[]): boolean {
  return coversWholeFile || (later.isHarmless && later.stamps.every((place) => trusted[place] === true));
}

export function signatureVerdict(
  found: FoundSignature,
  chain: TimedChain,
  { format, unchangedAfter }: { readonly format: 'pdf' | 'docx'; readonly unchangedAfter: boolean },
): { readonly verdict: Verdict; readonly reason: UnjudgedReason | null } {
  if (found.problem === 'unjudged') return { verdict: 'unsupported', reason: found.reason };
  if (found.problem !== null) return { verdict: 'altered', reason: null };
  // In a PDF what was added came later; in a DOCX nobody can know when it came.
  if (!unchangedAfter && found.kind === 'signature')
    return { verdict: format === 'pdf' ? 'added-after-signing' : 'not-covered', reason: null };
  return { verdict: ofChain(chain), reason: chain === 'not-checkable' ? 'chain' : null };
}

export interface FileVerdict {
  readonly verdict: Verdict;
  readonly reason: UnjudgedReason | null;
  /** Place of the signature it speaks of; null where it speaks of the file. */
  readonly decisive: number | null;
}

export function fileVerdict(
  signatures: readonly Pick<VerifiedSignature, 'kind' | 'verdict' | 'reason' | 'valid' | 'trusted'>[],
  unread: FoundSignatures['unread'],
): FileVerdict {
  if (unread !== null)
    return { verdict: unread === 'damaged' ? 'damaged' : 'unsupported', reason: unread, decisive: null };
  const last = (isWanted: (signature: (typeof signatures)[number]) => boolean): number =>
    signatures.findLastIndex((signature) => signature.kind === 'signature' && isWanted(signature));
  const order = [
    last(({ verdict }) => verdict === 'valid'),
    // A trusted signer's paper to which something was added: no later signer whom nobody trusts explains it, and none who broke his own
    // signature makes it red.
    last(({ trusted }) => trusted),
    last(({ verdict }) => verdict === 'altered'),
    last(({ valid }) => valid),
    last(() => true),
  ];
  const decisive = order.find((place) => place !== -1);
  const found = decisive === undefined ? undefined : signatures[decisive];
  if (decisive === undefined || !found) return { verdict: 'unsigned', reason: null, decisive: null };
  return { verdict: found.verdict, reason: found.reason, decisive };
}
