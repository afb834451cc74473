/** Releasing, issuing, signing and verifying, answered by the services. */
import { handedOver, os } from './implementer.ts';
import { whileReading, whileStoppable } from './running-readings.ts';

export const issueRouter = {
  desk: os.issues.desk.handler(({ context, input }) =>
    whileReading(input.reading, (signal) => context.app.issues.desk(input.ref, signal)),
  ),
  release: os.issues.release.handler(({ context, input }) =>
    whileReading(input.reading, (signal) => context.app.releases.release(input, signal)),
  ),
  returnToDraft: os.issues.returnToDraft.handler(({ context, input }) => context.app.releases.returnToDraft(input)),
  changeSignatory: os.issues.changeSignatory.handler(({ context, input }) =>
    whileReading(input.reading, (signal) => context.app.releases.changeSignatory(input, signal)),
  ),
  deliverProtocol: os.issues.deliverProtocol.handler(({ context, input }) =>
    context.app.releases.deliverProtocol(input.ref),
  ),
  issue: os.issues.issue.handler(({ context, input }) => context.app.issues.issue(input)),
  issueSeveral: os.issues.issueSeveral.handler(({ context, input, signal }) =>
    context.app.issues.issueSeveral(input, () => signal?.aborted === true),
  ),
  correct: os.issues.correct.handler(({ context, input }) => context.app.issues.correct(input)),
  withdraw: os.issues.withdraw.handler(({ context, input }) => context.app.issues.withdraw(input)),
  addTimestamp: os.issues.addTimestamp.handler(({ context, input }) => context.app.issues.addTimestamp(input.ref)),
  addSignature: os.issues.addSignature.handler(({ context, input }) => context.app.issues.addSignature(input)),
  deliver: os.issues.deliver.handler(({ context, input }) => context.app.issues.deliver(input)),
  view: os.issues.view.handler(({ context, input }) => context.app.issues.view(input.fileId)),
};

export const signatureRouter = {
  openKey: os.signatures.openKey.handler(({ context, input }) =>
    context.app.signatures.openKey(handedOver(context.app, input), input.passphrase),
  ),
  sign: os.signatures.sign.handler(({ context, input }) =>
    context.app.signatures.deliverSigned(handedOver(context.app, input), input.keyId, {
      breaksCertification: input.breaksCertification ?? false,
    }),
  ),
  openKeys: os.signatures.openKeys.handler(({ context }) => context.app.signatures.openKeys()),
  closeKey: os.signatures.closeKey.handler(({ context, input }) => {
    context.app.signatures.closeKey(input.keyId);
    return { done: true } as const;
  }),
  createTestKey: os.signatures.createTestKey.handler(({ context, input }) =>
    context.app.signatures.createTestKey(input),
  ),
  verify: os.signatures.verify.handler(({ context, input }) =>
    whileStoppable(context.app, input, (file) => context.app.signatures.verify(file)),
  ),
  trustList: os.signatures.trustList.handler(({ context }) => context.app.signatures.trustList()),
  trust: os.signatures.trust.handler(({ context, input }) =>
    whileStoppable(context.app, input, (file) => context.app.signatures.trust(file)),
  ),
  trustSigner: os.signatures.trustSigner.handler(({ context, input }) =>
    context.app.signatures.trustSigner(handedOver(context.app, input), input.fingerprint),
  ),
  deliverRevision: os.signatures.deliverRevision.handler(({ context, input }) =>
    context.app.signatures.deliverRevision(handedOver(context.app, input), input.revision),
  ),
  distrust: os.signatures.distrust.handler(({ context, input }) => context.app.signatures.distrust(input.fingerprint)),
  trustAgain: os.signatures.trustAgain.handler(({ context, input }) =>
    context.app.signatures.trustAgain(input.fingerprint),
  ),
};
