/** Builds the program into dist/: main with esbuild, window with vite, assets copied. Run by Node 24. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { build as buildWindow } from 'vite';
import { besides, buildEntries, buildTypesetter, common } from './bundle.mjs';
import { copiedPackageFiles, copyAssets } from './copy-assets.mjs';
import { gatherModules, licenceFile, listLicences } from './licences.mjs';

const root = join(import.meta.dirname, '..', '..');
/** Built beside and put in place at the end: a running program never sees half a build. */
const finished = join(root, 'dist');
const dist = join(root, '.cache', `dist-${process.pid}`);
const source = join(root, 'src-main');

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const main = await buildEntries(dist, {
  cli: join(source, 'shell-cli', 'main.ts'),
  local: join(source, 'shell-local', 'main.ts'),
  'electron-main': join(source, 'shell-electron', 'main.ts'),
  ...besides,
});
const typesetter = await buildTypesetter(dist);
// A sandboxed preload script must be CommonJS in one file.
const preload = await build({
  ...common,
  entryPoints: [join(source, 'shell-electron', 'preload.ts')],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  outfile: join(dist, 'preload.cjs'),
  outdir: undefined,
  banner: {},
});

copyAssets(root, join(dist, 'assets'));
const modules = new Set([main, typesetter, preload].flatMap(({ metafile }) => Object.keys(metafile.inputs)));
await buildWindow({
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  build: { outDir: join(dist, 'window') },
  plugins: [gatherModules(modules)],
});
for (const file of copiedPackageFiles) modules.add(file);
const licences = listLicences(root, modules);
writeFileSync(join(dist, 'licences.json'), JSON.stringify(licences));
writeFileSync(join(dist, 'third-party-licences.txt'), licenceFile(licences));

const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
// A clock that stands before this day cannot be right. The day, not the second: two builds of one day are the same.
const builtAt = `${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`;
writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify({ name, version, license, builtAt }, null, 2)}\n`);

rmSync(finished, { recursive: true, force: true });
renameSync(dist, finished);
