/** Whether a value of a row is one that a search asks for. */
import { foldAccents } from '../fold.ts';
import type { TextField } from './types.ts';
import { foldName } from './vocabulary.ts';

/** The words of a value, each between two bars: "Apache-2.0" is "|apache|2.0|". A point between digits parts nothing. */
function wordsOf(value: string): string {
  const words = foldAccents(value)
    .split(/[^\p{L}\p{N}\p{M}.+#]+|(?<!\d)\.|\.(?!\d)/u)
    .filter((word) => word !== '');
  return words.length === 0 ? '' : `|${words.join('|')}|`;
}

/** A test of values, for one that is asked for in a field of the kind `match`. */
export function valueTest(match: TextField['match'], asked: string): (value: string) => boolean {
  const whole = foldName(asked);
  if (match === 'within') {
    const part = foldAccents(asked);
    return (value) => foldAccents(value).includes(part) || (whole !== '' && foldName(value) === whole);
  }
  // What has nothing but signs is compared as it is.
  const isWhole =
    whole === ''
      ? (value: string) => foldAccents(value) === foldAccents(asked)
      : (value: string) => foldName(value) === whole;
  if (match === 'whole') return isWhole;
  const words = wordsOf(asked);
  return (value) => isWhole(value) || (words !== '' && wordsOf(value).includes(words));
}
