/** Label sheets (A4) and envelopes that are sold: millimetres. */
import * as z from 'zod';

/** Millimetres from the upper left edge of the sheet. */
export interface LabelFormat {
  readonly id: string;
  readonly columns: number;
  readonly rows: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Edge of the sheet to the first label. */
  readonly leftMm: number;
  readonly topMm: number;
  /** From the left edge of a label to that of the next one, and the same downwards. */
  readonly stepXMm: number;
  readonly stepYMm: number;
}

export const LABEL_FORMATS = [
  {
    id: '70x37',
    columns: 3,
    rows: 8,
    widthMm: 70,
    heightMm: 37,
    leftMm: 0,
    topMm: 0.5,
    stepXMm: 70,
    stepYMm: 37,
  },
  {
    id: '99.1x38.1',
    columns: 2,
    rows: 7,
    widthMm: 99.1,
    heightMm: 38.1,
    leftMm: 4.65,
    topMm: 15.15,
    stepXMm: 101.6,
    stepYMm: 38.1,
  },
  {
    id: '63.5x38.1',
    columns: 3,
    rows: 7,
    widthMm: 63.5,
    heightMm: 38.1,
    leftMm: 7.25,
    topMm: 15.15,
    stepXMm: 66,
    stepYMm: 38.1,
  },
] as const satisfies readonly LabelFormat[];
export type LabelFormatId = (typeof LABEL_FORMATS)[number]['id'];
export const labelStartSchema = z.number().int().min(1).max(100);
export const LABEL_FORMAT_IDS = LABEL_FORMATS.map(({ id }) => id) as [LabelFormatId, ...LabelFormatId[]];
export const labelFormatSchema = z.enum(LABEL_FORMAT_IDS);

/** ISO 269 (DL as 220 × 110, the size in use) with the place of the address: right half, lower third, clear of the coding zone. */
export const ENVELOPE_FORMATS = [
  { id: 'dl', widthMm: 220, heightMm: 110, addressLeftMm: 110, addressTopMm: 50 },
  { id: 'c6', widthMm: 162, heightMm: 114, addressLeftMm: 76, addressTopMm: 52 },
  { id: 'c5', widthMm: 229, heightMm: 162, addressLeftMm: 115, addressTopMm: 84 },
] as const;
export type EnvelopeFormatId = (typeof ENVELOPE_FORMATS)[number]['id'];
export const ENVELOPE_FORMAT_IDS = ENVELOPE_FORMATS.map(({ id }) => id) as [EnvelopeFormatId, ...EnvelopeFormatId[]];
export const envelopeFormatSchema = z.enum(ENVELOPE_FORMAT_IDS);
