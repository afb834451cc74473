/** Settings of the office: everything that papers depend on has versions; every change can be seen and taken back. */
import * as z from 'zod';
import { idSchema, isoDateSchema, lineSchema } from '../../record/basics.ts';
import { keptForm } from '../../record/kept-form.ts';
import { officeProfileSchema, PROFILE_FORM } from './office-profile.ts';
import { printingSchema, rememberedPrintingSchema, USUAL_PRINTING } from '../shell/printing.ts';

export const organizationTypeSchema = z.enum(['council', 'mayor', 'committee', 'faction', 'unit', 'other']);
export type OrganizationType = z.infer<typeof organizationTypeSchema>;

/** Where somebody is reached; stored under `reach`, as the first version called it. Unknown parts are empty strings. */
export const contactDetailsSchema = z.object({
  street: lineSchema.default(''),
  postalCode: lineSchema.default(''),
  city: lineSchema.default(''),
  /** As it is written where the letter is posted; empty for the own country. */
  country: lineSchema.default(''),
  room: lineSchema.default(''),
  telephone: lineSchema.default(''),
  email: lineSchema.default(''),
});
export type ContactDetails = z.infer<typeof contactDetailsSchema>;

export const organizationContentSchema = z.object({
  name: lineSchema.min(1),
  shortName: lineSchema.default(''),
  organizationType: organizationTypeSchema,
  reach: contactDetailsSchema.prefault({}),
  startDate: isoDateSchema.nullable().default(null),
  endDate: isoDateSchema.nullable().default(null),
});
export type OrganizationContent = z.infer<typeof organizationContentSchema>;
export const ORGANIZATION_FORM = keptForm(null, [{ schema: organizationContentSchema }]);

const membershipSchema = z.object({
  id: idSchema,
  organizationId: idSchema,
  role: lineSchema,
  startDate: isoDateSchema.nullable().default(null),
  endDate: isoDateSchema.nullable().default(null),
});
export type Membership = z.infer<typeof membershipSchema>;

/** "neutral" asks for a salutation without Frau or Herr; null means that it is not known. */
export const formOfAddressSchema = z.enum(['Frau', 'Herr', 'neutral']).nullable();

export const personContentSchema = z.object({
  givenName: lineSchema.default(''),
  familyName: lineSchema.min(1),
  title: lineSchema.nullable().default(null),
  formOfAddress: formOfAddressSchema.default(null),
  reach: contactDetailsSchema.prefault({}),
  memberships: z.array(membershipSchema).max(200).default([]),
});
export type PersonContent = z.infer<typeof personContentSchema>;
export const PERSON_FORM = keptForm(null, [{ schema: personContentSchema }]);

export const organizationEntrySchema = z.object({
  id: idSchema,
  revision: z.number().int(),
  content: organizationContentSchema,
});
export type OrganizationSetting = z.infer<typeof organizationEntrySchema>;
export const personEntrySchema = z.object({ id: idSchema, revision: z.number().int(), content: personContentSchema });
export type PersonSetting = z.infer<typeof personEntrySchema>;

export const officeSettingsSchema = z.object({
  revision: z.number().int(),
  profile: officeProfileSchema,
  problem: z.string().nullable(),
});
export type OfficeSettings = z.infer<typeof officeSettingsSchema>;

export const settingAreaSchema = z.enum(['office', 'organization', 'person']);
export type SettingArea = z.infer<typeof settingAreaSchema>;

/** One field that a change touched, as dotted path and short texts. */
const fieldChangeSchema = z.object({ field: z.string(), before: z.string(), after: z.string() });
export type FieldChange = z.infer<typeof fieldChangeSchema>;

export const settingChangeSchema = z.object({
  seq: z.number().int(),
  at: z.string(),
  actor: z.string(),
  area: settingAreaSchema,
  entityId: z.string(),
  /** Name of what was changed, as it is called since. */
  title: z.string(),
  kind: z.enum(['created', 'changed', 'removed']),
  validFrom: isoDateSchema.nullable(),
  fields: z.array(fieldChangeSchema),
  /** Changes made in one go, such as a list taken over, share a batch and are taken back together. */
  batch: z.string().nullable(),
  isUndoable: z.boolean(),
});
export type SettingChange = z.infer<typeof settingChangeSchema>;

/** What a list of persons, units or committees held: columns and rows of text. */
export const contactTableSchema = z.object({
  kind: z.enum(['csv', 'vcard']),
  columns: z.array(z.string().max(2000)).max(100),
  rows: z.array(z.array(z.string().max(2000)).max(100)).max(20_000),
  notes: z.array(z.object({ code: z.string(), row: z.number().int(), text: z.string() })),
});
export type ContactTable = z.infer<typeof contactTableSchema>;

export const contactTargetSchema = z.enum(['person', 'unit', 'committee', 'faction']);
export type ContactTarget = z.infer<typeof contactTargetSchema>;

export const contactFieldSchema = z.enum([
  'name',
  'givenName',
  'familyName',
  'title',
  'formOfAddress',
  'shortName',
  'organization',
  'role',
  'startDate',
  'endDate',
  'street',
  /** In a column of its own. */
  'houseNumber',
  'postBox',
  'postalCode',
  'city',
  'country',
  'room',
  'telephone',
  'email',
  /** What the list itself calls the contact, whatever becomes of its name. */
  'uid',
]);
export type ContactField = z.infer<typeof contactFieldSchema>;

/** For each column of the list the field it fills, or null. */
const contactMappingSchema = z.array(contactFieldSchema.nullable()).max(100);
export type ContactMapping = z.infer<typeof contactMappingSchema>;

export const contactRequestSchema = z.object({
  target: contactTargetSchema,
  columns: contactTableSchema.shape.columns,
  rows: contactTableSchema.shape.rows,
  mapping: contactMappingSchema,
});
export type ContactRequest = z.infer<typeof contactRequestSchema>;

export const contactPlanRowSchema = z.object({
  /** Position in the list, from 1. */
  row: z.number().int(),
  action: z.enum(['create', 'change', 'same', 'problem']),
  title: z.string(),
  problem: z
    .enum(['name-missing', 'date-invalid', 'twice-in-list', 'ambiguous', 'form-of-address-unknown', 'dates-swapped'])
    .nullable(),
  /** What is taken over and should be looked at: a postal code of four figures lost its zero in a table. */
  hint: z.enum(['postal-code-short', 'post-box-left-out', 'same-name']).nullable(),
  fields: z.array(fieldChangeSchema),
});
export type ContactPlanRow = z.infer<typeof contactPlanRowSchema>;

export const SETTINGS_SCHEMA = 'stellwerk.settings/1';

/** All settings of an office as one file, for another PC. */
export const settingsFileSchema = z.object({
  schema: z.literal(SETTINGS_SCHEMA),
  exportedAt: z.string(),
  profile: officeProfileSchema,
  organizations: z.array(organizationContentSchema.extend({ id: idSchema })).max(20_000),
  persons: z.array(personContentSchema.extend({ id: idSchema })).max(50_000),
});
export type SettingsFile = z.infer<typeof settingsFileSchema>;
export const SETTINGS_FORM = keptForm('stellwerk.settings', [{ schema: settingsFileSchema }], {
  profile: PROFILE_FORM,
});

export const settingsPlanSchema = z.object({
  bodyName: z.string(),
  exportedAt: z.string(),
  profileChanges: z.array(fieldChangeSchema),
  organizations: z.object({ created: z.number().int(), changed: z.number().int(), same: z.number().int() }),
  persons: z.object({ created: z.number().int(), changed: z.number().int(), same: z.number().int() }),
});
export type SettingsPlan = z.infer<typeof settingsPlanSchema>;

/** What a person writes on every statement; it fills a new one. Empty where nothing was said. */
export const ABOUT_ME_KEYS = ['clerk', 'leadUnit', 'room', 'telephone', 'email', 'ourSign', 'signatory'] as const;
const aboutMeLine = z.string().max(300).default('');
export const aboutMeSchema = z.object({
  clerk: aboutMeLine,
  leadUnit: aboutMeLine,
  room: aboutMeLine,
  telephone: aboutMeLine,
  email: aboutMeLine,
  ourSign: aboutMeLine,
  /** Name of whoever usually signs. */
  signatory: aboutMeLine,
});
export type AboutMe = z.infer<typeof aboutMeSchema>;
export const NOTHING_ABOUT_ME: AboutMe = aboutMeSchema.parse({});

const preferenceShape = {
  theme: z.enum(['system', 'light', 'dark']),
  startPage: z.enum(['register', 'last']),
  /** Address of the page that was open last, kept while the start asks for it. */
  lastPage: z.string().max(500).nullable(),
  /** Folder for the daily backup; null means: inside the data folder. */
  backupFolder: z.string().max(1000).nullable(),
  /** Folder that copies were put into last. */
  dispatchFolder: z.string().max(4000).nullable(),
  /** The first-run guide was finished or put aside. */
  guideDone: z.boolean(),
  printing: printingSchema,
  /** By the name of the user: a shared folder has several. */
  aboutMe: z.record(z.string().max(300), aboutMeSchema),
  /** Words that somebody of this installation taught the check of spelling. */
  learnedWords: z.array(z.string().min(1).max(100)).max(5000),
};

/** How this installation looks and behaves for the person in front of it; papers do not depend on it. */
export const preferencesSchema = z.object({
  theme: preferenceShape.theme.default('system'),
  startPage: preferenceShape.startPage.default('register'),
  lastPage: preferenceShape.lastPage.default(null),
  backupFolder: preferenceShape.backupFolder.default(null),
  dispatchFolder: preferenceShape.dispatchFolder.default(null),
  guideDone: preferenceShape.guideDone.default(false),
  printing: rememberedPrintingSchema.default(USUAL_PRINTING),
  aboutMe: preferenceShape.aboutMe.default({}),
  learnedWords: preferenceShape.learnedWords.default([]),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** A change names what it changes; without defaults, which would reset all the rest. */
export const preferencesPartSchema = z.object(preferenceShape).partial();
export type PreferencesPart = z.infer<typeof preferencesPartSchema>;
