/** Turns offsets of a text into lines and columns, and back. */

export interface LineIndex {
  /** Line and column (both 1-based) of a UTF-16 offset. */
  at(offset: number): { line: number; column: number };
  /** Offset of a 1-based line's first character. */
  start(line: number): number;
  /** The text of a 1-based line without its line end; '' beyond the last. */
  text(line: number): string;
  readonly count: number;
}

/** Indexes a text whose lines end in LF, CRLF or a lone CR. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) starts.push(i + 1);
    else if (code === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  return {
    count: starts.length,
    start: (line) => starts[line - 1] ?? text.length,
    text(line) {
      const from = starts[line - 1];
      if (from === undefined) return '';
      return text.slice(from, starts[line] ?? text.length).replace(/(?:\r\n|\r|\n)$/, '');
    },
    at(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] as number) + 1 };
    },
  };
}

/** Lines longer than this are not kept: whoever quotes them could show a part only. */
const LONGEST_KEPT_LINE = 20_000;

/** A text with the wanted lines (1-based) in their places and nothing on all others, so that a large file costs little. */
export function onlyLines(text: string, wanted: Iterable<number>): string {
  const lines = indexLines(text);
  let kept = '';
  let last = 1;
  for (const line of [...new Set(wanted)].sort((a, b) => a - b)) {
    const own = lines.text(line);
    if (own.length > LONGEST_KEPT_LINE) continue;
    kept += `${'\n'.repeat(line - last)}${own}`;
    last = line;
  }
  return kept;
}
