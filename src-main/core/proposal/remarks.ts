/** Remarks of a copy that came back, at the words they stand at. Pure. */
import type { Remark } from '../ports/returned-file.ts';
import type { Proposal } from '../../contract/proposal/shapes.ts';
import { Mapping } from './mapping.ts';
import { baseText, plainSigns, type GroundBlock, type Match } from './match-paragraphs.ts';

export function remarkProposals(remarks: readonly Remark[], matches: readonly Match[]): Proposal[] {
  const said = new Map(remarks.filter(({ isOwn }) => !isOwn).map((remark) => [remark.id, remark]));
  const placed = new Set<string>();
  const proposals: Proposal[] = [];
  const push = (id: string, block: GroundBlock | null, start: number, end: number): void => {
    const remark = said.get(id);
    if (!remark || placed.has(id) || remark.text === '') return;
    placed.add(id);
    proposals.push({
      id: `K${proposals.length + 1}`,
      kind: 'remark',
      field: block?.field ?? 'reply',
      author: remark.author,
      at: remark.at,
      before: '',
      removed: '',
      added: '',
      after: block?.text.slice(start, end) ?? '',
      edits: [],
      remark: { text: remark.text, passage: block ? { block: block.id, start, end } : null },
    });
  };
  for (const { group, block } of matches) {
    const isSame = block !== null && plainSigns(group.text) === plainSigns(block.text);
    const toBlock = block === null || isSame ? null : new Mapping(group.text, block.text);
    let begin = 0;
    for (const paragraph of group.paragraphs) {
      for (const { id, start, end } of paragraph.remarks) {
        const [from, to] = [begin + start, begin + end];
        const found = toBlock ? toBlock.left(from, to) : { from, to };
        push(id, found ? block : null, found?.from ?? 0, found?.to ?? 0);
      }
      begin += baseText(paragraph).length;
    }
  }
  // Such as one at the head of the form.
  for (const { id } of remarks) push(id, null, 0, 0);
  return proposals;
}
