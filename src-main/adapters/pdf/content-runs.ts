/** What a content stream shows: its strings of glyphs, each with its font and the marked content around it (ISO 32000-1, 9.4.3 and 14.6). */
import type { Operation } from './content-operations.ts';
import { isArray, isDict, Name, type Value } from './plain-values.ts';

/** What one operator shows. */
export interface GlyphRun {
  /** Name among the resources. */
  readonly font: string;
  readonly codes: readonly number[];
  readonly operation: Operation;
  /** Number of the marked content in the structure; null outside of it. */
  readonly mcid: number | null;
  readonly isArtifact: boolean;
  /** The text that stands for these glyphs (14.9.4), the same object for all of them. */
  readonly replaced: { readonly text: string } | null;
}
type Marked = Pick<GlyphRun, 'mcid' | 'isArtifact' | 'replaced'>;
const UNMARKED: Marked = { mcid: null, isArtifact: false, replaced: null };

/** Big-endian UTF-16 with a mark, as the typesetter writes every text that is not ASCII; else bytes. */
function decodedText(bytes: Uint8Array): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return Buffer.from(bytes).toString('latin1');
  return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
}

/** Fonts of the typesetter have codes of two bytes (Identity-H). */
export function codesOf(string: Uint8Array): number[] {
  if (string.length % 2 !== 0) throw new Error('half a glyph');
  return Array.from({ length: string.length / 2 }, (_, at) => ((string[2 * at] ?? 0) << 8) | (string[2 * at + 1] ?? 0));
}
/** Strings, with the numbers that move what follows. */
export const piecesOf = ({ operands: [first] }: Operation): readonly Value[] =>
  isArray(first) ? first : [first ?? null];

function begun(around: Marked, [tag, properties]: readonly Value[]): Marked {
  const entries = isDict(properties) ? properties : null;
  const mcid = entries?.get('MCID');
  const text = entries?.get('ActualText');
  return {
    mcid: typeof mcid === 'number' ? mcid : around.mcid,
    isArtifact: around.isArtifact || (tag instanceof Name && tag.name === 'Artifact'),
    replaced: text instanceof Uint8Array ? { text: decodedText(text) } : around.replaced,
  };
}

export function contentRuns(operations: readonly Operation[]): readonly GlyphRun[] {
  const runs: GlyphRun[] = [];
  const marked: Marked[] = [];
  const fonts: string[] = [];
  let font = '';
  for (const operation of operations) {
    const [first] = operation.operands;
    const around = marked.at(-1) ?? UNMARKED;
    switch (operation.operator) {
      case 'BDC':
      case 'BMC':
        marked.push(begun(around, operation.operands));
        break;
      case 'EMC':
        marked.pop();
        break;
      case 'q':
        fonts.push(font);
        break;
      case 'Q':
        font = fonts.pop() ?? '';
        break;
      case 'Tf':
        if (first instanceof Name) font = first.name;
        break;
      case 'Tj':
      case 'TJ': {
        const codes = piecesOf(operation).flatMap((piece) => (piece instanceof Uint8Array ? codesOf(piece) : []));
        runs.push({ font, codes, operation, ...around });
        break;
      }
      case "'":
      case '"':
        throw new Error(`the typesetter does not write ${operation.operator}`);
      default:
        break;
    }
  }
  return runs;
}
