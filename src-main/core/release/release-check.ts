/** The release check: every rule on one subject. A new rule is added to this list and has its sentence in `contract/release/texts-de.ts`. */
import type { Acceptance, Finding, FindingRule, ReleaseCheck } from '../../contract/release/shapes.ts';
import {
  consultationsDated,
  consultationsDecided,
  consultationsPresent,
  datesReadable,
  emailComplete,
  headComplete,
  publicityDecided,
  replyWritten,
  signatoryEntitled,
  signatoryKnown,
} from './head-rules.ts';
import {
  attachmentNamesHonest,
  attachmentsArrived,
  attachmentsDecided,
  attachmentsPublic,
  noComments,
  noHiddenText,
  noPersonalData,
  attachmentsExamined,
  noTrackedChanges,
  noUserNames,
} from './publishing-rules.ts';
import { headingsAnswered, pointsAnswered, pointsLeadSomewhere, pointsUnchanged } from './point-rules.ts';
import { kindAsAnswered, recommendationFits, titlesAsNamed } from './consistency-rules.ts';
import {
  announcedDaysAhead,
  consultationsInOrder,
  consultationsOnWorkdays,
  dueAfterDecision,
  weekdaysFit,
} from './date-rules.ts';
import {
  dutiesNamed,
  moreThanHeadings,
  noGreeting,
  plainWords,
  referencesKnown,
  sentencesShort,
} from './style-rules.ts';
import { spellingChecked, wordsSpelled } from './spelling-rule.ts';
import { clockPlausible } from './clock-rule.ts';
import { sharesAddUp, sumsAddUp } from './figure-rules.ts';
import type { ReleaseRule } from './release-rule.ts';
import type { ReleaseSubject } from './release-subject.ts';
import { datesComplete, everythingPrintable, noImpossibleDate, noOpenPlaceholder } from './text-rules.ts';

const RULES: readonly ReleaseRule[] = [
  publicityDecided,
  headComplete,
  replyWritten,
  moreThanHeadings,
  pointsAnswered,
  pointsUnchanged,
  pointsLeadSomewhere,
  headingsAnswered,
  emailComplete,
  consultationsPresent,
  consultationsDated,
  consultationsDecided,
  datesReadable,
  signatoryKnown,
  signatoryEntitled,
  noOpenPlaceholder,
  everythingPrintable,
  noImpossibleDate,
  datesComplete,
  weekdaysFit,
  consultationsInOrder,
  consultationsOnWorkdays,
  announcedDaysAhead,
  dueAfterDecision,
  titlesAsNamed,
  kindAsAnswered,
  recommendationFits,
  sumsAddUp,
  sharesAddUp,
  noGreeting,
  referencesKnown,
  dutiesNamed,
  sentencesShort,
  plainWords,
  wordsSpelled,
  spellingChecked,
  attachmentsArrived,
  attachmentNamesHonest,
  attachmentsPublic,
  attachmentsDecided,
  noPersonalData,
  attachmentsExamined,
  noTrackedChanges,
  noComments,
  noHiddenText,
  noUserNames,
  clockPlausible,
];
export const RULE_NAMES: readonly FindingRule[] = RULES.map(({ rule }) => rule);

const WEIGHT: Record<Finding['severity'], number> = { blocking: 0, warning: 1, hint: 2 };

/** Heaviest first; the same finding at the same words is told once. */
export function checkRelease(subject: ReleaseSubject): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const rule of RULES)
    for (const found of rule.find(subject)) if (!findings.has(found.key)) findings.set(found.key, found);
  return [...findings.values()].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

export function releaseCheck(revision: number, findings: readonly Finding[]): ReleaseCheck {
  return {
    revision,
    findings: [...findings],
    isClean: findings.every(({ severity }) => severity === 'hint'),
    isReleasable: findings.every(({ severity }) => severity !== 'blocking'),
  };
}

/** What still stands in the way: blocking findings, and warnings that nobody has accepted with a reason. */
export function openFindings(findings: readonly Finding[], acceptances: readonly Acceptance[]): readonly Finding[] {
  const accepted = new Set(acceptances.map(({ key }) => key));
  return findings.filter(
    ({ severity, key }) => severity === 'blocking' || (severity === 'warning' && !accepted.has(key)),
  );
}
