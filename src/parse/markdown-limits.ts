/** Keeps what parsing a card may cost within bounds: what is beyond them is left out, or read as plain text. */

/** Lines of a body beyond this are not parsed: cost grows with them, and no author's card has as many. */
export const MOST_LINES = 20_000;

/** Nor is what follows after so many characters: three times the longest card that an author is known to have written. */
export const MOST_CHARACTERS = 500_000;

/** Block nesting beyond this depth is read as text: no author needs it, and parsing it takes seconds. */
const MAXIMUM_NESTING = 40;

/** How many characters of a body are parsed: all of an author's, whole lines of one beyond the limits. */
export function parsedLength(body: string): number {
  let end = 0;
  for (let line = 0; line < MOST_LINES; line++) {
    const next = body.indexOf('\n', end) + 1;
    if (next === 0 && body.length <= MOST_CHARACTERS) return body.length;
    // One line beyond all measure is cut in the middle.
    if (next === 0 || next > MOST_CHARACTERS) return end === 0 ? MOST_CHARACTERS : end;
    end = next;
  }
  return end;
}

/** Takes from a body what would cost much more than its size; every position stays. */
export function tame(body: string): string {
  return tameInline(tameCounted(tameNesting(body)));
}

/**
 * Parsing emphasis and links takes time that grows with the square of the markers in a paragraph. A card has a budget
 * of such squares, enough for every real one; beyond it the markers of paragraphs that are full of them become spaces.
 */
const INLINE_BUDGET = 40_000_000;
const FEW_MARKERS = 400;
const MARKERS = /[*_~[\]]/g;

const markersIn = (text: string): number => text.match(MARKERS)?.length ?? 0;

function tameInline(body: string): string {
  if (markersIn(body) < FEW_MARKERS) return body;
  let spent = 0;
  return body.replace(/(?:[^\r\n]+(?:\r\n|\r|\n|$))+/g, (paragraph) => {
    const markers = markersIn(paragraph);
    if (markers <= FEW_MARKERS) return paragraph;
    // The cells of a table are parsed each by itself.
    const longest = /^[^\r\n]*\|[^\r\n]*(?:\r\n|\r|\n)[ \t]*\|?[ \t]*:?-+[-:| \t]*(?:\r|\n)/.test(paragraph)
      ? paragraph.split(/\r\n|\r|\n|\|/).reduce((most, cell) => Math.max(most, markersIn(cell)), 0)
      : markers;
    spent += longest * longest;
    return spent > INLINE_BUDGET && longest > FEW_MARKERS ? paragraph.replace(MARKERS, ' ') : paragraph;
  });
}

/** What each costs a step for everything before it, and how many of them a card may have. */
const COUNTED: readonly { readonly pattern: RegExp; readonly most: number }[] = [
  // Lines under a heading, or rules.
  { pattern: /^ {0,3}(?:=+|-+)[ \t]*$/gm, most: 2_000 },
  // Footnotes and links by name.
  { pattern: /^ {0,3}\[[^\]\r\n]{1,1000}\]:/gm, most: 2_000 },
  { pattern: /\[\^/g, most: 5_000 },
  { pattern: /\|/g, most: 100_000 },
];

/** Replaces what there is too much of by spaces. */
function tameCounted(body: string): string {
  return COUNTED.reduce((text, { pattern, most }) => {
    let count = 0;
    return text.replace(pattern, (found) => {
      count += 1;
      return count > most ? ' '.repeat(found.length) : found;
    });
  }, body);
}

/** Replaces block markers beyond the nesting limit by spaces, so that every other position stays. */
function tameNesting(body: string): string {
  if (!/^[ \t]{80,}\S|^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){40,}/m.test(body)) return body;
  return body.replace(/^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm, (prefix) => {
    let markers = 0;
    return prefix.replace(/>|[-+*]|\d{1,9}[.)]/g, (marker, offset: number) => {
      markers += 1;
      return markers > MAXIMUM_NESTING || offset > 2 * MAXIMUM_NESTING ? ' '.repeat(marker.length) : marker;
    });
  });
}
