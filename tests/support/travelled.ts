/** Answers of the core as the window's wire brings them, without the wire: refusals by their code and details. */
import { ORPCError } from '@orpc/client';
import { Refusal } from '../../src-main/contract/shared/errors.ts';

export async function travelled<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refusal ? new ORPCError(error.code, { data: error.details }) : error;
  }
}
