/** Finds the lines of a code block in the file, its fence left off. */
import type { Code } from 'mdast';
import type { LineIndex } from '../core/position.ts';

/** The file's number of the first line inside a fence, or of an indented block, which has no fence. */
export function firstLineOfCode(node: Code, lines: LineIndex): number {
  const start = node.position?.start.line ?? 1;
  return /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(?:```|~~~)/.test(lines.text(start)) ? start + 1 : start;
}

/** The lines inside a fence, or of an indented block, as they stand in the file. */
export function linesOfCode(node: Code, lines: LineIndex): string[] {
  const first = firstLineOfCode(node, lines);
  const end = node.position?.end.line ?? first;
  const last = /^[\s>]*(?:```|~~~)/.test(lines.text(end)) ? end - 1 : end;
  const texts: string[] = [];
  for (let line = first; line <= last; line++) texts.push(lines.text(line));
  return texts;
}
