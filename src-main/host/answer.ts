/** How one call of the contract is answered by its service: the rules of `contract/shared/served.ts`, at run time. */
import * as z from 'zod';
import { Documents, type Delivery, type FileContent, type StopSignal } from '../contract/document/delivery.ts';
import type { Call } from '../contract/shared/served.ts';
import { folderDelivery } from '../adapters/files/folder-delivery.ts';
import type { DeliveryPort, Handoff } from '../core/ports/ports.ts';
import { whileReading } from './running-readings.ts';

export type Service = (...args: readonly unknown[]) => unknown;

/** What a shell brings to every call: where finished files go, and where handed-over ones wait. */
export interface Hands {
  readonly delivery: DeliveryPort;
  readonly handoff: Handoff;
}

const DONE = { done: true } as const;

const fieldsOf = (schema: unknown): readonly string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

/** Hands the files over where they belong; the service says what came of it. */
export async function handOver<Answer>(documents: Documents<Answer>, delivery: DeliveryPort): Promise<Answer> {
  const to = documents.folder === null ? delivery : folderDelivery(documents.folder);
  return documents.answer(await to.deliver(documents.files));
}

/** For whoever does with the files what no delivery does, such as printing them. */
export const WITHOUT_DELIVERY: Delivery = { kind: 'offered', files: [] };

async function result(output: unknown, { delivery }: Hands): Promise<unknown> {
  const answer = await output;
  if (answer instanceof Documents) return handOver(answer as Documents<unknown>, delivery);
  return answer === undefined ? DONE : answer;
}

type Waiting = { readonly handle: string; readonly fileName: string };
const isHandedOver = (input: object): input is Waiting => 'handle' in input && 'fileName' in input;

/** Calls the service with an input that was validated by `schema`; `signal` ends with the caller. */
export async function answer(
  service: Service,
  schema: unknown,
  input: unknown,
  signal: StopSignal | undefined,
  hands: Hands,
): Promise<unknown> {
  const call: Call = { ...(signal && { signal }) };
  if (schema === undefined) return result(service(call), hands);
  const fields = fieldsOf(schema);
  const [only] = fields;
  if (typeof input !== 'object' || input === null || only === undefined) return result(service(input, call), hands);
  if (fields.includes('handle') && isHandedOver(input)) {
    const { handle, ...rest } = input;
    const { bytes }: FileContent = hands.handoff.take(handle);
    return whileReading(handle, (stop) =>
      result(service({ ...rest, bytes, ...(stop && { signal: stop }) }, call), hands),
    );
  }
  if (fields.includes('reading')) {
    const { reading, ...rest } = input as { readonly reading?: string };
    const left = fields.filter((field) => field !== 'reading');
    const passed = left.length === 1 ? (rest as Record<string, unknown>)[left[0] ?? ''] : rest;
    return whileReading(reading, (stop) => result(service(passed, stop ? { signal: stop } : call), hands));
  }
  return result(service(fields.length === 1 ? (input as Record<string, unknown>)[only] : input, call), hands);
}
