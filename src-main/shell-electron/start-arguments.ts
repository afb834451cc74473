/** What a start of the program asks for, read from its arguments. */
import { isAbsolute, resolve } from 'node:path';

/** Electron itself and, outside of a package, the folder of the program come first. */
const own = (argv: readonly string[], isPackaged: boolean): readonly string[] => argv.slice(isPackaged ? 1 : 2);

/** `Stellwerk.exe --cli show S0001/26 --json`: everything behind `--cli` belongs to the command line; null without it. */
export function commandLineArguments(argv: readonly string[], isPackaged: boolean): readonly string[] | null {
  const given = own(argv, isPackaged);
  const at = given.indexOf('--cli');
  return at === -1 ? null : given.slice(at + 1);
}

const OPENED = /\.(stellwerk|json|docx|pdf|txt)$/i;

/**
 * Files named on the command line: the system starts the program with them when a person opens one. Chromium puts switches of its own among
 * the arguments of a second start and changes their order, so files are known by their ending, wherever they stand.
 */
export function filesToOpen(argv: readonly string[], workingFolder: string): readonly string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && !/^[a-z][a-z0-9+.-]+:\/\//i.test(argument))
    .filter((argument) => OPENED.test(argument))
    .map((argument) => (isAbsolute(argument) ? argument : resolve(workingFolder, argument)));
}
