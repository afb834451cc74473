/** `set REF FIELD VALUE`: one field of the content from text. Pure; refuses with the list of fields or what is wrong with the value. */
import * as z from 'zod';
import { draftPublicitySchema, type DraftPublicity } from '../../record/basics.ts';
import { decidePublicity } from '../../contract/statement/decide-publicity.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { NumberPattern } from '../../contract/settings/office-profile.ts';
import { richTextSchema, type RichText } from '../../record/rich-text/rich-text.ts';
import {
  answeredPaperSchema,
  draftConsultationSchema,
  type StatementContent,
} from '../../contract/statement/shapes.ts';
import { setTexts } from '../../contract/statement/texts-de.ts';
import type { IsoDate } from '../../base/german-date.ts';
import { requireDate } from '../../contract/shared/require-date.ts';
import { importedText, plainParts } from '../import/body-text.ts';
import { assertNever } from '../../base/assert-never.ts';
import { FIELDS, withValueAt, type StatementField } from '../../record/statement-fields.ts';
import { saidBy } from '../import/publicity-words.ts';
import { paragraphsOf } from '../import/source-lines.ts';
import { builtInProfile } from '../office/office-service.ts';
import { schemaProblem } from '../../contract/shared/schema-problem-de.ts';
import { normaliseText } from '../../base/normalise.ts';
import { problems } from '../../contract/shared/problems-de.ts';

export interface SetFieldContext {
  readonly today: IsoDate;
  readonly patterns: readonly NumberPattern[];
  readonly newId: () => string;
}
type Setter = (content: StatementContent, value: string, context: SetFieldContext) => StatementContent;

function fromJson<T>(value: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch (cause) {
    throw new Refusal('input-invalid', { problem: problems.noJson }, { cause });
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success)
    throw new Refusal('input-invalid', { problem: schemaProblem(parsed.error, json, problems.value) });
  return parsed.data;
}

/** Rich text as JSON, or plain paragraphs separated by empty lines, with `**bold**` and bullets. */
function richText(value: string, context: SetFieldContext): RichText {
  if (value.trimStart().startsWith('{')) return fromJson(value, richTextSchema);
  return importedText(plainParts(paragraphsOf(normaliseText(value).split('\n'))), context.patterns);
}

const consultationInput = (today: IsoDate) =>
  z.array(
    draftConsultationSchema.partial({ id: true }).extend({
      publicity: z.string().transform(requirePublicity).optional(),
      date: z
        .string()
        .nullable()
        .default(null)
        .transform((value) => (value === null || value.trim() === '' ? null : requireDate(value, today))),
      role: z.string().nullable().default(null),
    }),
  );

/** As people write it and as forms print it: "Ö", "NÖ", "nicht öffentlich"; a word that says nothing certain is refused. */
function requirePublicity(value: string): DraftPublicity {
  const word = value.trim().toLowerCase();
  const said = saidBy(value, builtInProfile(), true);
  const parsed = draftPublicitySchema.safeParse(
    said === 'public' || said === 'non-public' ? said : word === 'unentschieden' ? 'unknown' : word,
  );
  if (!parsed.success) throw new Refusal('input-invalid', { problem: setTexts.publicity(value) });
  return parsed.data;
}

const signatoryOf = (content: StatementContent): NonNullable<StatementContent['signatory']> =>
  content.signatory ?? { name: '', role: null, prefix: null };

const signatorySetter =
  (part: 'role' | 'prefix'): Setter =>
  (content, value) => ({ ...content, signatory: { ...signatoryOf(content), [part]: value.trim() || null } });

/** How a field of a kind is set: its name (a part of it has one of its own), and what sets it. */
function settersOf({ key, kind }: StatementField): readonly (readonly [string, Setter])[] {
  switch (kind) {
    case 'line':
    case 'sentence':
      return [[key, (content, value) => withValueAt(content, key, value)]];
    case 'optional-line':
      return [[key, (content, value) => withValueAt(content, key, value.trim() || null)]];
    case 'day': {
      const day = (value: string, today: IsoDate): string | null =>
        value.trim() === '' ? null : requireDate(value, today);
      // What stood in the place of the date gives way to it.
      const unread = key === 'date' ? { unreadDate: undefined } : {};
      return [[key, (content, value, { today }) => ({ ...withValueAt(content, key, day(value, today)), ...unread })]];
    }
    case 'rich-text':
      return [[key, (content, value, context) => withValueAt(content, key, richText(value, context))]];
    case 'publicity':
      return [[key, (content, value) => ({ ...content, ...decidePublicity(content, requirePublicity(value)) })]];
    case 'answers':
      return [
        [key, (content, value) => ({ ...content, answers: fromJson(value, z.array(answeredPaperSchema).max(40)) })],
      ];
    case 'consultations':
      return [[key, (content, value, context) => ({ ...content, consultations: rowsOf(content, value, context) })]];
    case 'signatory':
      return [
        [`${key}.name`, (content, name) => ({ ...content, signatory: { ...signatoryOf(content), name } })],
        [`${key}.role`, signatorySetter('role')],
        [`${key}.prefix`, signatorySetter('prefix')],
      ];
    // Given otherwise.
    case 'reference':
    case 'edition':
    case 'attachments':
      return [];
    default:
      return assertNever(kind);
  }
}

const rowsOf = (
  content: StatementContent,
  value: string,
  context: SetFieldContext,
): StatementContent['consultations'] =>
  fromJson(value, consultationInput(context.today)).map((row) => ({
    ...row,
    id: row.id ?? context.newId(),
    // A row that says nothing about itself is as its paper.
    publicity: row.publicity ?? content.publicity,
  }));

const LISTED: readonly StatementField[] = FIELDS;
const SETTERS = new Map(LISTED.filter(({ isGiven }) => isGiven !== true).flatMap(settersOf));

export function setField(
  content: StatementContent,
  field: string,
  value: string,
  context: SetFieldContext,
): StatementContent {
  const setter = SETTERS.get(field);
  if (!setter) throw new Refusal('field-unknown', { field, fields: ['reference', ...SETTERS.keys()] });
  return setter(content, value, context);
}
