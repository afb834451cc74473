/** `set REF FIELD VALUE`: one field of the content from text. Pure; refuses with the list of fields or what is wrong with the value. */
import * as z from 'zod';
import { draftPublicitySchema, type DraftPublicity } from '../../record/basics.ts';
import { decidePublicity } from '../../contract/decide-publicity.ts';
import { Refusal } from '../../contract/errors.ts';
import type { NumberPattern } from '../../contract/office-profile.ts';
import { richTextSchema, type RichText } from '../../record/rich-text/rich-text.ts';
import { answeredPaperSchema, draftConsultationSchema, type StatementContent } from '../../contract/statement.ts';
import { setTexts } from '../../contract/texts/set-de.ts';
import { parseGermanDate } from '../../base/german-date.ts';
import { importedText } from '../import/body-text.ts';
import { saidBy } from '../import/publicity-words.ts';
import { paragraphsOf } from '../import/sections.ts';
import { builtInProfile } from '../office/office-service.ts';
import { schemaProblem } from '../text/schema-problem.ts';
import { normaliseText } from '../../base/normalise.ts';

export interface SetFieldContext {
  readonly patterns: readonly NumberPattern[];
  readonly newId: () => string;
}
type Setter = (content: StatementContent, value: string, context: SetFieldContext) => StatementContent;

function requireDate(value: string): string {
  const date = parseGermanDate(value);
  if (date === undefined) throw new Refusal('date-invalid', { value });
  return date;
}

function fromJson<T>(value: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch (cause) {
    throw new Refusal('input-invalid', { problem: 'kein gültiges JSON' }, { cause });
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new Refusal('input-invalid', { problem: schemaProblem(parsed.error, json, 'der Wert') });
  return parsed.data;
}

/** Rich text as JSON, or plain paragraphs separated by empty lines, with `**bold**` and bullets. */
function richText(value: string, context: SetFieldContext): RichText {
  if (value.trimStart().startsWith('{')) return fromJson(value, richTextSchema);
  return importedText(paragraphsOf(normaliseText(value).split('\n')), context.patterns);
}

const consultationInput = z.array(
  draftConsultationSchema.partial({ id: true }).extend({
    publicity: z.string().transform(requirePublicity).optional(),
    date: z
      .string()
      .nullable()
      .default(null)
      .transform((value) => (value === null || value.trim() === '' ? null : requireDate(value))),
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

const contactSetter =
  (field: keyof StatementContent['contact']): Setter =>
  (content, value) => ({ ...content, contact: { ...content.contact, [field]: value.trim() || null } });

const SETTERS: Record<string, Setter> = {
  name: (content, value) => ({ ...content, name: value }),
  date: (content, value) => ({
    ...content,
    date: value.trim() === '' ? null : requireDate(value),
    unreadDate: undefined,
  }),
  publicity: (content, value) => {
    return { ...content, ...decidePublicity(content, requirePublicity(value)) };
  },
  bodyName: (content, value) => ({ ...content, bodyName: value }),
  leadUnit: (content, value) => ({ ...content, leadUnit: value }),
  answers: (content, value) => ({ ...content, answers: fromJson(value, z.array(answeredPaperSchema).max(40)) }),
  consultations: (content, value, context) => ({
    ...content,
    consultations: fromJson(value, consultationInput).map((row) => ({
      ...row,
      id: row.id ?? context.newId(),
      // A row that says nothing about itself is as its paper.
      publicity: row.publicity ?? content.publicity,
    })),
  }),
  quotation: (content, value, context) => ({ ...content, quotation: richText(value, context) }),
  hinge: (content, value) => ({ ...content, hinge: value }),
  reply: (content, value, context) => ({ ...content, reply: richText(value, context) }),
  'signatory.name': (content, value) => ({ ...content, signatory: { ...signatoryOf(content), name: value } }),
  'signatory.role': (content, value) => ({
    ...content,
    signatory: { ...signatoryOf(content), role: value.trim() || null },
  }),
  'signatory.prefix': (content, value) => ({
    ...content,
    signatory: { ...signatoryOf(content), prefix: value.trim() || null },
  }),
  'contact.ourSign': contactSetter('ourSign'),
  'contact.clerk': contactSetter('clerk'),
  'contact.room': contactSetter('room'),
  'contact.telephone': contactSetter('telephone'),
  'contact.email': contactSetter('email'),
};

export function setField(
  content: StatementContent,
  field: string,
  value: string,
  context: SetFieldContext,
): StatementContent {
  const setter = Object.hasOwn(SETTERS, field) ? SETTERS[field] : undefined;
  if (!setter) throw new Refusal('field-unknown', { field, fields: ['reference', ...Object.keys(SETTERS)] });
  return setter(content, value, context);
}
