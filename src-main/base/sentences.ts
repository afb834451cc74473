/** Sentences of German running text: the boundaries of Unicode (UAX 29), without those behind abbreviations, ordinals and single letters. */

/** A piece of a text with its place in it; offsets are UTF-16 units. `text` has no blanks at its ends. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const ABBREVIATIONS = new Set(
  (
    'abs abschn abt allg anl anm art aufl az bes betr bez bspw bzgl bzw ca co dez dgl dipl dr ebd etc evtl exkl fam ff fr frl ' +
    'gem gez ggf ggfs hr hrsg ing inkl insb insbes jan jh kap lfd lit lt mag max mdl mind mio mrd mtl nr o.g okt op p.a pkt ' +
    'prof rd rn s.o s.u sept sog st std stellv str tel tsd u.a u.u urspr usf usw v.a verf vgl vorl wg z.b zb z.t ziff zit zzgl zzt feb apr aug nov hl bd'
  ).split(' '),
);
const OPENING = /^[("'„‚»›“[]+/u;

/** Whether the stop at the end of these words ends no sentence. */
function staysOpen(words: string, following: string): boolean {
  const last = /(\S+)\.\s*$/u.exec(words)?.[1]?.replace(OPENING, '').toLowerCase();
  if (last === undefined) return false;
  // "und zwar … z. B." before a small letter never ended one; a day or ordinal stands before what it counts.
  if (/^\d{1,2}(\.\d{1,2})*$/u.test(last)) return !/^\s*$/u.test(following);
  if (ABBREVIATIONS.has(last) || /^\p{L}$/u.test(last) || /^(\p{L}\.)+\p{L}$/u.test(last)) return true;
  return /^\p{Ll}/u.test(following);
}

const segmenter = new Intl.Segmenter('de', { granularity: 'sentence' });

export function sentences(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  let at = 0;
  const close = (end: number): void => {
    const piece = text.slice(start, end);
    const trimmed = piece.trim();
    if (trimmed !== '') {
      const from = start + piece.indexOf(trimmed);
      found.push({ start: from, end: from + trimmed.length, text: trimmed });
    }
    start = end;
  };
  for (const { segment, index } of segmenter.segment(text)) {
    at = index + segment.length;
    if (!segment.includes('\n') && staysOpen(text.slice(start, at), text.slice(at))) continue;
    close(at);
  }
  close(at);
  return found;
}
