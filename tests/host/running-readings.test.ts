import { createRouterClient, ORPCError } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FileFence } from '../../src-main/core/reading/file-fence.ts';
import type { StopSignal } from '../../src-main/contract/document/delivery.ts';
import { Refusal } from '../../src-main/contract/shared/errors.ts';
import { router } from '../../src-main/host/router.ts';
import { idNumber } from '../support/builders.ts';
import { addReleased, refOf } from '../support/issuing-office.ts';
import { testHost } from '../support/test-host.ts';
import { testContext } from '../support/test-context.ts';

/** A fence behind which every file is read until somebody ends it; words of attachments are not asked for here. */
function endlessFence() {
  const begun = Promise.withResolvers<undefined>();
  const fence: FileFence = {
    read: (reading, of, signal?: StopSignal) =>
      new Promise((resolve, reject) => {
        if (reading === 'attachment-text') return resolve({ status: 'none', text: '', reason: null } as never);
        signal?.addEventListener('abort', () => reject(new Refusal('reading-stopped', { file: of.fileName })));
        begun.resolve(undefined);
      }),
    close: () => Promise.resolve(),
  };
  return { fence, begun: begun.promise };
}

function officeBehind(fence: FileFence) {
  const host = testHost({ fence: () => fence });
  onTestFinished(() => host.dispose());
  const client = createRouterClient(router, {
    context: testContext(host),
  });
  return { host, client };
}

const READS = [
  'imports.importFile',
  'imports.readText',
  'backup.receive',
  'setupImports.planSettings',
  'setupImports.applySettings',
  'signatures.verify',
  'signatures.trust',
];

describe('a file that is read for long', () => {
  it.each([...READS, 'setupImports.readContacts'])(
    'is let go by %s when the person says so, and nothing is stored',
    async (name) => {
      const { fence, begun } = endlessFence();
      const { host, client } = officeBehind(fence);
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

describe('a backup that is read for long', () => {
  it.each(['inspect', 'restore'] as const)('is let go by %s when the person says so', async (step) => {
    const { fence, begun } = endlessFence();
    const { host, client } = officeBehind(fence);
    await client.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
    const { lastGood } = await client.backup.run();
    const path = lastGood?.path ?? '';
    const mark = await host.app.system.changeMark();
    const ended = client.backup[step]({ path, reading: 'r1' }).catch((error: unknown) => error);
    await begun;
    await client.system.stopReading({ handle: 'r1' });
    expect(await ended).toMatchObject({ code: 'reading-stopped', data: { file: path } });
    expect(await host.app.system.changeMark()).toBe(mark);
  });
});

describe('attachments that are looked into for long before a release', () => {
  it('count as not examined once the person ends it, and stand in the way until that is accepted', async () => {
    const { fence, begun } = endlessFence();
    const { host, client } = officeBehind(fence);
    await addReleased(host, 1);
    const ref = refOf(1);
    await host.app.releases.returnToDraft({ ref, reason: 'Anlage fehlt' });
    for (const n of [1, 2])
      await host.app.attachments.add({
        id: idNumber(70 + n),
        ref,
        fileName: `Plan ${n}.pdf`,
        bytes: Buffer.from(`%PDF-1.7 ${n}`),
      });
    await host.app.attachments.settled();
    const looked = client.issues.overview({ ref, reading: 'r1' });
    await begun;
    await client.system.stopReading({ handle: 'r1' });
    const { check } = await looked;
    const open = check.findings.filter(({ rule }) => rule === 'attachment-not-examined');
    expect(open.map(({ details }) => details['name'])).toEqual(['Plan 1', 'Plan 2']);

    const release = (reading: string, reason: string | null) => {
      const acceptances = reason === null ? [] : check.findings.map(({ key }) => ({ key, reason }));
      const released = client.releases.release({ ref, expectedRevision: check.revision, acceptances, reading });
      const ending = setInterval(() => void client.system.stopReading({ handle: reading }), 5);
      return released.finally(() => clearInterval(ending));
    };
    await expect(release('r2', null)).rejects.toMatchObject({ code: 'release-blocked' });
    expect(await release('r3', 'Ungelesen geprüft.')).toMatchObject({ state: 'released' });
  });
});
