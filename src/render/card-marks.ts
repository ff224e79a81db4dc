/** Gives every claim an element of its own in a rendered card, at the very place it was read from. */
import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import type { SourceKind } from '../core/claim.ts';
import { indexLines, type LineIndex } from '../core/position.ts';
import { element, walk } from './card-tree.ts';

/** A claim's place in its card, with what the page says about it. */
export interface CardMark {
  /** Id that links lead to: "L138C14". */
  readonly anchor: string;
  /** 1-based in the file; the column counts UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** 0-based in its pipe-table row, else null. */
  readonly cell: number | null;
  readonly kind: SourceKind;
  /** The text of the value exactly as the file has it. */
  readonly raw: string;
  /** Shown when pointed at. */
  readonly title: string;
  readonly held: boolean;
}

/** A stretch of a text node, in the node's own text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly mark: CardMark;
}

interface Placed {
  readonly node: Element | Text;
  readonly parent: Parents;
  readonly start: number;
  readonly end: number;
  readonly order: number;
}

/** Offsets in the file for points of the tree; HTML inside quotes and lists counts columns without their prefix. */
export type Offsets = (point: { line: number; column: number }) => number;

/** Properties of the element that carries a mark. */
function properties(mark: CardMark): { className: string[]; id: string; title: string } {
  return { className: mark.held ? ['claim', 'held'] : ['claim'], id: mark.anchor, title: mark.title };
}

/** The text cut at its stretches, each wrapped in a `mark`; overlapping ones become empty places. */
export function markText(value: string, stretches: readonly Stretch[]): ElementContent[] {
  const parts: ElementContent[] = [];
  let done = 0;
  const ordered = [...stretches].sort((a, b) => a.from - b.from || a.to - b.to);
  for (const { from, to, mark } of ordered) {
    if (from > done) parts.push({ type: 'text', value: value.slice(done, from) });
    done = Math.max(done, from);
    if (from < done || to <= from) parts.push(element('span', properties(mark)));
    else {
      parts.push(element('mark', properties(mark), [value.slice(from, to)]));
      done = to;
    }
  }
  if (done < value.length) parts.push({ type: 'text', value: value.slice(done) });
  return parts;
}

const CELLS = new Set(['td', 'th']);
const BLOCKS = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'td', 'th', 'dd', 'dt', 'summary', 'pre']);

/** Puts all marks into the tree, changing it. Those whose text is not found mark the start of the block they stand in. */
export function placeMarks(tree: Root, text: string, marks: readonly CardMark[], offsets: Offsets): void {
  if (marks.length === 0) return;
  const lines = indexLines(text);
  const { cells, texts, blocks } = collect(tree, offsets);
  const stretches = new Map<Text, { parent: Parents; stretches: Stretch[] }>();
  const taken = new Set<Element>();
  const values = new Map<Text, LineIndex>();
  const findCell = containing(cells);
  const findBlock = containing(blocks);
  const ordered = marks
    .map((mark) => ({ mark, offset: lines.start(mark.line) + mark.column - 1 }))
    .sort((a, b) => a.offset - b.offset);
  let firstText = 0;
  for (const { mark, offset } of ordered) {
    const cell = findCell(offset);
    if (
      cell !== null &&
      (mark.kind === 'table' || mark.kind === 'html') &&
      !taken.has(cell.node as Element)
    ) {
      taken.add(cell.node as Element);
      const { className, id, title } = properties(mark);
      Object.assign((cell.node as Element).properties, { className, id, title });
      continue;
    }
    while (firstText < texts.length && (texts[firstText] as Placed).end <= offset) firstText += 1;
    let found = false;
    for (let at = firstText; at < Math.min(firstText + 4, texts.length) && !found; at++) {
      const placed = texts[at] as Placed;
      if (placed.start >= offset + Math.max(1, mark.raw.length)) break;
      const node = placed.node as Text;
      const stretch = locate(node.value, placed, offset, mark, lines, text, values);
      if (stretch === null) continue;
      const entry = stretches.get(node) ?? { parent: placed.parent, stretches: [] };
      entry.stretches.push(stretch);
      stretches.set(node, entry);
      found = true;
    }
    if (!found) placeNear(tree, findBlock(offset) ?? before(blocks, offset), mark);
  }
  const changed = new Map<Parents, true>();
  for (const { parent } of stretches.values()) changed.set(parent, true);
  for (const parent of changed.keys()) {
    (parent as Element).children = (parent as Element).children.flatMap((child) => {
      const entry = child.type === 'text' ? stretches.get(child) : undefined;
      return entry === undefined ? [child] : markText((child as Text).value, entry.stretches);
    });
  }
}

/** Cells, texts and blocks that have a place in the file, each ordered by where it starts. */
function collect(tree: Root, offsets: Offsets): { cells: Placed[]; texts: Placed[]; blocks: Placed[] } {
  const cells: Placed[] = [];
  const texts: Placed[] = [];
  const blocks: Placed[] = [];
  let order = 0;
  walk(tree, (node, parent) => {
    // Code has the place of its fence; its text has none of its own.
    const inCode = node.type === 'text' && parent.type === 'element' && parent.tagName === 'code';
    const position = node.position ?? (inCode ? parent.position : undefined);
    if (position?.start === undefined || position.end === undefined) return undefined;
    const start = offsets(position.start);
    const placed = {
      node: node as Element | Text,
      parent,
      start,
      end: offsets(position.end),
      order: order++,
    };
    if (node.type === 'text') texts.push(placed);
    else if (node.type === 'element') {
      if (CELLS.has(node.tagName)) cells.push(placed);
      if (BLOCKS.has(node.tagName)) blocks.push(placed);
    }
    return undefined;
  });
  const byStart = (a: Placed, b: Placed) => a.start - b.start || a.order - b.order;
  return { cells: cells.sort(byStart), texts: texts.sort(byStart), blocks: blocks.sort(byStart) };
}

/** A search for the innermost place around an offset; offsets must be asked for in rising order. */
function containing(places: readonly Placed[]): (offset: number) => Placed | null {
  const open: Placed[] = [];
  let next = 0;
  return (offset) => {
    for (let place = places[next]; place !== undefined && place.start <= offset; place = places[++next]) {
      while (open.length > 0 && (open.at(-1) as Placed).end <= place.start) open.pop();
      open.push(place);
    }
    while (open.length > 0 && (open.at(-1) as Placed).end <= offset) open.pop();
    return open.at(-1) ?? null;
  };
}

/** The last place that starts at or before an offset. */
function before(places: readonly Placed[], offset: number): Placed | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as Placed).start <= offset) low = middle + 1;
    else high = middle;
  }
  return places[low - 1] ?? null;
}

/** Where a mark's text stands in a text node; null where it does not. */
/** Whether a node's text stands in the file as it is: asked once a node, however many marks it holds. */
const standsVerbatim = new WeakMap<Text, boolean>();

function locate(
  value: string,
  placed: Placed,
  offset: number,
  mark: CardMark,
  lines: LineIndex,
  text: string,
  values: Map<Text, LineIndex>,
): Stretch | null {
  const node = placed.node as Text;
  let verbatim = standsVerbatim.get(node);
  if (verbatim === undefined) {
    verbatim = placed.end - placed.start === value.length && text.startsWith(value, placed.start);
    standsVerbatim.set(node, verbatim);
  }
  if (verbatim) {
    const from = Math.max(0, offset - placed.start);
    const to = Math.min(value.length, offset + mark.raw.length - placed.start);
    return to > from && value.slice(from, to).trim() !== '' ? trimmed(value, from, to, mark) : null;
  }
  let index = values.get(node);
  if (index === undefined) {
    index = indexLines(value);
    values.set(node, index);
  }
  const first = lines.at(placed.start).line;
  const opening = lines.text(first).slice(placed.start - lines.start(first));
  // A fence's text starts on the line below it; a paragraph's and an indented block's on its own.
  const line = mark.line - first + (/^(?:`{3,}|~{3,})/.test(opening) ? 0 : 1);
  if (line < 1 || line > index.count) return null;
  const own = index.text(line);
  const source = lines.text(mark.line);
  const expected = mark.column - 1 - Math.max(0, source.trimEnd().length - own.trimEnd().length);
  for (const wanted of [
    mark.raw,
    mark.raw.replace(/[*_`~\\]/g, '').trim(),
    /-?\d[\d.,]*\d|\d/.exec(mark.raw)?.[0],
  ]) {
    if (wanted === undefined || wanted === '') continue;
    const at = nearest(own, wanted, expected);
    if (at !== null) {
      const from = index.start(line) + at;
      return { from, to: from + wanted.length, mark };
    }
  }
  return null;
}

function trimmed(value: string, from: number, to: number, mark: CardMark): Stretch {
  const stretch = value.slice(from, to);
  const lead = stretch.length - stretch.trimStart().length;
  return { from: from + lead, to: from + stretch.trimEnd().length, mark };
}

/** The occurrence of `wanted` nearest to where it is expected, within a window so that long lines stay cheap. */
function nearest(line: string, wanted: string, expected: number): number | null {
  const start = Math.max(0, Math.min(expected, line.length));
  if (line.startsWith(wanted, start)) return start;
  const low = Math.max(0, start - 200);
  const window = line.slice(low, start + wanted.length + 200);
  const after = window.indexOf(wanted, start - low);
  const earlier = window.lastIndexOf(wanted, start - low);
  if (after < 0 && earlier < 0) return null;
  if (after < 0) return low + earlier;
  if (earlier < 0) return low + after;
  return low + (after - (start - low) <= start - low - earlier ? after : earlier);
}

/** An empty element at the start of a block, so that the link still leads near; at the end of the card without one. */
function placeNear(tree: Root, block: Placed | null, mark: CardMark): void {
  const place = element('span', properties(mark));
  if (block === null) tree.children.push(place);
  else (block.node as Element).children.unshift(place);
}
