/** What every procedure of the contract shares: the listed refusals with their details, and how a paper is named. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { ERROR_CODES, errorDetailsSchema, type ErrorCode } from './errors.ts';

type ErrorMap = Record<ErrorCode, { readonly data: typeof errorDetailsSchema }>;
const errorMap = Object.fromEntries(ERROR_CODES.map((code) => [code, { data: errorDetailsSchema }])) as ErrorMap;

export const procedure = oc.errors(errorMap);

/** A paper by its number, its id or the unambiguous beginning of that; a meeting by its id or such a beginning. */
export const refInput = z.object({ ref: z.string().min(1).max(200) });
