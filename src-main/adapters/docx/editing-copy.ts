/**
 * A copy that somebody edits in Word: blocks of the text bear bookmarks by which they are known when it comes back, everything else stands in
 * locked controls (ISO/IEC 29500-1, 17.5.2), changes are tracked from the first key on, and remarks are Word's comments.
 */
import {
  Bookmark,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  FileChild,
  Paragraph,
  TextRun,
  XmlAttributeComponent,
  XmlComponent,
  type IPropertiesOptions,
  type ParagraphChild,
  type Table,
} from 'docx';
import { assertNever } from '../../base/assert-never.ts';
import type { BlockPlace, PrintBlock, PrintDocument, PrintInline } from '../../core/print/model.ts';
import { fileTexts } from '../../contract/document/texts-de.ts';
import { COPY_PROPERTY, LOCKED_TAG, ownMark } from '../formats/document/tracked-content.ts';
import { inlineRuns } from './inline-runs.ts';

type TextBlock = Extract<PrintBlock, { kind: 'heading' | 'paragraph' }>;

const lengthOf = (inline: PrintInline): number => {
  if (inline.kind === 'text') return inline.text.length;
  return inline.kind === 'break' ? 1 : inline.label.length + 2;
};

/** Content in two halves; what is no text is never cut. */
function cutAt(content: readonly PrintInline[], offset: number): readonly [PrintInline[], PrintInline[]] {
  const [left, right]: [PrintInline[], PrintInline[]] = [[], []];
  let at = 0;
  for (const inline of content) {
    const length = lengthOf(inline);
    const inside = offset - at;
    at += length;
    if (inside >= length) left.push(inline);
    else if (inside <= 0 || inline.kind !== 'text') right.push(inline);
    else {
      left.push({ ...inline, text: inline.text.slice(0, inside) });
      right.push({ ...inline, text: inline.text.slice(inside) });
    }
  }
  return [left, right];
}

interface Edge {
  readonly at: number;
  readonly children: readonly ParagraphChild[];
}

const endOfRemark = (remark: number): ParagraphChild[] => [
  new CommentRangeEnd(remark),
  new TextRun({ children: [new CommentReference(remark)] }),
];

function placedRuns(content: readonly PrintInline[], { name, remarks }: BlockPlace): ParagraphChild[] {
  const edges = remarks
    .flatMap(({ remark, start, end }): Edge[] => [
      { at: start, children: [new CommentRangeStart(remark)] },
      { at: end, children: endOfRemark(remark) },
    ])
    .sort((a, b) => a.at - b.at);
  const children: ParagraphChild[] = [];
  let [rest, reached] = [[...content], 0];
  for (const { at, children: marks } of edges) {
    const [before, behind] = cutAt(rest, at - reached);
    reached += before.reduce((sum, inline) => sum + lengthOf(inline), 0);
    rest = behind;
    children.push(...inlineRuns(before), ...marks);
  }
  return [new Bookmark({ id: name, children: [...children, ...inlineRuns(rest)] })];
}

/** Runs of a paragraph, in a copy with its place. */
export const blockRuns = ({ content, place }: TextBlock): ParagraphChild[] =>
  place ? placedRuns(content, place) : inlineRuns(content);

/** An element with `w:val`. */
class Valued extends XmlComponent {
  constructor(name: string, value: string) {
    super(name);
    this.root.push(new ValueAttribute({ value }));
  }
}
class ValueAttribute extends XmlAttributeComponent<{ readonly value: string }> {
  protected override readonly xmlKeys = { value: 'w:val' };
}
class Element extends XmlComponent {
  constructor(name: string, children: readonly XmlComponent[]) {
    super(name);
    this.root.push(...children);
  }
}

/** A control around paragraphs and tables whose content nobody is to change. */
class Locked extends FileChild {
  constructor(tag: string, children: readonly FileChild[]) {
    super('w:sdt');
    const properties = [
      new Valued('w:tag', tag),
      new Valued('w:id', String(LOCKED_ID + Number(tag.slice(LOCKED_TAG.length)))),
      new Valued('w:lock', 'sdtContentLocked'),
      // As a building block, because LibreOffice takes any other control apart and moves what stands in it.
      new Element('w:docPartObj', [
        new Valued('w:docPartGallery', fileTexts.lockedPart),
        new Element('w:docPartUnique', []),
      ]),
    ];
    this.root.push(new Element('w:sdtPr', properties), new Element('w:sdtContent', children));
  }
}
const LOCKED_ID = 770_000;

export interface Part {
  readonly block: PrintBlock;
  readonly children: readonly (Paragraph | Table)[];
}

function bearsPlace(block: PrintBlock): boolean {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.place !== undefined;
    case 'bullets':
    case 'numbers':
      return block.items.some((item) => item.some(bearsPlace));
    case 'quotation':
      return block.blocks.some(bearsPlace);
    case 'table':
      return block.rows.some((row) => row.some((cell) => cell.blocks.some(bearsPlace)));
    case 'page-break':
      return true;
    case 'letter-opening':
    case 'letterhead':
    case 'title':
    case 'grid':
    case 'register':
    case 'piece':
    case 'sheet':
    case 'signature':
    case 'cover':
    case 'contents':
    case 'part':
      return false;
    default:
      return assertNever(block);
  }
}

/** Neighbouring parts without a place stand in one control. */
export function lockedParts(parts: readonly Part[]): FileChild[] {
  const children: FileChild[] = [];
  let locked: FileChild[] = [];
  let controls = 0;
  const close = (): void => {
    if (locked.length > 0) children.push(new Locked(`${LOCKED_TAG}${(controls += 1)}`, locked));
    locked = [];
  };
  for (const part of parts) {
    if (!bearsPlace(part.block)) locked.push(...part.children);
    else {
      close();
      children.push(...part.children);
    }
  }
  close();
  return children;
}

const paragraphs = (text: string): Paragraph[] => text.split('\n').map((line) => new Paragraph({ text: line }));

/** What makes a document a copy for editing; nothing for any other. */
export function copyOptions({ copy }: PrintDocument): Partial<IPropertiesOptions> {
  if (!copy) return {};
  return {
    features: { trackRevisions: true },
    customProperties: [{ name: COPY_PROPERTY, value: copy.of }],
    ...(copy.remarks.length > 0 && {
      comments: {
        children: copy.remarks.map(({ author, at, text }, id) => ({
          id,
          author,
          initials: ownMark(id),
          // The package writes UTC; word processors read local time there.
          date: new Date(`${at}Z`),
          children: paragraphs(text),
        })),
      },
    }),
  };
}
