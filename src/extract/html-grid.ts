/** Turns HTML tables of a card into grids, with every cell's place in the file. */
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { tidy } from '../core/fold.ts';
import type { LineIndex } from '../core/position.ts';
import { type Cell, emptyCell, type Grid } from './grid.ts';
import { withoutRaised } from './pipe-grid.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Beyond these a table is no table of results; they bound what a hostile card can make of one `colspan`. */
const MOST_COLUMNS = 120;
const MOST_ROWS = 3000;

/**
 * The tables between two offsets of the file. Missing end tags and nesting are as a browser reads them; a nested table
 * is a table of its own. `lines` indexes the whole file, so that places count in it.
 */
export function gridsOfHtml(text: string, start: number, end: number, lines: LineIndex): Grid[] {
  const fragment = parseFragment(text.slice(start, end), { sourceCodeLocationInfo: true });
  const grids: Grid[] = [];
  const visit = (node: Node, depth: number) => {
    if (depth > 200) return;
    if (isElement(node, 'table')) {
      const grid = gridOf(node, text, start, lines);
      if (grid) grids.push(grid);
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, depth + 1);
  };
  visit(fragment, 0);
  return grids;
}

/** Where the table that starts at `start` ends: after its own end tag, or at `limit` where that is missing. */
export function endOfTable(text: string, start: number, limit: number): number {
  const tag = /<(\/?)table\b/gi;
  tag.lastIndex = start;
  let depth = 0;
  for (let found = tag.exec(text); found && found.index < limit; found = tag.exec(text)) {
    depth += found[1] === '/' ? -1 : 1;
    if (depth === 0) return Math.min(limit, text.indexOf('>', found.index) + 1 || limit);
  }
  return limit;
}

function isElement(node: Node, name: string): node is Element {
  return 'tagName' in node && node.tagName === name;
}

/** The rows of a table itself, not of tables inside its cells. */
function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  for (const child of table.childNodes) {
    if (isElement(child, 'tr')) rows.push(child);
    else if (isElement(child, 'thead') || isElement(child, 'tbody') || isElement(child, 'tfoot')) {
      for (const row of child.childNodes) if (isElement(row, 'tr')) rows.push(row);
    }
  }
  return rows.slice(0, MOST_ROWS);
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  if (isElement(node, 'br') || isElement(node, 'p') || isElement(node, 'li') || isElement(node, 'div')) {
    return ` ${'childNodes' in node ? node.childNodes.map(textOf).join('') : ''} `;
  }
  if (isElement(node, 'table') || isElement(node, 'script') || isElement(node, 'style')) return '';
  if (isElement(node, 'sup')) {
    const inside = node.childNodes.map(textOf).join('');
    return /^[\d,\s*†‡a-e]{1,4}$/.test(inside) ? '' : inside;
  }
  if (isElement(node, 'img')) return node.attrs.find((attribute) => attribute.name === 'alt')?.value ?? '';
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function span(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const given = Number.parseInt(cell.attrs.find((attribute) => attribute.name === name)?.value ?? '1', 10);
  return Number.isFinite(given) ? Math.max(1, Math.min(most, given)) : 1;
}

function gridOf(table: Element, text: string, base: number, lines: LineIndex): Grid | null {
  const rows = rowsOf(table);
  const filled: Cell[][] = [];
  const isHead: boolean[] = [];
  /** Rows a column is still covered by a cell from above, and that cell where it is a header. */
  const covered: { rows: number; cell: Cell }[] = [];
  for (const row of rows) {
    const cells: Cell[] = [];
    let head = true;
    const elements = row.childNodes.filter(
      (child) => isElement(child, 'td') || isElement(child, 'th'),
    ) as Element[];
    const inHead = row.parentNode !== null && isElement(row.parentNode as Node, 'thead');
    let next = 0;
    for (let column = 0; column < MOST_COLUMNS; column++) {
      const above = covered[column];
      if (above && above.rows > 0) {
        above.rows -= 1;
        cells[column] = inHead ? above.cell : { ...above.cell, text: '', raw: '' };
        continue;
      }
      const element = elements[next];
      if (!element) {
        if (!covered.slice(column).some((entry) => entry && entry.rows > 0)) break;
        continue;
      }
      next += 1;
      const cell = cellOf(element, text, base, lines);
      if (element.tagName !== 'th' && !inHead) head = false;
      const width = span(element, 'colspan', MOST_COLUMNS - column);
      const height = span(element, 'rowspan', MOST_ROWS);
      for (let extra = 0; extra < width; extra++) {
        const isFirst = extra === 0;
        cells[column + extra] =
          isFirst || element.tagName === 'th' || inHead || filled.length === 0
            ? cell
            : { ...cell, text: '', raw: '' };
        covered[column + extra] = { rows: height - 1, cell };
      }
      column += width - 1;
    }
    if (cells.length === 0) continue;
    for (let column = 0; column < cells.length; column++)
      cells[column] ??= emptyCell(cells.find(Boolean)?.line ?? 1, 1, null);
    filled.push(cells);
    isHead.push(head && elements.length > 0);
  }
  if (filled.length < 2) return null;
  const line = (filled[0] as Cell[])[0]?.line ?? 1;
  let header = filled[0] as Cell[];
  // A first column of spanning cells that the header row forgot shifts every header by one.
  const width = Math.max(...filled.slice(1).map((row) => row.length));
  const spanning = filled.slice(1).filter((row) => row.length === width && row[0]?.text === '').length;
  if (header.length === width - 1 && spanning >= 2) header = [emptyCell(line, 1, null), ...header];
  const title = header[0] as Cell;
  const group = `html@${line}`;
  // A title over the whole width is no header.
  const even = header.length > 1 && new Set(header.map((cell) => cell.text)).size === 1;
  if (even && filled.length > 2 && (title.text !== '' || isHead[1])) {
    const caption = title.text === '' ? captionOf(table, text, base, lines) : title;
    return {
      kind: 'html',
      group,
      line,
      ...captioned(caption),
      header: filled[1] as Cell[],
      rows: filled.slice(2),
    };
  }
  const caption = captionOf(table, text, base, lines);
  return { kind: 'html', group, line, ...captioned(caption), header, rows: filled.slice(1) };
}

function captionOf(table: Element, text: string, base: number, lines: LineIndex): Cell | null {
  const caption = table.childNodes.find((child) => isElement(child, 'caption'));
  return caption ? cellOf(caption as Element, text, base, lines) : null;
}

function captioned(caption: Cell | null): Pick<Grid, 'caption'> {
  return caption === null || caption.text === ''
    ? {}
    : { caption: { text: caption.text, line: caption.line } };
}

function cellOf(element: Element, text: string, base: number, lines: LineIndex): Cell {
  const location = element.sourceCodeLocation;
  const start = base + (location?.startTag?.endOffset ?? location?.startOffset ?? 0);
  const end = base + (location?.endTag?.startOffset ?? location?.endOffset ?? 0);
  const inner = text.slice(start, Math.max(start, end));
  const raw = inner.trim();
  const offset = start + Math.max(0, inner.indexOf(raw));
  const place = lines.at(raw === '' ? start : offset);
  const plain = tidy(
    withoutRaised(element.childNodes.map(textOf).join(''))
      .replace(/\*\*|__|`/g, '')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1'),
  );
  return {
    text: plain,
    raw: raw.replace(/\r\n?/g, '\n').slice(0, 400),
    line: place.line,
    column: place.column,
    cell: null,
    bold: /^<(?:b|strong)\b/i.test(raw),
  };
}
