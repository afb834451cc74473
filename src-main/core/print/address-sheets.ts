/** Envelopes and label sheets from addresses: pages with texts at measured places. Pure. */
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import {
  ENVELOPE_FORMATS,
  LABEL_FORMATS,
  type EnvelopeFormatId,
  type LabelFormatId,
} from '../../contract/distribution/sheet-formats.ts';
import { pageFrame } from './frame.ts';
import { fitAddress, fitSender } from './letter-fit.ts';
import type { PlacedSheet, PrintDocument } from './model.ts';

type Field = PlacedSheet['fields'][number];
type Address = readonly string[];

/** Printers reach about this far to the edge. */
const INSET_MM = 6;
const ADDRESS_LINE_PT = 12.8;
const MM_PER_PT = 25.4 / 72;
const SENDER_TOP_MM = 10;
const SENDER_LEFT_MM = 12;
const SENDER_WIDTH_MM = 80;

function addressField(address: Address, leftMm: number, topMm: number, widthMm: number): Field {
  const { lines, sizePt } = fitAddress(address, widthMm);
  return { leftMm, topMm, widthMm, lines, sizePt, linePt: ADDRESS_LINE_PT, isSender: false };
}

function sheetDocument(
  title: string,
  profile: OfficeProfile,
  date: string,
  size: { readonly width: number; readonly height: number },
  sheets: readonly PlacedSheet[],
): PrintDocument {
  const { style, ...frame } = pageFrame(profile, []);
  return {
    ...frame,
    style: { ...style, marginTopMm: 0, marginBottomMm: 0, marginLeftMm: 0, marginRightMm: 0 },
    coatOfArms: null,
    footer: '',
    pageSizeMm: size,
    properties: { title, author: profile.bodyName, subject: title, date, language: 'de-DE' },
    blocks: sheets.flatMap((sheet, index) => (index === 0 ? [sheet] : [{ kind: 'page-break' as const }, sheet])),
  };
}

export function envelopeDocument(
  title: string,
  profile: OfficeProfile,
  date: string,
  addresses: readonly Address[],
  formatId: EnvelopeFormatId,
): PrintDocument {
  const format = ENVELOPE_FORMATS.find(({ id }) => id === formatId) ?? ENVELOPE_FORMATS[0];
  const sender = fitSender(profile, SENDER_WIDTH_MM);
  const senderField: Field = {
    leftMm: SENDER_LEFT_MM,
    topMm: SENDER_TOP_MM,
    widthMm: SENDER_WIDTH_MM,
    lines: [sender.text],
    sizePt: sender.sizePt,
    linePt: sender.sizePt + 3,
    isSender: true,
  };
  const widthMm = format.widthMm - format.addressLeftMm - INSET_MM;
  return sheetDocument(
    title,
    profile,
    date,
    { width: format.widthMm, height: format.heightMm },
    addresses.map((address) => ({
      kind: 'sheet',
      fields: [senderField, addressField(address, format.addressLeftMm, format.addressTopMm, widthMm)],
    })),
  );
}

/** `start` is the first free label of the first sheet, counted along the rows from 1. */
export function labelDocument(
  title: string,
  profile: OfficeProfile,
  date: string,
  addresses: readonly Address[],
  formatId: LabelFormatId,
  start: number,
): PrintDocument {
  const format = LABEL_FORMATS.find(({ id }) => id === formatId) ?? LABEL_FORMATS[0];
  const perSheet = format.columns * format.rows;
  const skipped = Math.min(start, perSheet) - 1;
  const sheets: Field[][] = [];
  addresses.forEach((address, index) => {
    const place = index + skipped;
    const onSheet = place % perSheet;
    const field = addressField(address, 0, 0, format.widthMm - 2 * INSET_MM);
    // In the middle of the label's height: sheets slip in the printer by a millimetre or two.
    const heightMm = field.lines.length * field.linePt * MM_PER_PT;
    const sheet = (sheets[Math.floor(place / perSheet)] ??= []);
    sheet.push({
      ...field,
      leftMm: format.leftMm + (onSheet % format.columns) * format.stepXMm + INSET_MM,
      topMm: format.topMm + Math.floor(onSheet / format.columns) * format.stepYMm + (format.heightMm - heightMm) / 2,
    });
  });
  return sheetDocument(
    title,
    profile,
    date,
    { width: 210, height: 297 },
    sheets.map((fields) => ({ kind: 'sheet', fields })),
  );
}
