/**
 * In place of Electron's own default app, which the package of the tests has left out: `electron [switches] FOLDER …` runs the program in
 * FOLDER. Electron waits for the top level of its main script before it says "ready", so privileged schemes can still be registered.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (named === undefined) {
  process.stderr.write('electron: name the folder of a program\n', () => app.exit(2));
} else {
  const folder = resolve(named);
  const { main, name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  app.setAppPath(folder);
  app.setName(name);
  app.setVersion(version);
  await import(pathToFileURL(join(folder, main)).href);
}
