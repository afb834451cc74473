import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src-main/contract/shared/errors.ts';
import { parseArguments, usageText } from '../../src-main/shell-cli/parse-arguments.ts';

const COMMANDS = usageText()
  .split('\n')
  .flatMap((line) => /^ {2}([a-z-]+)/.exec(line)?.[1] ?? []);
/** Enough for whatever each of them needs; what it does not know it refuses in both orders. */
const OPTIONS = [
  '--to',
  'ORT',
  '--key',
  'K.p12',
  '--passphrase-file',
  'F',
  '--name',
  'Erika Muster',
  '--reason',
  'Zahl',
];

function outcome(args: readonly string[]): unknown {
  try {
    const { flags, ...command } = parseArguments(args);
    return { ...command, flags: [...flags] };
  } catch (error) {
    if (error instanceof Refusal) return error.details;
    throw error;
  }
}

describe('options before the command', () => {
  it.each(COMMANDS)('mean the same as behind it: %s', (name) => {
    expect(COMMANDS.length).toBeGreaterThan(30);
    for (const words of [[], ['A'], ['A', 'B'], ['A', 'B', 'C']]) {
      for (const options of [['--data', 'ORDNER'], ['--json', '--data=ORDNER'], OPTIONS]) {
        const before = outcome([...options, name, ...words]);
        expect(before).toEqual(outcome([name, ...options, ...words]));
        expect(before).toEqual(outcome([name, ...words, ...options]));
      }
    }
  });

  it('are read with their values, whatever those are', () => {
    expect(outcome(['--data', 'list', 'list'])).toMatchObject({ name: 'list', dataFolder: 'list' });
    expect(outcome(['--json', '--text', 'show', 'list'])).toMatchObject({ name: 'list', options: { text: 'show' } });
  });

  it('alone name no command', () => {
    for (const args of [['--json'], ['--data', 'ORDNER']])
      expect(outcome(args)).toMatchObject({ problem: expect.stringContaining('Es fehlt der Befehl.') as unknown });
    expect(outcome([])).toMatchObject({ name: 'help' });
    expect(outcome(['--json', '--help'])).toMatchObject({ name: 'help' });
  });
});
