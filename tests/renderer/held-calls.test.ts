import { describe, expect, it } from 'vitest';
import { holdCalls, type Link } from '../../src-renderer/data/held-calls.ts';

const OPTIONS = { context: {} };
const broken = new Error('the wire broke');

/** A wire that answers with its name, or breaks while it is asked. */
function wire(name: string): { link: Link; asked: string[]; break: () => void } {
  const asked: string[] = [];
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  return {
    asked,
    link: {
      call: (path) => {
        asked.push(path.join('.'));
        return name === 'silent' ? promise : Promise.resolve(name);
      },
    },
    break: () => reject(broken),
  };
}

describe('calls while nobody answers', () => {
  it('wait for the first wire of a window, whatever they want', async () => {
    const calls = holdCalls();
    const asked = calls.link.call(['issues', 'create'], {}, OPTIONS);
    calls.opened(wire('first').link);
    expect(await asked).toBe('first');
  });

  it('are sent again to the next wire when they keep or show what is written', async () => {
    const calls = holdCalls();
    const first = wire('silent');
    calls.opened(first.link);
    const onTheirWay = calls.link.call(['statements', 'save'], {}, OPTIONS);
    expect(calls.hasUnsaved()).toBe(true);
    calls.lost();
    first.break();
    const meanwhile = calls.link.call(['unfinished', 'keep'], {}, OPTIONS);
    const second = wire('second');
    calls.opened(second.link);
    expect(await Promise.all([onTheirWay, meanwhile])).toEqual(['second', 'second']);
    expect(second.asked.sort()).toEqual(['statements.save', 'unfinished.keep']);
    expect(calls.hasUnsaved()).toBe(false);
  });

  it('are sent again as often as wires break', async () => {
    const calls = holdCalls();
    const asked = calls.link.call(['papers', 'save'], {}, OPTIONS);
    for (let round = 0; round < 5; round += 1) {
      const next = wire('silent');
      calls.opened(next.link);
      await Promise.resolve();
      calls.lost();
      next.break();
    }
    calls.opened(wire('last').link);
    expect(await asked).toBe('last');
  });

  it.each([
    ['issues', 'create'],
    ['statements', 'giveNumber'],
    ['papers', 'register'],
    ['dispatch', 'print'],
  ])('are refused at once when they do something: %s.%s', async (...path) => {
    const calls = holdCalls();
    const first = wire('silent');
    calls.opened(first.link);
    const onItsWay = calls.link.call(path, {}, OPTIONS);
    calls.lost();
    first.break();
    await expect(onItsWay).rejects.toBe(broken);
    await expect(calls.link.call(path, {}, OPTIONS)).rejects.toThrow();
    const second = wire('second');
    calls.opened(second.link);
    expect(second.asked).toEqual([]);
  });

  it('bring a refusal of the program as it is', async () => {
    const calls = holdCalls();
    const refusal = new Error('conflict');
    calls.opened({ call: () => Promise.reject(refusal) });
    await expect(calls.link.call(['statements', 'save'], {}, OPTIONS)).rejects.toBe(refusal);
    expect(calls.hasUnsaved()).toBe(false);
  });
});
