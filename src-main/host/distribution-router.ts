/** Copies, labels, envelopes, dispatch and serial letters, answered by the services. */
import { os } from './implementer.ts';

export const distributionRouter = {
  get: os.distribution.get.handler(({ context, input }) => context.app.distribution.get(input.ref)),
  save: os.distribution.save.handler(({ context, input }) => context.app.distribution.save(input)),
  suggest: os.distribution.suggest.handler(({ context, input }) => context.app.distribution.suggest(input.ref)),
  resolve: os.distribution.resolve.handler(async ({ context, input }) => {
    const { copies, unresolved } = await context.app.distribution.resolve(input);
    return { copies: [...copies], unresolved: [...unresolved] };
  }),
  preview: os.distribution.preview.handler(({ context, input }) => context.app.distribution.preview(input)),
  deliverCopies: os.distribution.deliverCopies.handler(({ context, input }) =>
    context.app.distribution.deliverCopies(input),
  ),
  deliverLabels: os.distribution.deliverLabels.handler(({ context, input }) =>
    context.app.distribution.deliverLabels(input),
  ),
  deliverEnvelopes: os.distribution.deliverEnvelopes.handler(({ context, input }) =>
    context.app.distribution.deliverEnvelopes(input),
  ),
};

export const dispatchRouter = {
  list: os.dispatch.list.handler(({ context, input }) => context.app.dispatch.list(input.ref)),
  overview: os.dispatch.overview.handler(({ context, input }) => context.app.dispatch.overview(input)),
  plan: os.dispatch.plan.handler(({ context, input }) => context.app.dispatch.plan(input)),
  send: os.dispatch.send.handler(({ context, input }) => context.app.dispatch.send(input)),
  deliverList: os.dispatch.deliverList.handler(({ context, input }) => context.app.dispatch.deliverList(input)),
  serialLetters: os.dispatch.serialLetters.handler(({ context, input, signal }) =>
    context.app.serialLetters.run(input, () => signal?.aborted === true),
  ),
  letterRuns: os.dispatch.letterRuns.handler(({ context, input }) => context.app.serialLetters.runs(input.ref)),
  continueLetters: os.dispatch.continueLetters.handler(({ context, input, signal }) =>
    context.app.serialLetters.goOn(input, () => signal?.aborted === true),
  ),
  deliverLetters: os.dispatch.deliverLetters.handler(({ context, input }) => context.app.serialLetters.deliver(input)),
};
