/** Column headings without what all of them say: a suite's name is in the page's title already. */

function sharedWords(names: readonly (readonly string[])[]): number {
  const first = names[0] ?? [];
  // A word stays at least, so that every column keeps a name.
  const most = Math.min(...names.map((words) => words.length)) - 1;
  let shared = 0;
  while (shared < most && names.every((words) => words[shared] === first[shared])) shared++;
  return shared;
}

/** Drops the words that all names begin with and those that all end with; a single name stays whole. */
export function shortNames(names: readonly string[]): string[] {
  if (names.length < 2) return [...names];
  const words = names.map((name) => name.split(' '));
  const start = sharedWords(words);
  const rest = words.map((list) => list.slice(start));
  const end = sharedWords(rest.map((list) => [...list].reverse()));
  return rest.map((list) => list.slice(0, list.length - end).join(' '));
}
