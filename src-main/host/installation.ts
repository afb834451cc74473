/** Where the program's own files lie, seen from a built entry in `dist/`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Installation {
  readonly assetFolder: string;
  readonly windowFolder: string;
  readonly typstWorker: URL;
  readonly localShell: string;
  /** Where the built entries lie, with `licences.json`. */
  readonly programFolder: string;
  readonly version: string;
  readonly licence: string;
}

/** `entry` is the address of the built entry file (`import.meta.url`). */
export function installationAt(entry: string): Installation {
  const manifest = JSON.parse(readFileSync(new URL('./manifest.json', entry), 'utf8')) as {
    version: string;
    license: string;
  };
  return {
    assetFolder: fileURLToPath(new URL('./assets', entry)),
    windowFolder: fileURLToPath(new URL('./window', entry)),
    typstWorker: new URL('./typst-worker.mjs', entry),
    localShell: fileURLToPath(new URL('./local.mjs', entry)),
    programFolder: fileURLToPath(new URL('.', entry)),
    version: manifest.version,
    licence: manifest.license,
  };
}
