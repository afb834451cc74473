/**
 * Reads a ZIP package whose signatures are judged or made (ECMA-376 Part 2, annex B). Stricter than other readers on purpose: what two
 * programs could read differently – a name twice, local headers that contradict the directory, something behind it – is refused, so that what
 * was verified is also what is shown.
 */
import type { UnjudgedReason } from '../../../contract/signature/shapes.ts';
import { ArchiveProblem, openArchive, type Archive, type ArchiveReason } from '../../formats/zip.ts';
import { PackageProblem } from './signature-problem.ts';

/** Name without leading slash → bytes, in the order of the archive. */
export type Package = ReadonlyMap<string, Uint8Array>;

const REASONS: Readonly<Record<ArchiveReason, UnjudgedReason>> = {
  'too-large': 'too-large',
  encrypted: 'encrypted',
  method: 'file-unreadable',
  damaged: 'damaged',
};

/** Part names are equal without regard to case (ECMA-376 Part 2, 6.2.2.3) and however their signs are escaped. */
export function canonicalName(name: string): string {
  const plain = name.replaceAll('\\', '/').replace(/^\/+/, '');
  try {
    return decodeURIComponent(plain).toLowerCase();
  } catch {
    return plain.toLowerCase();
  }
}

/** Whatever is wrong with the directory itself says only that the file could not be read. */
function opened(bytes: Uint8Array): Archive {
  try {
    return openArchive(bytes);
  } catch (error) {
    if (error instanceof ArchiveProblem && error.reason === 'too-large')
      throw new PackageProblem('too-large', error.message);
    throw new PackageProblem('file-unreadable', String(error));
  }
}

function unpacked(archive: Archive): Package {
  const parts = new Map<string, Uint8Array>();
  for (const entry of archive.entries) if (!entry.isFolder) parts.set(entry.name, archive.read(entry));
  return parts;
}

/** Throws `PackageProblem` where the package is damaged, beyond its limits or not readable in one way only. */
export function readPackage(bytes: Uint8Array): Package {
  const archive = opened(bytes);
  try {
    if (archive.ambiguity !== null) throw new PackageProblem('file-unreadable', archive.ambiguity);
    const names = archive.entries.map(({ name }) => canonicalName(name));
    if (new Set(names).size !== names.length) throw new PackageProblem('file-unreadable', 'the same name twice');
    return unpacked(archive);
  } catch (error) {
    if (error instanceof ArchiveProblem) throw new PackageProblem(REASONS[error.reason], error.message);
    throw error;
  }
}
