/** Text modules (Textbausteine): words that are written once and taken over often. What was taken over is a copy and never changes with its module. */
import * as z from 'zod';
import { importNoteSchema } from '../import/shapes.ts';
import { idSchema, isoDateSchema, lineSchema } from '../../record/basics.ts';
import { keptForm } from '../../record/kept-form.ts';
import { richTextSchema } from '../../record/rich-text/rich-text.ts';

/** Who sees it: `own` its owner, `unit` and `office` everybody; those of the sending unit come first. */
export const moduleScopeSchema = z.enum(['own', 'unit', 'office']);
export type ModuleScope = z.infer<typeof moduleScopeSchema>;

/** Where in a reply it belongs. */
export const modulePlaceSchema = z.enum(['opening', 'text', 'closing']);
export type ModulePlace = z.infer<typeof modulePlaceSchema>;

export const moduleContentSchema = z.object({
  title: lineSchema.min(1),
  /** A short name to find it by; may be empty. */
  code: lineSchema.default(''),
  scope: moduleScopeSchema.default('own'),
  /** Of scope `unit`, as statements name it; else empty. */
  unit: lineSchema.default(''),
  place: modulePlaceSchema.default('text'),
  /** Kinds of paper it answers; none: any. */
  paperTypes: z.array(z.string().max(40)).max(20).default([]),
  /** Last day on which it may be taken over. */
  validUntil: isoDateSchema.nullable().default(null),
  text: richTextSchema,
});
export type ModuleContent = z.infer<typeof moduleContentSchema>;
export const MODULE_FORM = keptForm(null, [{ schema: moduleContentSchema }]);

export const textModuleSchema = z.object({
  id: idSchema,
  /** 0: comes with Stellwerk and is not stored. */
  revision: z.number().int().min(0),
  owner: z.string(),
  /** ISO 8601; empty for what comes with Stellwerk. */
  changedAt: z.string(),
  changedBy: z.string(),
  isExpired: z.boolean(),
  content: moduleContentSchema,
});
export type TextModule = z.infer<typeof textModuleSchema>;

export const moduleVersionSchema = z.object({
  revision: z.number().int(),
  at: z.string(),
  actor: z.string(),
  content: moduleContentSchema,
});
export type ModuleVersion = z.infer<typeof moduleVersionSchema>;

export const importedModulesSchema = z.object({
  created: z.number().int(),
  /** Stood there before with the same title and words. */
  same: z.number().int(),
  /** What the reader of the file had to say, as codes of its notes. */
  notes: z.array(importNoteSchema),
});
export type ImportedModules = z.infer<typeof importedModulesSchema>;
