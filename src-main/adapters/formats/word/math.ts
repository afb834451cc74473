/** Formulas (22.1) as running text: fractions with a stroke, powers raised, roots and sums by their signs. */
import { childElements, childNamed, textOf, type XmlElement } from '../xml.ts';
import { childVal, nameOf } from './names.ts';

export interface MathPiece {
  readonly text: string;
  readonly raised: 'superscript' | 'subscript' | null;
}

const plain = (text: string): MathPiece[] => (text === '' ? [] : [{ text, raised: null }]);
const joined = (pieces: readonly MathPiece[]): string => pieces.map(({ text }) => text).join('');
const raise = (pieces: readonly MathPiece[], raised: 'superscript' | 'subscript'): MathPiece[] =>
  pieces.map(({ text }) => ({ text, raised }));

/** Only what is one number or name stands without brackets beside a stroke. */
function grouped(pieces: readonly MathPiece[]): MathPiece[] {
  return /^[\p{L}\p{N}.,]*$/u.test(joined(pieces)) ? [...pieces] : [...plain('('), ...pieces, ...plain(')')];
}

const part = (element: XmlElement, local: string): MathPiece[] => {
  const child = childNamed(element, local);
  return child ? mathPieces(child) : [];
};

function delimited(element: XmlElement): MathPiece[] {
  const properties = childNamed(element, 'dPr');
  const between = childVal(properties, 'sepChr') ?? '|';
  const inner = childElements(element).filter(({ local }) => local === 'e');
  return [
    ...plain(childVal(properties, 'begChr') ?? '('),
    ...inner.flatMap((one, at) => [...plain(at === 0 ? '' : between), ...mathPieces(one)]),
    ...plain(childVal(properties, 'endChr') ?? ')'),
  ];
}

/** What stands in a formula, or in one part of it. */
export function mathPieces(element: XmlElement): MathPiece[] {
  const name = nameOf(element);
  if (name.endsWith('Pr')) return [];
  switch (name) {
    case 'm:t':
    case 'w:t':
      return plain(textOf(element));
    case 'm:f':
      return [...grouped(part(element, 'num')), ...plain('/'), ...grouped(part(element, 'den'))];
    case 'm:sSup':
      return [...part(element, 'e'), ...raise(part(element, 'sup'), 'superscript')];
    case 'm:sSub':
      return [...part(element, 'e'), ...raise(part(element, 'sub'), 'subscript')];
    case 'm:sSubSup':
    case 'm:sPre':
      return [
        ...(name === 'm:sPre' ? [] : part(element, 'e')),
        ...raise(part(element, 'sub'), 'subscript'),
        ...raise(part(element, 'sup'), 'superscript'),
        ...(name === 'm:sPre' ? part(element, 'e') : []),
      ];
    case 'm:rad':
      return [...raise(part(element, 'deg'), 'superscript'), ...plain('√'), ...grouped(part(element, 'e'))];
    case 'm:nary':
      return [
        ...plain(childVal(childNamed(element, 'naryPr'), 'chr') ?? '∫'),
        ...raise(part(element, 'sub'), 'subscript'),
        ...raise(part(element, 'sup'), 'superscript'),
        ...part(element, 'e'),
      ];
    case 'm:d':
      return delimited(element);
    case 'm:mr':
      return childElements(element).flatMap((one, at) => [...plain(at === 0 ? '' : ' '), ...mathPieces(one)]);
    default:
      return childElements(element).flatMap(mathPieces);
  }
}
