/**
 * Whether the head of a paper says that it is public. What is not said there is unknown; nothing is taken for public because nothing was
 * found. Pure.
 */
import type { DraftPublicity } from '../../record/basics.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { isConsultationLine, isConsultationStart } from './consultation-rows.ts';
import { compact, saidBy, saidByBoxes, type Said } from './publicity-words.ts';

/** Fields made for publicity; a letter is enough as their value. */
const FIELD =
  /^(?:öffentlichkeit(?:s(?:status|charakter|grad))?|publizität|(?:status)?ö\/nö?|n\/ö|öffentlich\/nichtöffentlich|nichtöffentlich\/öffentlich|öffentlichkeitdersitzung)$/u;
/** Fields of the meeting: their letters mean it, but they hold other things as well. */
const SESSION_FIELD =
  /^(?:sitzungs(?:art|form|status|charakter)|artder(?:sitzung|behandlung|beratung)|behandlungsart|beratungs(?:art|form)|verhandlungsart)$/u;
/** Fields that say it among other things: the word counts, and a letter that keeps something back. */
const LOOSE_FIELD =
  /^(?:sitzung|artdervorlage|behandlung|beratung|verhandlung|status|art|form|charakter|einstufung|vorlage|drucksache|vertraulichkeit)$/u;
/** "öffentlich: ja", "nichtöffentlich: nein". */
const ASKED = /^(?:nicht)?öffentlich$/u;

const labelOf = (text: string): string => compact(text.replace(/[:：]\s*$/u, '').replace(/[()]/gu, ''));
const cellsOf = (line: string): string[] => line.split(/\t+|\s{3,}|\s\|\s/u).map((cell) => cell.trim());

/** A title may speak of publicity without being any. */
const SUBJECT = /^(?:betreff|betrifft|bezeichnung|titel|gegenstand|thema|name|antrag|anfrage|frage|kurztitel)$/u;
const ABOUT_PUBLICITY = /öffentlich|oeffentlich|vertraulich/iu;
const NON_PUBLIC_INSIDE = /nicht[\s\u00ad-]*(?:öffentlich|oeffentlich)/iu;

const YES = /^(?:ja|j|x|☒|☑|✓|✔|■)$/iu;
const NO = /^(?:nein|nicht|keine?)$/iu;

/** Null: no field for publicity, or an empty one. */
function saidInField(label: string, value: string, profile: OfficeProfile): Said {
  const name = labelOf(label);
  if (value === '') return null;
  const boxes = saidByBoxes(value, profile, true);
  const isField = FIELD.test(name);
  const isSession = SESSION_FIELD.test(name);
  const isLoose = isSession || LOOSE_FIELD.test(name);
  if (boxes !== null) return boxes;
  if (ASKED.test(name)) {
    const said = YES.test(value) ? true : NO.test(value) ? false : null;
    if (said === null) return saidBy(value, profile, true) ?? 'unclear';
    if (name === 'öffentlich') return said ? 'public' : 'non-public';
    return said ? 'non-public' : 'unclear';
  }
  const said = saidBy(value, profile, isField || isLoose);
  if (isField && said === null) return NO.test(value) ? 'non-public' : YES.test(value) ? 'public' : 'unclear';
  if (said === 'public' && !isField && !isSession && saidBy(value, profile) === null) return 'unclear';
  // Another field may call something else public ("Ausschreibung: öffentlich"), but never lightly non-public.
  if (isField || isLoose || said === 'non-public') return said ?? (ABOUT_PUBLICITY.test(value) ? 'unclear' : null);
  return NON_PUBLIC_INSIDE.test(value) && !SUBJECT.test(name) ? 'unclear' : null;
}

/** A word that may stand for itself is a label only behind its colon. */
function isLabel(text: string, hasColon: boolean): boolean {
  const name = labelOf(text);
  return FIELD.test(name) || SESSION_FIELD.test(name) || (hasColon && LOOSE_FIELD.test(name));
}

function saidInLine(line: string, next: string, profile: OfficeProfile): Said[] {
  const boxes = saidByBoxes(line.replace(/^[^:]{1,40}[:：]/u, ''), profile);
  if (boxes !== null) return [boxes];
  const cells = cellsOf(line).filter(Boolean);
  const below = cellsOf(next).filter(Boolean);
  return cells.flatMap((cell, index): Said[] => {
    const inline = /^([^:：]{1,60})[:：]\s*(.*)$/u.exec(cell);
    const label = inline?.[1] ?? cell;
    const value = inline?.[2] ?? '';
    if (inline && value !== '') return [saidInField(label, value, profile), ...saidInside(cell, label, profile)];
    if (!isLabel(label, inline !== null)) return [standing(cell, profile)];
    // A label that stands alone: its value is beside it or, under a row of labels, below it.
    const beside = cells.length === 2 && index === 0 ? cells[1] : undefined;
    return [saidInField(label, beside ?? below[cells.length === below.length ? index : 0] ?? '', profile)];
  });
}

/** "Datum: 12.11.2026 Sitzungsart: nichtöffentlich": a further field in the same cell. */
function saidInside(cell: string, first: string, profile: OfficeProfile): Said[] {
  return [...cell.slice(first.length + 1).matchAll(/([\p{L}/]{3,40})[:：]\s*([^:：]{1,40})$/gu)].map(
    ([, label = '', value = '']) => saidInField(label, value.trim(), profile),
  );
}

/** Written as an abbreviation, and as nothing else. */
const IS_SHORT_DENIAL = /^\(?N\.?\s?Ö\.?\)?$/u;

/** A cell or line of its own: "nichtöffentlich", "Nichtöffentliche Vorlage Nr. 12". */
function standing(cell: string, profile: OfficeProfile): Said {
  const said = saidBy(cell, profile) ?? (IS_SHORT_DENIAL.test(cell) ? 'non-public' : null);
  if (said !== null) return said;
  const inside = NON_PUBLIC_INSIDE.exec(cell);
  if (!inside) return null;
  return cell.length <= 80 && !/\p{L}/u.test(cell.slice(0, inside.index)) ? 'non-public' : 'unclear';
}

const DENIED = '(?:nicht|nich)[\\s\\u00ad\\u200b–-]*[\\p{L}\\d]{1,2}ffentl(?:ich\\p{L}*|\\.)?';
/** At the end of a value and set apart from it: "FB 32 (nichtöffentlich)", "S4107/26 NÖ". A question ("… nicht öffentlich?") denies nothing. */
const DENIED_APART = new RegExp(
  `(?:^|[\\s([{–—-])(?:${DENIED}|N\\.?\\s?Ö\\.?|[Vv]ertraulich|VERTRAULICH|[Gg]eheim|VS\\s?[-–]?\\s?(?:NfD|NFD))\\s*[)\\]}.]*$`,
  'u',
);
/** Words that only lead to a denial or set its end. */
const BESIDE_DENIAL =
  /^(?:nur|für|den|die|das|der|des|dem|unter|bis|zum|ab|am|vom|streng|ist|wird|von|mitglieder|dienst|amtlich|auf|ohne|und|öffentlichkeit|sitzung|papier|vorlage|stellungnahme|status|einstufung)$/iu;

/** Nothing but a denial: "Nur für den Dienstgebrauch", "Sperrvermerk bis 01.01.2027". */
function deniesAlone(cell: string): boolean {
  if (!DENIAL.test(cell)) return false;
  const others = cell.replace(DENIAL, ' ').match(/\p{L}+/gu) ?? [];
  return others.every((word) => BESIDE_DENIAL.test(word));
}
/** Broken at the end of a line: "Nicht-" and below it "öffentlich". */
const BEGINS_DENIAL = /(?:^|\s)nicht\s*-?$/iu;

/** Cells of the recognised head that deny publicity, whatever field they stand in; words inside a title do not. */
function saidInValues(lines: readonly string[], profile: OfficeProfile): Said[] {
  return lines.flatMap((line, index): Said[] => {
    const next = lines[index + 1] ?? '';
    const joined = BEGINS_DENIAL.test(line.trim()) ? [`${line.trim()} ${next.trim()}`] : [];
    return [...cellsOf(line), ...joined].map((cell): Said => {
      const said = saidBy(cell, profile);
      if (said === 'non-public' || IS_SHORT_DENIAL.test(cell)) return 'non-public';
      const [, label = '', value = ''] = /^([^:：]{1,60})[:：]\s*(.+)$/u.exec(cell) ?? [];
      const inField = label === '' ? null : saidInField(label, value, profile);
      if (inField === 'non-public') return inField;
      const isDenied = said === 'unclear' || inField === 'unclear' || DENIED_APART.test(cell) || deniesAlone(cell);
      return isDenied ? 'unclear' : null;
    });
  });
}

/** What may stand beside the word behind the title without saying anything about it: unit, number, day, page. */
const BESIDE =
  /^(?:(?:FB|Amt|Dez(?:ernat)?|Fachbereich|Fachdienst|Referat|Abteilung|Stabsstelle|Eigenbetrieb|EB)\.?\s*[\p{L}\d./-]{0,12}|\p{Lu}{1,4}\s?\d{1,6}\s?\/\s?\d{2,4}|\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|Seite \d{1,3}(?:\s(?:von|\/)\s\d{1,3})?)$/u;

/** Behind the title: the word at its beginning or, set apart, at its end. Public is only what nothing stands beside that could restrict it. */
function saidBehindTitle(rest: string, profile: OfficeProfile): Said {
  const text = rest.trim();
  const whole = saidBy(text, profile) ?? saidByBoxes(text, profile);
  if (whole !== null) return whole;
  const parts = text.split(/\t+|\s{2,}|\s[–—|-]\s|\s(?=\()|^[–—-]\s*|,\s/u).filter(Boolean);
  const said = [
    saidBy(parts[0] ?? '', profile, parts.length > 1),
    saidBy(parts.at(-1) ?? '', profile, parts.length > 1),
  ];
  if (said.includes('non-public') || /(?:^|\s)nicht[\s\u00ad-]*öffentlich\P{L}*$/iu.test(text)) return 'non-public';
  if (NON_PUBLIC_INSIDE.test(text)) return 'unclear';
  // "öffentlich FB 32", but not "öffentlich-rechtlicher Vertrag" and not "öffentlich oder …".
  const begin = /^\(?[Öö]ffentlich\)?\s+(?!\p{Ll}|\/)/u.exec(text)?.[0];
  if (!said.includes('public') && begin === undefined) return null;
  const others = begin === undefined ? parts : text.slice(begin.length).split(/\t+|\s{2,}|\s[–—|-]\s|,\s/u);
  return others.every((part) => saidBy(part, profile) === 'public' || BESIDE.test(part.trim())) ? 'public' : 'unclear';
}

/** "S0021/26 · nichtöffentlich · Seite 1": marks of a page stand apart. */
const saidOnPages = (line: string, profile: OfficeProfile): Said[] =>
  line.split(/[·•|\t]+|\s[–—-]\s|\s{3,}/u).flatMap((part): Said[] => {
    const said = IS_SHORT_DENIAL.test(part.trim()) ? 'non-public' : standing(part.trim(), profile);
    return said === 'non-public' || said === 'unclear' ? [said] : [];
  });

/** Running text ends the head: a sentence, a greeting. */
function isRunningText(line: string): boolean {
  if (/^(?:Sehr geehrte|Guten Tag|Hallo)\b/u.test(line)) return true;
  const words = line.split(/\s+/u).length;
  return words >= 5 && /[.!?]["“”»)]*$/u.test(line) && !/^[^:]{1,40}:\s/u.test(line);
}

export interface HeadLines {
  /** Above the title and in the head of the form. */
  readonly own: readonly string[];
  readonly titleRest: string | null;
  /** Lines of the head that became fields, without the order of consultations. */
  readonly values: readonly string[];
  /** What follows the part of the form that was recognised. */
  readonly following: readonly string[];
  /** Top and bottom of pages: they keep back, and never make public. */
  readonly pageMarks: readonly string[];
  /** The form was recognised to the end of its head: what follows is no head any more, but may quote one. */
  readonly isWhole: boolean;
  readonly isHinge: (line: string) => boolean;
}

/** No head is longer, and no line of one; what is, is text. */
const MOST_HEAD_LINES = 120;
const LONGEST_HEAD_LINE = 400;

/** Lines up to an end; the order of consultations speaks for its own rows only. */
function headLines(lines: readonly string[], isEnd: (line: string) => boolean): string[] {
  const head: string[] = [];
  for (let at = 0; at < Math.min(lines.length, MOST_HEAD_LINES); at += 1) {
    const line = lines[at]?.trim() ?? '';
    if (line.length > LONGEST_HEAD_LINE || isEnd(line)) break;
    if (isConsultationStart(line)) {
      while (at + 1 < lines.length && lines[at + 1]?.trim() !== '' && isConsultationLine(lines[at + 1] ?? '')) at += 1;
    } else if (line !== '' && !isConsultationLine(line)) head.push(line);
  }
  return head;
}

/** Names of a choice, and boxes that are not ticked, deny nothing. */
const CHOICE =
  /(?:öffentlich|oeffentlich)\s*\/\s*nicht[\s-]*(?:öffentlich|oeffentlich)|nicht[\s-]*(?:öffentlich|oeffentlich)\s*\/\s*(?:öffentlich|oeffentlich)|(?:[☐□]|(?<!\p{L})o\s)\s*nicht[\s-]*(?:öffentlich|oeffentlich)|nicht[\s-]*(?:öffentlich|oeffentlich)\s*[☐□]/giu;
const DENIAL =
  /nicht[\s\-–(]*[\p{L}\d]{1,2}ffentl|öffentlichkeit\s*[:=]?\s*(?:nicht|nein|keine?|n)(?!\p{L})|verschlossenen?\s+türen|(?:nein|keine?)\s+(?:öffentlich|oeffentlich)|(?:öffentlich|oeffentlich)e?r?(?:\s+sitzung)?\s*[:：]?\s*(?:nein|nicht|falsch|false|keine?|no|n)(?!\p{L})|\bgeschlossen|vertraulich|(?:ausschlu(?:ss|ß)|ohne|unter\s+ausschluss)\s+(?:der|die|von)?\s*(?:öffentlichkeit|oeffentlichkeit)|(?:öffentlichkeit|oeffentlichkeit)\s+(?:ist|wird|war|wurde)?\s*ausgeschlossen|nicht\s+für\s+die\s+(?:öffentlichkeit|oeffentlichkeit)|geheim|verschlusssache|dienstgebrauch|(?<!\p{L})vs\s*[-–]?\s*(?:nfd|nur)|nur\s+für\s+(?:den\s+dienst|mitglieder|die\s+mitglieder)|sperrvermerk|sperrfrist|gesperrt\s+bis|verschwiegenheit|streng\s+persönlich|nicht\s+(?:für\s+die\s+presse|zur\s+veröffentlichung)|(?<!\p{L})(?:veröffentlichung|veröffentlichen|öff\.?)\s*[:：]\s*(?:nein|nicht|n)(?!\p{L})|(?<!\p{L})n\.?\s?ö\.?(?!\p{L})|(?<!\p{L})top\s*[:：]?\s*n\s?\d|intern(?:e[rsnm]?)?(?!\p{L})/iu;

/** Read across lines and cells; the order of consultations speaks for its own rows only. */
function hasDenial(lines: readonly string[]): boolean {
  const text = headLines(lines, isRunningText).join(' ').replaceAll('\u00ad', '').replace(/\s+/gu, ' ');
  return DENIAL.test(text.replace(CHOICE, ' '));
}

export interface RecognisedPublicity {
  readonly publicity: DraftPublicity;
  /** The head says one thing in one place and another in the next, or nothing that can be told. */
  readonly isContradictory: boolean;
}

/** "nichtöffentlich" in the paper's own head wins; what cannot be told is unknown. */
export function recognisePublicity(
  { own, titleRest, values, following, pageMarks, isWhole, isHinge }: HeadLines,
  profile: OfficeProfile,
): RecognisedPublicity {
  const read = (lines: readonly string[]): Said[] =>
    lines.flatMap((line, index) => saidInLine(line, lines[index + 1] ?? '', profile));
  const behind = read(headLines(following, (line) => isHinge(line) || isRunningText(line)));
  const said = new Set<Said>([
    ...read(headLines(own, () => false)),
    ...saidInValues(values, profile),
    ...pageMarks.flatMap((line) => saidOnPages(line, profile)),
    ...(titleRest === null ? [] : [saidBehindTitle(titleRest, profile)]),
    // A quoted head is not the paper's own: it never makes public, and what it keeps back is for a person to decide.
    ...(isWhole ? behind.filter((word) => word === 'non-public').map(() => 'unclear' as const) : behind),
  ]);
  const isPublic = said.has('public');
  if (said.has('non-public')) return { publicity: 'non-public', isContradictory: isPublic };
  // Broken over lines or cells a denial can escape the fields: nothing that denies anywhere is taken for public.
  if (isPublic && hasDenial([...own, titleRest ?? '', ...(isWhole ? [] : following.slice(0, MOST_HEAD_LINES))]))
    return { publicity: 'unknown', isContradictory: true };
  if (said.has('unclear')) return { publicity: 'unknown', isContradictory: true };
  return { publicity: isPublic ? 'public' : 'unknown', isContradictory: false };
}
