/** JSON with sorted keys and without undefined values: same content, same text. For comparison, hashes and embedded records. */
export function canonicalJson(value: unknown, indent = 0): string {
  return JSON.stringify(
    value,
    (_, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    indent,
  );
}
