/**
 * Signs of the fonts Symbol, Wingdings (1 to 3) and Webdings, which office programs use for boxes, bullets, arrows and Greek letters: the letter
 * that stands in the file says nothing without its font. Symbol as in Adobe's encoding; of the others what people use. Boxes that are ticked
 * become ☒, empty ones ☐, as they are printed everywhere else.
 */

/** "6c●": the code and what it shows. */
const table = (pairs: string): ReadonlyMap<number, string> =>
  new Map(pairs.split(' ').map((pair) => [Number.parseInt(pair.slice(0, 2), 16), pair.slice(2)]));

const SYMBOL = table(
  '21! 22∀ 23# 24∃ 25% 26& 27∋ 28( 29) 2a∗ 2b+ 2c, 2d− 2e. 2f/ 300 311 322 333 344 355 366 377 388 399 3a: 3b; 3c< 3d= 3e> 3f? ' +
    '40≅ 41Α 42Β 43Χ 44Δ 45Ε 46Φ 47Γ 48Η 49Ι 4aϑ 4bΚ 4cΛ 4dΜ 4eΝ 4fΟ 50Π 51Θ 52Ρ 53Σ 54Τ 55Υ 56ς 57Ω 58Ξ 59Ψ 5aΖ 5b[ 5c∴ 5d] 5e⊥ ' +
    '5f_ 60‾ 61α 62β 63χ 64δ 65ε 66φ 67γ 68η 69ι 6aϕ 6bκ 6cλ 6dμ 6eν 6fο 70π 71θ 72ρ 73σ 74τ 75υ 76ϖ 77ω 78ξ 79ψ 7aζ 7b{ 7c| 7d} ' +
    '7e∼ a0€ a1ϒ a2′ a3≤ a4⁄ a5∞ a6ƒ a7♣ a8♦ a9♥ aa♠ ab↔ ac← ad↑ ae→ af↓ b0° b1± b2″ b3≥ b4× b5∝ b6∂ b7• b8÷ b9≠ ba≡ bb≈ bc… bf↵ ' +
    'c0ℵ c1ℑ c2ℜ c3℘ c4⊗ c5⊕ c6∅ c7∩ c8∪ c9⊃ ca⊇ cb⊄ cc⊂ cd⊆ ce∈ cf∉ d0∠ d1∇ d2® d3© d4™ d5∏ d6√ d7⋅ d8¬ d9∧ da∨ db⇔ dc⇐ dd⇑ de⇒ ' +
    'df⇓ e0◊ e1⟨ e2® e3© e4™ e5∑ f1⟩ f2∫ f3⌠ f5⌡',
);
const WINGDINGS = table(
  '21🖉 22✂ 23✁ 26🕮 28🕿 29✆ 2a🖂 2b🖃 36⌛ 41✌ 45☜ 46☞ 47☝ 48☟ 4a☺ 4b😐 4c☹ 4e☠ 51✈ 52☼ 54❄ 6c● 6d❍ 6e■ 6f☐ 70☐ 71❑ 72❒ 73⬧ 74⧫ 75◆ ' +
    '76❖ 77⬥ 78☒ 7a⌘ 7b❀ 7c✿ 7d❝ 7e❞ 80⓪ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8a⑩ 8b⓿ 8c❶ 8d❷ 8e❸ 8f❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿ 9e· ' +
    '9f• a0▪ a1○ a4◉ a5◎ a7▪ a8☐ aa✦ ab★ ac✶ ad✴ ae✹ af✵ d5⌫ d6⌦ d8➢ dc➲ df← e0→ e1↑ e2↓ e3↖ e4↗ e5↙ e6↘ e7⬅ e8➔ e9⬆ ea⬇ ef⇦ f0⇨ ' +
    'f1⇧ f2⇩ f3⬄ fb✗ fc✓ fd☒ fe☒',
);
const WINGDINGS_2 = table('2a☐ 4f✗ 50✓ 51☒ 52☒ 53☒ 54☒ 97● a2■ a3☐ a4❏');
const WINGDINGS_3 = table('70▲ 71▼ 72△ 73▽ 74◀ 75▶');
const WEBDINGS = table('61✓ 63☐ 67■ 6e● 72✗');

const TABLES: Readonly<Record<string, ReadonlyMap<number, string>>> = {
  symbol: SYMBOL,
  'standard symbols ps': SYMBOL,
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
  'wingdings 3': WINGDINGS_3,
  webdings: WEBDINGS,
};

/** Fonts of signs keep theirs at U+F020 to U+F0FF as well. */
const PRIVATE = 0xf000;

const tableOf = (font: string | null): ReadonlyMap<number, string> | undefined =>
  font === null ? undefined : TABLES[font.trim().toLowerCase()];

/** Whether letters in this font are signs. */
export const isSymbolFont = (font: string | null): boolean => tableOf(font) !== undefined;

/** The character that a code of this font shows; null where it is not known here. */
export function symbolOf(font: string, code: number): string | null {
  const plain = code >= PRIVATE && code <= PRIVATE + 0xff ? code - PRIVATE : code;
  return tableOf(font)?.get(plain) ?? null;
}

export interface ShownSymbols {
  readonly text: string;
  /** Codes that are not known, as "Wingdings F0AB". */
  readonly unknown: readonly string[];
}

/** Text that is set in a font of signs; what is not known stays visible as a replacement character. Other fonts keep their letters. */
export function shownSymbols(font: string | null, text: string): ShownSymbols {
  if (font === null || !isSymbolFont(font)) return { text, unknown: [] };
  const unknown: string[] = [];
  const signs = [...text].map((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    // What is beyond a byte was put there by a program that knows the character itself.
    if (/\s/u.test(sign) || (code > 0xff && (code < PRIVATE || code > PRIVATE + 0xff))) return sign;
    const shown = symbolOf(font, code);
    if (shown !== null) return shown;
    unknown.push(`${font} ${code.toString(16).toUpperCase().padStart(4, '0')}`);
    return '\ufffd';
  });
  return { text: signs.join(''), unknown };
}
