/** Which autosaved versions of a statement may go: close together when young, further apart when old. Pure. */
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface KeptVersion {
  readonly revision: number;
  readonly at: string;
  /** A version somebody named stays for good. */
  readonly name: string | null;
}

/** All of the last day, one an hour for a week, one a day for a quarter, one a week before that. */
function bucketOf(version: KeptVersion, nowMs: number): string {
  const at = Date.parse(version.at);
  const age = nowMs - at;
  if (age < DAY_MS) return `v${version.revision}`;
  if (age < 7 * DAY_MS) return `h${Math.floor(at / HOUR_MS)}`;
  if (age < 92 * DAY_MS) return `d${Math.floor(at / DAY_MS)}`;
  return `w${Math.floor(at / (7 * DAY_MS))}`;
}

/** The first, the last and every named version stay; of the others the newest of each period. Revisions that may go. */
export function versionsToDrop(versions: readonly KeptVersion[], now: string): readonly number[] {
  const nowMs = Date.parse(now);
  const ordered = [...versions].sort((a, b) => b.revision - a.revision);
  const seen = new Set<string>();
  return ordered
    .filter((version, index) => {
      const bucket = bucketOf(version, nowMs);
      const isFirstOfPeriod = !seen.has(bucket);
      seen.add(bucket);
      return !isFirstOfPeriod && version.name === null && index !== ordered.length - 1;
    })
    .map((version) => version.revision);
}
