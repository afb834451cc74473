/** What every procedure of the contract shares: the listed refusals with their details. */
import { oc } from '@orpc/contract';
import { ERROR_CODES, errorDetailsSchema, type ErrorCode } from './errors.ts';

type ErrorMap = Record<ErrorCode, { readonly data: typeof errorDetailsSchema }>;
const errorMap = Object.fromEntries(ERROR_CODES.map((code) => [code, { data: errorDetailsSchema }])) as ErrorMap;

export const procedure = oc.errors(errorMap);
