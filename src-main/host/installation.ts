/** Where the program's own files lie, seen from a built entry in `dist/`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Installation {
  readonly assetFolder: string;
  readonly windowFolder: string;
  readonly typstWorker: URL;
  /** Reads files of strangers, as a process or as a thread; in the archive, under its integrity check. */
  readonly fileReader: URL;
  /** Long work on the database, as a thread; in the archive, too. */
  readonly workThread: URL;
  readonly localShell: string;
  /** Where the built entries lie, with `licences.json`. */
  readonly programFolder: string;
  readonly version: string;
  /** Day on which the program was built, as an instant; null in a build that does not say. */
  readonly builtAt: string | null;
  readonly licence: string;
}

/**
 * In the installed program `dist` lies in `resources/app.asar`. What the typesetter's thread runs or reads lies unpacked beside
 * it (asarUnpack in electron-builder.yml): whether Electron opens the archive in worker threads, too, is not documented.
 */
function outsideArchive(file: URL): URL {
  return new URL(file.href.replace(/\/app\.asar\//, '/app.asar.unpacked/'));
}

/** `entry` is the address of the built entry file (`import.meta.url`). */
export function installationAt(entry: string): Installation {
  const manifest = JSON.parse(readFileSync(new URL('./manifest.json', entry), 'utf8')) as {
    version: string;
    license: string;
    builtAt?: string;
  };
  return {
    assetFolder: fileURLToPath(outsideArchive(new URL('./assets', entry))),
    windowFolder: fileURLToPath(new URL('./window', entry)),
    typstWorker: outsideArchive(new URL('./typst-worker.mjs', entry)),
    fileReader: new URL('./file-reader.mjs', entry),
    workThread: new URL('./work-thread.mjs', entry),
    localShell: fileURLToPath(new URL('./local.mjs', entry)),
    programFolder: fileURLToPath(new URL('.', entry)),
    version: manifest.version,
    builtAt: manifest.builtAt ?? null,
    licence: manifest.license,
  };
}
