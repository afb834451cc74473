/** Keeps the shell's state in one small file of the data folder; written beside its place and renamed, one write after the other. */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFiles } from '../adapters/files/write-files.ts';
import { parseShellState, type ShellState } from './shell-state.ts';

export interface ShellMemory {
  readonly state: () => ShellState;
  change(part: Partial<ShellState>): void;
  /** Resolves when everything told so far stands in the file. */
  settled(): Promise<void>;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

export function openShellMemory(dataFolder: string): ShellMemory {
  const path = join(dataFolder, 'programm.json');
  let state = parseShellState(read(path));
  let isWaiting = false;
  let work = Promise.resolve();
  const write = async (): Promise<void> => {
    isWaiting = false;
    await mkdir(dataFolder, { recursive: true });
    await writeFiles([
      { path, bytes: new TextEncoder().encode(`${JSON.stringify(state, null, 2)}\n`), isPrivate: true },
    ]);
  };
  return {
    state: () => state,
    change: (part) => {
      state = { ...state, ...part };
      if (isWaiting) return;
      isWaiting = true;
      // Where the window stood is no reason to disturb anybody.
      work = work.then(write).catch(() => undefined);
    },
    settled: () => work,
  };
}
