/** The beginning of a text with "…" where it has more than `most` signs; no sign is cut in two. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const signs = Array.from(text.slice(0, 2 * most + 2));
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
}
