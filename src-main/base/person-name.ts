/** Names of persons in their parts and as they are shown. */

/** Words that belong to the family name that follows them. */
const PARTICLES = new Set([
  'von',
  'vom',
  'van',
  'der',
  'den',
  'de',
  'zu',
  'zum',
  'zur',
  'di',
  'da',
  'du',
  'la',
  'le',
  'ten',
  'ter',
  'el',
  'al',
]);

export interface PersonName {
  readonly givenName: string;
  readonly familyName: string;
}

/** "Anna von der Heide" → given "Anna", family "von der Heide". A single word is a family name. */
export function splitName(name: string): PersonName {
  const words = name.trim().split(/\s+/);
  if (words.length < 2) return { givenName: '', familyName: name.trim() };
  let at = words.length - 1;
  while (at > 1 && PARTICLES.has((words[at - 1] ?? '').toLowerCase())) at -= 1;
  return { givenName: words.slice(0, at).join(' '), familyName: words.slice(at).join(' ') };
}

/** Without title: "Anna von der Heide". */
export function displayName(name: PersonName): string {
  return [name.givenName, name.familyName].filter(Boolean).join(' ');
}
