/** The name of the body (Körperschaft) in the head of a paper: taken only from a place where it is known to stand. Pure. */
import { fold } from '../../base/fold.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { saidBy } from './publicity-words.ts';

const KIND =
  '(?:Landeshauptstadt|Bundesstadt|Universitätsstadt|Hochschulstadt|Hansestadt|Kreisstadt|Residenzstadt|Lutherstadt|Stadtgemeinde|Stadt|Einheitsgemeinde|Verbandsgemeinde|Samtgemeinde|Ortsgemeinde|Marktgemeinde|Gemeinde|Markt|Flecken|Landkreis|Kreis|Städteregion|Region|Bezirk|Amt|Verwaltungsgemeinschaft|Verwaltungsverband|Gemeindeverwaltungsverband|Zweckverband|Landschaftsverband|Regionalverband)';
/** "Stadt Auenfurt", "Große Kreisstadt Auenfurt", "Universitäts- und Hansestadt …", "Freie und Hansestadt …", "Der Magistrat der Stadt …". */
const BODY = new RegExp(
  `^(?:(?:Der|Die)\\s+(?:Magistrat|(?:Ober)?[Bb]ürgermeister(?:in)?|Landr(?:at|ätin)|Gemeindevorstand|Kreisausschuss)\\s+(?:der|des)\\s+)?(?:(?:Freie|Große|Alte|Kreisfreie|Königlich privilegierte)\\s+(?:und\\s+)?)?(?:\\p{Lu}\\p{L}*-\\s+und\\s+)?${KIND}(?:es|s)?\\s+(?!(?:für|der|des|am|im|zur|und)\\s)\\p{Lu}`,
  'u',
);
/** A line of a form ("Gemeinde: …"), a day, an address or a sentence is no name. */
const NO_NAME = /[:：;]|\d|[.!?]$|\t/u;
const LONGEST = 120;
/** Words of forms, papers and offices: a line that holds one says something else than whose paper this is. */
const OTHER_MATTER =
  /^(?:(?:nicht)?öffentlich\p{L}*|sitzung\p{L}*|\p{L}*vorlagen?|vorlagen\p{L}*|nummer|nr|datum|betreff|\p{L}*antr[aä]ge?|antrags\p{L}*|\p{L}*anfragen?|\p{L}*beschl[uü]ss\p{L}*|drucksachen?\p{L}*|\p{L}*stellungnahmen?|mitteilung\p{L}*|informationen?|\p{L}*bearbeite\p{L}*|ansprechpartner\p{L}*|telefon|telefax|fax|name|ort|straße|anschrift|tagesordnung\p{L}*|\p{L}*verwaltung|(?!magistrat|landrat)\p{L}*rat|\p{L}*rates|\p{L}*vertretung|\p{L}*versammlung|\p{L}*ausschuss(?:es)?|\p{L}*fraktion(?:en)?|gremi(?:um|en)|art|status|stand|eingang|entwurf|kopie|abdruck|original|anlagen?|seite|aktenzeichen|zeichen|az|\p{L}+amt|dezernat\p{L}*|fachbereich\p{L}*|fachdienst\p{L}*|referat\p{L}*|abteilung\p{L}*|stabsstelle\p{L}*|\p{L}*kenntnisnahme|\p{L}*entscheidung|\p{L}*beratung|beratungsfolge|federführ\p{L}*|verfasser\p{L}*|absender\p{L}*|empfänger\p{L}*|verteiler|eilt|vertraulich)$/iu;
/** The only words inside a name that begin small: "am", "an der", "ob der". */
const INSIDE = new Set(
  'a a. i i. o o. am an auf bei d. der den dem des die im in ob unter und vom von vor zu zum zur'.split(' '),
);

const wordsOf = (line: string): readonly string[] => line.split(/[\s(),/–—]+/u).filter(Boolean);

function isName(line: string): boolean {
  if (line.length > LONGEST || NO_NAME.test(line)) return false;
  return wordsOf(line).every((word) => !OTHER_MATTER.test(word) && (/^\P{Ll}/u.test(word) || INSIDE.has(word)));
}

/** "Stadt", "Der Magistrat": what kind of body or organ, but not whose. */
const KIND_ALONE = new RegExp(
  `^(?:(?:Die|Der|Das)\\s+)?(?:${KIND}|Magistrat|(?:Ober)?[Bb]ürgermeister(?:in)?|Landr(?:at|ätin)|Gemeindevorstand)$`,
  'u',
);

export interface RecognisedBody {
  readonly bodyName: string;
  /** Only its place speaks for it. */
  readonly isAssumed: boolean;
  /** Lines above the title that are something else; they stay text. */
  readonly others: readonly string[];
}

/**
 * The office's own name, else a line that begins as such names begin, else the one line that stands where our form has it. Nowhere a line
 * with a word of forms, papers or offices, a kind without a place, a sentence. `isOwnForm`: title and head of our form were recognised.
 */
export function recogniseBody(
  above: readonly string[],
  { bodyName, ...profile }: OfficeProfile,
  isOwnForm: boolean,
): RecognisedBody {
  const own = fold(bodyName).trim();
  const known = above.findIndex((line) => fold(line).trim() === own);
  const named = above.findIndex((line) => isName(line) && BODY.test(line));
  const [first = ''] = above;
  const isInPlace =
    isOwnForm && above.length === 1 && isName(first) && !KIND_ALONE.test(first) && saidBy(first, profile) === null;
  const at = known !== -1 ? known : named !== -1 ? named : isInPlace ? 0 : -1;
  const isAssumed = known === -1 && named === -1 && at !== -1;
  return { bodyName: above[at] ?? '', isAssumed, others: above.filter((_, index) => index !== at) };
}
