/** Redaction, answered by its service. */
import { os } from './implementer.ts';

export const redactionRouter = {
  suggest: os.redaction.suggest.handler(({ context, input }) => context.app.redactions.suggest(input.ref)),
  preview: os.redaction.preview.handler(({ context, input }) => context.app.redactions.preview(input)),
  make: os.redaction.make.handler(({ context, input }) => context.app.redactions.make(input)),
  deliver: os.redaction.deliver.handler(({ context, input }) => context.app.redactions.deliver(input)),
};
