/** The licence texts of every package that travels inside the program: most of them ask that their text goes along. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Up to the innermost package: one inside another package's folder has its own licence. */
const PACKAGE_FOLDER = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|ofl)/i;

/** The folder of the package that a built-in file comes from, seen from the project folder; null for our own files. */
function packageFolder(file) {
  return PACKAGE_FOLDER.exec(file.replaceAll('\\', '/'))?.[0] ?? null;
}

function describe(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} names no licence: look whether it may be passed on.`);
  const texts = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const holder = typeof author === 'string' ? author : author?.name;
  // Some packages ship no text: then the licence's name and the author are all there is to pass on.
  const body = texts.length > 0 ? texts.join('\n\n') : `Licence: ${license}${holder ? `\nAuthor: ${holder}` : ''}`;
  return { title: `${name} ${version} (${license})`, body };
}

/**
 * @param {string} root the project folder
 * @param {Iterable<string>} files everything that was built in, as the bundlers name it
 */
export function thirdPartyLicences(root, files) {
  const folders = new Set();
  for (const file of files) {
    const folder = packageFolder(file);
    if (folder !== null) folders.add(join(root, folder));
  }
  const rule = '='.repeat(80);
  const parts = [...folders].map(describe).sort((one, other) => one.title.localeCompare(other.title, 'en'));
  return parts.map(({ title, body }) => `${rule}\n${title}\n${rule}\n\n${body}\n`).join('\n');
}
