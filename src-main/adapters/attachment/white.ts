/** White on white: what is written so that nobody sees it. */

/** "FFFFFF", "#fefefe"; undefined for words such as "auto". */
function channels(colour: string | null | undefined): readonly number[] | undefined {
  const digits = /^#?([0-9a-f]{6})$/i.exec(colour ?? '')?.[1];
  return digits === undefined ? undefined : [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}

const NEARLY_WHITE = 0xf0;

export const isWhite = (colour: string | null | undefined): boolean =>
  channels(colour)?.every((value) => value >= NEARLY_WHITE) ?? false;

/** A colour that white letters stand out on; no colour at all is the paper. */
export const isShaded = (colour: string | null | undefined): boolean =>
  channels(colour) !== undefined && !isWhite(colour);
