/** Variables of a reading process: none of ours. Electron takes an empty list for "all", and Windows starts hardly anything without its root. */
export function readerEnvironment(): Record<string, string> {
  const root = process.env['SystemRoot'];
  return { LANG: 'C', ...(root !== undefined && { SystemRoot: root }) };
}
