/** Saving by itself, clashes and the order of steps of one statement, with a clock and a core of the test's own. */
import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StatementContent, StatementDraft } from '../../src-main/contract/statement/shapes.ts';
import type { Client } from '../../src-renderer/data/core.ts';
import { DraftStore } from '../../src-renderer/parts/statement/draft-store.ts';
import { idNumber, richText, statementContent } from '../support/builders.ts';
import { typingEditor } from '../support/typing-editor.ts';

interface Save {
  readonly expectedRevision: number;
  readonly content: StatementContent;
  readonly answer: PromiseWithResolvers<StatementDraft>;
}
let saves: Save[];
let kept: Map<string, string>;
const draft = (revision: number, content: StatementContent): StatementDraft => ({
  id: idNumber(1),
  reference: 'S0001/26',
  state: 'draft',
  edition: 1,
  revision,
  quotationSource: null,
  quotationLocked: false,
  updatedAt: '2026-03-02T08:00:00.000Z',
  content,
});
const first = draft(1, statementContent({ name: 'Bänke' }));
const storeOf = (begun = first): DraftStore => {
  const client = {
    statements: {
      save: ({ expectedRevision, content }: Omit<Save, 'answer'>) => {
        const answer = Promise.withResolvers<StatementDraft>();
        saves.push({ expectedRevision, content, answer });
        return answer.promise;
      },
    },
    unfinished: {
      read: ({ place }: { place: string }) => Promise.resolve({ text: kept.get(place) ?? null }),
      keep: ({ place, text }: { place: string; text: string | null }) => {
        if (text === null) kept.delete(place);
        else kept.set(place, text);
        return Promise.resolve({ done: true });
      },
    },
  };
  return new DraftStore(client as unknown as Client, begun);
};
/** What is asked of the core waits for its answer: time alone brings nothing. */
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const answer = async (at: number): Promise<void> => {
  const asked = saves[at];
  if (!asked) throw new Error(`save ${at} was not asked for`);
  asked.answer.resolve(draft(asked.expectedRevision + 1, asked.content));
  await pass(0);
};
const conflict = (theirs: StatementDraft): Error =>
  new ORPCError('conflict', { data: { expectedRevision: 1, actualRevision: theirs.revision, actual: theirs } });

beforeEach(() => {
  vi.useFakeTimers();
  saves = [];
  kept = new Map();
});
afterEach(() => vi.useRealTimers());

describe('saving by itself', () => {
  it('comes once typing pauses, and while it never pauses all the same', async () => {
    const store = storeOf();
    store.change({ name: 'a' });
    expect(store.view().save.kind).toBe('pending');
    await pass(60);
    expect(saves).toHaveLength(0);
    await pass(10_000);
    expect(saves.map(({ content }) => content.name)).toEqual(['a']);
    await answer(0);
    expect(store.view().save.kind).toBe('saved');
    for (let key = 0; key < 400 && saves.length < 2; key += 1) {
      store.change({ name: `b${key}` });
      await pass(50);
    }
    expect(saves).toHaveLength(2);
  });

  it('of what was typed while a save was on its way follows with the new revision', async () => {
    const store = storeOf();
    store.change({ name: 'a' });
    void store.flush();
    await pass(0);
    store.change({ name: 'ab' });
    await answer(0);
    expect(store.view().save.kind).toBe('pending');
    await pass(10_000);
    expect(saves.map(({ expectedRevision, content }) => [expectedRevision, content.name])).toEqual([
      [1, 'a'],
      [2, 'ab'],
    ]);
    await answer(1);
    expect(store.view()).toMatchObject({ save: { kind: 'saved' }, draft: { revision: 3 } });
  });

  it('that fails is said, tried again, and loses no word', async () => {
    const store = storeOf();
    store.change({ name: 'a' });
    void store.flush();
    await pass(0);
    saves[0]?.answer.reject(new ORPCError('disk-full', { data: { target: 'x' } }));
    await pass(0);
    expect(store.view().save.kind).toBe('failed');
    expect(store.isDirty()).toBe(true);
    await pass(60_000);
    expect(saves.length).toBeGreaterThanOrEqual(2);
    expect(saves[1]?.content.name).toBe('a');
    await answer(1);
    expect(store.view().save.kind).toBe('saved');
  });

  it('asks nothing when everything is stored', async () => {
    const store = storeOf();
    await store.flush();
    await pass(60_000);
    expect(saves).toEqual([]);
    expect(store.view().save.kind).toBe('saved');
  });
});

describe('a clash', () => {
  const theirs = draft(5, statementContent({ name: 'Andere Worte' }));
  const clashed = async (): Promise<DraftStore> => {
    const store = storeOf();
    store.change({ name: 'Eigene Worte' });
    void store.flush();
    await pass(0);
    saves[0]?.answer.reject(conflict(theirs));
    await pass(0);
    return store;
  };

  it('shows both, keeps the own words for the next window, and saves nothing by itself', async () => {
    const store = await clashed();
    expect(store.view()).toMatchObject({
      content: { name: 'Eigene Worte' },
      save: { kind: 'conflict', theirs: { content: { name: 'Andere Worte' } } },
    });
    await pass(60_000);
    expect(saves).toHaveLength(1);
    expect([...kept.values()].join()).toContain('Eigene Worte');
  });

  it('goes on with the own words over their revision, or with theirs', async () => {
    const mine = await clashed();
    mine.keepMine();
    await pass(0);
    expect(saves[1]).toMatchObject({ expectedRevision: 5, content: { name: 'Eigene Worte' } });
    const other = await clashed();
    other.load(theirs);
    expect(other.view()).toMatchObject({ content: { name: 'Andere Worte' }, save: { kind: 'saved' }, canUndo: false });
    expect(other.isDirty()).toBe(false);
  });

  it('is none where the stored words are the ones that were sent: only the answer was lost', async () => {
    const store = storeOf();
    store.change({ name: 'Gesendet' });
    void store.flush();
    await pass(0);
    saves[0]?.answer.reject(conflict(draft(2, { ...first.content, name: 'Gesendet' })));
    await pass(0);
    expect(store.view()).toMatchObject({ save: { kind: 'saved' }, draft: { revision: 2 } });
  });
});

describe('the order of steps', () => {
  it('takes edits of one field close together back at once, later ones one by one', async () => {
    const store = storeOf();
    for (const name of ['B', 'Bä', 'Bän']) store.change({ name });
    await pass(5000);
    store.change({ name: 'Bänke am Weiher' });
    store.change({ leadUnit: 'FB 9' });
    await store.undo();
    expect(store.view().content).toMatchObject({ name: 'Bänke am Weiher', leadUnit: first.content.leadUnit });
    await store.undo();
    expect(store.view().content.name).toBe('Bän');
    await store.undo();
    expect(store.view()).toMatchObject({ content: { name: 'Bänke' }, canUndo: false, canRedo: true });
    for (let step = 0; step < 3; step += 1) await store.redo();
    expect(store.view()).toMatchObject({ content: { name: 'Bänke am Weiher', leadUnit: 'FB 9' }, canRedo: false });
  });

  it('goes over fields and text in the order they were made, and a new step ends what could be done again', async () => {
    const store = storeOf();
    const field = typingEditor();
    store.history.attach('reply', field.editor);
    store.change({ name: 'Zuerst' });
    field.type('Dann Text');
    store.textChanged('reply', richText('Dann Text'));
    store.change({ leadUnit: 'Zuletzt' });
    await store.undo();
    expect(store.view().content.leadUnit).toBe(first.content.leadUnit);
    await store.undo();
    expect(field.text()).toBe('');
    expect(store.view().content.name).toBe('Zuerst');
    await store.redo();
    expect(field.text()).toBe('Dann Text');
    store.change({ name: 'Neu' });
    expect(store.view().canRedo).toBe(false);
  });

  it('asks the core to take back what the core did, and says why it would not', async () => {
    const store = storeOf();
    const numbered = draft(2, first.content);
    let isRefused = false;
    const isLast = store.acted(
      () =>
        isRefused
          ? Promise.reject(new ORPCError('reference-taken', { data: {} }))
          : Promise.resolve(draft(3, first.content)),
      () => Promise.resolve(draft(4, first.content)),
    );
    store.take(numbered);
    expect(isLast()).toBe(true);
    await store.undo();
    expect(store.view().draft.revision).toBe(3);
    await store.redo();
    isRefused = true;
    await store.undo();
    expect(store.view().refused).toMatch(/./);
  });
});
