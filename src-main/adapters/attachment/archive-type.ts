/** Kind of a file that is a ZIP archive, told by what is in it. */
import { archiveNames, ArchiveProblem, openArchive } from '../formats/zip.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const OOXML: readonly (readonly [string, string])[] = [
  ['word/', `${OFFICE}wordprocessingml.document`],
  ['xl/', `${OFFICE}spreadsheetml.sheet`],
  ['ppt/', `${OFFICE}presentationml.presentation`],
];
const ODF = /^application\/vnd\.oasis\.opendocument\.[a-z-]+$/;
const LONGEST_TYPE = 200;

/** OpenDocument says its type in an entry named "mimetype" (part 2, §3.3); '' where it cannot be read. */
function saidType(bytes: Uint8Array): string {
  try {
    const archive = openArchive(bytes);
    const entry = archive.entries.find(({ name, size }) => name === 'mimetype' && size <= LONGEST_TYPE);
    return entry ? Buffer.from(archive.read(entry)).toString('latin1').trim() : '';
  } catch (cause) {
    if (cause instanceof ArchiveProblem) return '';
    throw cause;
  }
}

export function archiveType(bytes: Uint8Array): string {
  const names = new Set(archiveNames(bytes));
  if (names.has('[Content_Types].xml')) {
    const known = OOXML.find(([folder]) => [...names].some((name) => name.startsWith(folder)));
    if (known) return known[1];
  }
  const said = names.has('mimetype') ? saidType(bytes) : '';
  return ODF.test(said) ? said : 'application/zip';
}
