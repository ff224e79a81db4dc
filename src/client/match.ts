/** Which rows a filter leaves: every word of the query must stand somewhere in the row's text. */

/** Text as it is compared: one case, one form, accents and separators as they are. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The words of a query. */
export function queryWords(query: string): string[] {
  return foldText(query).split(' ').filter(Boolean);
}

/** Whether a row's folded text has every word. */
export function matches(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
