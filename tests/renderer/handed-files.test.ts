import { afterEach, expect, it, vi } from 'vitest';
import { problemOf } from '../../src-renderer/data/core.ts';
import { handedFiles } from '../../src-renderer/data/handed-files.ts';

afterEach(() => void vi.unstubAllGlobals());

/** Answers every request of the page; keeps what was sent. */
function answering(status: number): unknown[] {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', (_address: string, options: RequestInit) => {
    sent.push(options.body);
    return Promise.resolve(new Response(JSON.stringify({ handle: 'h' }), { status }));
  });
  return sent;
}
const files = handedFiles(() => ({}));

it('hands over an empty file as no bytes, which every scheme can read', async () => {
  const sent = answering(200);
  const full = new Blob(['x']);
  expect(await files.handOver(new Blob([]))).toBe('h');
  await files.handOver(full);
  expect(sent).toEqual([new Uint8Array(), full]);
});

it('says of a file that was not taken that the file is at fault, not the connection', async () => {
  answering(500);
  const problem = await files.handOver(new Blob(['x'])).catch(problemOf);
  expect(problem).toMatchObject({ sentence: expect.stringContaining('Die Datei konnte nicht übernommen werden') });
});
