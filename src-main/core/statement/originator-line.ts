/** The line "Fraktion GRÜNE/future!, Fraktionsvorsitzende Madeleine Linke": from parts to print, and back from print to parts. */
import type { Originator } from '../../record/basics.ts';

/** Body, then function and name of the person, separated by a comma; several originators by a semicolon. */
export function originatorText(originator: Originator): string {
  const person = [originator.function, originator.person].filter(Boolean).join(' ');
  return [originator.organization, person].filter(Boolean).join(', ');
}

export function originatorLine(originators: readonly Originator[]): string {
  return originators.map(originatorText).filter(Boolean).join('; ');
}

/** Words that open the name part of an originator: functions in council life, singular and both genders. */
const FUNCTION =
  /^((?:stellv(?:ertretende[rn]?|\.)\s+)?\p{L}*(?:vorsitzende[rn]?|stadtr(?:at|ätin)|gemeinder(?:at|ätin)|kreisr(?:at|ätin)|ratsfrau|ratsherr|ratsmitglied|mitglied|sprecher(?:in)?|bürgermeister(?:in)?|geschäftsführer(?:in)?|vertreter(?:in)?|beauftragte[rn]?))\s+(.+)$/iu;

export interface OriginatorReading {
  readonly originator: Originator;
  /** False when the parts are a guess a person should look at. */
  readonly clear: boolean;
}

/** Reads one printed originator. Nothing is dropped: what fits no part stays in the organization. */
export function parseOriginator(text: string): OriginatorReading {
  const comma = text.lastIndexOf(', ');
  const head = comma === -1 ? '' : text.slice(0, comma).trim();
  const tail = comma === -1 ? text.trim() : text.slice(comma + 2).trim();
  const named = FUNCTION.exec(tail);
  if (named) {
    return { originator: { organization: head, function: named[1] ?? '', person: named[2] ?? '' }, clear: true };
  }
  if (comma === -1)
    return {
      originator: { organization: tail, function: '', person: '' },
      clear: !/\s/.test(tail) || /^fraktion/i.test(tail),
    };
  return { originator: { organization: head, function: '', person: tail }, clear: false };
}
