/** Lines of a printed page as the words that were printed over their ends. */

/** "Haupt- und Nebenstraßen", "Vor- bzw. Nachteile": the hyphen stands for a word and stays. */
const GOES_ON = /^(?:und|oder|bzw\.?|beziehungsweise|sowie|bis|wie|als|noch|statt)(?![\p{L}\p{N}])/u;
const HYPHEN_AT_END = /(?<=\p{L})[-\u2010\u00ad]$/u;

/** A word hyphenated at the end of a line becomes one word; "Müller-⏎Lüdenscheid" keeps its hyphen. Other line ends stay. */
export function joinLines(lines: readonly string[]): string {
  // Joined at the end: cutting the last sign off a text that grows would copy it with every line.
  const parts: string[] = [];
  let open = false;
  lines.forEach((raw, index) => {
    const line = raw.trim();
    if (index > 0) {
      if (open && /^\p{Ll}/u.test(line) && !GOES_ON.test(line)) parts.push((parts.pop() ?? '').slice(0, -1));
      else if (!open || !/^\p{Lu}/u.test(line)) parts.push('\n');
    }
    parts.push(line);
    open = HYPHEN_AT_END.test(line.slice(-2));
  });
  return parts.join('');
}
