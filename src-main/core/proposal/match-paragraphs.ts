/** Which paragraph of a copy that came back is which block of the text that was given out. Pure. */
import type { TrackedParagraph, TrackedRun } from '../ports/returned-file.ts';
import type { Ground, TextField } from '../../contract/proposal/shapes.ts';
import { pairByWords } from './pair-blocks.ts';
import { indexText, type IndexedBlock } from './text-index.ts';

export interface GroundBlock extends IndexedBlock {
  readonly field: TextField;
}

/** Paragraphs of the file that were one paragraph before: breaks that were added stand between them. */
export interface Group {
  readonly paragraphs: readonly TrackedParagraph[];
  /** Without what was added. */
  readonly text: string;
  readonly isLocked: boolean;
  readonly cell: string | null;
}

export interface Match {
  readonly group: Group;
  /** Null for what was not there before, and for what is no text of the statement. */
  readonly block: GroundBlock | null;
  /** The field that an empty copy of it named. */
  readonly field: TextField | null;
  /** The block that it was, where it stands in another place now. */
  readonly movedFrom: GroundBlock | null;
}

/** LibreOffice keeps a second one beside deleted words. */
const NAME = /^_sw([qr])(\d{1,6})(?: Copy \d+)?$/;
const FIELD_OF = { q: 'quotation', r: 'reply' } as const;
/** Name of a bookmark at a block: hidden in Word, because it begins so. */
export const blockName = (field: TextField, index: number): string => `_sw${field === 'quotation' ? 'q' : 'r'}${index}`;

export const runText = ({ inline }: TrackedRun): string => (inline.type === 'text' ? inline.text : '\n');

export const baseText = ({ runs }: TrackedParagraph): string =>
  runs
    .filter(({ change }) => change?.kind !== 'added')
    .map(runText)
    .join('');

export function groupsOf(paragraphs: readonly TrackedParagraph[]): Group[] {
  const groups: Group[] = [];
  let open: TrackedParagraph[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    open.push(paragraph);
    const next = paragraphs[at + 1];
    // What is locked is none of the text, whatever became of the mark before it.
    const mayGoOn = next?.cell === paragraph.cell && next.isLocked === paragraph.isLocked;
    if (mayGoOn && (paragraph.goesOn || paragraph.end?.kind === 'added')) continue;
    groups.push({
      paragraphs: open,
      text: open.map(baseText).join(''),
      isLocked: open.some(({ isLocked }) => isLocked),
      cell: paragraph.cell,
    });
    open = [];
  }
  return groups;
}

/** Words alone: programs move line breaks and blanks of what is locked. */
export const squeezed = (text: string): string => plainSigns(text).replace(/\s+/g, '');

/** Signs that programs put in place of each other. */
export const plainSigns = (text: string): string => text.replace(/[\u00a0\u202f\t]/g, ' ').replaceAll('\u2011', '-');

export const groundBlocks = (ground: Ground): GroundBlock[] =>
  (['quotation', 'reply'] as const).flatMap((field) =>
    indexText(ground[field]).map((block): GroundBlock => ({ ...block, field })),
  );

/** `furniture`: lines of the form that are no text of the statement. */
export function matchParagraphs(groups: readonly Group[], ground: Ground, furniture: readonly string[]): Match[] {
  const blocks = groundBlocks(ground);
  const fields = { quotation: indexText(ground.quotation), reply: indexText(ground.reply) };
  const byPlace = new Map(blocks.map((block) => [`${block.field} ${block.id}`, block]));
  const used = new Set<GroundBlock>();
  const found = new Map<Group, GroundBlock>();
  const named = new Map<Group, TextField>();
  for (const group of groups)
    for (const name of group.paragraphs.flatMap(({ names }) => names)) {
      const [, letter, index] = NAME.exec(name) ?? [];
      if (letter !== 'q' && letter !== 'r') continue;
      const field = FIELD_OF[letter];
      named.set(group, field);
      const id = fields[field][Number(index)]?.id;
      const block = id === undefined ? undefined : byPlace.get(`${field} ${id}`);
      if (!block || used.has(block) || found.has(group)) continue;
      used.add(block);
      found.set(group, block);
    }
  const lines = new Set(furniture.map(squeezed));
  const isFurniture = (group: Group): boolean => lines.has(squeezed(group.text));
  pairByWords(
    { items: groups, text: ({ text }) => plainSigns(text) },
    { items: blocks, text: ({ text }) => plainSigns(text) },
    found,
    // A cell of the form is none of the text, whatever it says now.
    (group) => !isFurniture(group) && !(group.isLocked && group.cell !== null),
  );
  const moved = outOfOrder(groups, found, blocks);
  return groups.map((group) => {
    const block = found.get(group) ?? null;
    const isMoved = moved.has(group);
    return {
      group,
      block: isMoved ? null : block,
      field: isMoved ? null : (block?.field ?? named.get(group) ?? null),
      movedFrom: isMoved ? block : null,
    };
  });
}

/** Paragraphs that stand in another order than their blocks: the fewest that need to have moved (longest increasing subsequence). */
function outOfOrder(
  groups: readonly Group[],
  found: ReadonlyMap<Group, GroundBlock>,
  blocks: readonly GroundBlock[],
): ReadonlySet<Group> {
  const order = new Map(blocks.map((block, at) => [block, at]));
  const placed = groups.flatMap((group) => {
    const at = order.get(found.get(group) as GroundBlock);
    return at === undefined ? [] : [{ group, at }];
  });
  /** By length the last one of the best sequence of that length, with the one before it. */
  const ends: number[] = [];
  const before: number[] = [];
  placed.forEach(({ at }, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((placed[ends[middle] ?? 0]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  });
  const kept = new Set<Group>();
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) {
    const one = placed[at];
    if (one) kept.add(one.group);
  }
  return new Set(placed.flatMap(({ group }) => (kept.has(group) ? [] : [group])));
}
