/** One question, one reply, whatever happens in between short of the end of the process. */
import type { ReadingReply, ReadingRequest } from '../../adapters/fence/reader.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { Reading } from '../../core/reading/file-fence.ts';
import { READINGS } from './readings.ts';

export async function answerReading<R extends Reading>({ id, reading, of }: ReadingRequest<R>): Promise<ReadingReply> {
  try {
    return { id, outcome: 'read', answer: await READINGS[reading](of) };
  } catch (error) {
    if (error instanceof Refusal) return { id, outcome: 'refused', code: error.code, details: error.details };
    return { id, outcome: 'failed', stack: error instanceof Error ? (error.stack ?? '') : '' };
  }
}
