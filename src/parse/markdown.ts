/** Parses a card's Markdown once: the one tree serves extraction and the rendered card. */
import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

/** Lines of a body beyond this are not parsed: cost grows with them, and no author's card has as many. */
export const MOST_LINES = 20_000;

/** Block nesting beyond this depth is read as text: no author needs it, and parsing it takes seconds. */
const MAXIMUM_NESTING = 40;

const processor = remark().use(remarkGfm).freeze();

/**
 * Parses a card into an mdast tree whose positions count from the start of the file. Metadata is blanked, not parsed:
 * what lies before `bodyOffset`, and the stretch of a metadata block that stands `displaced` inside the body.
 */
export function parseMarkdown(
  text: string,
  bodyOffset: number,
  displaced: { readonly start: number; readonly end: number } | null = null,
): Root {
  const blank = (from: number, to: number) => text.slice(from, to).replace(/[^\r\n]/g, ' ');
  const body =
    displaced === null
      ? text.slice(bodyOffset)
      : text.slice(bodyOffset, displaced.start) +
        blank(displaced.start, displaced.end) +
        text.slice(displaced.end);
  return processor.parse(blank(0, bodyOffset) + tameEmphasis(tameNesting(firstLines(body))));
}

/** The body up to the limit of lines. */
function firstLines(body: string): string {
  let at = -1;
  for (let line = 0; line < MOST_LINES; line++) {
    at = body.indexOf('\n', at + 1);
    if (at < 0) return body;
  }
  return body.slice(0, at + 1);
}

/**
 * Parsing emphasis takes time that grows with the square of the markers in a paragraph. A card has a budget of such
 * squares, enough for every real one; beyond it the markers of paragraphs that are full of them become spaces.
 */
const EMPHASIS_BUDGET = 40_000_000;
const FEW_MARKERS = 400;

function tameEmphasis(body: string): string {
  if ((body.match(/[*_~]/g)?.length ?? 0) < FEW_MARKERS) return body;
  let spent = 0;
  return body.replace(/(?:[^\r\n]+(?:\r\n|\r|\n|$))+/g, (paragraph) => {
    const markers = paragraph.match(/[*_~]/g)?.length ?? 0;
    if (markers <= FEW_MARKERS) return paragraph;
    // The cells of a table are parsed each by itself.
    const longest = /^[^\r\n]*\|[^\r\n]*(?:\r\n|\r|\n)[ \t]*\|?[ \t]*:?-+[-:| \t]*(?:\r|\n)/.test(paragraph)
      ? Math.max(...paragraph.split(/\r\n|\r|\n|\|/).map((cell) => cell.match(/[*_~]/g)?.length ?? 0))
      : markers;
    spent += longest * longest;
    return spent > EMPHASIS_BUDGET && longest > FEW_MARKERS ? paragraph.replace(/[*_~]/g, ' ') : paragraph;
  });
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

/**
 * The offset where a fence of code starts that no line closes, or null: Markdown reads everything below it as code.
 * Only the last block of a card can be such a one.
 */
export function unclosedFence(tree: Root, text: string): number | null {
  const last = tree.children.at(-1);
  const start = last?.position?.start.offset;
  if (last?.type !== 'code' || start === undefined) return null;
  const lines = text
    .slice(start, last.position?.end.offset)
    .trimEnd()
    .split(/\r\n|\r|\n/);
  const fence = /^(?:`{3,}|~{3,})/.exec(lines[0] ?? '')?.[0];
  if (fence === undefined) return null;
  const end = lines.length > 1 ? (lines.at(-1) as string).trim() : '';
  return end.startsWith(fence) && end.replaceAll(fence[0] as string, '') === '' ? null : start;
}

/** The text of the first heading of depth 1 (or, without one, of the first heading), or null. */
export function firstHeading(tree: Root): string | null {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const first = headings.find((node) => node.depth === 1) ?? headings[0];
  return first ? textOf(first).replace(/\s+/g, ' ').trim() || null : null;
}

function textOf(node: Nodes): string {
  if ('value' in node && node.type !== 'html') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}
