/** The seam of the release check: every rule is a pure function that names what it looks for and answers what it found. */
import type { Finding, FindingPlace, FindingRule, FindingSeverity } from '../../contract/release.ts';
import type { ReleaseSubject } from './release-subject.ts';

export interface ReleaseRule {
  readonly rule: FindingRule;
  find(subject: ReleaseSubject): readonly Finding[];
}

export const fieldPlace = (field: string): FindingPlace => ({ field, blockId: null, start: 0, end: 0 });

/** The key is made of rule, place and words, so that an accepted finding is known again after another check. */
export function finding(
  rule: FindingRule,
  severity: FindingSeverity,
  place: FindingPlace,
  details: Readonly<Record<string, string>> = {},
): Finding {
  const words = Object.values(details).join('|');
  const key = [rule, place.field, place.blockId ?? '', words].join(':').slice(0, 400);
  return { key, rule, severity, place, details: { ...details } };
}
