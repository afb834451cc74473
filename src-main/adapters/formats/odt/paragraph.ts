/** Words, signs and boxes of one OpenDocument paragraph. */
import { shownSymbols } from '../../../base/symbol-fonts.ts';
import type { DocumentNote, LeftOutKind } from '../../../core/ports/read-document.ts';
import type { Block } from '../../../record/rich-text/rich-text.ts';
import { lastWords, type ContentPiece } from '../document/inline-content.ts';
import { attributeOf, childElements, childNamed, isElement, textOf, type XmlElement } from '../xml.ts';
import { formulaText } from './formula.ts';
import type { OdtLook, OdtStyles } from './styles.ts';

export interface OdtContext {
  readonly styles: OdtStyles;
  /** Root of a formula's own part. */
  formula(href: string): XmlElement | undefined;
  /** Words of a tracked deletion. */
  deleted(id: string): string;
  isTicked(id: string): boolean | null;
  leaveOut(kind: LeftOutKind, text: string): void;
  /** A number that the reader put into the text itself. */
  labelled(label: string): void;
  nextNote(): string;
  addNote(note: DocumentNote): void;
}

/** More blanks in a row say nothing more; a document can claim any number. */
const MOST_SPACES = 100;
const TICKED = '☒';
const EMPTY = '☐';
/** Elements that hold no words of the page. */
export const SILENT = new Set([
  'tracked-changes',
  'sequence-decls',
  'forms',
  'note-citation',
  'bookmark-start',
  'table-of-content-source',
  'alphabetical-index-source',
  'bibliography-source',
  'illustration-index-source',
  'table-index-source',
  'object-index-source',
  'user-index-source',
  'title',
  'desc',
]);

/** Whether a condition hides it now (§19.826); without a word about it, it does. */
const isHidden = (element: XmlElement): boolean => attributeOf(element, 'is-hidden') !== 'false';

/** A count as it is written, from 1 to `most`. */
export const positive = (text: string | null, most: number): number =>
  Math.min(Math.max(Number(text ?? 1) || 1, 1), most);

/** Text and boxes of one paragraph. */
export class OdtParagraph {
  readonly pieces: ContentPiece[] = [];
  readonly boxes: XmlElement[] = [];
  readonly #context: OdtContext;
  #endsInBlank = true;

  readonly #readStory: (body: XmlElement) => Block[];

  /** `readStory`: reads the story of a note. */
  constructor(context: OdtContext, readStory: (body: XmlElement) => Block[]) {
    this.#context = context;
    this.#readStory = readStory;
  }

  read(element: XmlElement, look: OdtLook): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#text(child, look);
      else if (isElement(child)) this.#element(child, look);
    }
  }

  /** Blanks in a row are one, and none stands at the beginning (§6.1.2). */
  #text(raw: string, look: OdtLook): void {
    let text = raw.replace(/[ \t\r\n]+/g, ' ');
    if (this.#endsInBlank) text = text.replace(/^ /, '');
    if (text === '') return;
    this.#endsInBlank = text.endsWith(' ');
    this.#add(text, look);
  }

  #add(text: string, look: OdtLook): void {
    const shown = shownSymbols(look.font, text);
    for (const sign of shown.unknown) this.#context.leaveOut('symbol', sign);
    if (look.struck || look.hidden) this.#context.leaveOut(look.struck ? 'struck' : 'hidden', shown.text);
    else this.pieces.push({ kind: 'text', text: shown.text, look });
  }

  /** A sign that stands for itself, whatever its font. */
  #sign(text: string, look: OdtLook): void {
    this.#endsInBlank = text.endsWith(' ') || text === '\t';
    this.#add(text, { ...look, font: null });
  }

  #element(element: XmlElement, look: OdtLook): void {
    if (SILENT.has(element.local)) return;
    switch (element.local) {
      case 's':
        this.#sign(' '.repeat(positive(attributeOf(element, 'c'), MOST_SPACES)), look);
        return;
      case 'tab':
        this.#sign('\t', look);
        return;
      case 'line-break':
        this.#endsInBlank = true;
        this.pieces.push({ kind: 'break' });
        return;
      case 'span':
        this.read(element, this.#context.styles.look('text', attributeOf(element, 'style-name'), look));
        return;
      case 'note':
        this.#note(element, look);
        return;
      case 'annotation':
        this.#context.leaveOut('comment', annotationText(element));
        return;
      case 'change':
        this.#context.leaveOut('deleted', this.#context.deleted(attributeOf(element, 'change-id') ?? ''));
        return;
      case 'hidden-text':
      case 'hidden-paragraph':
        if (isHidden(element)) this.#context.leaveOut('hidden', textOf(element));
        else this.read(element, look);
        return;
      case 'ruby':
        this.#ruby(element, look);
        return;
      case 'control':
        this.#control(element, look);
        return;
      case 'object':
        this.#object(element, look);
        return;
      case 'text-box':
        this.#box(element, look);
        return;
      default:
        this.#other(element, look);
    }
  }

  /** Fields, links and frames show what they hold; a shape that was drawn holds paragraphs. */
  #other(element: XmlElement, look: OdtLook): void {
    if (childNamed(element, 'p') ?? childNamed(element, 'list')) this.#box(element, look);
    else this.read(element, look);
  }

  /** A box within hidden words is hidden with them. */
  #box(element: XmlElement, { hidden }: OdtLook): void {
    if (hidden) this.#context.leaveOut('hidden', textOf(element));
    else this.boxes.push(element);
  }

  #ruby(element: XmlElement, look: OdtLook): void {
    const base = childNamed(element, 'ruby-base');
    if (base) this.read(base, look);
  }

  #control(element: XmlElement, look: OdtLook): void {
    const ticked = this.#context.isTicked(attributeOf(element, 'control') ?? '');
    if (ticked !== null) this.#sign(ticked ? TICKED : EMPTY, look);
  }

  #object(element: XmlElement, look: OdtLook): void {
    const root = this.#context.formula(attributeOf(element, 'href') ?? '');
    if (root?.local === 'math') {
      const formula = formulaText(root);
      this.#sign(formula, look);
      this.#context.labelled(formula);
    } else if (root) this.#context.leaveOut('drawing', textOf(root));
  }

  #note(element: XmlElement, look: OdtLook): void {
    const citation = childNamed(element, 'note-citation');
    const counted = this.#context.nextNote();
    const label = (citation && textOf(citation).trim()) || counted;
    const behind = lastWords(this.pieces);
    this.#sign(label, { ...look, raised: 'superscript' });
    this.#context.labelled(label);
    const body = childNamed(element, 'note-body');
    // The number is taken before the note is read: it may hold a note itself.
    this.#context.addNote({ label, behind, blocks: body ? this.#readStory(body) : [] });
  }
}

const annotationText = (element: XmlElement): string =>
  childElements(element)
    .filter(({ local }) => local === 'p' || local === 'list')
    .map(textOf)
    .join(' ');
