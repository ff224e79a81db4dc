/** Shows a stretch of a card as it stands in the file, line by line, with its marks: metadata, and cards beyond limits. */
import type { Element } from 'hast';
import { indexLines } from '../core/position.ts';
import { type CardMark, markText } from './card-marks.ts';
import { element } from './card-tree.ts';

/** Lines `first` to `last` (1-based, inclusive) of a card as preformatted text; marks on other lines are left out. */
export function sourceLines(text: string, first: number, last: number, marks: readonly CardMark[]): Element {
  const lines = indexLines(text);
  const start = lines.start(first);
  const value = text.slice(start, last < lines.count ? lines.start(last + 1) : text.length);
  const stretches = marks
    .filter((mark) => mark.line >= first && mark.line <= last)
    .map((mark) => {
      const from = Math.min(lines.start(mark.line) + mark.column - 1 - start, value.length);
      // A value may go on over several lines; its first line carries the mark.
      const length = (/^[^\r\n]*/.exec(mark.raw)?.[0] ?? '').trimEnd().length;
      return { from, to: Math.min(from + length, value.length), mark };
    });
  // Scrolling by keyboard needs a focus.
  return element('pre', { tabIndex: 0 }, [element('code', {}, markText(value, stretches))]);
}
