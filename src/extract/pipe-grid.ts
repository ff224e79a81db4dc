/** Turns an mdast table, or lines of pipes that are not parsed as one, into a grid. */
import type { PhrasingContent, Table } from 'mdast';
import type { SourceKind } from '../core/claim.ts';
import { tidy } from '../core/fold.ts';
import { type Cell, type Grid, MOST_COLUMNS } from './grid.ts';

/** The text a reader sees; line breaks become spaces, images their description. */
export function plainText(nodes: readonly PhrasingContent[]): string {
  let text = '';
  let alternatives = '';
  let raised = false;
  for (const node of nodes) {
    // A raised digit is a footnote's mark, not a digit of the number before it.
    if (node.type === 'html' && /^<\/?su[bp]\b/i.test(node.value)) raised = /^<sup\b/i.test(node.value);
    else if (raised && node.type === 'text' && /^[\d,\s*†‡a-e]{1,4}$/.test(node.value)) continue;
    else if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    else if (node.type === 'break') text += ' ';
    else if (node.type === 'html') text += /^<br|^<\/?(?:p|div|li)/i.test(node.value) ? ' ' : '';
    else if (node.type === 'image') alternatives += ` ${node.alt ?? ''}`;
    else if (node.type === 'delete') text += ' ';
    else if ('children' in node) text += plainText(node.children as PhrasingContent[]);
  }
  // What a picture shows counts only where nothing is written beside it.
  return text.trim() === '' ? alternatives : text;
}

function isBold(nodes: readonly PhrasingContent[]): boolean {
  const solid = nodes.filter((node) => !(node.type === 'text' && node.value.trim() === ''));
  return solid.length > 0 && solid.every((node) => node.type === 'strong');
}

/** Marks of footnotes behind a number: folding would make digits of them. */
export function withoutRaised(text: string): string {
  return text.replace(/(?<=[\d%])[¹²³⁴-⁹⁰]+/gu, '');
}

/** `text` is the whole file; positions of the table count from its start. */
export function gridOfTable(table: Table, text: string): Grid {
  // What stands right of the header's last cell, Markdown does not show.
  const width = Math.min(MOST_COLUMNS, table.children[0]?.children.length ?? 0);
  const rows = table.children.map((row) =>
    row.children.slice(0, width).map((cell, index): Cell => {
      const first = cell.children[0]?.position;
      const last = cell.children[cell.children.length - 1]?.position;
      const place = first ?? cell.position;
      const raw = first && last ? text.slice(first.start.offset, last.end.offset) : '';
      return {
        text: tidy(withoutRaised(plainText(cell.children))),
        raw,
        line: place?.start.line ?? 1,
        column: place?.start.column ?? 1,
        cell: index,
        bold: isBold(cell.children),
      };
    }),
  );
  const line = table.position?.start.line ?? 1;
  return { kind: 'table', group: `table@${line}`, line, header: rows[0] ?? [], rows: rows.slice(1) };
}

const DELIMITER = /^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?\s*$/;

/** Splits one line at its unescaped pipes; cells carry their places. */
function splitPipes(line: string, lineNumber: number, offset = 0): Cell[] {
  const cells: Cell[] = [];
  let from = line.search(/\S/);
  if (from < 0) return [];
  if (line[from] === '|') from += 1;
  let end = line.length;
  while (end > from && /\s/.test(line[end - 1] as string)) end -= 1;
  if (end > from && line[end - 1] === '|' && line[end - 2] !== '\\') end -= 1;
  let start = from;
  for (let at = from; at <= end; at++) {
    if (at < end && !(line[at] === '|' && line[at - 1] !== '\\')) continue;
    const part = line.slice(start, at);
    const raw = part.trim();
    cells.push({
      text: tidy(
        withoutRaised(raw)
          .replaceAll('\\|', '|')
          .replace(/\*\*|__|`/g, '')
          .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
          .replace(/<[^<>]{0,200}>/g, ' '),
      ),
      raw,
      line: lineNumber,
      column: offset + start + (raw === '' ? 0 : part.indexOf(raw)) + 1,
      cell: cells.length,
      bold: /^\*\*.*\*\*$/.test(raw),
    });
    if (cells.length === MOST_COLUMNS) break;
    start = at + 1;
  }
  return cells;
}

/** A header that leaves out its first cell, as printed reports do, is one narrower than every row and stands to the right. */
function withCorner(header: Cell[], rows: readonly Cell[][]): Cell[] {
  const first = header[0];
  if (!first || first.text === '') return header;
  const beneath = rows.every((row) => {
    const label = row[0] as Cell;
    return row.length === header.length + 1 && first.column > label.column + label.raw.length;
  });
  return beneath ? [{ ...first, text: '', raw: '', column: 1, bold: false }, ...header] : header;
}

/**
 * Reads runs of lines with pipes (in code fences, or where Markdown saw no table) as grids.
 * `lines` are consecutive lines of the file, the first of them with the number `firstLine`.
 * A run needs two rows of two cells; a delimiter row is welcome, not needed.
 */
export function gridsOfLines(lines: readonly string[], firstLine: number, kind: SourceKind): Grid[] {
  const grids: Grid[] = [];
  let run: { line: string; number: number }[] = [];
  const flush = () => {
    const body = run.filter(({ line }) => !DELIMITER.test(line) && !/^\s*[+|]?[-=+|\s]{5,}$/.test(line));
    const rows = body
      .map(({ line, number }) => splitPipes(line, number))
      .filter((cells) => cells.length >= 2);
    if (rows.length >= 2) {
      const line = (rows[0] as Cell[])[0]?.line ?? firstLine;
      const [header, ...others] = rows as [Cell[], ...Cell[][]];
      grids.push({ kind, group: `${kind}@${line}`, line, header: withCorner(header, others), rows: others });
    }
    run = [];
  };
  lines.forEach((line, index) => {
    // Rules of a drawn grid stand between its rows.
    if (/^\s*\+[-=+:]+\+\s*$/.test(line)) return;
    // "NAME | score: 46.5 | …" is a line of results, no row of a table.
    if (/\|\s*score:\s*[\d.]/.test(line)) {
      flush();
      return;
    }
    if ((line.match(/(?<!\\)\|/g)?.length ?? 0) >= 2 || (/\|/.test(line) && run.length > 0))
      run.push({ line, number: firstLine + index });
    else if (line.trim() === '' && run.length > 0 && /^\s*\|/.test(lines[index + 1] ?? '') && kind === 'text')
      return;
    else flush();
  });
  flush();
  return grids;
}
