/** ZIP archives from strangers: the directory is judged before a single entry is unpacked. */
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { isBeyondLimits, MOST_ARCHIVE_ENTRIES } from '../formats/archive-limits.ts';
import { AttachmentRefusal } from './attachment-text.ts';

/** Directory of the archive, at most `MOST_ARCHIVE_ENTRIES` of it. Damage ends the list, it throws nothing. */
export function archiveEntries(bytes: Uint8Array): {
  readonly entries: readonly UnzipFileInfo[];
  readonly complete: boolean;
} {
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        // Thrown, because an archive can claim four billion entries and the loop would look for each.
        if (entries.length >= MOST_ARCHIVE_ENTRIES) throw new AttachmentRefusal('archive');
        entries.push(entry);
        return false;
      },
    });
    return { entries, complete: true };
  } catch {
    return { entries, complete: false };
  }
}

/** Content of the first entry that is wanted, looked for no further than `archiveEntries` looks. Undefined when there is none. */
export function firstEntry(bytes: Uint8Array, wanted: (entry: UnzipFileInfo) => boolean): Uint8Array | undefined {
  let seen = 0;
  let isFound = false;
  try {
    const found = unzipSync(bytes, {
      filter: (entry) => {
        if ((seen += 1) > MOST_ARCHIVE_ENTRIES) throw new AttachmentRefusal('archive');
        const isFirst = !isFound && wanted(entry);
        isFound ||= isFirst;
        return isFirst;
      },
    });
    return Object.values(found)[0];
  } catch {
    return undefined;
  }
}

/** An entry that is only stored is as large as its packed size says, whatever it claims to become. */
const unpackedSize = (entry: UnzipFileInfo): number => Math.max(entry.size, entry.originalSize);

function requireSafe(bytes: Uint8Array): void {
  const { entries, complete } = archiveEntries(bytes);
  const isCutShort = entries.length >= MOST_ARCHIVE_ENTRIES && !complete;
  if (isCutShort || isBeyondLimits(entries.map(unpackedSize))) throw new AttachmentRefusal('archive');
  if (!complete) throw new AttachmentRefusal('damaged');
}

/**
 * Entries whose name is wanted. An entry never gets larger than its directory says, so the sum above holds; archives inside the archive
 * stay closed. Refuses with "archive" or "damaged".
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  requireSafe(bytes);
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => wanted(name) })));
  } catch (cause) {
    throw new AttachmentRefusal('damaged', { cause });
  }
}
