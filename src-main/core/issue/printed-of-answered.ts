/** What a statement prints of the papers it answers. It stands with those papers, and so changes without the statement. */
import { canonicalJson } from '../../base/canonical-json.ts';
import type { StatementContent } from '../../contract/statement/shapes.ts';
import type { Ports } from '../ports/ports.ts';

/** Equal where the same would print. */
export const answeredDigest = (
  { sha256 }: Pick<Ports, 'sha256'>,
  { answers, receivedOn }: Pick<StatementContent, 'answers' | 'receivedOn'>,
): string => sha256(canonicalJson({ answers, receivedOn }));
