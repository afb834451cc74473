/** Builds the program into dist/: main with esbuild, window with vite, assets copied. Run by Node 24. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { build as buildWindow } from 'vite';
import { copiedPackageFiles, copyAssets } from './copy-assets.mjs';
import { gatherModules, licenceFile, listLicences } from './licences.mjs';

const root = join(import.meta.dirname, '..', '..');
/** Built beside and put in place at the end: a running program never sees half a build. */
const finished = join(root, 'dist');
const dist = join(root, '.cache', `dist-${process.pid}`);
const source = join(root, 'src-main');

/** Native parts and packages that load files beside themselves stay outside. */
const external = ['better-sqlite3', 'electron'];

/** Bundled CommonJS packages call `require` for Node's own modules. */
const banner = {
  js: "import { createRequire as stellwerkRequire } from 'node:module';\nconst require = stellwerkRequire(import.meta.url);",
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: 'linked',
  legalComments: 'external',
  outExtension: { '.js': '.mjs' },
  external,
  metafile: true,
  absWorkingDir: root,
  logLevel: 'warning',
  banner,
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const main = await build({
  ...common,
  entryPoints: {
    cli: join(source, 'shell-cli', 'main.ts'),
    local: join(source, 'shell-local', 'main.ts'),
    'electron-main': join(source, 'shell-electron', 'main.ts'),
    'file-reader': join(source, 'host', 'file-reader', 'main.ts'),
    'work-thread': join(source, 'adapters', 'sqlite', 'work-thread.ts'),
  },
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  outdir: dist,
});
// Without chunks: a thread starts from a plain file, so the package keeps these outside the archive.
const workers = await build({
  ...common,
  entryPoints: {
    'typst-worker': join(source, 'adapters', 'typst', 'typst-worker.ts'),
  },
  // Mostly code of others; names stay, so that a stack still says where it was.
  minifyWhitespace: true,
  minifySyntax: true,
  outdir: dist,
});
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
const modules = new Set([main, workers, preload].flatMap(({ metafile }) => Object.keys(metafile.inputs)));
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
