/** Account numbers by ISO 13616 in running text, told by their check digits. Pure. */

/** Lengths by country (registry of ISO 13616); others are taken as long as they are written. */
const LENGTHS: Readonly<Record<string, number>> = {
  AT: 20,
  BE: 16,
  CH: 21,
  CZ: 24,
  DE: 22,
  DK: 18,
  ES: 24,
  FR: 27,
  GB: 22,
  HU: 28,
  IT: 27,
  LI: 21,
  LU: 20,
  NL: 18,
  PL: 28,
  SE: 24,
};
const CANDIDATE = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ \u00a0]?[\dA-Z]){11,30}/gu;

/** The rearranged number leaves 1 when divided by 97. */
function hasCheckDigits(compact: string): boolean {
  const digits = (compact.slice(4) + compact.slice(0, 4)).replace(/[A-Z]/g, (sign) =>
    String(sign.charCodeAt(0) - 'A'.charCodeAt(0) + 10),
  );
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** The first `length` signs, blanks between them not counted; undefined when there are fewer. */
function beginning(text: string, length: number): string | undefined {
  return new RegExp(String.raw`^(?:\s?\S){${length}}`).exec(text)?.[0];
}

export function ibansIn(text: string): readonly { readonly text: string; readonly start: number }[] {
  return [...text.matchAll(CANDIDATE)].flatMap((match) => {
    // Words in capitals behind it ("… 00 BIC") are no part of it.
    const length = LENGTHS[match[0].slice(0, 2)];
    const written = length === undefined ? match[0] : beginning(match[0], length);
    if (written === undefined || !hasCheckDigits(written.replace(/\s/g, ''))) return [];
    return /^[\p{L}\d]/u.test(text.slice(match.index + written.length)) ? [] : [{ text: written, start: match.index }];
  });
}
