/** Reads what stands right below a table and speaks of it: a caption, a note, footnotes, the end of a sentence. */
import type { Nodes } from 'mdast';
import { tidy } from '../core/fold.ts';
import { plainText } from './pipe-grid.ts';

/** The text of a paragraph that starts in the middle of a sentence, or null. */
export function continuation(node: Nodes | undefined): string | null {
  if (node?.type !== 'paragraph' || node.children[0]?.type !== 'text') return null;
  return /^\p{Ll}/u.test(node.children[0].value) ? tidy(plainText(node.children)).slice(0, 300) : null;
}

/** How a paragraph starts that speaks of the table above it. */
const CAPTION =
  /^(?:(?:table|tab\.|fig(?:ure)?\.?)\s*\d|(?:comparison|results?|performance|evaluation|average|scores?|accuracy|f1|metrics?)\b)/i;

/** The text of a caption under a table; one that stands above another table may be about that one. */
export function captionOf(node: Nodes | undefined, after: Nodes | undefined): string | null {
  if (node?.type !== 'paragraph' || after?.type === 'table' || after?.type === 'html') return null;
  const text = tidy(plainText(node.children));
  return CAPTION.test(text) && text.length <= 400 && !/[:：]$/.test(text) ? text : null;
}

/** The text of a paragraph under a table that leads to nothing below it. */
export function noteOf(table: Nodes, node: Nodes | undefined, after: Nodes | undefined): string | null {
  if ((table.type !== 'table' && table.type !== 'html') || node?.type !== 'paragraph') return null;
  if (after && ['table', 'html', 'code', 'list'].includes(after.type)) return null;
  const text = tidy(plainText(node.children));
  return text.length > 1000 || /[:：]$/.test(text) ? null : text;
}

/** The notes below a table that start with a mark ("* with CoT"), or null; Markdown takes a single "*" for a list. */
export function footnoteOf(table: Nodes, node: Nodes | undefined): string | null {
  if (table.type !== 'table' && table.type !== 'html') return null;
  const bullets = node?.type === 'list' && !node.ordered && node.children.length === 1;
  const paragraph = bullets ? node.children[0]?.children[0] : node;
  if (paragraph?.type !== 'paragraph') return null;
  // A raised mark stands between tags.
  const text = tidy(plainText(paragraph.children.filter(({ type }) => type !== 'html')));
  if (text.length > 1000) return null;
  return bullets ? `* ${text}` : /^[*†‡§]/.test(text) ? text : null;
}
