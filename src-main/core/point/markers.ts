/** What may number a line that was typed: "1.", "2)", "1.1", "a)", "II.", "Frage 3:", a dash. Pure. */
import { MONTHS } from '../../base/german-date.ts';

export type MarkerKind = 'list' | 'figure' | 'section' | 'letter' | 'roman' | 'bullet';

export interface Marker {
  readonly kind: MarkerKind;
  /** Markers of one list share it. */
  readonly style: string;
  readonly value: number;
  /** As a reader names it: "2", "a)", "II"; empty for a bullet. */
  readonly label: string;
  /** Length of what was typed, with the blanks behind it. */
  readonly length: number;
}

const ROMAN_VALUE: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** Up to XXXIX; undefined for what is no Roman number in its usual form. */
function romanValue(figures: string): number | undefined {
  const signs = Array.from(figures.toLowerCase(), (sign) => ROMAN_VALUE[sign] ?? 0);
  if (!/^x{0,3}(ix|iv|v?i{0,3})$/u.test(figures.toLowerCase()) || signs.length === 0) return undefined;
  return signs.reduce((sum, value, at) => sum + (value < (signs[at + 1] ?? 0) ? -value : value), 0);
}

const WORD = String.raw`(?:Frage|Fragenkomplex|Fragenblock|Fragestellung|Beschlusspunkt|Punkt|Ziffer|Teilfrage|Teil|Komplex|Themenblock|Block|Pkt\.|Nr\.)`;
const WORDED = new RegExp(String.raw`^(${WORD})\s+(\d{1,2}|[IVX]{1,5}|[A-Za-z])(?:\s*[.:)]|\s+[-–—]|(?=\s*$))\s*`, 'u');
/** "Punkt 2 wird gestrichen": the number is part of the sentence. */
const SPOKEN = /^(Punkt|Beschlusspunkt|Ziffer|Nummer)\s+(\d{1,2})\s+(?:wird|werden|soll|ist|erhält|lautet|entfällt)\b/u;
const NUMBERED_WORD = new RegExp(String.raw`^(\d{1,2})\.\s*(?:${WORD})(?:\s*[.:)]|\s+[-–—]|(?=\s*$))\s*`, 'u');
const SECTION = /^\(?(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?=\S)/u;
const FIGURE = /^(\(?)(\d{1,2})([.)]{1,2}|\s*[-–]\s)\s*(?=[^\d\s])/u;
const LETTER = /^(\(?)([A-Za-z])([.)])\s*(?=\S)/u;
const ROMAN = /^(\(?)([IVXivx]{1,5})([.)])\s*(?=\S)/u;
const BARE = /^(\d{1,2})\s+(?=\p{Lu})/u;
const BULLET = /^[-–—•·▪◦○●■□➢►*\uF0B7\uF07D]\s+(?=\S)/u;
const COUNTED = new RegExp(
  String.raw`^(?:${MONTHS.join('|')}|Quartal|Halbjahr|Obergeschoss|OG|UG|FC|Klasse|Jahrgang|Jahrhundert)`,
  'u',
);

function worded(text: string): Marker[] {
  const match = WORDED.exec(text);
  if (match) {
    const [typed, word = '', number = ''] = match;
    const style = `word ${word}`;
    if (/^\d/u.test(number))
      return [{ kind: 'figure', style, value: Number(number), label: number, length: typed.length }];
    const roman = romanValue(number);
    const letter: Marker = {
      kind: 'letter',
      style: `${style} a`,
      value: letterValue(number),
      label: number,
      length: typed.length,
    };
    const figures: Marker[] =
      roman === undefined
        ? []
        : [{ kind: 'roman', style: `${style} I`, value: roman, label: number, length: typed.length }];
    return number.length === 1 ? [...figures, letter] : figures;
  }
  const spoken = SPOKEN.exec(text);
  if (spoken?.[2] !== undefined)
    return [
      { kind: 'figure', style: `word ${spoken[1] ?? ''}`, value: Number(spoken[2]), label: spoken[2], length: 0 },
    ];
  const before = NUMBERED_WORD.exec(text);
  if (!before?.[1]) return [];
  return [{ kind: 'figure', style: 'figure .', value: Number(before[1]), label: before[1], length: before[0].length }];
}

const letterValue = (letter: string): number => (letter.toLowerCase().codePointAt(0) ?? 0) - 96;

function figures(text: string): Marker[] {
  const section = SECTION.exec(text);
  if (section?.[1]) {
    const parts = section[1].split('.');
    const value = Number(parts.at(-1));
    const style = `section ${parts.slice(0, -1).join('.')}`;
    return [{ kind: 'section', style, value, label: section[1], length: section[0].length }];
  }
  const figure = FIGURE.exec(text);
  if (figure?.[2] !== undefined) {
    const rest = text.slice(figure[0].length);
    const closing = (figure[3] ?? '').trim();
    if (closing.startsWith('.') && COUNTED.test(rest)) return [];
    const style = `figure ${figure[1] ?? ''}${closing}`;
    return [{ kind: 'figure', style, value: Number(figure[2]), label: figure[2], length: figure[0].length }];
  }
  const bare = BARE.exec(text);
  if (!bare?.[1] || COUNTED.test(text.slice(bare[0].length))) return [];
  return [{ kind: 'figure', style: 'figure', value: Number(bare[1]), label: bare[1], length: bare[0].length }];
}

function letters(text: string): Marker[] {
  const found: Marker[] = [];
  const roman = ROMAN.exec(text);
  const value = roman?.[2] === undefined ? undefined : romanValue(roman[2]);
  if (roman?.[2] !== undefined && value !== undefined) {
    const isSmall = roman[2] === roman[2].toLowerCase();
    const style = `roman ${isSmall ? 'i' : 'I'}${roman[1] ?? ''}${roman[3] ?? ''}`;
    const label = isSmall ? `${roman[2]})` : roman[2];
    found.push({ kind: 'roman', style, value, label, length: roman[0].length });
  }
  const letter = LETTER.exec(text);
  // "z. B.", "d. h.": another letter with a stop follows.
  if (letter?.[2] !== undefined && !/^\p{L}\.(?!\S*\p{L}{2})/u.test(text.slice(letter[0].length))) {
    const isSmall = letter[2] === letter[2].toLowerCase();
    const style = `letter ${isSmall ? 'a' : 'A'}${letter[1] ?? ''}${letter[3] ?? ''}`;
    const label = isSmall ? `${letter[2]})` : letter[2];
    found.push({ kind: 'letter', style, value: letterValue(letter[2]), label, length: letter[0].length });
  }
  return found;
}

/** All that the begin of a line could be; which one it is, if any, the lines before it say. */
export function typedMarkers(text: string): readonly Marker[] {
  const quote = /^[„“"»«‚'](?=\(?\d{1,2}[.)])/u.exec(text);
  if (quote) return typedMarkers(text.slice(1)).map((marker) => ({ ...marker, length: marker.length + 1 }));
  const words = worded(text);
  if (words.length > 0) return words;
  const bullet = BULLET.exec(text);
  if (bullet)
    return [{ kind: 'bullet', style: `bullet ${bullet[0].trim()}`, value: 1, label: '', length: bullet[0].length }];
  return [...figures(text), ...letters(text)];
}
