/** The part of a paper that asks for something: the resolution part of a motion, the questions of an inquiry. Pure. */
import { isDemand } from './asking.ts';
import type { Line } from './text-lines.ts';

const REASON_WORD =
  '(?:begründung|sachverhalt|erläuterung(?:en)?|hintergrund|sachdarstellung|problemstellung|zielstellung|ausgangslage|vorbemerkung|einleitung|motivation|sachstand|dringlichkeit)';
const REASONS = new RegExp(
  String.raw`^(?:zur\s+)?${REASON_WORD}(?:\s*(?:/|&|,|und|sowie)\s*${REASON_WORD})*(?:\s+(?:de[srn]|zum|zur)\s+\p{L}+)?\s*(?:$|[:.–-])`,
  'iu',
);
const SPOKEN_REASONS =
  /^(?:zur\s+begründung\b.{0,60}:|(?:der|dieser|unser)?\s*(?:antrag|anfrage)?\s*(?:wird|begründet sich|begründe ich|begründen wir)\b.{0,40}\bwie\s+folgt\b.{0,20}:)/iu;
const ENDING =
  /^(?:anlagen?\s*(?:$|:)|finanzielle\s+auswirkungen|abstimmung(?:sergebnis)?\s*(?:$|:)|mit\s+(?:freundlichen?|besten|kollegialen)\s+gr(?:üßen|uß|üssen)|(?:gez|unterzeichnet)\b\.?|unterschrift|verteiler\s*(?:$|:)|(?:vielen|herzlichen|besten)\s+dank|für\s+die\s+fraktion\b(?!.*[.?:]))/iu;

export const beginsReasons = ({ text }: Line): boolean =>
  REASONS.test(text) || (SPOKEN_REASONS.test(text) && !/geändert|ergänzt|gefasst|ersetzt/iu.test(text));
export const ends = ({ text }: Line): boolean => ENDING.test(text);

const INSIDE = new RegExp(
  String.raw`(?<=[.?!:;"“”)]\s+)(?:Begründung|Sachverhalt|Erläuterung|Hintergrund)(?:\s*/\s*(?:Begründung|Sachverhalt))?\s*:`,
  'u',
);

/** "… nach sechs Monaten. Begründung: …": the reasons begin a line of their own. */
export function splitReasons(line: Line): readonly Line[] {
  const at = INSIDE.exec(line.text)?.index;
  if (at === undefined) return [line];
  const text = line.text.slice(0, at).trimEnd();
  return [
    { ...line, text },
    { ...line, text: line.text.slice(at), start: line.start + at, markers: [], isFirst: true },
  ];
}

const RESOLVED =
  /(?:(?:möge|mögen|möchte|wolle|soll)\b.{0,60}\b(?:beschließen|beschliessen|zustimmen)|\b(?:beschließt|beschliesst)\b|^beschlussvorschlag|^beschlussantrag|^antragstext|^beschlusstext|^beschluss\s*:?$|\bwie\s+folgt\b.{0,60}(?:geändert|ergänzt|gefasst|ersetzt|neu|formuliert|:)|(?:geändert|ergänzt|gefasst|ersetzt)\b.{0,40}\bwie\s+folgt)/iu;
/** Words that only say that what follows is to be resolved. */
const OPENING =
  /^.*?(?:(?:möge|mögen|möchte|wolle)\b.{0,60}?\b(?:beschließen|beschliessen)|(?:beschließt|beschliesst)|beschlussvorschlag|beschlussantrag|beschlusstext|antragstext|beschluss)(?:\s+folgendes|\s+folgenden\s+beschluss)?\s*:\s*/iu;
/** "Antrag: …" in one line with what is demanded. */
const HEADED = /^(?:antrag|prüfauftrag)\s*:\s*/iu;

/** Where nothing names the resolution part it begins with the first line that demands something or is numbered. */
function firstDemand(lines: readonly Line[]): number {
  let isReasoned = false;
  const at = lines.findIndex((line) => {
    isReasoned ||= beginsReasons(line);
    const isLead = line.isHeading || /^sehr\s+geehrte/iu.test(line.text);
    const isNumbered = line.markers.some(({ value, kind }) => kind === 'list' || (kind === 'figure' && value === 1));
    return !isReasoned && !isLead && (isNumbered || isDemand(line.text.replace(HEADED, '')));
  });
  return at;
}

/** Lines of the resolution part; the whole text where nothing names it. */
export function resolutionPart(lines: readonly Line[]): readonly Line[] {
  const named = lines.findIndex(({ text }) => RESOLVED.test(text));
  const from = Math.max(0, named === -1 ? firstDemand(lines) : named);
  const part: Line[] = [];
  for (const [index, line] of lines.slice(from).entries()) {
    if (beginsReasons(line) && (index > 0 || named === -1)) {
      // Reasons may stand before what is to be resolved.
      if (part.length > 0) break;
      continue;
    }
    if (ends(line) && part.length > 0) break;
    const opening = index > 0 ? 0 : ((named === -1 ? HEADED : OPENING).exec(line.text)?.[0].length ?? 0);
    const text = line.text.slice(opening);
    if (text !== '') part.push(opening > 0 ? { ...line, text, start: line.start + opening, markers: [] } : line);
  }
  return part;
}

const ASKING =
  /(?:\bfrag(?:e|en|t)\b.{0,80}:\s*$|\bfolgende\w*\s+(?:\w+\s+)?(?:frage|fragen|auskünfte)\b|^(?:frage|fragen|anfrage|unsere\s+fragen|meine\s+fragen|fragestellung(?:en)?)\s*:?\s*$|\bfrage\s+(?:ich|wir)\b|\bfragen\s+wir\b|\bich\s+frage\b|\bwir\s+fragen\b)/iu;

/** "Frage 1:" is a question's own head. */
export const announcesQuestions = ({ text, markers }: Line): boolean =>
  ASKING.test(text) && !markers.some(({ style }) => style.startsWith('word'));
