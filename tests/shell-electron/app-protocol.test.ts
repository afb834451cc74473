import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficeHost } from '../../src-main/host/office-host.ts';
import { answerRequest, type AppContent } from '../../src-main/shell-electron/app-protocol.ts';
import { testHost, type TestHost } from '../support/test-host.ts';

let host: TestHost;
let content: AppContent;
const reported: unknown[] = [];
beforeAll(() => {
  host = testHost();
  const office = { app: () => host.app } as OfficeHost;
  content = { files: new Map(), host: office, printed: () => undefined, report: (error) => reported.push(error) };
});
afterAll(() => host.dispose());

const put = (body: BodyInit | null): Request => new Request('app://stellwerk/handoff', { method: 'POST', body });

describe('the scheme of the window', () => {
  it.each([0, 1, 3_000_000])('takes a file of %d bytes over', async (size) => {
    const answer = await answerRequest(put(new Uint8Array(size)), content);
    expect(answer.status).toBe(200);
    const { handle } = (await answer.json()) as { handle: string };
    expect(host.app.handoff.take(handle).bytes).toHaveLength(size);
  });

  it('answers even when a body cannot be read, and the log keeps why', async () => {
    const broken = put('x');
    const why = new Error('the body of an empty Blob');
    Object.defineProperty(broken, 'arrayBuffer', { value: () => Promise.reject(why) });
    expect((await answerRequest(broken, content)).status).toBe(500);
    expect(reported).toEqual([why]);
  });
});
