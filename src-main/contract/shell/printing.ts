/** How something goes to paper: printer, copies and sides, remembered for each kind of copy. */
import * as z from 'zod';
import { copyKindSchema } from '../distribution/shapes.ts';

export const MOST_PRINTED = 999;

export const duplexSchema = z.enum(['simplex', 'long-edge', 'short-edge']);
export type Duplex = z.infer<typeof duplexSchema>;
export const DUPLEX_MODES = duplexSchema.options;

export const printSettingsSchema = z.object({
  /** Name that the system gives the printer; null is the system's default. */
  printer: z.string().min(1).max(500).nullable(),
  copies: z.number().int().min(1).max(MOST_PRINTED),
  duplex: duplexSchema,
  /** Straight to the printer, without a dialog. */
  silent: z.boolean(),
});
export type PrintSettings = z.infer<typeof printSettingsSchema>;

/** "other" is everything that is not a copy of the distribution. */
const printKindSchema = z.enum([...copyKindSchema.options, 'other']);
export type PrintKind = z.infer<typeof printKindSchema>;
export const PRINT_KINDS = printKindSchema.options;

export const USUAL_PRINT: PrintSettings = { printer: null, copies: 1, duplex: 'simplex', silent: false };

export const printingSchema = z.record(printKindSchema, printSettingsSchema);
export type Printing = z.infer<typeof printingSchema>;

export const USUAL_PRINTING: Printing = {
  original: USUAL_PRINT,
  copy: USUAL_PRINT,
  draft: USUAL_PRINT,
  'follow-up': USUAL_PRINT,
  other: USUAL_PRINT,
};

const remembered = printSettingsSchema.catch(USUAL_PRINT);

/** As it is read back: a kind nobody can read any more prints as usual, the others stay. */
export const rememberedPrintingSchema = z
  .object({ original: remembered, copy: remembered, draft: remembered, 'follow-up': remembered, other: remembered })
  .catch(USUAL_PRINTING);

export const printersSchema = z.object({
  /** False where the browser prints: it asks for printer, copies and sides by itself. */
  canChoose: z.boolean(),
  printers: z.array(z.object({ name: z.string(), displayName: z.string() })),
});
export type Printers = z.infer<typeof printersSchema>;
