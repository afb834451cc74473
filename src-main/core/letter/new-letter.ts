/** What a new letter says: the texts of its kind, filled with what is known about paper, recipient and office. Pure. */
import type { IsoDate } from '../../base/german-date.ts';
import type { LetterContent, LetterInformation, LetterRecipient } from '../../contract/letter/shapes.ts';
import type { LetterKind } from '../../contract/letter/kinds.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import { letterWords } from '../../contract/letter/texts-de.ts';
import { placeholderValues, type LetterMatter, type LetterOccasion } from './letter-matter.ts';
import { filledLine, filledText } from '../print/letter-text.ts';
import { salutationFor } from './salutation.ts';

export interface NewLetter {
  readonly kind: LetterKind;
  readonly matter: LetterMatter;
  readonly recipient: LetterRecipient;
  /** How the recipient is called in running text. */
  readonly recipientName: string;
  readonly date: IsoDate;
  readonly deadline: IsoDate | null;
  readonly newDeadline: IsoDate | null;
}

/** Letters that bring the statement along. */
const WITH_STATEMENT: ReadonlySet<LetterKind> = new Set(['cover-letter', 'transmission', 'citizen-reply']);
/** Letters that answer something the recipient wrote. */
const ANSWERING: ReadonlySet<LetterKind> = new Set(['cover-letter', 'interim-reply', 'extension', 'citizen-reply']);

function informationOf({ kind, matter }: NewLetter, profile: OfficeProfile): LetterInformation {
  const { contact } = matter;
  const received = matter.answered.find(({ date }) => date !== null)?.date ?? null;
  return {
    unit: matter.leadUnit,
    yourSign: '',
    yourMessageDate: ANSWERING.has(kind) && received !== null ? formatGermanDate(received) : '',
    ourSign: contact.ourSign ?? '',
    ourMessageDate: '',
    name: contact.clerk ?? '',
    room: contact.room ?? '',
    telephone: contact.telephone ?? profile.address.telephone,
    email: contact.email ?? profile.address.email,
  };
}

/** No text where a letter of this kind has none; otherwise the paragraphs of the office. */
function bodyOf(letter: NewLetter, profile: OfficeProfile, occasion: LetterOccasion): RichText {
  const values = placeholderValues(letter.matter, profile, occasion);
  const paragraphs = profile.letters[letter.kind].paragraphs.filter(
    // Nothing is said about the next meeting where none is known: an open placeholder would be a question nobody can answer.
    (line) => !(letter.kind === 'cover-letter' && /\{meeting(Date)?\}/.test(line) && values.meeting === undefined),
  );
  return filledText(paragraphs, values, profile.numberPatterns);
}

export function newLetter(letter: NewLetter, profile: OfficeProfile): LetterContent {
  const { kind, matter, recipient } = letter;
  const texts = profile.letters[kind];
  const occasion: LetterOccasion = {
    date: letter.date,
    deadline: letter.deadline,
    newDeadline: letter.newDeadline,
    recipient: letter.recipientName,
    organization: recipient.organization,
  };
  const values = placeholderValues(matter, profile, occasion);
  const isInternal = kind === 'internal';
  const { reference } = matter;
  return {
    kind,
    recipient,
    notes: '',
    information: informationOf(letter, profile),
    date: letter.date,
    subject: filledLine(texts.subject, values),
    salutation: isInternal ? '' : salutationFor(recipient.persons),
    body: bodyOf(letter, profile, occasion),
    closing: filledLine(texts.closing, values),
    signatory: matter.signatory,
    enclosures: WITH_STATEMENT.has(kind) && reference !== null ? [`${letterWords.statement} ${reference}`] : [],
    distribution: [],
    publicity: matter.publicity,
  };
}
