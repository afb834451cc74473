/** Two states of a statement, or of a paper of the register: fields by their names, texts passage by passage. Pure. */
import { assertNever } from '../../base/assert-never.ts';
import { formatGermanDate } from '../../base/german-date.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import type { PaperContent } from '../../contract/paper/shapes.ts';
import type { DraftConsultation, StatementContent } from '../../contract/statement/shapes.ts';
import type { ComparedPart } from '../../contract/version/shapes.ts';
import { partNames, versionTexts } from '../../contract/version/texts-de.ts';
import type { DraftPublicity, Originator, PaperType } from '../../record/basics.ts';
import { FIELDS, valueAt, type StatementField } from '../../record/statement-fields.ts';
import { plainEmphasis } from '../../base/emphasis.ts';
import type { RichText } from '../../record/rich-text/rich-text.ts';
import { labelOf } from '../print/field-labels.ts';
import { originatorLine } from '../statement/originator-line.ts';
import { comparePassages, isUnchanged } from './compare-passages.ts';
import { linePassages, textPassages, type Passage } from './passages.ts';

interface Part {
  readonly key: string;
  readonly label: string;
  readonly passages: readonly Passage[];
}

const day = (date: string | null, unread?: string): string => unread ?? (date === null ? '' : formatGermanDate(date));
const publicityWord = (publicity: DraftPublicity): string => versionTexts.publicity[publicity];

const consultationLine = ({ organization, date, unreadDate, role, publicity }: DraftConsultation): string =>
  [organization, day(date, unreadDate), role ?? '', publicityWord(publicity)].filter(Boolean).join(', ');

const typeWord = (type: PaperType, { labels }: OfficeProfile): string =>
  (labels.paperTypes as Readonly<Record<string, string>>)[type] ?? versionTexts.otherPaper;

/** A row of the consultations is the same row by its id, whatever became of its words. */
const rowPassages = (rows: readonly DraftConsultation[]): readonly Passage[] =>
  rows.map((row) => ({ block: 'line', table: null, id: row.id, text: consultationLine(row), look: '' }));

function fieldPassages({ key, kind }: StatementField, content: StatementContent): readonly Passage[] {
  const value = valueAt(content, key);
  switch (kind) {
    case 'line':
    case 'optional-line':
      return linePassages([(value as string | null) ?? '']);
    case 'sentence':
      return linePassages([plainEmphasis(value as string)]);
    case 'day':
      return linePassages([day(value as string | null, key === 'date' ? content.unreadDate : undefined)]);
    case 'publicity':
      return linePassages([publicityWord(content.publicity)]);
    case 'answers':
      return linePassages(
        content.answers.map(({ reference, originators, printedOriginators }) =>
          [reference, printedOriginators || originatorLine(originators)].filter(Boolean).join(' – '),
        ),
      );
    case 'consultations':
      return rowPassages(content.consultations);
    case 'rich-text':
      return textPassages(value as RichText);
    case 'signatory': {
      const { signatory } = content;
      return linePassages(
        signatory ? [[signatory.prefix, signatory.name].filter(Boolean).join(' '), signatory.role ?? ''] : [],
      );
    }
    case 'reference':
    case 'edition':
    case 'attachments':
      return [];
    default:
      return assertNever(kind);
  }
}

const LISTED: readonly StatementField[] = FIELDS;

const statementParts = (content: StatementContent, profile: OfficeProfile): readonly Part[] =>
  LISTED.filter(({ isGiven }) => isGiven !== true).map((field) => ({
    key: field.key,
    label: labelOf(field, profile) ?? partNames[field.key] ?? field.key,
    passages: fieldPassages(field, content),
  }));

const originatorLines = (originators: readonly Originator[]): string[] =>
  originators.map((originator) => originatorLine([originator]));

function paperParts(content: PaperContent, profile: OfficeProfile): readonly Part[] {
  const part = (key: string, passages: readonly Passage[]): Part => ({ key, label: partNames[key] ?? key, passages });
  return [
    part('paperType', linePassages([typeWord(content.paperType, profile)])),
    part('reference', linePassages([content.reference])),
    part('name', linePassages([content.name])),
    part('date', linePassages([day(content.date, content.unreadDate)])),
    part('receivedOn', linePassages([day(content.receivedOn, content.unreadReceivedOn)])),
    part('publicity', linePassages([publicityWord(content.publicity)])),
    part('originators', linePassages(originatorLines(content.originators))),
    part('consultations', rowPassages(content.consultations)),
    part('text', textPassages(content.text)),
  ];
}

const compareParts = (before: readonly Part[], after: readonly Part[]): ComparedPart[] =>
  after.flatMap(({ key, label, passages }, index) => {
    const changes = comparePassages(before[index]?.passages ?? [], passages);
    return isUnchanged(changes) ? [] : [{ key, label, changes }];
  });

export const compareStatements = (
  before: StatementContent,
  after: StatementContent,
  profile: OfficeProfile,
): ComparedPart[] => compareParts(statementParts(before, profile), statementParts(after, profile));

export const comparePapers = (before: PaperContent, after: PaperContent, profile: OfficeProfile): ComparedPart[] =>
  compareParts(paperParts(before, profile), paperParts(after, profile));
