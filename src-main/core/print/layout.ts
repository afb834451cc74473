/** Measures of the printed page that both writers use: points, measured from line box to line box. Derived from the office's style tokens. */
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';

const PT_PER_MM = 72 / 25.4;

export interface HeadingLayout {
  readonly sizePt: number;
  readonly abovePt: number;
  readonly belowPt: number;
}

export interface Layout {
  /** Levels 1 to 4. */
  readonly headings: readonly HeadingLayout[];
  readonly letterheadSizePt: number;
  readonly letterheadBelowPt: number;
  readonly asideSizePt: number;
  readonly labelSizePt: number;
  /** Room inside the cells of the form's head and of its registers. */
  readonly cellPt: { readonly x: number; readonly top: number; readonly between: number; readonly bottom: number };
  readonly registerPt: { readonly x: number; readonly smallX: number; readonly y: number };
  readonly tablePt: { readonly x: number; readonly y: number };
  readonly afterFormPt: number;
  readonly listPt: { readonly bulletText: number; readonly numberText: number; readonly between: number };
  readonly quotationPt: { readonly inset: number; readonly rule: number };
  readonly signatureAbovePt: number;
  readonly footerSizePt: number;
}

export function layoutOf(style: OfficeProfile['style']): Layout {
  const { bodySizePt: size, lineHeightPt: line, paragraphGapPt: gap } = style;
  const heading = (sizePt: number, above: number): HeadingLayout => ({ sizePt, abovePt: above * size, belowPt: 3 });
  return {
    headings: [
      { sizePt: 15, abovePt: 0, belowPt: 4 * PT_PER_MM },
      heading(size + 1, 1.35),
      heading(size + 0.5, 1.1),
      heading(size, 0.9),
    ],
    letterheadSizePt: 14,
    letterheadBelowPt: 7 * PT_PER_MM,
    asideSizePt: 12,
    labelSizePt: 8,
    cellPt: { x: 6, top: 4, between: 2.5, bottom: 5 },
    registerPt: { x: 6, smallX: 4, y: 4 },
    tablePt: { x: 5, y: 3.5 },
    afterFormPt: 5 * PT_PER_MM,
    listPt: { bulletText: 15, numberText: 20, between: 2 },
    quotationPt: { inset: 10, rule: 2 },
    signatureAbovePt: 2 * line + gap,
    footerSizePt: 8.5,
  };
}
