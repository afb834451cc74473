/** Names of files from words that people wrote, and of files that strangers named. Pure. */

const MOST_SIGNS = 120;
/** Signs that are not seen: directions of reading, joiners, marks of order, tags, letters that are blank. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u115f\u1160\u2800\u3164\uffa0]|\u034f|[\u17b4\u17b5]|\p{Variation_Selector}/gu;
const BLANKS = /[\p{Z}\s]+/gu;
/** A colon names a second stream of a file on Windows; the others mean folders or commands. The last ones only look like them. */
const REFUSED = /[<>:"/\\|?*\u2215\u2236\u29f5\ua789\uff0f\uff1a\uff3c]+/g;
/** Dots of other scripts look like the one before an ending. */
const LIKE_A_DOT = /[\u0701\u0702\u2024\u3002\ufe52\uff0e\uff61]/g;
/** Windows takes these for devices, whatever stands behind their first dot. */
const DEVICE = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]) *(?=\.|$)/i;
/** What its programs cannot open again, though the system may write it. */
const UNUSABLE_ON_WINDOWS = /[<>:"|?*\p{Cc}]|[. ]$/u;
/** An ending has a letter: "Protokoll 12.03.2026" ends with a year, not with a kind of file. */
const ENDING = /\.(?=[\p{N}-]*\p{L})[\p{L}\p{N}][\p{L}\p{N}-]{0,19}$/u;
/** Endings people take for the kind of a file when another one follows. */
const LOOKS_LIKE_A_KIND =
  /\.(pdf|doc[xm]?|dot[xm]?|rtf|od[tspg]|xls[xmb]?|csv|pp[ts][xm]?|txt|md|x?html?|xml|json|png|jpe?g|gif|webp|tiff?|bmp|svg|heic|mp[34]|zip|7z|rar|eml|msg)$/i;
/** What wraps a file and is named after it by everyone: signature, time stamp. */
const WRAPPER = /^\.(p7[scm]|sig|asc|ts[rt]|ers)$/i;
/** Behind it people look for an ending no more: "Bescheid.pdf______.exe". */
const FILLED_UP = /[\s._~=+·–—-]+$/;
const FALLBACK = 'Datei';

export const endingOf = (fileName: string): string => ENDING.exec(fileName)?.[0] ?? '';

/** Windows runs what ends so. */
export const isProgram = (ending: string): boolean =>
  /^\.(?:exe|com|scr|pif|cpl|lnk|url|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|msi|reg|jar)$/i.test(ending);

/** The ending says that the file is a document, a picture or the like: nothing that runs. */
export const isKindOfDocument = (ending: string): boolean => LOOKS_LIKE_A_KIND.test(ending);

/** Only what is seen, with single blanks. */
export const seenOnly = (text: string): string =>
  text.normalize('NFC').replace(BLANKS, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim();

/** One name without folders: what file systems refuse becomes "-", and it never ends in a dot or blank. */
export function fileNamePart(text: string, mostSigns = MOST_SIGNS): string {
  const clean = seenOnly(text).replace(REFUSED, '-').trim();
  return [...clean]
    .slice(0, mostSigns)
    .join('')
    .replace(/[. ]+$/, '');
}

/** Whether a file of this name, typed by a person, could not be opened, copied or deleted there any more ("aux.pdf", "Stand?.db"). */
export const isUnusableOnWindows = (fileName: string): boolean =>
  DEVICE.test(fileName) || UNUSABLE_ON_WINDOWS.test(fileName);

/** "Bescheid.pdf" → "Bescheid-pdf": what stands before an ending must not look like one. */
export function withoutKind(stem: string): string {
  const bare = stem.replace(FILLED_UP, '');
  const kind = LOOKS_LIKE_A_KIND.exec(bare);
  return kind ? `${withoutKind(bare.slice(0, kind.index))}-${kind[1] ?? ''}` : stem.replace(/[. ]+$/, '');
}

/**
 * The last part of a path as a file may bear it anywhere: what is seen is what it is, and its last ending is the only one that looks like
 * one. Clean names stay as they are; the result is never empty.
 */
export function safeFileName(fileName: string): string {
  const clean = fileNamePart(fileName.replace(/^.*[\\/]/s, ''), 2000)
    .replace(LIKE_A_DOT, '-')
    .replace(/^[. ]+(?=[^. ])/, (dots) => (dots.includes('.') ? `${FALLBACK}.` : ''));
  const ending = endingOf(clean);
  const stem = clean.slice(0, clean.length - ending.length);
  const plain = ending === '' || WRAPPER.test(ending) ? stem : withoutKind(stem);
  const short = [...plain].slice(0, MOST_SIGNS).join('').trimEnd();
  const named = short === '' ? FALLBACK + ending : short + ending;
  return named.replace(DEVICE, '$1_');
}
