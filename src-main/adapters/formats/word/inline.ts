/** Content of a paragraph: runs with their looks, fields by what they show, controls, formulas, notes and boxes. */
import type { LeftOutKind } from '../../../core/ports/read-document.ts';
import type { TrackedChange } from '../../../core/ports/returned-file.ts';
import { isSymbolFont, shownSymbols, symbolOf } from '../../../base/symbol-fonts.ts';
import { attributeOf, childElements, childNamed, elementsIn, textOf, type XmlElement } from '../xml.ts';
import { lastWords, type ContentPiece } from '../document/inline-content.ts';
import { boxesIn, chosenBranch, controlBox, deletedText, formFieldText } from './inline-parts.ts';
import { mathPieces } from './math.ts';
import { childVal, nameOf, wordsOf } from './names.ts';
import { runLook, type RunLook, type Styles } from './styles.ts';

export type Piece =
  | (ContentPiece & { readonly change?: TrackedChange })
  /** Content of a text box, to be read as blocks. */
  | { readonly kind: 'box'; readonly content: XmlElement }
  /** A place that something else points at; only where changes are tracked. */
  | PointPiece;

/** Of an element between words: a bookmark, the edge of a remark. */
export interface PointPiece {
  readonly kind: 'point';
  readonly element: XmlElement;
}

export interface InlineContext {
  readonly styles: Styles;
  /** Label of a note at its mark; `id` names it in its part. */
  noteLabel(kind: 'footnote' | 'endnote', id: string, hasOwnMark: boolean, behind: string): string;
  leaveOut(kind: LeftOutKind, text: string): void;
  /** Changes are kept beside the words they concern; without it they count as accepted. */
  readonly tracking?: Tracking;
}

export interface Tracking {
  /** What an element says of its change. */
  changeOf(element: XmlElement, kind: TrackedChange['kind']): TrackedChange;
  /** An element that points at a place or says where a move begins and ends. */
  isPoint(name: string): boolean;
  /** The look of these words was changed. */
  reformatted(run: XmlElement, change: XmlElement): void;
}

interface Field {
  state: 'instruction' | 'result';
  /** What an old form field shows; null for other fields. */
  readonly shows: string | null;
  hasResult: boolean;
}

/** Elements whose text nobody sees on the page. */
const SILENT = new Set([
  'w:instrText',
  'w:delInstrText',
  'w:delText',
  'w:rt',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:annotationRef',
]);

/** Reads paragraphs of one story; fields may reach over several of them. */
export class InlineReader {
  readonly #context: InlineContext;
  readonly #fields: Field[] = [];
  /** Fields around this place whose instruction has not ended. */
  #instructions = 0;
  #pieces: Piece[] = [];
  #leftOut: { kind: LeftOutKind; text: string } | null = null;
  /** The change around this place. */
  #change: TrackedChange | null = null;

  constructor(context: InlineContext) {
    this.#context = context;
  }

  /** `look`: of the paragraph's style. */
  read(paragraph: XmlElement, look: RunLook): Piece[] {
    this.#pieces = [];
    for (const child of childElements(paragraph)) this.#element(child, look);
    this.#endLeftOut();
    return this.#pieces;
  }

  get #isInstruction(): boolean {
    return this.#instructions > 0;
  }

  /** Neighbouring runs that are left out for one reason are one entry. */
  #leave(kind: LeftOutKind, text: string): void {
    if (this.#leftOut?.kind !== kind) this.#endLeftOut();
    this.#leftOut = { kind, text: (this.#leftOut?.text ?? '') + text };
  }

  #endLeftOut(): void {
    if (this.#leftOut) this.#context.leaveOut(this.#leftOut.kind, this.#leftOut.text);
    this.#leftOut = null;
  }

  #add(piece: Piece): void {
    if (this.#isInstruction) return;
    const field = this.#fields.at(-1);
    if (field) field.hasResult = true;
    const isChanged = this.#change !== null && piece.kind !== 'box' && piece.kind !== 'point';
    this.#pieces.push(isChanged && this.#change ? { ...piece, change: this.#change } : piece);
  }

  /** Words that came or went. What one person added and another took away again, was never there. */
  #changed(element: XmlElement, kind: TrackedChange['kind'], tracking: Tracking, look: RunLook): void {
    const around = this.#change;
    if (around !== null && around.kind !== kind) return;
    this.#change = tracking.changeOf(element, kind);
    this.#children(element, look);
    this.#change = around;
  }

  #text(text: string, look: RunLook): void {
    if (text === '' || this.#isInstruction) return;
    const { text: shown, unknown } = shownSymbols(look.font, text);
    for (const sign of unknown) this.#context.leaveOut('symbol', sign);
    const isStruck = look.struck || look.doubleStruck;
    if (isStruck || look.hidden) {
      this.#leave(isStruck ? 'struck' : 'hidden', shown);
      return;
    }
    this.#endLeftOut();
    this.#add({ kind: 'text', text: shown, look });
  }

  #children(parent: XmlElement | undefined, look: RunLook): void {
    for (const child of parent ? childElements(parent) : []) this.#element(child, look);
  }

  #element(element: XmlElement, look: RunLook): void {
    const name = nameOf(element);
    const { tracking } = this.#context;
    if (name === 'w:delText' && this.#change?.kind === 'removed') {
      this.#text(textOf(element).replace(/[\r\n]+/g, ' '), look);
      return;
    }
    if (SILENT.has(name) || name.endsWith('Pr')) return;
    if (tracking?.isPoint(name) === true) {
      this.#pieces.push({ kind: 'point', element });
      return;
    }
    switch (name) {
      case 'w:r':
        this.#run(element, look);
        return;
      case 'w:ins':
      case 'w:moveTo':
        if (tracking) this.#changed(element, 'added', tracking, look);
        else this.#children(element, look);
        return;
      case 'w:del':
      case 'w:moveFrom':
        if (tracking) this.#changed(element, 'removed', tracking, look);
        else this.#leave('deleted', deletedText(element));
        return;
      case 'w:sdt':
        this.#control(element, look);
        return;
      case 'm:oMath':
        for (const { text, raised } of mathPieces(element)) this.#text(text, { ...look, raised, font: null });
        return;
      case 'mc:AlternateContent':
        this.#children(chosenBranch(element), look);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawing(element, look);
        return;
      default:
        if (!this.#sign(name, element, look)) this.#children(element, look);
    }
  }

  #run(run: XmlElement, around: RunLook): void {
    const properties = childNamed(run, 'rPr');
    const look = runLook(properties, this.#context.styles.character(childVal(properties, 'rStyle'), around));
    const reformatted = properties && childNamed(properties, 'rPrChange');
    if (reformatted) this.#context.tracking?.reformatted(run, reformatted);
    for (const child of childElements(run)) this.#element(child, look);
  }

  /** What stands in a run for itself; false for everything else. */
  #sign(name: string, element: XmlElement, look: RunLook): boolean {
    switch (name) {
      case 'w:t':
        this.#text(textOf(element).replace(/[\r\n]+/g, ' '), look);
        return true;
      case 'w:tab':
      case 'w:ptab':
        this.#text('\t', { ...look, font: null });
        return true;
      case 'w:br':
        this.#add({ kind: attributeOf(element, 'type') === 'page' ? 'page' : 'break' });
        return true;
      case 'w:cr':
        this.#add({ kind: 'break' });
        return true;
      case 'w:noBreakHyphen':
        this.#text('\u2011', { ...look, font: null });
        return true;
      case 'w:sym':
        this.#symbol(element, look);
        return true;
      case 'w:fldChar':
        this.#fieldChar(element, look);
        return true;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#note(name === 'w:footnoteReference' ? 'footnote' : 'endnote', element, look);
        return true;
      case 'textpath':
        this.#context.leaveOut('drawing', attributeOf(element, 'string') ?? '');
        return true;
      default:
        return false;
    }
  }

  #symbol(element: XmlElement, look: RunLook): void {
    const font = attributeOf(element, 'font') ?? look.font ?? '';
    const written = attributeOf(element, 'char') ?? '';
    const code = Number.parseInt(written, 16);
    const isOwn = !isSymbolFont(font) && code > 0x20 && (code < 0xe000 || code > 0xf8ff) && code <= 0x10ffff;
    const shown = isOwn ? String.fromCodePoint(code) : symbolOf(font, code);
    if (shown === null && !this.#isInstruction) this.#context.leaveOut('symbol', `${font} ${written.toUpperCase()}`);
    this.#text(shown ?? '\ufffd', { ...look, font: null });
  }

  #fieldChar(element: XmlElement, look: RunLook): void {
    const type = attributeOf(element, 'fldCharType');
    if (type === 'begin') {
      this.#fields.push({ state: 'instruction', shows: formFieldText(element), hasResult: false });
      this.#instructions += 1;
      return;
    }
    const field = this.#fields.at(-1);
    if (!field) return;
    if (type !== 'separate' && type !== 'end') return;
    if (field.state === 'instruction') this.#instructions -= 1;
    field.state = 'result';
    if (type === 'separate') return;
    this.#fields.pop();
    const around = this.#fields.at(-1);
    if (around && field.hasResult) around.hasResult = true;
    if (field.shows !== null && !field.hasResult) this.#text(field.shows, { ...look, font: null });
  }

  #control(control: XmlElement, look: RunLook): void {
    const box = controlBox(control);
    if (box === null) this.#children(childNamed(control, 'sdtContent'), look);
    else this.#text(box, { ...look, font: null });
  }

  #note(kind: 'footnote' | 'endnote', element: XmlElement, look: RunLook): void {
    if (this.#isInstruction) return;
    const hasOwnMark = /^(?:1|true|on)$/.test(attributeOf(element, 'customMarkFollows') ?? '');
    const label = this.#context.noteLabel(kind, attributeOf(element, 'id') ?? '', hasOwnMark, lastWords(this.#pieces));
    if (!hasOwnMark) this.#text(label, { ...look, raised: 'superscript', font: null });
  }

  #drawing(drawing: XmlElement, { hidden }: RunLook): void {
    if (hidden) {
      this.#leave('hidden', boxesIn(drawing).map(wordsOf).join(' '));
      return;
    }
    for (const content of boxesIn(drawing)) this.#add({ kind: 'box', content });
    for (const one of elementsIn(drawing))
      if (one.local === 'textpath') this.#context.leaveOut('drawing', attributeOf(one, 'string') ?? '');
  }
}
