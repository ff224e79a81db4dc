/** Shows a results file beside a card: the lines that claims were read from, numbered, with their marks. */
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { indexLines } from '../core/position.ts';
import { signBlocks } from './card-blocks.ts';
import { type CardMark, markText } from './card-marks.ts';
import { element } from './card-tree.ts';

/** Lines above and below a marked one; none where so many are marked that a page would only grow. */
const LINES_AROUND = 1;
const MOST_MARKS_WITH_LINES_AROUND = 1_000;

/** Of a longer line only the stretches around its marks are shown. */
const LONGEST_LINE = 240;
const AROUND_MARK = 60;

/**
 * A section with a heading and an excerpt, as HTML; the empty string where no mark is in the file. Marks stand where the
 * file has their text; of marks with one anchor the first counts. `name` is the file's path from the card's folder.
 */
export function renderResultsHtml(name: string, text: string, given: readonly CardMark[]): string {
  const anchors = new Set<string>();
  const marks = given
    .filter(({ anchor }) => !anchors.has(anchor) && anchors.add(anchor))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  if (marks.length === 0) return '';
  const byLine = new Map<number, CardMark[]>();
  for (const mark of marks) {
    const list = byLine.get(mark.line);
    if (list === undefined) byLine.set(mark.line, [mark]);
    else list.push(mark);
  }
  const lines = indexLines(text);
  // A line end at the end of the file begins no line.
  const count = lines.text(lines.count) === '' ? lines.count - 1 : lines.count;
  const around = marks.length > MOST_MARKS_WITH_LINES_AROUND ? 0 : LINES_AROUND;
  const digits = String(marks.at(-1)?.line ?? 0).length + 1;
  let shown = '';
  let last = 0;
  const stretches: { from: number; to: number; mark: CardMark }[] = [];
  for (const line of byLine.keys()) {
    for (let at = Math.max(last + 1, line - around); at <= Math.min(count, line + around); at++) {
      if (at > last + 1) shown += `${'…'.padStart(digits)}\n`;
      shown += `${String(at).padStart(digits)}  `;
      const source = lines.text(at);
      let done = 0;
      const waiting = [...(byLine.get(at) ?? [])].reverse();
      for (const { from, to } of partsOf(source, byLine.get(at) ?? [])) {
        if (from > done) shown += '…';
        const shift = shown.length - from;
        shown += source.slice(from, to);
        done = to;
        while ((waiting.at(-1)?.column ?? Number.POSITIVE_INFINITY) <= to) {
          const mark = waiting.pop() as CardMark;
          const start = mark.column - 1;
          const length = (/^[^\r\n]*/.exec(mark.raw)?.[0] ?? '').length;
          stretches.push({ from: start + shift, to: Math.min(start + length, to) + shift, mark });
        }
      }
      shown += done < source.length ? '…\n' : '\n';
      last = at;
    }
  }
  const section = element('section', { className: ['results-file'], ariaLabel: name }, [
    element('h3', {}, [element('code', {}, [name])]),
    // Scrolling by keyboard needs a focus.
    element('pre', { tabIndex: 0 }, [element('code', {}, markText(shown, stretches))]),
  ]);
  const tree = { type: 'root' as const, children: [section] };
  signBlocks(tree);
  return unified().use(rehypeStringify).stringify(tree);
}

/** The stretches of a line that are shown: all of a short one, the surroundings of the marks on a long one. */
function partsOf(line: string, marks: readonly CardMark[]): { from: number; to: number }[] {
  if (line.length <= LONGEST_LINE) return [{ from: 0, to: line.length }];
  if (marks.length === 0) return [{ from: 0, to: LONGEST_LINE / 2 }];
  const parts: { from: number; to: number }[] = [];
  for (const mark of marks) {
    const from = Math.max(0, mark.column - 1 - AROUND_MARK);
    const to = Math.min(line.length, mark.column - 1 + Math.min(mark.raw.length, LONGEST_LINE) + AROUND_MARK);
    const before = parts.at(-1);
    if (before !== undefined && from <= before.to) before.to = Math.max(before.to, to);
    else parts.push({ from, to });
  }
  return parts;
}
