/** Takes lines of text that a ruler of dashes right below makes a heading of, as Markdown has it, for what they are. */
import type { Heading, Nodes, Paragraph } from 'mdast';
import { plainText } from './pipe-grid.ts';

/** "Score (v2): 52.06": a heading holds no such line. */
const RESULT_LINE = /^.{2,80}[:=]\s*\d{1,4}(?:\.\d{1,16})?\s?%?\s*$/m;

/** A printout that ends with "-----" as a paragraph, any other node as it is. */
export function withoutUnderline(node: Nodes): Nodes {
  return node.type === 'heading' && isPrintout(node)
    ? ({ type: 'paragraph', children: node.children, position: node.position } as Paragraph)
    : node;
}

/** A heading marked by hashes stands on one line alone, an underlined one on two or more. */
function isPrintout(heading: Heading): boolean {
  const { position } = heading;
  if (!position || position.end.line === position.start.line) return false;
  const text = heading.children.map((node) => (node.type === 'break' ? '\n' : plainText([node]))).join('');
  return RESULT_LINE.test(text);
}
