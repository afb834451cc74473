/** The contract of the settings. */
import * as z from 'zod';
import { idSchema, isoDateSchema } from '../../record/basics.ts';
import { deliverySchema, handedFileSchema } from '../document/delivery.ts';
import { letterKindSchema } from '../letter/kinds.ts';
import { federalStateSchema, officeProfileSchema } from './office-profile.ts';
import { copyKindSchema } from '../distribution/shapes.ts';
import { procedure } from '../shared/procedure.ts';
import {
  contactFieldSchema,
  contactPlanRowSchema,
  contactRequestSchema,
  contactTableSchema,
  contactTargetSchema,
  officeSettingsSchema,
  organizationContentSchema,
  organizationEntrySchema,
  personContentSchema,
  personEntrySchema,
  preferencesPartSchema,
  preferencesSchema,
  settingAreaSchema,
  settingChangeSchema,
  settingsPlanSchema,
} from './shapes.ts';

const revisionSchema = z.number().int().min(0);
const savedSchema = z.object({ revision: z.number().int() });
const removeInput = z.object({ id: idSchema, expectedRevision: revisionSchema });
const doneSchema = z.object({ done: z.literal(true) });
const mappingSchema = z.array(contactFieldSchema.nullable());
const importOutcomeSchema = z.object({
  created: z.number().int(),
  changed: z.number().int(),
  undo: z.number().int().nullable(),
});
/** Day from which a change holds; left out it corrects the state that is valid now. */
const validFrom = isoDateSchema.nullable().optional();

export const settingsContract = {
  office: procedure.output(officeSettingsSchema),
  saveOffice: procedure
    .input(z.object({ expectedRevision: revisionSchema, profile: officeProfileSchema }))
    .output(officeSettingsSchema),
  organizations: procedure.output(z.array(organizationEntrySchema)),
  saveOrganization: procedure
    .input(z.object({ id: idSchema, expectedRevision: revisionSchema, content: organizationContentSchema, validFrom }))
    .output(savedSchema),
  removeOrganization: procedure.input(removeInput).output(doneSchema),
  persons: procedure.output(z.array(personEntrySchema)),
  savePerson: procedure
    .input(z.object({ id: idSchema, expectedRevision: revisionSchema, content: personContentSchema, validFrom }))
    .output(savedSchema),
  removePerson: procedure.input(removeInput).output(doneSchema),
  history: procedure
    .input(z.object({ area: settingAreaSchema.optional(), entityId: z.string().max(80).optional() }))
    .output(z.array(settingChangeSchema)),
  undo: procedure.input(z.object({ seq: z.number().int() })).output(z.object({ count: z.number().int() })),
  /** Takes back the change that made this revision; refuses with `setting-changed-since` when it is not the last one. */
  undoLast: procedure
    .input(z.object({ area: settingAreaSchema, entityId: z.string().max(80), revision: revisionSchema }))
    .output(z.object({ count: z.number().int() })),
  restore: procedure.input(z.object({ seq: z.number().int() })).output(doneSchema),
  /** A sample form sheet with this profile, or a sample letter or copy of a kind, drawn but not stored. */
  sample: procedure
    .input(
      z.object({
        profile: officeProfileSchema,
        letter: letterKindSchema.optional(),
        copy: copyKindSchema.exclude(['original']).optional(),
      }),
    )
    .output(
      z.object({
        handle: z.string(),
        unprintable: z.array(z.object({ place: z.string(), character: z.string(), codePoint: z.string() })),
      }),
    ),
  holidays: procedure
    .input(z.object({ year: z.number().int().min(1990).max(2100), state: federalStateSchema.nullable() }))
    .output(z.array(z.object({ date: isoDateSchema, name: z.string() }))),
  exportFile: procedure.output(deliverySchema),
  preferences: procedure.output(preferencesSchema),
  setPreferences: procedure.input(preferencesPartSchema).output(preferencesSchema),
  /** The check of spelling knows a word from now on, or no longer; what others taught meanwhile stays. */
  teachWord: procedure
    .input(z.object({ word: z.string().trim().min(1).max(100), isKnown: z.boolean() }))
    .output(preferencesSchema),
};

/** Lists of persons and bodies, and settings of another office, taken into these settings. */
export const setupImportContract = {
  readContacts: procedure
    .input(handedFileSchema.extend({ target: contactTargetSchema }))
    .output(contactTableSchema.extend({ mapping: mappingSchema })),
  guessColumns: procedure
    .input(z.object({ columns: contactTableSchema.shape.columns, target: contactTargetSchema }))
    .output(mappingSchema),
  planContacts: procedure
    .input(contactRequestSchema)
    .output(z.object({ rows: z.array(contactPlanRowSchema), newOrganizations: z.array(z.string()) })),
  applyContacts: procedure.input(contactRequestSchema).output(importOutcomeSchema),
  /** Whose settings a file holds, before anything is set up. */
  readSettings: procedure.input(handedFileSchema).output(z.object({ bodyName: z.string() })),
  planSettings: procedure.input(handedFileSchema).output(settingsPlanSchema),
  applySettings: procedure.input(handedFileSchema).output(importOutcomeSchema),
};
