/**
 * Versions and licences of everything that is shipped, told from what was bundled: esbuild's metafile for main, the modules vite kept for
 * the window, and the packages that travel as files. A package without a licence fails the build.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Copied as files (`copy-assets.mjs`), loaded beside the bundle, or the ground it runs on. */
const SHIPPED_AS_FILES = [
  '@expo-google-fonts/arimo',
  '@expo-google-fonts/noto-sans-symbols-2',
  '@myriaddreamin/typst-ts-web-compiler',
  'better-sqlite3',
  'dictionary-de',
  'electron',
];

const NAMES = { electron: 'Electron' };

/** Parts inside of others, with licence texts of their own. */
const CONTAINED = [
  {
    name: 'Chromium',
    version: '',
    licence: 'BSD-3-Clause and others',
    text: 'Chromium is part of Electron. The licence texts of Chromium and of everything in it stand in LICENSES.chromium.html beside the program.',
  },
  {
    name: 'SQLite',
    version: '',
    licence: 'Public Domain',
    text: 'SQLite is part of better-sqlite3. Its authors dedicated it to the public domain: https://www.sqlite.org/copyright.html',
  },
];

/** "…/node_modules/@orpc/client/dist/x.mjs" → the folder of the package, or undefined for our own files. */
export function packageFolder(root, modulePath) {
  const path = resolve(root, modulePath.replace(/^\0/, '').replace(/\?.*$/, '')).replaceAll('\\', '/');
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

const LICENCE_FILE = /^(licen[cs]e|copying)([-_.].*)?$/i;

function licenceText(folder) {
  const files = readdirSync(folder).filter((name) => LICENCE_FILE.test(name));
  return files
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n');
}

function describe(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = typeof manifest.license === 'string' ? manifest.license : manifest.license?.type;
  if (!licence) throw new Error(`${folder} names no licence: ask its authors, or do without it.`);
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
  const text = licenceText(folder);
  return {
    name: NAMES[manifest.name] ?? manifest.name,
    version: manifest.version,
    licence,
    text,
    note:
      text === ''
        ? `The package names its licence without adding the text. Author: ${author ?? 'not named'}.`
        : undefined,
  };
}

/** @param {string} root the project folder @param {Iterable<string>} modules paths of bundled modules, absolute or from the root */
export function listLicences(root, modules) {
  const folders = new Set(SHIPPED_AS_FILES.map((name) => join(root, 'node_modules', name)));
  for (const path of modules) {
    const folder = packageFolder(root, path);
    if (folder !== undefined && existsSync(join(folder, 'package.json'))) folders.add(folder);
  }
  const described = [...folders].map(describe);
  // The Apache licence asks for a copy of itself and is the same for everyone: a package without it gets that of another.
  const apache = described.find(({ text }) => /Apache License\s+Version 2\.0/.test(text))?.text;
  const known = new Map();
  for (const { note, ...entry } of described) {
    const added = note === undefined ? [] : [note, ...(entry.licence === 'Apache-2.0' && apache ? [apache] : [])];
    known.set(`${entry.name}@${entry.version}`, {
      ...entry,
      text: [...added, entry.text].filter(Boolean).join('\n\n'),
    });
  }
  return [...known.values(), ...CONTAINED].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

const RULE = '='.repeat(80);

/** The list as one text file: most packages ask that their licence goes along. */
export function licenceFile(licences) {
  return licences
    .map(({ name, version, licence, text }) => {
      const title = [name, version, `(${licence})`].filter(Boolean).join(' ');
      return `${RULE}\n${title}\n${RULE}\n\n${text}\n`;
    })
    .join('\n');
}

/** A vite plugin that gathers the modules and files (fonts, engines) which are in the built window. */
export function gatherModules(into) {
  let windowRoot = '';
  return {
    name: 'stellwerk-licences',
    configResolved(config) {
      windowRoot = config.root;
    },
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk') for (const id of part.moduleIds) into.add(id);
        else for (const name of part.originalFileNames) into.add(resolve(windowRoot, name));
      }
    },
  };
}
