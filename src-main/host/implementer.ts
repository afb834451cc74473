/** What every answer of the contract shares: its context, and how refusals and faults travel. */
import { implement, ORPCError, type ImplementerInternalWithMiddlewares } from '@orpc/server';
import { Refusal } from '../contract/shared/errors.ts';
import { contract, type Contract } from '../contract/procedures.ts';
import { sentenceFor } from '../contract/shared/errors-de.ts';
import type { SystemStatus } from '../contract/system/shapes.ts';
import type { App } from '../core/app.ts';
import type { DeliveryPort } from '../core/ports/ports.ts';
import { asCaller } from './caller.ts';
import type { ShellServices } from './shell.ts';

export interface RouterContext {
  readonly app: App;
  /** Where finished files go. */
  readonly delivery: DeliveryPort;
  /** Whose call it is; absent: of whoever runs the program. */
  readonly caller?: string;
  /** Writes what happened to the log and returns the id that the person sees. */
  readonly reportUnexpected: (error: unknown) => string;
  /** Begins what the first page to be set will need. */
  readonly warmUp: () => void;
  /** Sets up the office in the folder that the shell chooses for it. */
  readonly initialise: (input: { kind: 'own' | 'example'; bodyName?: string | undefined }) => Promise<SystemStatus>;
  readonly shell: ShellServices;
  /** Goes to one's own office or to the example office. */
  readonly openOffice: (kind: 'own' | 'example') => Promise<SystemStatus>;
}

/** Named, because the inferred type of the whole contract is too long for the compiler to write down. */
type Answers = ImplementerInternalWithMiddlewares<Contract, RouterContext, RouterContext>;

function travelling(error: unknown, { reportUnexpected }: RouterContext): unknown {
  if (error instanceof Refusal)
    return new ORPCError(error.code, { message: sentenceFor(error.code, error.details), data: error.details });
  if (error instanceof ORPCError) return error;
  const data = { logId: reportUnexpected(error) };
  return new ORPCError('unexpected', { message: sentenceFor('unexpected', data), data, cause: error });
}

const isGenerator = (output: unknown): output is AsyncGenerator =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'return' in output;

/** What runs step by step can refuse long after it was answered. */
async function* translated(steps: AsyncGenerator, context: RouterContext): AsyncGenerator {
  try {
    for (;;) {
      const step = await asCaller(context.caller, () => steps.next());
      if (step.done === true) return;
      yield step.value;
    }
  } catch (error) {
    throw travelling(error, context);
  }
}

export const os: Answers = implement(contract)
  .$context<RouterContext>()
  .use<object>(async ({ next, context }) => {
    try {
      const result = await asCaller(context.caller, () => next());
      const output: unknown = result.output;
      return isGenerator(output) ? { ...result, output: translated(output, context) } : result;
    } catch (error) {
      throw travelling(error, context);
    }
  });
