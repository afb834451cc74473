/** The contract served over a wire: every procedure is answered by the service of the same name. */
import type { AnyContractProcedure } from '@orpc/contract';
import type { Router } from '@orpc/server';
import { contract, type Contract } from '../contract/procedures.ts';
import type { Served } from '../contract/shared/served.ts';
import type { StopSignal } from '../contract/document/delivery.ts';
import { answer, type Service } from './answer.ts';
import { os, type RouterContext } from './implementer.ts';
import { servicesOf } from './services.ts';

/** A procedure of the contract that waits for its handler; the names are checked by the type of the services. */
interface Unanswered {
  handler(
    handle: (call: {
      readonly context: RouterContext;
      readonly input: unknown;
      readonly signal?: StopSignal;
    }) => Promise<unknown>,
  ): unknown;
}
type Subjects<Each> = Record<string, Record<string, Each>>;

/**
 * The router of a contract whose services `services` finds for each call. Inputs and outputs are validated by the contract; refusals travel
 * as their codes with details, everything else as `unexpected` with the id of its log entry (`implementer.ts`).
 */
function serve(
  wire: Contract,
  services: (context: RouterContext) => Served<Contract>,
): Router<Contract, RouterContext> {
  const waiting = os as unknown as Subjects<Unanswered>;
  const answered: Subjects<unknown> = {};
  for (const [subject, procedures] of Object.entries(wire as unknown as Subjects<AnyContractProcedure>)) {
    answered[subject] = {};
    for (const [name, procedure] of Object.entries(procedures)) {
      const inputSchema: unknown = procedure['~orpc'].inputSchema;
      answered[subject][name] = waiting[subject]?.[name]?.handler(({ context, input, signal }) => {
        const service = (services(context) as unknown as Subjects<Service>)[subject]?.[name];
        if (!service) throw new Error(`nobody answers ${subject}.${name}`);
        return answer(service, inputSchema, input, signal, {
          delivery: context.delivery,
          handoff: context.app.handoff,
        });
      });
    }
  }
  return os.router(answered as unknown as Parameters<typeof os.router>[0]);
}

export const router: Router<Contract, RouterContext> = serve(contract, servicesOf);
