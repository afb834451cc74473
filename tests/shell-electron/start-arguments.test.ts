import { describe, expect, it } from 'vitest';
import { commandLineArguments, filesToOpen } from '../../src-main/shell-electron/start-arguments.ts';

describe('the arguments of a start', () => {
  it('lead to the command line after --cli, packaged or not', () => {
    expect(commandLineArguments(['Stellwerk.exe', '--cli', 'show', 'S0001/26', '--json'], true)).toEqual([
      'show',
      'S0001/26',
      '--json',
    ]);
    expect(commandLineArguments(['electron', '.', '--cli', 'list'], false)).toEqual(['list']);
    expect(commandLineArguments(['Stellwerk.exe', '--cli'], true)).toEqual([]);
  });

  it('open a window without --cli', () => {
    expect(commandLineArguments(['Stellwerk.exe'], true)).toBeNull();
    expect(commandLineArguments(['Stellwerk.exe', 'C:\\a.stellwerk'], true)).toBeNull();
  });

  it('name files by their ending, wherever Chromium put its own switches', () => {
    const argv = ['Stellwerk.exe', '--allow-file-access-from-files', '/a/eins.stellwerk', '--x=/a/b.pdf', 'zwei.PDF'];
    expect(filesToOpen(argv, '/home')).toEqual(['/a/eins.stellwerk', '/home/zwei.PDF']);
  });

  it('are no files when they are addresses, switches, folders or the program', () => {
    expect(filesToOpen(['/opt/stellwerk.json', '.', 'https://boese.example/a.pdf', '-psn_0_1.txt'], '/home')).toEqual(
      [],
    );
  });
});
