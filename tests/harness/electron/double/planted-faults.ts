/** Faults that a change could bring, planted one at a time into the sources while the Electron program is built. */
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import type { CheckName } from './window-checks.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const shell = join(root, 'src-main', 'shell-electron');

export interface Fault {
  readonly name: string;
  /** In src-main/shell-electron. */
  readonly file: string;
  /** Every occurrence is replaced; a snippet that is gone fails the build, so that a fault never goes missing quietly. */
  readonly replace: string;
  readonly by: string;
  readonly caughtBy: readonly CheckName[];
}

const READ_FROM_DISK = `(() => {
  try {
    const path = decodeURIComponent(wanted.path).replaceAll('\\\\', '/');
    const bytes = process.getBuiltinModule('node:fs').readFileSync(new URL('./window/' + path.slice(1), import.meta.url));
    return { bytes, type: 'text/plain', immutable: false };
  } catch {
    return undefined;
  }
})()`;

export const FAULTS: readonly Fault[] = [
  {
    name: 'the sender is not checked',
    file: 'window-wire.ts',
    replace: 'if (!senderAllowed(frame)) return;',
    by: '',
    caughtBy: ['a message from a frame that is not ours gets no port'],
  },
  {
    name: 'a message from any frame of our page counts',
    file: 'policies.ts',
    replace: 'frame.isMainFrame && ',
    by: '',
    caughtBy: ['a message from a frame that is not ours gets no port'],
  },
  {
    name: 'the sandbox is off',
    file: 'window-options.ts',
    replace: 'sandbox: true',
    by: 'sandbox: false',
    caughtBy: ['every window keeps Node out of the page'],
  },
  {
    name: 'the preload script runs in the world of the page',
    file: 'window-options.ts',
    replace: 'contextIsolation: true',
    by: 'contextIsolation: false',
    caughtBy: ['every window keeps Node out of the page', 'the page sees nothing of the preload script'],
  },
  {
    name: 'the page may go anywhere',
    file: 'hardening.ts',
    replace: 'if (!navigationAllowed(event.url)) event.preventDefault();',
    by: '',
    caughtBy: ['the page stays where it is told to go elsewhere'],
  },
  {
    name: 'windows may be opened',
    file: 'hardening.ts',
    replace: "action: 'deny'",
    by: "action: 'allow'",
    caughtBy: ['no other window opens'],
  },
  {
    name: 'main and preload speak of different channels',
    file: 'window-wire.ts',
    replace: "'stellwerk-port-wanted'",
    by: "'stellwerk-port-wnated'",
    caughtBy: ['the page gets its port and shows the register'],
  },
  {
    name: 'the scheme reads any path from the disk',
    file: 'app-protocol.ts',
    replace: 'files.get(wanted.path) ??',
    by: `files.get(wanted.path) ?? ${READ_FROM_DISK} ??`,
    caughtBy: ['the scheme serves the window’s files and nothing else'],
  },
  {
    name: 'the scheme answers for every host',
    file: 'policies.ts',
    replace: "url.host === 'stellwerk' && ",
    by: '',
    caughtBy: [
      'a message from a frame that is not ours gets no port',
      'the scheme serves the window’s files and nothing else',
    ],
  },
  {
    name: 'answers carry no content policy',
    file: 'app-protocol.ts',
    replace: '...SECURITY_HEADERS, ',
    by: '',
    caughtBy: ['every answer carries the content policy'],
  },
  {
    name: 'every permission is granted',
    file: 'policies.ts',
    replace: "return permission === 'clipboard-sanitized-write';",
    by: "return permission !== '';",
    caughtBy: ['no permission is granted but copying'],
  },
  {
    name: 'requests may leave the machine',
    file: 'hardening.ts',
    replace: 'cancel: !requestAllowed(details.url)',
    by: 'cancel: false',
    caughtBy: ['nothing reaches the network'],
  },
];

function plant({ file, replace, by }: Fault): Plugin {
  const target = join(shell, file);
  return {
    name: 'planted-fault',
    setup: (current) =>
      current.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (path !== target) return undefined;
        const source = readFileSync(path, 'utf8');
        if (!source.includes(replace)) throw new Error(`${file} no longer contains: ${replace}`);
        return { contents: source.replaceAll(replace, by), loader: 'ts' };
      }),
  };
}

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  logLevel: 'error',
  external: ['better-sqlite3', 'electron'],
};

/** Builds the program with the fault beside links to the rest of `dist`; gives the path of its main script. */
export async function buildWithFault(fault: Fault, into: string): Promise<string> {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  for (const name of [
    'window',
    'assets',
    'manifest.json',
    'licences.json',
    'typst-worker.mjs',
    'file-reader.mjs',
    'chunks',
  ])
    symlinkSync(join(root, 'dist', name), join(into, name));
  await build({
    ...common,
    entryPoints: { 'electron-main': join(shell, 'main.ts') },
    format: 'esm',
    splitting: true,
    chunkNames: 'planted/[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    outdir: into,
    plugins: [plant(fault)],
    banner: {
      js: "import { createRequire as stellwerkRequire } from 'node:module';\nconst require = stellwerkRequire(import.meta.url);",
    },
  });
  await build({
    ...common,
    entryPoints: [join(shell, 'preload.ts')],
    format: 'cjs',
    outfile: join(into, 'preload.cjs'),
    plugins: fault.file === 'preload.ts' ? [plant(fault)] : [],
  });
  return join(into, 'electron-main.mjs');
}
