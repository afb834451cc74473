/**
 * WordprocessingML as a copy that came back: its paragraphs one after the other, with tracked changes (ISO/IEC 29500-1, 17.13.5), remarks
 * (17.13.4) and bookmarks at the words they concern. Tables are walked through; what changed of their rows is named.
 */
import type {
  ReturnedFile,
  TrackedChange,
  TrackedParagraph,
  TrackedRun,
  UnmergedChange,
} from '../../../core/ports/returned-file.ts';
import { trackedRun } from '../document/tracked-content.ts';
import { attributeOf, childElements, childNamed, elementsIn, textOf, type XmlElement } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { chosenBranch } from './inline-parts.ts';
import { InlineReader, type Piece, type Tracking } from './inline.ts';
import { childVal, nameOf, wordsOf } from './names.ts';
import { createNumberer } from './numbering.ts';
import { openWord, readWord } from './read-word.ts';
import { authorOf, copyOf, isLockedPart, remarksIn, timeOf } from './tracked-parts.ts';
import { paragraphLook, readStyles, type ParagraphLook } from './styles.ts';

const POINTS = new Set([
  'w:bookmarkStart',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
]);
const FORMAT_CHANGES = new Set(['w:pPrChange', 'w:sectPrChange', 'w:numberingChange']);
const TABLE_CHANGES = new Set([
  'w:tblPrChange',
  'w:tblGridChange',
  'w:tblPrExChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
]);

interface Around {
  readonly isLocked: boolean;
  /** In a row that came or went: its words are no change of their own. */
  readonly row: 'added' | 'removed' | null;
  readonly cell: string | null;
}

class TrackedWalk implements Tracking {
  readonly paragraphs: TrackedParagraph[] = [];
  readonly unmerged: UnmergedChange[] = [];
  readonly #inline: InlineReader;
  readonly #look: (properties: XmlElement | undefined) => ParagraphLook;
  readonly #numberer: ReturnType<typeof createNumberer>;
  /** Moves that are open, by what they do; names tie both ends together. */
  readonly #moves = { added: null as string | null, removed: null as string | null };
  /** Points between paragraphs belong to the next one. */
  #waiting: XmlElement[] = [];
  #cells = 0;
  readonly #openRemarks = new Map<string, number>();

  constructor(partOf: (kind: string) => XmlElement | undefined) {
    const styles = readStyles(partOf('styles'));
    this.#numberer = createNumberer(partOf('numbering'));
    this.#look = (properties) => paragraphLook(properties, styles.paragraph(childVal(properties, 'pStyle')));
    this.#inline = new InlineReader({
      styles,
      // A note is named as a whole; its mark is none of the words.
      noteLabel: () => '',
      leaveOut: (kind, text) => {
        if (kind === 'struck' || kind === 'hidden') this.#name('format', '', text);
      },
      tracking: this,
    });
  }

  isPoint(name: string): boolean {
    return POINTS.has(name);
  }

  changeOf(element: XmlElement, kind: TrackedChange['kind']): TrackedChange {
    const isMove = element.local === 'moveFrom' || element.local === 'moveTo';
    return { kind, author: authorOf(element), at: timeOf(element), move: isMove ? this.#moves[kind] : null };
  }

  reformatted(run: XmlElement, change: XmlElement): void {
    this.#name('format', authorOf(change), wordsOf(run));
  }

  /** Neighbouring changes of one kind and author are one. */
  #name(kind: UnmergedChange['kind'], author: string, text: string): void {
    const last = this.unmerged.at(-1);
    if (last?.kind === kind && last.author === author && last.text === text) return;
    this.unmerged.push({ kind, author, text: text.trim().slice(0, 200) });
  }

  walk(container: XmlElement, around: Around): void {
    for (const element of childElements(container)) {
      const name = nameOf(element);
      if (this.isPoint(name)) {
        this.#waiting.push(element);
        continue;
      }
      switch (name) {
        case 'w:p':
        case 'm:oMathPara':
          this.#paragraph(element, around);
          break;
        case 'w:tbl':
          this.#table(element, around);
          break;
        case 'w:sdt': {
          const isOurs = isLockedPart(childNamed(element, 'sdtPr'));
          const content = childNamed(element, 'sdtContent');
          if (content) this.walk(content, { ...around, isLocked: around.isLocked || isOurs });
          break;
        }
        case 'mc:AlternateContent': {
          const branch = chosenBranch(element);
          if (branch) this.walk(branch, around);
          break;
        }
        case 'w:customXml':
        case 'w:smartTag':
        case 'w:ins':
        case 'w:moveTo':
          this.walk(element, around);
          break;
        default:
          if (name === 'w:sectPr' && childNamed(element, 'sectPrChange'))
            this.#name('format', authorOf(childNamed(element, 'sectPrChange') ?? element), '');
      }
    }
  }

  #table(table: XmlElement, around: Around): void {
    for (const element of elementsIn(table))
      if (TABLE_CHANGES.has(nameOf(element))) this.#name('table', authorOf(element), wordsOf(table));
    const cells = (parent: XmlElement, row: Around): void => {
      for (const element of childElements(parent)) {
        const name = nameOf(element);
        if (name === 'w:tc') this.walk(element, { ...row, cell: String((this.#cells += 1)) });
        else if (name === 'w:tr') cells(element, this.#row(element, around));
        else if (name === 'w:sdt') cells(childNamed(element, 'sdtContent') ?? element, row);
        else if (name === 'mc:AlternateContent') cells(chosenBranch(element) ?? element, row);
        else if (name === 'w:customXml' || name === 'w:ins' || name === 'w:moveTo') cells(element, row);
      }
    };
    cells(table, around);
  }

  #row(row: XmlElement, around: Around): Around {
    const properties = childNamed(row, 'trPr');
    const came = properties && childNamed(properties, 'ins');
    const went = properties && childNamed(properties, 'del');
    const change = came ?? went;
    if (!change) return around;
    const words = [...elementsIn(row)].filter((one) => nameOf(one) === 'w:t' || nameOf(one) === 'w:delText');
    this.#name('table', authorOf(change), words.map(textOf).join(' '));
    return { ...around, row: came ? 'added' : 'removed' };
  }

  #paragraph(element: XmlElement, { isLocked, row, cell }: Around): void {
    const properties = childNamed(element, 'pPr');
    const look = this.#look(properties);
    if (properties) this.#formatChanges(properties, element);
    const names: string[] = [];
    const runs: TrackedRun[] = [];
    const remarks: { id: string; start: number; end: number }[] = [];
    let offset = 0;
    for (const [id] of this.#openRemarks) this.#openRemarks.set(id, 0);
    const points = this.#waiting;
    this.#waiting = [];
    const point = (one: XmlElement): void => {
      const id = attributeOf(one, 'id') ?? '';
      const name = nameOf(one);
      if (name === 'w:bookmarkStart') names.push(attributeOf(one, 'name') ?? '');
      else if (name === 'w:commentRangeStart') this.#openRemarks.set(id, offset);
      else if (name === 'w:commentReference' && !remarks.some((remark) => remark.id === id))
        remarks.push({ id, start: this.#openRemarks.get(id) ?? offset, end: offset });
      else if (name === 'w:commentRangeEnd') {
        remarks.push({ id, start: this.#openRemarks.get(id) ?? offset, end: offset });
        this.#openRemarks.delete(id);
      } else this.#movePoint(name, attributeOf(one, 'name'));
    };
    points.forEach(point);
    const take = (piece: Piece): void => {
      if (piece.kind === 'box' || piece.kind === 'page' || piece.kind === 'point') return;
      const change = piece.change ?? null;
      // A row that went is named as a whole; its words are no changes for themselves.
      if (row === 'removed' && change?.kind === 'added') return;
      const run = trackedRun(piece, look.outline !== null, row === null ? change : null);
      runs.push(run);
      if (run.change?.kind !== 'added') offset += run.inline.type === 'text' ? run.inline.text.length : 1;
    };
    // One after the other: what a point says of a move holds for the words behind it.
    for (const child of childElements(element)) {
      if (this.isPoint(nameOf(child))) point(child);
      else
        for (const piece of this.#inline.read({ ...element, children: [child] }, look.run)) {
          if (piece.kind === 'point') point(piece.element);
          else take(piece);
        }
    }
    if (row === 'added') return;
    const mark = properties && childNamed(properties, 'rPr');
    const has = (...names: readonly string[]): boolean => names.some((name) => mark && childNamed(mark, name));
    const goesOn = has('ins', 'moveTo') && has('del', 'moveFrom');
    this.paragraphs.push({
      names,
      isLocked,
      cell,
      outline: look.outline === null ? null : look.outline + 1,
      list: this.#listOf(look),
      runs,
      end: row === null && !goesOn ? this.#endOf(properties) : null,
      goesOn: row === null && goesOn,
      remarks,
    });
  }

  #movePoint(name: string, move: string | null): void {
    if (name === 'w:moveFromRangeStart') this.#moves.removed = move;
    else if (name === 'w:moveFromRangeEnd') this.#moves.removed = null;
    else if (name === 'w:moveToRangeStart') this.#moves.added = move;
    else if (name === 'w:moveToRangeEnd') this.#moves.added = null;
  }

  #formatChanges(properties: XmlElement, paragraph: XmlElement): void {
    for (const change of childElements(properties))
      if (FORMAT_CHANGES.has(nameOf(change))) this.#name('format', authorOf(change), wordsOf(paragraph));
  }

  #listOf({ numbering }: ParagraphLook): TrackedParagraph['list'] {
    if (numbering?.list === undefined || numbering.list === null || numbering.list === '0') return null;
    return this.#numberer.next(numbering.list, numbering.level ?? 0)?.kind ?? null;
  }

  #endOf(properties: XmlElement | undefined): TrackedChange | null {
    const mark = properties && childNamed(properties, 'rPr');
    for (const [local, kind] of [
      ['ins', 'added'],
      ['moveTo', 'added'],
      ['del', 'removed'],
      ['moveFrom', 'removed'],
    ] as const) {
      const found = mark && childNamed(mark, local);
      if (found) return this.changeOf(found, kind);
    }
    return null;
  }
}

/** @throws ArchiveProblem, XmlProblem, NoWordDocument */
export function readTrackedWord(archive: Archive): ReturnedFile {
  const { files, body, partOf } = openWord(archive);
  const walk = new TrackedWalk(partOf);
  walk.walk(body, { isLocked: false, row: null, cell: null });
  const { paragraphs, unmerged } = walk;
  return {
    copyOf: copyOf(files),
    paragraphs,
    remarks: remarksIn(partOf('comments')),
    unmerged,
    document: readWord(archive),
  };
}
