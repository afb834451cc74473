/** Whatever is done in whatever order: a number that this program gave is only ever borne by one paper, and no two bear the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NumberPattern } from '../../../src-main/contract/settings/office-profile.ts';
import { Refusal } from '../../../src-main/contract/shared/errors.ts';
import { idNumber } from '../../support/builders.ts';
import { testHost } from '../../support/test-host.ts';

type Step =
  | { readonly kind: 'next' | 'none' | 'discard' | 'restore'; readonly paper: number }
  | { readonly kind: 'type'; readonly paper: number; readonly number: number }
  | { readonly kind: 'mode'; readonly elsewhere: boolean };

const paper = fc.integer({ min: 1, max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('next' as const, 'none' as const, 'discard' as const, 'restore' as const), paper }),
  fc.record({ kind: fc.constant('type' as const), paper, number: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('mode' as const), elsewhere: fc.boolean() }),
);

async function allowed(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

it('no number we gave is ever another paper’s', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const host = testHost();
      const { app } = host;
      try {
        await app.system.initialise({ kind: 'own', bodyName: 'Stadt Auental' });
        for (const n of [1, 2, 3])
          await app.statements.create({ id: idNumber(n), answers: null, name: `P${n}`, leadUnit: null, number: null });
        const ours = new Map<string, string>();
        for (const each of steps) {
          switch (each.kind) {
            case 'mode': {
              const { revision, profile } = await app.settings.office();
              const numberPatterns = profile.numberPatterns.map((pattern): NumberPattern => ({
                ...pattern,
                givenElsewhere: each.elsewhere,
              }));
              await app.settings.saveOffice({ expectedRevision: revision, profile: { ...profile, numberPatterns } });
              break;
            }
            case 'discard':
              await allowed(() => app.bin.discard(idNumber(each.paper)));
              break;
            case 'restore':
              await allowed(() => app.bin.restore(idNumber(each.paper)));
              break;
            case 'next':
            case 'none':
            case 'type': {
              const id = idNumber(each.paper);
              const reference = each.kind === 'type' ? `S000${each.number}/26` : each.kind === 'none' ? '' : null;
              await allowed(() => app.statements.giveNumber({ id, reference }));
              break;
            }
          }
          const borne = (await app.papers.list({ text: '', limit: 10 })).items.flatMap(
            ({ reference }) => reference ?? [],
          );
          expect(new Set(borne).size).toBe(borne.length);
          for (const { reference, state, givenBy, paperId } of (await app.numbers.rows({ class: 'S', year: 2026 }))
            .rows) {
            if (givenBy !== 'office' || paperId === null) continue;
            expect(state).not.toBe('free');
            expect(ours.get(reference) ?? paperId).toBe(paperId);
            ours.set(reference, paperId);
          }
        }
      } finally {
        await host.dispose();
      }
    }),
    { numRuns: 12 },
  );
});
