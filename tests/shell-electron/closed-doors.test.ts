import { expect, it } from 'vitest';
import { openDoors } from '../../src-main/shell-electron/closed-doors.ts';

const given =
  (...switches: string[]) =>
  (name: string) =>
    switches.includes(name);

it.each([
  [['remote-debugging-port'], ['remote-debugging-port']],
  [['remote-debugging-pipe', 'lang'], ['remote-debugging-pipe']],
  [['lang', 'force-device-scale-factor'], []],
] as const)('the packaged program, started with %j, has these doors open: %j', (switches, doors) => {
  expect(openDoors(true, given(...switches))).toEqual(doors);
});

it('tests and tools may look into a program that is not packaged', () => {
  expect(openDoors(false, given('remote-debugging-port', 'remote-debugging-pipe'))).toEqual([]);
});
