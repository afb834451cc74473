/** The answer of a change beside reads of the same thing. */
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { putAnswer } from '../../src-renderer/data/put-answer.ts';

const queryKey = ['agenda'];

test('a read that was asked before a change and is answered after it does not bring the old state back', async () => {
  const cache = new QueryClient();
  let stored = 'before';
  const asked: PromiseWithResolvers<string>[] = [];
  const queryFn = (): Promise<string> => {
    const answer = Promise.withResolvers<string>();
    asked.push(answer);
    return answer.promise;
  };
  const reading = cache.query({ queryKey, queryFn }).catch(() => undefined);
  const early = stored;
  stored = 'after';
  putAnswer(cache, queryKey, stored);
  asked[0]?.resolve(early);
  await reading;
  expect(cache.getQueryData(queryKey)).toBe('after');
  // What another person changed meanwhile is asked for: the read that was given up is known to be due.
  expect(cache.getQueryState(queryKey)?.isInvalidated).toBe(true);
});

test('with no read on its way nothing is asked again', () => {
  const cache = new QueryClient();
  putAnswer(cache, queryKey, 'after');
  expect(cache.getQueryData(queryKey)).toBe('after');
  expect(cache.getQueryState(queryKey)?.isInvalidated).toBe(false);
});
