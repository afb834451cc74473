/** Finds what the shipped fonts cannot draw, before anything is written. */
import type { CharacterCheck, UnprintableCharacter } from '../../core/ports/ports.ts';
import { textsOfDocument } from '../../core/print/texts-of-document.ts';
import { coveredCodePoints } from './font-coverage.ts';
import { readFont } from './typst-assets.ts';

export function createCharacterCheck(assetFolder: string): CharacterCheck {
  let regular: ReadonlySet<number> | undefined;
  let symbols: ReadonlySet<number> | undefined;
  const isPrintable = (codePoint: number): boolean => {
    if (!regular || !symbols) {
      // The other faces of the text font cover the same.
      regular = coveredCodePoints(readFont(assetFolder, 'Arimo-Regular.ttf'));
      symbols = coveredCodePoints(readFont(assetFolder, 'NotoSansSymbols2-Regular.ttf'));
    }
    return codePoint === 0x0a || regular.has(codePoint) || symbols.has(codePoint);
  };
  return {
    unprintable: (document) => {
      const found: UnprintableCharacter[] = [];
      for (const { place, text } of textsOfDocument(document)) {
        for (const character of text) {
          const code = character.codePointAt(0) ?? 0;
          if (isPrintable(code)) continue;
          found.push({ place, character, codePoint: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` });
        }
      }
      return found;
    },
  };
}
