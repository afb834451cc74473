/** How esbuild makes the program's parts, for the build and for tests that need some of them. */
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..', '..');
const source = join(root, 'src-main');

/** Bundled CommonJS packages call `require` for Node's own modules. */
const banner = {
  js: "import { createRequire as stellwerkRequire } from 'node:module';\nconst require = stellwerkRequire(import.meta.url);",
};

export const common = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: 'linked',
  legalComments: 'external',
  outExtension: { '.js': '.mjs' },
  /** Native parts and packages that load files beside themselves stay outside. */
  external: ['better-sqlite3', 'electron'],
  /** A bundled CommonJS package asks where it lies, though it loads nothing from there. */
  define: { __dirname: 'import.meta.dirname' },
  metafile: true,
  absWorkingDir: root,
  logLevel: 'warning',
  banner,
};

/** What runs beside the program: the fenced process and the thread for long work. */
export const besides = {
  'file-reader': join(source, 'host', 'file-reader', 'main.ts'),
  'work-thread': join(source, 'adapters', 'sqlite', 'work-thread.ts'),
};

/** Into one folder with chunks that they share. `entryPoints`: file name without ending to source. */
export const buildEntries = (outdir, entryPoints) =>
  build({ ...common, entryPoints, splitting: true, chunkNames: 'chunks/[name]-[hash]', outdir });

/** Without chunks: a thread starts from a plain file, so the package keeps it outside the archive. */
export const buildTypesetter = (outdir) =>
  build({
    ...common,
    entryPoints: { 'typst-worker': join(source, 'adapters', 'typst', 'typst-worker.ts') },
    // Mostly code of others; names stay, so that a stack still says where it was.
    minifyWhitespace: true,
    minifySyntax: true,
    outdir,
  });
