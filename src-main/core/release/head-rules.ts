/** Rules about the head of the form: complete, dated, signed by somebody who may. */
import type { SigningScope } from '../../contract/settings/office-profile.ts';
import type { PaperType } from '../../record/basics.ts';
import { entitlementTexts, findingLabels } from '../../contract/release/texts-de.ts';
import { plainParagraphs } from '../../record/rich-text/plain-text.ts';
import { readTypedDate, type IsoDate } from '../../base/german-date.ts';
import { fieldPlace, finding, type ReleaseRule } from './release-rule.ts';

const isBlank = (text: string): boolean => text.trim() === '';

export const headComplete: ReleaseRule = {
  rule: 'field-missing',
  find: ({ reference, content, profile }) => {
    const { labels } = profile;
    const missing: [field: string, label: string][] = [];
    if (reference === null) missing.push(['reference', labels.reference]);
    if (content.date === null && !content.unreadDate) missing.push(['date', labels.date]);
    if (isBlank(content.bodyName)) missing.push(['bodyName', findingLabels.bodyName]);
    if (isBlank(content.leadUnit)) missing.push(['leadUnit', labels.leadUnit]);
    if (isBlank(content.name)) missing.push(['name', labels.name]);
    if (content.answers.every((answer) => isBlank(answer.reference))) missing.push(['answers', labels.answers]);
    if (content.signatory === null) missing.push(['signatory.name', findingLabels.signatory]);
    return missing.map(([field, label]) => finding('field-missing', 'blocking', fieldPlace(field), { label }));
  },
};

export const replyWritten: ReleaseRule = {
  rule: 'reply-missing',
  find: ({ content }) =>
    plainParagraphs(content.reply).length === 0 ? [finding('reply-missing', 'blocking', fieldPlace('reply'))] : [],
};

/** One "@" with something before it and a domain behind; what a domain may be is the post office's matter. */
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

/** People answer to what is printed there. */
export const emailComplete: ReleaseRule = {
  rule: 'email-malformed',
  find: ({ content, profile }) => {
    const text = content.contact.email?.trim() ?? '';
    if (text === '' || EMAIL.test(text)) return [];
    return [finding('email-malformed', 'warning', fieldPlace('contact.email'), { label: profile.labels.email, text })];
  },
};

export const publicityDecided: ReleaseRule = {
  rule: 'publicity-unknown',
  find: ({ content }) =>
    content.publicity === 'unknown' ? [finding('publicity-unknown', 'blocking', fieldPlace('publicity'))] : [],
};

/** A row that nobody decided about does not print in a public paper: that must not happen unnoticed. */
export const consultationsDecided: ReleaseRule = {
  rule: 'consultation-publicity-unknown',
  find: ({ content }) =>
    content.consultations.flatMap(({ publicity, organization }, index) =>
      content.publicity === 'public' && publicity === 'unknown'
        ? [
            finding('consultation-publicity-unknown', 'blocking', fieldPlace(`consultations.${index}.publicity`), {
              row: String(index + 1),
              organization,
            }),
          ]
        : [],
    ),
};

export const consultationsPresent: ReleaseRule = {
  rule: 'consultations-missing',
  find: ({ content }) =>
    content.consultations.length === 0 ? [finding('consultations-missing', 'hint', fieldPlace('consultations'))] : [],
};

export const consultationsDated: ReleaseRule = {
  rule: 'consultation-undated',
  find: ({ content }) =>
    content.consultations.flatMap((row, index) =>
      row.date === null && !row.unreadDate
        ? [
            finding('consultation-undated', 'blocking', fieldPlace(`consultations.${index}.date`), {
              row: String(index + 1),
              organization: row.organization,
            }),
          ]
        : [],
    ),
};

/** The day that the words mean, where no calendar has it. */
function noSuchDay(text: string, today: IsoDate): { readonly day?: string } {
  const found = readTypedDate(text, today);
  return found.kind === 'no-such-day' ? { day: found.day } : {};
}

/** What could not be read is neither a date nor none. */
export const datesReadable: ReleaseRule = {
  rule: 'date-unreadable',
  find: ({ content, profile, today }) =>
    [
      { field: 'date', label: profile.labels.date, text: content.unreadDate },
      ...content.consultations.map(({ organization, unreadDate }, index) => ({
        field: `consultations.${index}.date`,
        label: findingLabels.consultation(index + 1, organization),
        text: unreadDate,
      })),
    ].flatMap(({ field, label, text }) =>
      text
        ? [finding('date-unreadable', 'blocking', fieldPlace(field), { label, text, ...noSuchDay(text, today) })]
        : [],
    ),
};

/** An office that keeps no list of signatories is not asked. */
export const signatoryKnown: ReleaseRule = {
  rule: 'signatory-unknown',
  find: ({ content, profile }) => {
    const { signatory } = content;
    if (signatory === null || profile.signatories.length === 0) return [];
    if (profile.signatories.some(({ name }) => name === signatory.name)) return [];
    return [finding('signatory-unknown', 'warning', fieldPlace('signatory.name'), { name: signatory.name })];
  },
};

const OTHERS_WORK: Readonly<Record<SigningScope, readonly PaperType[]>> = {
  all: [],
  motions: ['inquiry'],
  inquiries: ['motion', 'amendment'],
};

/** Who signs for certain units or on certain papers only, signs no others. */
export const signatoryEntitled: ReleaseRule = {
  rule: 'signatory-not-entitled',
  find: ({ content, profile }) => {
    const { signatory, leadUnit, answers } = content;
    const known = profile.signatories.filter(({ name }) => name === signatory?.name);
    if (!signatory || known.length === 0) return [];
    const forUnit = known.filter(({ units }) => units.length === 0 || units.includes(leadUnit));
    const mayHere = forUnit.some(({ scope }) =>
      answers.every(({ paperType }) => !OTHERS_WORK[scope].includes(paperType)),
    );
    if (mayHere) return [];
    const answered = answers.some(({ paperType }) => paperType === 'inquiry') ? 'inquiries' : 'motions';
    const details = {
      name: signatory.name,
      what: forUnit.length === 0 ? entitlementTexts.unit(leadUnit) : entitlementTexts[answered],
    };
    return [finding('signatory-not-entitled', 'blocking', fieldPlace('signatory.name'), details)];
  },
};
