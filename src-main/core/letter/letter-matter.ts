/** What a letter is about: a statement with what it answers, or a motion or inquiry that has no statement yet. Pure. */
import type { Contact, Consultation, DraftPublicity, Originator, PaperType, Signatory } from '../../record/basics.ts';
import type { IsoDate } from '../../base/german-date.ts';
import { NO_CONTACT } from '../../record/basics.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { LetterPlaceholder } from '../../contract/letter/kinds.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { letterWords } from '../../contract/letter/texts-de.ts';
import type { Paper } from '../paper/paper.ts';
import { originatorLine } from '../statement/originator-line.ts';
import type { LoadedStatement } from '../statement/statement-draft.ts';

export interface LetterMatter {
  /** Number of the statement; null as long as there is none. */
  readonly reference: string | null;
  readonly name: string;
  readonly publicity: DraftPublicity;
  readonly leadUnit: string;
  readonly answered: readonly {
    readonly reference: string;
    readonly paperType: PaperType;
    readonly date: IsoDate | null;
    readonly originators: readonly Originator[];
  }[];
  readonly consultations: readonly Consultation[];
  readonly signatory: Signatory | null;
  readonly contact: Contact;
}

const answeredOf = (paper: Paper): LetterMatter['answered'][number] => ({
  reference: paper.reference ?? '',
  paperType: paper.paperType,
  date: paper.date,
  originators: paper.originators,
});

/** Non-public steps of a public paper stay inside the office. */
const shownConsultations = (paper: Paper): Consultation[] =>
  paper.consultations.filter((row) => paper.publicity === 'non-public' || row.publicity === 'public');

export function statementMatter({ paper, statement, answered }: LoadedStatement): LetterMatter {
  return {
    reference: paper.reference,
    name: paper.name,
    publicity: paper.publicity,
    leadUnit: paper.leadUnit,
    answered: answered.map(answeredOf),
    consultations: shownConsultations(paper),
    signatory: statement.signatory,
    contact: statement.contact,
  };
}

export function paperMatter(paper: Paper): LetterMatter {
  return {
    reference: null,
    name: paper.name,
    publicity: paper.publicity,
    leadUnit: paper.leadUnit,
    answered: [answeredOf(paper)],
    consultations: shownConsultations(paper),
    signatory: null,
    contact: NO_CONTACT,
  };
}

/** The consultation in the recipient's body, else the next one on or after the day. */
export function nextConsultation(matter: LetterMatter, day: IsoDate, organization: string): Consultation | undefined {
  const dated = matter.consultations
    .filter((row) => row.date !== null && row.date >= day)
    .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  return dated.find((row) => row.organization === organization) ?? dated[0];
}

/** "zur Anfrage" but "zum Antrag": nouns on -e, -ung, -ion and the like are feminine, and so are the shipped names of papers. */
const isFeminine = (noun: string): boolean => /(e|ung|ion|heit|keit|schaft|tät)$/i.test(noun.trim());

function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${letterWords.and} ${last}`;
}

export interface LetterOccasion {
  readonly date: IsoDate;
  readonly deadline: IsoDate | null;
  readonly newDeadline: IsoDate | null;
  readonly recipient: string;
  readonly organization: string;
}

/** Values of the placeholders; undefined for what is not known. */
export function placeholderValues(
  matter: LetterMatter,
  profile: OfficeProfile,
  occasion: LetterOccasion,
): Readonly<Record<LetterPlaceholder, string | undefined>> {
  const { paperTypes } = profile.labels;
  const day = (date: IsoDate | null | undefined): string | undefined => (date ? formatGermanDate(date) : undefined);
  const answers = matter.answered
    .filter(({ reference }) => reference !== '')
    .map(({ paperType, reference }) => ({ label: paperTypes[paperType], reference }));
  const meeting = nextConsultation(matter, occasion.date, occasion.organization);
  const originators = matter.answered.flatMap((paper) => paper.originators);
  const some = (text: string | null): string | undefined => text || undefined;
  return {
    reference: some(matter.reference),
    name: some(matter.name),
    answers: some(joined(answers.map(({ label, reference }) => `${label} ${reference}`))),
    toAnswers: some(
      joined(
        answers.map(
          ({ label, reference }) =>
            `${isFeminine(label) ? letterWords.toFeminine : letterWords.toMasculine} ${label} ${reference}`,
        ),
      ),
    ),
    answersDate: day(matter.answered.find(({ date }) => date !== null)?.date),
    originators: some(originatorLine(originators)),
    date: day(occasion.date),
    meeting: meeting && `${meeting.organization} ${letterWords.on} ${day(meeting.date) ?? ''}`,
    meetingDate: day(meeting?.date),
    deadline: day(occasion.deadline),
    newDeadline: day(occasion.newDeadline),
    recipient: some(occasion.recipient),
    leadUnit: some(matter.leadUnit),
    bodyName: some(profile.bodyName),
  };
}
