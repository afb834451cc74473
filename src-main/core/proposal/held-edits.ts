/** Which of the proposed changes a text holds already, told exactly where nobody else wrote in it. Pure. */
import type { Stretch } from './mapping.ts';

/** A change in a flat text. */
export interface FlatEdit extends Stretch {
  readonly added: string;
}

export interface HeldEdit extends Stretch {
  readonly isHeld: boolean;
}

/** Ways through the text that are followed at the same time; equal changes beside each other make more of them. */
const MOST_WAYS = 64;

interface Step {
  readonly from: number;
  readonly isHeld: boolean;
}

/**
 * `edits` in their order, none over another. Answers for each where it stands in the text of now; null where that is not the former one with
 * some of them in it.
 */
export function heldEdits(before: string, now: string, edits: readonly FlatEdit[]): readonly HeldEdit[] | null {
  if (before === now) return edits.map(({ from, to }) => ({ from, to, isHeld: false }));
  /** Per edit, by the place behind it in the text of now: how one gets there. */
  const steps: Map<number, Step>[] = [];
  let places: readonly number[] = [0];
  let reached = 0;
  for (const edit of edits) {
    if (edit.from < reached) return null;
    const gap = before.slice(reached, edit.from);
    const step = new Map<number, Step>();
    for (const place of places) {
      if (!now.startsWith(gap, place)) continue;
      const from = place + gap.length;
      // Of two ways to read it, the one with more of the changes in it: whoever sees it so changes nothing twice.
      for (const [words, isHeld] of [
        [edit.added, true],
        [before.slice(edit.from, edit.to), false],
      ] as const)
        if (now.startsWith(words, from) && !step.has(from + words.length) && step.size < MOST_WAYS)
          step.set(from + words.length, { from, isHeld });
    }
    steps.push(step);
    places = [...step.keys()];
    reached = edit.to;
  }
  const rest = before.slice(reached);
  const end = places.find((place) => place + rest.length === now.length && now.startsWith(rest, place));
  if (end === undefined) return null;
  const found: HeldEdit[] = [];
  let to = end;
  for (let at = edits.length - 1; at >= 0; at -= 1) {
    const [edit, step] = [edits[at], steps[at]?.get(to)];
    if (!edit || !step) return null;
    found.push({ from: step.from, to, isHeld: step.isHeld });
    to = step.from - (edit.from - (edits[at - 1]?.to ?? 0));
  }
  return found.reverse();
}
