/** What the office may want to blacken: personal data, unknown names, and the same words wherever they stand. Pure. */
import type { Passage, RedactionMark } from '../../contract/redaction/shapes.ts';
import { personalDataKinds } from '../../contract/release/texts-de.ts';
import { personalDataIn, type PublicData } from '../release/personal-data.ts';
import { occurrencesOf } from './find-words.ts';

/** The family name alone tells the person as well as the whole name. */
const LEAST_FAMILY_NAME = 3;

function spokenNames(name: string): string[] {
  const family = name.split(/\s+/).at(-1) ?? '';
  return family.length < LEAST_FAMILY_NAME || family === name ? [name] : [name, family];
}

const placeOf = ({ field, blockId }: Pick<RedactionMark, 'field' | 'blockId'>): string => `${field}:${blockId ?? ''}`;

/** In the order of the page, one mark a place: a shorter one inside a longer one says nothing more. */
export function orderedMarks(passages: readonly Passage[], marks: readonly RedactionMark[]): readonly RedactionMark[] {
  const byLength = [...marks].sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: RedactionMark[] = [];
  for (const mark of byLength) {
    const isInside = kept.some(
      (other) => placeOf(other) === placeOf(mark) && other.start <= mark.start && mark.end <= other.end,
    );
    if (!isInside) kept.push(mark);
  }
  const order = new Map(passages.map((passage, index) => [placeOf(passage), index]));
  const at = (mark: RedactionMark): number => order.get(placeOf(mark)) ?? 0;
  return kept.sort((a, b) => at(a) - at(b) || a.start - b.start);
}

export function suggestMarks(passages: readonly Passage[], known: PublicData): readonly RedactionMark[] {
  const found = passages.flatMap((passage) => personalDataIn(passage.text, known));
  const words = new Map<string, string>();
  for (const { kind, text } of found)
    for (const one of kind === personalDataKinds.name ? spokenNames(text) : [text])
      if (!words.has(one)) words.set(one, kind);
  return orderedMarks(
    passages,
    [...words].flatMap(([text, reason]) => occurrencesOf(passages, text, reason)),
  );
}
