/** What a call of the window works with in tests: the app of a host, and a shell that brings nothing. */
import { offerDelivery } from '../../src-main/adapters/files/memory-handoff.ts';
import type { RouterContext } from '../../src-main/host/implementer.ts';
import type { TestHost } from './test-host.ts';
import { testShell } from './test-shell.ts';

export const testContext = ({ app }: Pick<TestHost, 'app'>, changed: Partial<RouterContext> = {}): RouterContext => ({
  app,
  delivery: offerDelivery(app.handoff),
  warmUp: () => undefined,
  initialise: (input) => app.system.initialise(input),
  openOffice: () => app.system.status(),
  reportUnexpected: () => 'test',
  shell: testShell(),
  ...changed,
});
