/** What one paragraph of a copy changes of the block that it was: as tracked, and by comparison where nobody tracked it. Pure. */
import { inlineText } from '../../record/rich-text/plain-text.ts';
import type { Inline } from '../../record/rich-text/rich-text.ts';
import { compareWords } from '../version/compare-words.ts';
import { Mapping } from './mapping.ts';
import { plainSigns, type GroundBlock, type Group } from './match-paragraphs.ts';
import { joinInlines, sliceInlines } from './text-index.ts';
import { newParagraphs, trackedEdits, type RawEdit, type Signed } from './tracked-edits.ts';

export const NOBODY: Signed = { author: '', at: '', move: null };

/** The words of a group that were there before, with their looks. */
export const baseInlines = ({ paragraphs }: Group): Inline[] =>
  joinInlines(
    paragraphs.flatMap(({ runs }) => runs.filter(({ change }) => change?.kind !== 'added').map(({ inline }) => inline)),
  );

/** Who wrote the first tracked words of a group. */
export function signedOf({ paragraphs }: Group): Signed {
  const changes = paragraphs.flatMap(({ runs, end }) => [...runs.map(({ change }) => change), end]);
  const [first] = changes.filter((change) => change !== null);
  return first ? { author: first.author, at: first.at, move: first.move } : NOBODY;
}

/** Word by word. */
function differences(before: string, content: readonly Inline[], signed: Signed): RawEdit[] {
  const edits: RawEdit[] = [];
  let [at, to] = [0, 0];
  const runs = compareWords(before, inlineText(content));
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index];
    if (!run) continue;
    if (run.kind === 'same') {
      at += run.text.length;
      to += run.text.length;
      continue;
    }
    const next = runs[index + 1];
    const removed = run.kind === 'removed' ? run.text : '';
    const came = run.kind === 'added' ? run.text : next?.kind === 'added' ? next.text : '';
    if (run.kind === 'removed' && came !== '') index += 1;
    if (plainSigns(removed) !== plainSigns(came)) {
      const part = { heading: null, list: null, content: sliceInlines(content, to, to + came.length) };
      edits.push({ ...signed, start: at, end: at + removed.length, parts: [part] });
    }
    at += removed.length;
    to += came.length;
  }
  return edits;
}

/** Tracked and not tracked changes lie in each other: the paragraph is compared as it would be. */
function compared(block: GroundBlock, group: Group): RawEdit[] {
  const [first, ...others] = newParagraphs(group);
  const signed = signedOf(group);
  const edits = differences(block.text, first?.content ?? [], signed);
  if (others.length === 0) return edits;
  const end = block.text.length;
  return [...edits, { ...signed, start: end, end, parts: [{ heading: null, list: null, content: [] }, ...others] }];
}

/** In the signs of the block, in their order, none over another. */
export function blockEdits(block: GroundBlock, group: Group): RawEdit[] {
  const tracked = trackedEdits(group);
  if (plainSigns(group.text) === plainSigns(block.text)) return tracked;
  const others = differences(block.text, baseInlines(group), NOBODY);
  if (tracked.length === 0) return others;
  const toBlock = new Mapping(group.text, block.text);
  const edits = tracked.flatMap((edit): RawEdit[] => {
    const found = toBlock.stretch(edit.start, edit.end);
    return found ? [{ ...edit, start: found.from, end: found.to }] : [];
  });
  const isMixed = others.some((other) => edits.some(({ start, end }) => start <= other.end && other.start <= end));
  if (edits.length < tracked.length || isMixed) return compared(block, group);
  return [...edits, ...others].sort((a, b) => a.start - b.start);
}
