/** Finds the split of a data set that a text speaks of: "on the C-Eval validation set". */

/** A split's name as labels give it, with the parts that data sets have of it ("test-A", "dev-clean"). */
export const SPLIT_NAME =
  /^(?:test|dev|val|valid|validation|train|(?:test|dev)[- ]?(?:clean|other|set|std|dev)|testmini|mini|minival|val2017|eval|(?:test|val|dev)[- ][a-z]|(?:训练|验证|测试|开发)集?)$/i;

/** English and Chinese names of splits, only where the text calls them a set. */
const SPLIT =
  /(?<![\p{L}\d])(?:(test(?:ing)?|valid(?:ation)?|val|dev(?:elopment)?)[- ]?(?:data ?sets?|data|sets?|splits?)(?![\p{L}\d]))|(测试集|验证集|开发集)/giu;

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^test|测试/i, 'test'],
  [/^val|验证/i, 'validation'],
  [/^dev|开发/i, 'dev'],
];

/** "test", "validation" or "dev" where the text names one split and no other; else null. */
export function splitIn(text: string): string | null {
  const found = new Set<string>();
  for (const match of text.matchAll(SPLIT)) {
    const written = (match[1] ?? match[2]) as string;
    const name = NAMES.find(([pattern]) => pattern.test(written))?.[1];
    if (name) found.add(name);
  }
  return found.size === 1 ? ([...found][0] as string) : null;
}

/** True for a split's name alone: "test", "Dev set", "test-clean". */
export function isSplit(text: string): boolean {
  return SPLIT_NAME.test(text.trim().replace(/\s+(?:set|split|data)$/i, ''));
}
