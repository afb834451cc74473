/** Where an Electron program of a test keeps its data and saves its files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DeliveredFile } from './program.ts';

/** `folder` is named by the program itself: stellwerk, below XDG_DATA_HOME. */
export const environmentOf = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  XDG_DATA_HOME: dirname(folder),
  TMPDIR: dirname(folder),
  HOME: dirname(folder),
});
export const savedIn = (folder: string): string => join(folder, 'ausgabe');

/** A file being written has a hidden name until it is whole. */
export function filesIn(folder: string): readonly DeliveredFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** Folders named by a number, in its order. */
export function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).sort((a, b) => Number(a) - Number(b));
  return names.map((name) => join(folder, name));
}
