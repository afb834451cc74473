/** Names of files from words that people wrote. Pure. */

const MOST_SIGNS = 120;

/** One name without folders: what file systems refuse becomes "-", and it never ends in a dot or blank. */
export function fileNamePart(text: string, mostSigns = MOST_SIGNS): string {
  const clean = text
    .replace(/[<>:"/\\|?*\u0000-\u001f]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return [...clean]
    .slice(0, mostSigns)
    .join('')
    .replace(/[. ]+$/, '');
}
