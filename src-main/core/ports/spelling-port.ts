/** A dictionary of German, whatever holds it. */
export interface SpellingPort {
  /**
   * Those of the words that are misspelled as far as the dictionary knows; compounds of known words, abbreviations and gender forms are not.
   * Rejects when the dictionary cannot be read; then nothing is known of any word.
   */
  misspelled(words: readonly string[]): Promise<ReadonlySet<string>>;
  /** Words that could be meant, the likeliest first, at most eight; none where nothing is near. */
  suggestions(word: string): Promise<readonly string[]>;
}
