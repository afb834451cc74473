/**
 * Letters and figures of the raw part, counted apart from the reader: what it does not bring along is named. Counts what is text on the page;
 * deleted words, instructions of fields and the second form of a choice are none.
 */
import { isSymbolFont } from '../../../base/symbol-fonts.ts';
import { attributeOf, childElements, childNamed, textOf, type XmlElement } from '../xml.ts';
import { chosenBranch } from './inline-parts.ts';
import { childVal, nameOf } from './names.ts';
import { PLAIN_RUN, runLook, type Styles } from './styles.ts';

const SKIPPED = new Set(['w:del', 'w:moveFrom', 'w:delText', 'w:instrText', 'w:rt', 'w:sdtPr']);

/** What stands in the instruction of a field, the results of other fields among it, is not on the page. */
class OpenFields {
  readonly #isResult: boolean[] = [];
  #instructions = 0;

  get isInstruction(): boolean {
    return this.#instructions > 0;
  }

  step(type: string | null): void {
    const last = this.#isResult.length - 1;
    if (type === 'begin') {
      this.#isResult.push(false);
      this.#instructions += 1;
    } else if (last >= 0) {
      if (this.#isResult[last] === false) this.#instructions -= 1;
      if (type === 'end') this.#isResult.pop();
      else this.#isResult[last] = true;
    }
  }
}

/** Text of each paragraph of a part, those in boxes and cells among them; signs of symbol fonts left out. */
export function rawParagraphs(root: XmlElement, styles: Styles): string[] {
  const paragraphs: string[] = [];
  let fields = new OpenFields();
  const walk = (element: XmlElement, collect: (text: string) => void): void => {
    const name = nameOf(element);
    if (SKIPPED.has(name)) return;
    if (name === 'w:fldChar') return fields.step(attributeOf(element, 'fldCharType'));
    if (name === 'w:t' || name === 'm:t') {
      if (!fields.isInstruction) collect(textOf(element));
      return;
    }
    if (name === 'w:txbxContent') {
      const around = fields;
      fields = new OpenFields();
      for (const child of childElements(element)) walk(child, collect);
      fields = around;
      return;
    }
    if (name === 'mc:AlternateContent') {
      const branch = chosenBranch(element);
      if (branch) walk(branch, collect);
      return;
    }
    if (name === 'w:p') {
      let own = '';
      for (const child of childElements(element)) walk(child, (text) => (own += text));
      if (own.trim() !== '') paragraphs.push(own);
      return;
    }
    if (name === 'w:r') {
      const properties = childNamed(element, 'rPr');
      const { font } = runLook(properties, styles.character(childVal(properties, 'rStyle'), PLAIN_RUN));
      if (isSymbolFont(font)) return;
    }
    // What is ticked stands in the control twice: as a sign and as a state.
    if (name === 'w:sdt' && childNamed(childNamed(element, 'sdtPr') ?? element, 'checkbox')) return;
    for (const child of childElements(element)) walk(child, collect);
  };
  walk(root, (text) => paragraphs.push(text));
  return paragraphs;
}
