/** The name of the body (Körperschaft) in the head of a paper: taken only from a place where it is known to stand. Pure. */
import { fold } from '../../contract/text/fold.ts';
import type { OfficeProfile } from '../../contract/office-profile.ts';
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

const isName = (line: string): boolean => line.length <= LONGEST && !NO_NAME.test(line);

export interface RecognisedBody {
  readonly bodyName: string;
  /** Lines above the title that are something else; they stay text. */
  readonly others: readonly string[];
}

/**
 * The office's own name, else a line that begins as such names begin, else the one line that stands where our form has it. `hasOwnPlace`:
 * the form was recognised, with nothing but one line above its title.
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
  const isInPlace = isOwnForm && above.length === 1 && isName(first) && saidBy(first, profile) === null;
  const at = known !== -1 ? known : named !== -1 ? named : isInPlace ? 0 : -1;
  return { bodyName: above[at] ?? '', others: above.filter((_, index) => index !== at) };
}
