/** Makes a block of metadata fit for the YAML readers, and leads places in it back to the card. */
import { indexLines } from '../core/position.ts';

export interface PreparedBlock {
  readonly text: string;
  /** 1-based line and column in the block as written of an offset in `text`. */
  place(offset: number): { line: number; column: number };
  /** 1-based place of the first tab that was replaced, or null. */
  readonly firstTab: { readonly line: number; readonly column: number } | null;
  readonly tabbedLines: number;
}

/** So many blank lines in a row are kept; gray-matter's time grows with the square of their number. */
const BLANK_LINES_KEPT = 20;

/**
 * Prepares a block. 'tabs as spaces' replaces each tab of an indentation by two spaces. Blank lines beyond twenty
 * in a row are left out: they mean nothing in metadata, and would be paid for dearly.
 */
export function prepareBlock(block: string, tabs: 'as written' | 'tabs as spaces'): PreparedBlock {
  const replace = tabs === 'tabs as spaces';
  const squeeze = hasBlankRun(block);
  if (!replace && !squeeze) {
    const index = indexLines(block);
    return { text: block, place: (offset) => index.at(offset), firstTab: null, tabbedLines: 0 };
  }
  const kept: string[] = [];
  /** For each kept line: its line in the block, and the tabs and width of its indentation. */
  const origins: { line: number; tabs: number; indent: number }[] = [];
  let blanks = 0;
  let firstTab: PreparedBlock['firstTab'] = null;
  let tabbedLines = 0;
  block.split(/\r\n|\r|\n/).forEach((line, index) => {
    let text = squeeze ? line.replaceAll(/[\u2028\u2029]/g, ' ') : line;
    blanks = text.trim() === '' ? blanks + 1 : 0;
    if (squeeze && blanks > 0) text = '';
    if (squeeze && blanks > BLANK_LINES_KEPT) return;
    const origin = { line: index + 1, tabs: 0, indent: 0 };
    if (replace) {
      const indentation = leadingBlanks(text);
      const found = indentation.split('\t').length - 1;
      if (found > 0 && indentation.length < text.length) {
        firstTab ??= { line: index + 1, column: indentation.indexOf('\t') + 1 };
        tabbedLines++;
        const spaces = indentation.replaceAll('\t', '  ');
        text = spaces + text.slice(indentation.length);
        origin.tabs = found;
        origin.indent = spaces.length;
      }
    }
    kept.push(text);
    origins.push(origin);
  });
  const text = kept.join('\n');
  const index = indexLines(text);
  return {
    text,
    firstTab,
    tabbedLines,
    place(offset) {
      const { line, column } = index.at(offset);
      const origin = origins[line - 1] ?? { line, tabs: 0, indent: 0 };
      const shift = column > origin.indent ? origin.tabs : Math.min(origin.tabs, column - 1);
      return { line: origin.line, column: column - shift };
    },
  };
}

/** The blanks that a line starts with, together with the dashes of list items among them. */
function leadingBlanks(line: string): string {
  let at = 0;
  while (at < line.length) {
    const character = line[at];
    const blankNext = line[at + 1] === ' ' || line[at + 1] === '\t';
    if (character === ' ' || character === '\t' || (character === '-' && blankNext)) at++;
    else break;
  }
  return line.slice(0, at);
}

/** True where more than twenty line ends follow one another with only white space between. */
function hasBlankRun(text: string): boolean {
  let ends = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '\n' || character === '\r' || character === '\u2028' || character === '\u2029') {
      if (++ends > BLANK_LINES_KEPT) return true;
    } else if (!/\s/.test(character)) ends = 0;
  }
  return false;
}
