/** Finds the split of a data set that a text speaks of: "on the C-Eval validation set". */
import { tidy } from '../core/fold.ts';
import { plainSplit } from '../core/split.ts';

/** A split's name as labels give it, with the parts that data sets have of it ("test-A", "dev-clean"). */
export const SPLIT_NAME =
  /^(?:test|dev|val|valid|validation|train|(?:test|dev)[- ]?(?:clean|other|set|std|dev)|testmini|mini|minival|val2017|eval|(?:test|val|dev)[- ][a-z]|(?:训练|验证|测试|开发)集?)$/i;

/** English and Chinese names of splits, only where the text calls them a set, with a word before that narrows it. */
const SPLIT =
  /(?<![\p{L}\d])((?:(?:held[- ]out|hidden|official|blind) )?(?:test(?:ing)?|valid(?:ation)?|val|dev(?:elopment)?)[- ]?(?:data ?sets?|data|sets?|splits?))(?![\p{L}\d])|((?:测试|验证|开发)集)/giu;

/** "Metrics for Validation for single classes", "dev results on …": a split without the word "set". */
const BARE_SPLIT =
  /\b(?:for|on) (?:the )?(training|validation|test|testing|dev|development)(?=\s+for\b|\s*[:：.]?\s*$)|\b(dev|validation)(?= (?:results?|scores?|performance|accuracy)\b)|^(?:[\w-]+ ){0,2}(test)(?= results?\s*[:：]?\s*$)/giu;

/** The split that a text names, as it is written there ("test set"), where it names one and no other; else null. */
export function splitIn(text: string): string | null {
  const found = new Map<string, string>();
  for (const match of text.matchAll(SPLIT)) {
    const written = tidy((match[1] ?? match[2]) as string);
    const key = plainSplit(written);
    if (!found.has(key)) found.set(key, written);
  }
  if (found.size === 0)
    for (const match of text.slice(0, 1000).matchAll(BARE_SPLIT)) {
      const written = (match[1] ?? match[2] ?? match[3]) as string;
      found.set(plainSplit(written), written);
    }
  return found.size === 1 ? ([...found.values()][0] as string) : null;
}

/** What a text says of all of its results: "All of these metrics were calculated on the test set". */
const OF_ALL =
  /\b(?:all|these|the|following|our|reported) (?:[\w-]+ ){0,3}(?:metrics|results|numbers|scores|evaluations)\b[^.]{0,60}\bon (?:the |its |their )?(?:[\w-]+ ){0,2}(?:test|validation|dev|development) (?:sets?|splits?|data)\b/i;

/** The split that a section states of its results as a whole, or null. */
export function statedSplit(text: string): string | null {
  const said = OF_ALL.exec(text.slice(-2000));
  return said ? splitIn(said[0]) : null;
}

/** True for a split's name alone: "test", "Dev set", "test-clean". */
export function isSplit(text: string): boolean {
  return SPLIT_NAME.test(text.trim().replace(/\s+(?:set|split|data)$/i, ''));
}
