/** The part of a paper that asks for something: the resolution part of a motion, the questions of an inquiry. Pure. */
import type { Line } from './text-lines.ts';

const REASONS =
  /^(?:zur\s+)?(?:begründung|sachverhalt|erläuterung(?:en)?|hintergrund|sachdarstellung|problemstellung|zielstellung|ausgangslage|vorbemerkung|einleitung|motivation)(?:\s+(?:des\s+antrag\w*|der\s+anfrage|zum\s+antrag|zur\s+anfrage))?\s*(?:$|[:.–-])/iu;
const ENDING =
  /^(?:anlagen?\s*(?:$|:)|finanzielle\s+auswirkungen|abstimmung(?:sergebnis)?\s*(?:$|:)|mit\s+freundlichen?\s+gr(?:üßen|uß|üssen)|(?:gez|unterzeichnet)\b\.?|unterschrift|verteiler\s*(?:$|:))/iu;

export const beginsReasons = ({ text }: Line): boolean => REASONS.test(text);
export const ends = ({ text }: Line): boolean => ENDING.test(text);

const RESOLVED =
  /(?:(?:möge|mögen|möchte|wolle|soll)\b.{0,60}\b(?:beschließen|beschliessen|zustimmen)|\b(?:beschließt|beschliesst)\b|^beschlussvorschlag|^beschlussantrag|^antragstext|^antrag\s*:|^beschluss\s*:?$|\bwie\s+folgt\b.{0,60}(?:geändert|ergänzt|gefasst|ersetzt|neu|formuliert|:)|(?:geändert|ergänzt|gefasst|ersetzt)\b.{0,40}\bwie\s+folgt)/iu;
/** Words that only say that what follows is to be resolved. */
const OPENING =
  /^.*?(?:(?:möge|mögen|möchte|wolle)\b.{0,60}?\b(?:beschließen|beschliessen)|(?:beschließt|beschliesst)|beschlussvorschlag|beschlussantrag|antragstext|antrag|beschluss)(?:\s+folgendes|\s+folgenden\s+beschluss)?\s*:\s*/iu;

/** Lines of the resolution part; the whole text where nothing names it. */
export function resolutionPart(lines: readonly Line[]): readonly Line[] {
  const at = lines.findIndex(({ text }) => RESOLVED.test(text));
  const from = at === -1 ? 0 : at;
  const part: Line[] = [];
  for (const [index, line] of lines.slice(from).entries()) {
    if (beginsReasons(line) && (index > 0 || at === -1)) {
      // Reasons may stand before what is to be resolved.
      if (part.length > 0) break;
      continue;
    }
    if (ends(line) && part.length > 0) break;
    const opening = at !== -1 && index === 0 ? (OPENING.exec(line.text)?.[0].length ?? 0) : 0;
    const text = line.text.slice(opening);
    if (text !== '') part.push(opening > 0 ? { ...line, text, start: line.start + opening, markers: [] } : line);
  }
  return part;
}

const ASKING =
  /(?:\bfrag(?:e|en)\b.{0,80}:\s*$|\bfolgende\w*\s+(?:\w+\s+)?(?:frage|fragen|auskünfte)\b|^(?:frage|fragen|anfrage|unsere\s+fragen|meine\s+fragen|fragestellung(?:en)?)\s*:?\s*$|\bfrage\s+(?:ich|wir)\b|\bfragen\s+wir\b|\bich\s+frage\b|\bwir\s+fragen\b)/iu;

/** "Frage 1:" is a question's own head. */
export const announcesQuestions = ({ text, markers }: Line): boolean =>
  ASKING.test(text) && !markers.some(({ style }) => style.startsWith('word'));
