/** What every procedure shares: its errors, and how finished files reach the person. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { ERROR_CODES, errorDetailsSchema, type ErrorCode } from './errors.ts';

type ErrorMap = Record<ErrorCode, { readonly data: typeof errorDetailsSchema }>;
const errorMap = Object.fromEntries(ERROR_CODES.map((code) => [code, { data: errorDetailsSchema }])) as ErrorMap;
export const procedure = oc.errors(errorMap);

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

export const documentKindSchema = z.enum(['form-sheet', 'distribution-list']);
