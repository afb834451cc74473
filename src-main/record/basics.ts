/** Small schemas that many procedures share. Dates are ISO days (`2022-10-27`), never instants, unless the name says `At`. */
import * as z from 'zod';
import { choiceName, FIELDS, FURTHER_KEYS, type ContactName, type FurtherKey } from './statement-fields.ts';

export const isoDateSchema = z.iso.date();

/** What stands in the field of a date as long as it is none ("31.04.2023"); the date beside it is then null. Never part of a record. */
export const unreadDateSchema = z.string().max(2000).optional();

export const publicitySchema = z.enum(['public', 'non-public']);
export type Publicity = z.infer<typeof publicitySchema>;

/** `unknown`: nobody has decided yet. Only in working state; nothing unknown is written into a record or leaves the office. */
export const draftPublicitySchema = z.enum([...publicitySchema.options, 'unknown']);
export type DraftPublicity = z.infer<typeof draftPublicitySchema>;

export const paperTypeSchema = z.enum([
  'statement',
  'motion',
  'amendment',
  'inquiry',
  'information',
  'proposal',
  'other',
]);
export type PaperType = z.infer<typeof paperTypeSchema>;

/** UUIDv7 made by whoever creates the thing; a repeated request with the same id is harmless. */
export const idSchema = z.uuid();

/** A word of a list that grows, in rows that are kept for good: what the list no longer or not yet holds reads all the same. */
export const keptWordSchema = z.string().min(1).max(100);

/** Text of one printed line: no line breaks, trimmed by the services, at most 2,000 UTF-16 units. */
export const lineSchema = z.string().max(2000);

/** A person or body who handed in a motion or inquiry. Empty parts are empty strings. */
export const originatorSchema = z.object({
  organization: lineSchema,
  person: lineSchema,
  function: lineSchema,
});
export type Originator = z.infer<typeof originatorSchema>;

export const consultationSchema = z.object({
  organization: lineSchema,
  date: isoDateSchema.nullable(),
  role: lineSchema.nullable(),
});
export type Consultation = z.infer<typeof consultationSchema>;

export const signatorySchema = z.object({
  name: lineSchema,
  role: lineSchema.nullable(),
  /** "gez.", "i. V.", "i. A." or nothing. */
  prefix: lineSchema.nullable().default(null),
});
export type Signatory = z.infer<typeof signatorySchema>;

/** The fields of the list that stand in `contact`. */
export type Contact = Readonly<Record<ContactName, string | null>>;
const CONTACT_NAMES = FIELDS.filter(({ key }) => key.startsWith('contact.')).map(choiceName) as ContactName[];
const contactPart = lineSchema.nullable().default(null);
export const contactSchema = z.object(
  Object.fromEntries(CONTACT_NAMES.map((name) => [name, contactPart])) as Record<ContactName, typeof contactPart>,
);
const shapeOfFurther = <T>(part: T) =>
  Object.fromEntries(FURTHER_KEYS.map((key) => [key, part])) as Record<FurtherKey, T>;
export const furtherShape = shapeOfFurther(contactPart);
/** A record names only those that are filled: so it reads as before where none is. */
export const filledFurtherShape = shapeOfFurther(lineSchema.optional());
export const NO_CONTACT = Object.fromEntries(CONTACT_NAMES.map((name) => [name, null])) as Contact;
