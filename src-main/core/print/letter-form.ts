/** The two forms of DIN 5008 (2020): millimetres from the upper left corner of the A4 sheet. */
import type { LetterForm } from '../../contract/letter/letter-texts.ts';

export interface LetterMeasures {
  readonly letterheadTopMm: number;
  /** Highest picture the letterhead has room for. */
  readonly armsHeightMm: number;
  readonly fieldTopMm: number;
  readonly addressTopMm: number;
  readonly fieldBottomMm: number;
  readonly informationTopMm: number;
  readonly informationLeftMm: number;
  readonly informationWidthMm: number;
  /** Upper edge of the subject; lower than usual only where the information block is long. */
  readonly subjectTopMm: number;
  readonly textLeftMm: number;
  readonly addressWidthMm: number;
  readonly foldMarksMm: readonly [number, number];
  readonly punchMarkMm: number;
  /** Where the text begins on every page but the first. */
  readonly followingTopMm: number;
}

/** Sizes and pitches in points of what stands above the text. */
export const LETTER_TYPE = {
  details: { sizePt: 8, linePt: 11 },
  notes: { sizePt: 8, linePt: 12 },
  /** Six lines fill the address zone of 27.3 mm. */
  address: { linePt: 12.8 },
  partyLabel: { sizePt: 8, linePt: 12 },
  information: { sizePt: 9, labelSizePt: 8, linePt: 11.5, gapPt: 5 },
  continuation: { sizePt: 8.5, linePt: 12 },
} as const;
export const INFORMATION_LABEL_MM = 31;

const FIELD_HEIGHT_MM = 45;
/** Return address (5) and notes zone (12.7) above the address zone. */
const ABOVE_ADDRESS_MM = 17.7;
/** Two lines of 4.23 mm. */
const BELOW_FIELD_MM = 8.46;

const form = (
  letterheadHeightMm: number,
  letterheadTopMm: number,
  foldMarksMm: readonly [number, number],
): LetterMeasures => ({
  letterheadTopMm,
  armsHeightMm: letterheadHeightMm - letterheadTopMm - 8,
  fieldTopMm: letterheadHeightMm,
  addressTopMm: letterheadHeightMm + ABOVE_ADDRESS_MM,
  fieldBottomMm: letterheadHeightMm + FIELD_HEIGHT_MM,
  informationTopMm: letterheadHeightMm + 5,
  informationLeftMm: 125,
  informationWidthMm: 75,
  subjectTopMm: letterheadHeightMm + FIELD_HEIGHT_MM + BELOW_FIELD_MM,
  textLeftMm: 25,
  addressWidthMm: 80,
  foldMarksMm,
  punchMarkMm: 148.5,
  followingTopMm: 30,
});

export const LETTER_FORMS: Readonly<Record<LetterForm, LetterMeasures>> = {
  A: form(27, 6, [87, 192]),
  B: form(45, 12, [105, 210]),
};

/** Margins of the text: the same for both forms. */
export const LETTER_MARGINS = { left: 25, right: 20 } as const;
export const BLANK_LINES_MM = BELOW_FIELD_MM;
