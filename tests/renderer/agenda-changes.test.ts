/** An agenda changed faster than it is kept. */
import { expect, test } from 'vitest';
import type { MeetingPaper } from '../../src-main/contract/meeting/shapes.ts';
import { AgendaChanges } from '../../src-renderer/features/meetings/agenda-changes.ts';

const paper = (id: string): MeetingPaper => ({
  id,
  reference: null,
  name: id,
  state: 'draft',
  publicity: 'public',
  number: '',
  hasIssue: false,
});
const ids = (papers: readonly MeetingPaper[] | null): string | null => papers?.map(({ id }) => id).join('') ?? null;

interface Sent {
  readonly papers: readonly MeetingPaper[];
  readonly read: string | null;
  readonly keep: () => Promise<void>;
  readonly refuse: () => Promise<void>;
}

function agenda(): {
  changes: AgendaChanges;
  sent: Sent[];
  kept: () => string | null;
  shown: () => string | null;
  refused: unknown[];
} {
  let kept: readonly MeetingPaper[] = ['a', 'b', 'c'].map(paper);
  let shown: readonly MeetingPaper[] | null = null;
  const sent: Sent[] = [];
  const refused: unknown[] = [];
  const changes = new AgendaChanges({
    kept: () => kept,
    show: (papers) => (shown = papers),
    refused: (error) => refused.push(error),
    send: (papers, read) => {
      const { promise, resolve, reject } = Promise.withResolvers<undefined>();
      const settled = async (): Promise<void> => {
        await promise.catch(() => undefined);
        await Promise.resolve();
      };
      sent.push({
        papers,
        read: ids(read),
        keep: () => {
          kept = papers;
          resolve(undefined);
          return settled();
        },
        refuse: () => {
          reject(new Error('conflict'));
          return settled();
        },
      });
      return promise;
    },
  });
  return { changes, sent, kept: () => ids(kept), shown: () => ids(shown), refused };
}

test('a change is made on what was kept a moment ago, not on what is still drawn', async () => {
  const { changes, sent, shown } = agenda();
  expect(changes.move('b', -1)).toBe(true);
  expect(shown()).toBe('bac');
  await sent[0]?.keep();
  expect(shown()).toBeNull();
  // Nothing was drawn anew since; the answer is known all the same.
  expect(changes.move('a', -1)).toBe(true);
  expect(sent[1]?.read).toBe('bac');
  expect(shown()).toBe('abc');
});

test('changes on their way follow each other, and an older answer does not take back a newer change', async () => {
  const { changes, sent, shown, kept } = agenda();
  changes.move('c', -1);
  changes.setNumber('c', '7.1');
  changes.move('c', -1);
  expect(sent.map(({ read }) => read)).toEqual(['abc', 'acb', 'acb']);
  await sent[0]?.keep();
  await sent[1]?.keep();
  expect(shown()).toBe('cab');
  await sent[2]?.keep();
  expect([shown(), kept(), sent[2]?.papers[0]?.number]).toEqual([null, 'cab', '7.1']);
});

test('nothing is sent where there is nothing to change', () => {
  const { changes, sent } = agenda();
  expect([changes.move('a', -1), changes.move('c', 1), changes.move('x', 1)]).toEqual([false, false, false]);
  changes.setNumber('a', '');
  expect(sent).toEqual([]);
});

test('what was refused gives way to what is kept, and is said', async () => {
  const { changes, sent, shown, kept, refused } = agenda();
  changes.move('c', -1);
  await sent[0]?.refuse();
  expect([shown(), kept(), refused.length]).toEqual([null, 'abc', 1]);
});
