/**
 * What a dictionary of stems does not list and is German all the same: compounds, joined words with hyphens, abbreviations, gender forms. Pure
 * but for the dictionary that is asked.
 */

/** Whether the dictionary knows a word as it is written. */
export type Knows = (word: string) => boolean;

const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'e'] as const;
/** Parts of fewer letters than these are chance, but for the words below. */
const LEAST_PART = 4;
const SHORT_PARTS: ReadonlySet<string> = new Set(
  'amt|art|bad|bau|bus|eis|eck|erb|fuß|gas|hof|hub|kfz|kur|lkw|not|ost|pkw|rad|rat|see|tag|tal|tor|tür|uhr|weg|zoo|öko|süd|bio|geo|neu|alt'.split(
    '|',
  ),
);
/** Before a verb, also with "zu" or "ge" between: "mitzuplanen", "ausgefertigt", "durchsieht". */
const PARTICLES =
  'zurück|wieder|weiter|zusammen|entgegen|gegenüber|bereit|durch|unter|hinter|nieder|bevor|fern|fest|frei|gut|dazu|hinzu|herbei|hinaus|heraus|herein|hinein|herum|über|nach|fort|los|mal|her|hin|vor|weg|aus|auf|ein|mit|bei|teil|statt|ab|an|um|zu'.split(
    '|',
  );
const STREET = /^\p{Lu}\p{Ll}{2,}(?:straße|gasse|allee|platz|weg|ring|damm|ufer|str)$/u;
/** What parts of at least this length make is no slip of a key. */
const SURE_PART = 7;

/** Longer than any word of an office; what is longer is no word. */
const LONGEST = 60;
const MOST_PARTS = 5;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function isPart(part: string, knows: Knows): boolean {
  if (part.length < LEAST_PART) return SHORT_PARTS.has(part);
  return knows(capital(part)) || knows(part);
}

/** A part with what links it to the next: "verwaltungs", "stellen", "kreuzungs". */
const isLinkedPart = (part: string, knows: Knows): boolean =>
  LINKS.some((link) => part.endsWith(link) && isPart(part.slice(0, part.length - link.length), knows));

const isParticleVerb = (word: string, knows: Knows, least = LEAST_PART): boolean =>
  PARTICLES.some((particle) => {
    if (!word.toLowerCase().startsWith(particle)) return false;
    const rest = word.slice(particle.length);
    if (rest.length < least) return false;
    const verb = /^zu(.{4,})$/u.exec(rest)?.[1];
    const isNoun = word !== word.toLowerCase();
    return knows(isNoun ? capital(rest) : rest) || (verb !== undefined && (knows(particle + verb) || knows(verb)));
  });

/** Whether known words, linked or not, of at least `least` letters each, give the word. */
function isCompound(word: string, knows: Knows, least = 0): boolean {
  if (word.length > LONGEST) return false;
  const isNoun = word !== word.toLowerCase();
  const small = word.toLowerCase();
  const isLast = (part: string): boolean => {
    if (part.length < least) return false;
    return part.length < LEAST_PART ? SHORT_PARTS.has(part) : knows(isNoun ? capital(part) : part);
  };
  const isLinked = (part: string): boolean => part.length >= least && isLinkedPart(part, knows);
  const ends = new Map<string, boolean>();
  const endsWell = (rest: string, left: number): boolean => {
    const key = `${String(left)} ${rest}`;
    const known = ends.get(key);
    if (known !== undefined) return known;
    let found = isLast(rest);
    for (let at = 3; !found && left > 1 && at <= rest.length - 3; at += 1)
      found = isLinked(rest.slice(0, at)) && endsWell(rest.slice(at), left - 1);
    ends.set(key, found);
    return found;
  };
  for (let at = 3; at <= small.length - 3; at += 1)
    if (isLinked(small.slice(0, at)) && endsWell(small.slice(at), MOST_PARTS - 1)) return true;
  return false;
}

const LETTERS = 'enirsatdhulgmobcfkzwpvüäöjßyxq';

/** Words a slip of the keyboard away, the commonest slips first: two letters the wrong way round, one missing, one too much, another one. */
function* slips(word: string): Generator<string> {
  const cuts = Array.from({ length: word.length }, (_, at) => [word.slice(0, at + 1), word.slice(at + 1)] as const);
  for (const [before, behind] of cuts)
    if (behind.length > 1) yield before + behind.charAt(1) + behind.charAt(0) + behind.slice(2);
  for (const [before, behind] of cuts) for (const letter of LETTERS) yield before + letter + behind;
  for (const [before, behind] of cuts) if (behind !== '') yield before + behind.slice(1);
  for (const [before, behind] of cuts)
    if (behind !== '') for (const letter of LETTERS) yield before + letter + behind.slice(1);
}

/** Known words that are one slip of the keyboard away. The first sign stays. */
function* oneSlipAway(word: string, knows: Knows): Generator<string> {
  for (const candidate of slipsOf(word)) if (knows(candidate)) yield candidate;
}

/** Every word one slip away, once. */
export function* slipsOf(word: string): Generator<string> {
  const tried = new Set([word]);
  for (const candidate of slips(word)) {
    if (tried.has(candidate)) continue;
    tried.add(candidate);
    yield candidate;
  }
}

/** Compounds whose last part could have a slip, as the known begin and the end that is to be mended: "Kreuzungs", "Beriech". */
export function* endsToMend(word: string, knows: Knows): Generator<readonly [first: string, last: string]> {
  for (let at = word.length - LEAST_PART; at >= 3; at -= 1) {
    const [first, last] = [word.slice(0, at), word.slice(at)];
    if (isLinkedPart(first.toLowerCase(), knows)) yield [first, capital(last)];
  }
}

const ABBREVIATION = /^(?:\p{Lu}{1,6}s?|\p{Lu}\p{Ll}?\p{Lu}{1,4}|[IVXLC]+)$/u;
const FORM = /^(\p{Lu}?\p{L}+)[*:_/·]-?(in|innen|r|n|e|en)(.*)$/u;
const INNER_CAPITAL = /^(\p{Lu}\p{Ll}+)(In|Innen)(\p{Ll}*)$/u;

/** "Ausländer*innenbehörde", "Bürger:in", "BeamtInnen": both forms it stands for, or none. */
function genderForms(word: string): readonly string[] {
  const match = FORM.exec(word) ?? INNER_CAPITAL.exec(word);
  if (!match) return [];
  const [, stem = '', form = '', behind = ''] = match;
  return [stem + form.toLowerCase() + behind.toLowerCase(), stem + behind.toLowerCase()];
}

/** Slips that the pieces of the word would hide: "Wiederspruch", "vorraussichtlich", "Hauptstrasse", "nocheinmal". */
const KNOWN_SLIPS =
  /^wieder(?:spr[eouüi]|sprich|spieg|stand|stehen|ruf)|^vorraus|standart(?!en?$)|strasse(?!r)|^(?:nocheinmal|garnicht|zumindestens|umsomehr|aufgrunddessen|desweiteren)$/iu;
/** "Käthe-Kollwitz-Platz": a name of whatever parts. */
const NAMED_PLACE =
  /-(?:straße|str|gasse|allee|platz|weg|ring|damm|ufer|brücke|park|schule|haus|kita|halle|gymnasium)s?$/iu;

/** Whether the word is right as far as anybody can tell from a dictionary. */
export function isGerman(word: string, knows: Knows): boolean {
  if (KNOWN_SLIPS.test(word)) return false;
  if (word === '' || /\d/u.test(word) || ABBREVIATION.test(word) || knows(word)) return true;
  // "geht’s", "Müller’s": what an apostrophe cuts off.
  const cut = /^(.{2,})[’'](?:s|n)?$/u.exec(word)?.[1];
  if (cut !== undefined) return isGerman(cut, knows);
  if (NAMED_PLACE.test(word)) return true;
  const forms = genderForms(word);
  if (forms.length > 0) return forms.some((form) => isGerman(form, knows));
  if (/[-–/]/u.test(word)) {
    const parts = word.split(/[-–/]/u);
    // "Verwaltungs- und …": what links stays behind where the rest is left out.
    return parts.every((part, at) => {
      const isCut = at < parts.length - 1 && isLinkedPart(part.toLowerCase(), knows);
      return isCut || isGerman(part, knows) || (at > 0 && isGerman(capital(part), knows));
    });
  }
  const least = word === word.toLowerCase() ? LEAST_PART : SURE_PART;
  if (STREET.test(word) || isParticleVerb(word, knows, least) || isCompound(word, knows, SURE_PART)) return true;
  if (!isParticleVerb(word, knows) && !isCompound(word, knows)) return false;
  // A word that is one slip away from a known one is more likely that slip than a compound nobody listed.
  for (const _ of oneSlipAway(word, knows)) return false;
  return true;
}
