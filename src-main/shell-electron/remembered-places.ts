/** Dialogs open where a person was last for the same purpose: exports go elsewhere than imports come from. */
import { join } from 'node:path';
import type { SaveDialogOptions } from 'electron';
import type { ShellState } from './shell-state.ts';

export type Purpose = 'export' | 'import' | 'backup' | 'report';

export interface Surroundings {
  readonly exists: (folder: string) => boolean;
  /** The person's documents. */
  readonly fallback: string;
}

/** A folder that is gone (a stick, a share) is not offered. */
export function placeFor(state: ShellState, purpose: Purpose, { exists, fallback }: Surroundings): string {
  const known = state.places[purpose];
  return known !== undefined && exists(known) ? known : fallback;
}

export function rememberPlace(state: ShellState, purpose: Purpose, folder: string): Pick<ShellState, 'places'> {
  return { places: { ...state.places, [purpose]: folder } };
}

/** What is delivered tells the purpose by its name: the same as in the contract's deliveries. */
export function purposeOf(fileNames: readonly string[]): Purpose {
  const [first = ''] = fileNames;
  if (first.endsWith('.db')) return 'backup';
  return first.startsWith('Stellwerk-Fehlerbericht-') ? 'report' : 'export';
}

const ENDING = /\.([a-z0-9]+)$/i;

/** One file is saved under its name; Windows needs the ending as a filter, or it cuts it off. */
export function saveOptions(folder: string, fileName: string) {
  const ending = ENDING.exec(fileName)?.[1];
  return {
    defaultPath: join(folder, fileName),
    // Windows asks by itself before a file is replaced.
    properties: ['showOverwriteConfirmation', 'createDirectory'] satisfies SaveDialogOptions['properties'],
    filters: ending === undefined ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }],
  };
}
