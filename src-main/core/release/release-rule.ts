/** The seam of the release check: every rule is a pure function that names what it looks for and answers what it found. */
import type { Finding, FindingPlace, FindingRule, FindingSeverity } from '../../contract/release/shapes.ts';
import type { ReleaseSubject } from './release-subject.ts';

export interface ReleaseRule {
  readonly rule: FindingRule;
  find(subject: ReleaseSubject): readonly Finding[];
}

export const fieldPlace = (field: string): FindingPlace => ({ field, blockId: null, start: 0, end: 0 });

const LONGEST_KEY = 400;

/** Tells long keys apart that begin alike (FNV-1a, 32 bits). */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}

/** The key is made of rule, place and words, so that an accepted finding is known again after another check. */
export function finding(
  rule: FindingRule,
  severity: FindingSeverity,
  place: FindingPlace,
  details: Readonly<Record<string, string>> = {},
): Finding {
  const words = Object.values(details).join('|');
  const whole = [rule, place.field, place.blockId ?? '', words].join(':');
  const key = whole.length <= LONGEST_KEY ? whole : `${whole.slice(0, LONGEST_KEY - 10)}:${checksum(whole)}`;
  return { key, rule, severity, place, details: { ...details } };
}
