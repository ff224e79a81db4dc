/** Opens a code block: its lines with their places, whether they are a program, and the titles over its tables. */
import type { Code } from 'mdast';
import { tidy } from '../core/fold.ts';
import type { LineIndex } from '../core/position.ts';
import { firstLineOfCode, linesOfCode } from './code-lines.ts';
import type { Grid } from './grid.ts';

/** What a fence says it holds where it holds a program: nothing in it is a result. */
const PROGRAM =
  /^(?:python|py|bash|sh|shell|console|js|javascript|ts|typescript|c|cpp|java|rust|go|bibtex|latex|tex|html|xml|toml|dockerfile|diff|jinja2?)$/i;

/** The lines of a code block, fences off; `first` is the file's number of the first. */
export function openFence(
  node: Code,
  lines: LineIndex,
): { readonly first: number; readonly lines: string[] } {
  return { first: firstLineOfCode(node, lines), lines: linesOfCode(node, lines) };
}

/** "f1 = 82.98": no program has nothing but these lines, though a fence of them may say that it is one. */
const NAMED_NUMBER = /^\s*[A-Za-z][\w @.-]{0,40}\s*[:=]\s*\d{1,4}(?:\.\d{1,16})?\s*%?\s*$/;

/** True for the code of a programming language, by what the fence says and holds. */
export function isProgram(node: Code, lines: readonly string[]): boolean {
  return (
    PROGRAM.test(node.lang ?? '') && !lines.every((line) => line.trim() === '' || NAMED_NUMBER.test(line))
  );
}

const RULE = /^[\s\-=_+|.·─━#*]*$/;

/** The line right above a table in a fence is its title, where it is words: "########## First turn ##########". */
export function withTitle(grid: Grid, lines: readonly string[], first: number): Grid {
  if (grid.caption) return grid;
  let at = grid.line - first - 1;
  // The names of a printed frame's columns may stand on a line of their own.
  while (
    at >= 0 &&
    (RULE.test(lines[at] as string) || /^\s{12,}\S+(?:\s{2,}\S+)*\s*$/.test(lines[at] as string))
  )
    at--;
  const text = tidy((lines[at] ?? '').replace(/^[\s#=*-]+|[\s#=*:-]+$/g, ''));
  if (
    text === '' ||
    text.length > 60 ||
    /[|]|\d[\d.%]*$|\S\s{2,}\S/.test(lines[at] as string) ||
    !/\p{L}{3}/u.test(text)
  )
    return grid;
  return { ...grid, caption: { text, line: first + at } };
}
