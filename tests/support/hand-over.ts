/** What a service answers instead of a delivery, handed over as a shell would do it. */
import {
  Documents,
  type Delivery,
  type FileContent,
  type StopSignal,
} from '../../src-main/contract/document/delivery.ts';
import type { DeliveryPort } from '../../src-main/core/ports/ports.ts';
import { handOver as handOverAs } from '../../src-main/host/answer.ts';

const nowhere: DeliveryPort = { deliver: () => Promise.resolve<Delivery>({ kind: 'offered', files: [] }) };

/** The answer of the call; an answer without files is handed through. */
export async function handOver<Answer>(
  made: Promise<Documents<Answer> | Answer>,
  to: DeliveryPort = nowhere,
): Promise<Answer> {
  const given = await made;
  return given instanceof Documents ? handOverAs(given, to) : given;
}

/** The files alone; nothing is noted about them. */
export const filesOf = async (made: Promise<Documents<unknown>>): Promise<readonly FileContent[]> => (await made).files;

/** A signal that is aborted as soon as `isOver` holds; nobody is told. */
export const stopWhen = (isOver: () => boolean): StopSignal => ({
  get aborted() {
    return isOver();
  },
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
});
