/** Numbers of lists in letters and Roman figures. */

const ROMAN: readonly (readonly [value: number, figure: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
const LARGEST = 3999;
const LETTERS = 26;
const MOST_LETTERS = 20;

/** "XIV"; plain figures for what has no Roman form. */
export function romanNumeral(value: number): string {
  if (value < 1 || value > LARGEST) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, figure] of ROMAN) {
    while (rest >= worth) {
      text += figure;
      rest -= worth;
    }
  }
  return text;
}

/** "a" to "z", then "aa" to "zz" (the same letter again, as office programs count); plain figures for what has no letter. */
export function letterNumeral(value: number): string {
  if (value < 1 || value > LETTERS * MOST_LETTERS) return String(value);
  const letter = String.fromCharCode(97 + ((value - 1) % LETTERS));
  return letter.repeat(Math.ceil(value / LETTERS));
}

/** "a" to "z", then "aa", "ab", "ac" (as columns of a sheet count); plain figures for what has no letter. */
export function columnNumeral(value: number): string {
  if (value < 1) return String(value);
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / LETTERS))
    text = String.fromCharCode(97 + ((rest - 1) % LETTERS)) + text;
  return text;
}
