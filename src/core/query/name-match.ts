/** Finds the words of a search in the names of a row. */
import { foldAccents } from '../fold.ts';

/** The text that a row is found by: all its names, one a line, folded. */
export function searchText(names: Iterable<string>): string {
  return [...new Set([...names].map(foldAccents))].join('\n');
}

/**
 * A test of texts made by `searchText`, for one word or phrase: it stands in the text as it is, or from the start of
 * a word on with other separators, so that "llama2", "llama-2" and "Llama 2" find each other. A number is found whole
 * from its first digit on: "7b" is not in "27b" or "1.7b".
 */
export function nameTest(asked: string): (text: string) => boolean {
  const word = foldAccents(asked);
  if (word === '') return () => true;
  const pieces = word.match(/\p{N}+(?:\.\p{N}+)*|[^\p{N}\s\-_.,/:]+/gu) ?? [];
  const isNumber = /^\p{N}/u.test(word);
  const [first = ''] = pieces;
  return (text) => {
    const starts = (at: number): boolean => !isNumber || !continuesNumber(text, at);
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (starts(at)) return true;
    }
    if (pieces.length < 2) return false;
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
      const isWord = at === 0 || SEPARATOR.test(text.charAt(at - 1));
      if (isWord && starts(at) && follow(text, at, pieces)) return true;
    }
    return false;
  };
}

const SEPARATOR = /[^\p{L}\p{N}]/u;
const BETWEEN = ' -_.,/:';

function continuesNumber(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return isDigit(before) || (before === '.' && isDigit(text.charAt(at - 2)));
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/** Whether the pieces stand one after another from `at` on, with at most one separator between two. */
function follow(text: string, at: number, pieces: readonly string[]): boolean {
  let place = at;
  for (const [index, piece] of pieces.entries()) {
    if (index > 0 && BETWEEN.includes(text.charAt(place)) && place < text.length) place++;
    if (!text.startsWith(piece, place)) return false;
    place += piece.length;
  }
  return true;
}
