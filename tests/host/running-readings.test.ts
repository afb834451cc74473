import { createRouterClient, ORPCError } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FileFence } from '../../src-main/core/reading/file-fence.ts';
import type { StopSignal } from '../../src-main/core/reading/stoppable-file.ts';
import { Refusal } from '../../src-main/contract/errors.ts';
import { router } from '../../src-main/host/router.ts';
import { testHost } from '../support/test-host.ts';
import { testShell } from '../support/test-shell.ts';

/** A fence behind which every file is read until somebody ends it. */
function endlessFence() {
  const begun = Promise.withResolvers<undefined>();
  const fence: FileFence = {
    read: (_reading, of, signal?: StopSignal) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Refusal('reading-stopped', { file: of.fileName })));
        begun.resolve(undefined);
      }),
    close: () => Promise.resolve(),
  };
  return { fence, begun: begun.promise };
}

const READS = [
  'papers.importFile',
  'papers.readText',
  'settings.planFile',
  'settings.applyFile',
  'signatures.verify',
  'signatures.trust',
];

describe('a file that is read for long', () => {
  it.each([...READS, 'settings.readContacts'])(
    'is let go by %s when the person says so, and nothing is stored',
    async (name) => {
      const { fence, begun } = endlessFence();
      const host = testHost({ fence: () => fence });
      onTestFinished(() => host.dispose());
      const client = createRouterClient(router, {
        context: {
          app: host.app,
          warmUp: () => undefined,
          initialise: (input) => host.app.system.initialise(input),
          openOffice: () => host.app.system.status(),
          reportUnexpected: () => 'log',
          shell: testShell(),
        },
      });
      await client.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
      const mark = await host.app.system.changeMark();
      const handle = host.app.handoff.put({ fileName: 'x', mimeType: '', bytes: Buffer.from('%PDF-1.7\n') });
      const [subject = '', procedure = ''] = name.split('.');
      const calls = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
      const work = calls[subject]?.[procedure]?.({ handle, fileName: 'lang.pdf', target: 'person' });
      const ended = Promise.resolve(work).catch((error: unknown) => error);
      await begun;
      await client.system.stopReading({ handle });
      const error = await ended;
      expect(error).toBeInstanceOf(ORPCError);
      expect(error).toMatchObject({ code: 'reading-stopped', data: { file: 'lang.pdf' } });
      expect(await host.app.system.changeMark()).toBe(mark);
      // Once it has ended there is nothing to end.
      expect(await client.system.stopReading({ handle })).toEqual({ done: true });
    },
  );
});
