/** Kind of a file that is a ZIP archive, told by what is in it. */
import { strFromU8 } from 'fflate';
import { archiveEntries, firstEntry } from './archive.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const OOXML: readonly (readonly [string, string])[] = [
  ['word/', `${OFFICE}wordprocessingml.document`],
  ['xl/', `${OFFICE}spreadsheetml.sheet`],
  ['ppt/', `${OFFICE}presentationml.presentation`],
];
const ODF = /^application\/vnd\.oasis\.opendocument\.[a-z-]+$/;
const LONGEST_TYPE = 200;

/** OpenDocument says its type in an entry named "mimetype" (part 2, §3.3). */
function saidType(bytes: Uint8Array): string {
  const said = firstEntry(
    bytes,
    ({ name, size, originalSize }) => name === 'mimetype' && Math.max(size, originalSize) <= LONGEST_TYPE,
  );
  return strFromU8(said ?? new Uint8Array()).trim();
}

export function archiveType(bytes: Uint8Array): string {
  const names = new Set(archiveEntries(bytes).entries.map(({ name }) => name));
  if (names.has('[Content_Types].xml')) {
    const known = OOXML.find(([folder]) => [...names].some((name) => name.startsWith(folder)));
    if (known) return known[1];
  }
  const said = names.has('mimetype') ? saidType(bytes) : '';
  return ODF.test(said) ? said : 'application/zip';
}
