/** Parses a card's Markdown once: the one tree serves extraction and the rendered card. */
import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { parsedLength, tame } from './markdown-limits.ts';

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
  return processor.parse(blank(0, bodyOffset) + tame(body.slice(0, parsedLength(body))));
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
