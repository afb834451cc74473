import { createRouterClient, ORPCError, type RouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { router } from '../../src-main/host/router.ts';
import { idNumber, paperContent } from '../support/builders.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { testContext } from '../support/test-context.ts';

let host: TestHost;
let client: RouterClient<typeof router>;
const reported: unknown[] = [];

beforeAll(async () => {
  host = testHost();
  client = createRouterClient(router, {
    context: testContext(host, { reportUnexpected: (error) => `log-${reported.push(error)}` }),
  });
  await client.system.initialise({ kind: 'example' });
});
afterAll(() => host.dispose());

async function errorOf(work: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  const error: unknown = await work.then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof ORPCError) return error as ORPCError<string, unknown>;
  throw error;
}

describe('the contract over the in-process wire', () => {
  it('answers with what the services say', async () => {
    const status = await client.system.status();
    expect(status.office?.kind).toBe('example');
    const { items, total } = await client.papers.list({});
    expect(items).toHaveLength(total);
    for (const item of items) expect((await client.papers.find({ ref: item.id })).id).toBe(item.id);
  });

  it('gives every statement of the example office as draft and as record', async () => {
    const { items } = await client.papers.list({ paperType: 'statement' });
    expect(items.length).toBeGreaterThan(2);
    for (const { id, name } of items) {
      expect((await client.statements.get({ ref: id })).content.name).toBe(name);
      expect((await client.statements.record({ ref: id })).name).toBe(name);
    }
  });

  it('brings a refusal as its code with data and a German sentence', async () => {
    const error = await errorOf(client.papers.get({ ref: 'A9999/26' }));
    expect(error).toMatchObject({ code: 'not-found', data: { reference: 'A9999/26' } });
    expect(error.message).toContain('„A9999/26“ gibt es nicht');
  });

  it('brings a conflict with both revisions', async () => {
    const [item] = (await client.papers.list({ paperType: 'statement', limit: 1 })).items;
    const draft = await client.statements.get({ ref: item?.id ?? '' });
    await client.statements.save({ id: draft.id, expectedRevision: 1, content: { ...draft.content, name: 'Neu' } });
    const error = await errorOf(client.statements.save({ id: draft.id, expectedRevision: 1, content: draft.content }));
    expect(error).toMatchObject({ code: 'conflict', data: { expectedRevision: 1, actualRevision: 2 } });
  });

  it.each([
    ['an id that is none', () => client.papers.register({ id: 'x', content: paperContent() })],
    ['an empty reference', () => client.papers.get({ ref: '' })],
    ['too long a page', () => client.papers.list({ limit: 10_000 })],
    [
      'an impossible day',
      () => client.papers.register({ id: idNumber(1), content: paperContent({ date: '2026-02-31' }) }),
    ],
    ['no format', () => client.documents.deliver({ ref: 'S0021/26', kind: 'form-sheet', formats: [] })],
  ])('refuses %s as BAD_REQUEST before any service is asked', async (_, work) => {
    expect((await errorOf(work())).code).toBe('BAD_REQUEST');
  });

  it('refuses a second office', async () => {
    expect((await errorOf(client.system.initialise({ kind: 'example' }))).code).toBe('office-exists');
  });

  it('hides an unexpected error behind a log id', async () => {
    const broken = { ...host.app, system: { ...host.app.system, status: () => Promise.reject(new Error('geheim')) } };
    const other = createRouterClient(router, {
      context: testContext({ app: broken }, { reportUnexpected: (error) => `log-${reported.push(error)}` }),
    });
    const error = await errorOf(other.system.status());
    expect(error).toMatchObject({ code: 'unexpected', data: { logId: 'log-1' } });
    expect(error.message).not.toContain('geheim');
    expect(reported).toEqual([new Error('geheim')]);
  });

  it('writes a fault of the window to the log', async () => {
    await client.shell.noteFault({
      name: 'TypeError',
      stack: 'TypeError: x\n    at a (app://stellwerk/assets/i.js:1:2)',
    });
    expect(reported.at(-1)).toMatchObject({ code: 'TypeError' });
  });

  it('tells that something changed', async () => {
    const changes = await client.system.changes();
    const first = await changes.next();
    await client.papers.register({ id: idNumber(2), content: paperContent() });
    const second = await changes.next();
    expect(first.value).toEqual({ mark: expect.any(Number) });
    expect(second.value).not.toEqual(first.value);
    await changes.return();
  });
});
