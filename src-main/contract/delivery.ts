/** How finished files reach the person, and how files of the person reach the core. */
import * as z from 'zod';

/** A file that waits for the person: fetched once by its handle from the shell that offered it. */
export const offeredFileSchema = z.object({
  fileName: z.string(),
  mimeType: z.string(),
  size: z.number().int(),
  handle: z.string(),
});

export const deliverySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), paths: z.array(z.string()) }),
  z.object({ kind: z.literal('offered'), files: z.array(offeredFileSchema) }),
  z.object({ kind: z.literal('cancelled') }),
]);
export type Delivery = z.infer<typeof deliverySchema>;

/** A file the window handed over: its handle and the name the person knows. */
export const handedFileSchema = z.object({ handle: z.string().max(200), fileName: z.string().max(500) });

export const documentKindSchema = z.enum(['form-sheet', 'distribution-list']);
