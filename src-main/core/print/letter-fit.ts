/** Fits what has a fixed place in a letter: the address into its six lines, the return address into one, the information block into its column. Pure. */
import { MOST_ADDRESS_LINES } from '../../contract/letter/shapes.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { breakLine, cutText, textWidthMm, wrapText } from './text-width.ts';

/** DIN 5008 wants 10 pt; smaller only where a line would not fit. */
const ADDRESS_SIZES_PT = [10, 9, 8] as const;
const SMALLEST_ADDRESS_PT = 8;
/** Street and place: the lines that must arrive whole. */
const PLACE_LINES = 2;

export interface FittedAddress {
  readonly lines: readonly string[];
  readonly sizePt: number;
}

/** The largest type in which all lines fit into six, long ones wrapped; at last the names are cut, never street and place. */
export function fitAddress(lines: readonly string[], widthMm: number): FittedAddress {
  for (const sizePt of ADDRESS_SIZES_PT) {
    const wrapped = lines.flatMap((line) => wrapText(line, sizePt, widthMm));
    const isWhole = wrapped.every((line) => textWidthMm(line, sizePt) <= widthMm);
    if (isWhole && wrapped.length <= MOST_ADDRESS_LINES) return { lines: wrapped, sizePt };
  }
  const sizePt = SMALLEST_ADDRESS_PT;
  const names = lines.slice(0, -PLACE_LINES);
  const place = lines
    .slice(-PLACE_LINES)
    .flatMap((line) => wrapText(line, sizePt, widthMm))
    .flatMap((line) => breakLine(line, sizePt, widthMm));
  const room = Math.max(1, MOST_ADDRESS_LINES - place.length);
  const cut = names.map((line) => cutText(line, sizePt, widthMm));
  // The first line names the body, the last ones the person.
  const kept = cut.length <= room ? cut : [...cut.slice(0, 1), ...cut.slice(1).slice(-(room - 1) || cut.length)];
  return { lines: [...kept.slice(0, room), ...place].slice(-MOST_ADDRESS_LINES), sizePt };
}

const SENDER_SIZES_PT = [8, 7.5, 7, 6.5, 6] as const;

/** "Stadt Auenfurt · Marktplatz 1 · 00815 Auenfurt" on one line; a long name gives way to the place. */
export function fitSender(
  { bodyName, address }: Pick<OfficeProfile, 'bodyName' | 'address'>,
  widthMm: number,
): { readonly text: string; readonly sizePt: number } {
  const place = [address.street, [address.postalCode, address.city].filter(Boolean).join(' ')].filter(Boolean);
  const text = [bodyName, ...place].join(' · ');
  const size = SENDER_SIZES_PT.find((sizePt) => textWidthMm(text, sizePt) <= widthMm);
  if (size !== undefined) return { text, sizePt: size };
  const sizePt = SENDER_SIZES_PT[SENDER_SIZES_PT.length - 1] ?? 6;
  const rest = place.map((part) => ` · ${part}`).join('');
  return { text: `${cutText(bodyName, sizePt, Math.max(20, widthMm - textWidthMm(rest, sizePt)))}${rest}`, sizePt };
}
