/** Column headings without what all of them say: a suite's name is in the page's title already. */

/** Words of a name; what stands in brackets is one of them. */
function wordsOf(name: string): string[] {
  return name.match(/\([^()]*\)(?=\s|$)|\S+/g) ?? [name];
}

function sharedWords(names: readonly (readonly string[])[]): number {
  const first = names[0] ?? [];
  // A word stays at least, so that every column keeps a name.
  const most = Math.min(...names.map((words) => words.length)) - 1;
  let shared = 0;
  while (shared < most && names.every((words) => words[shared] === first[shared])) shared++;
  return shared;
}

/** "(MTEB)" at the end of most names is dropped where it stands: the few without it are of the suite as well. */
function dropUsualEnd(names: readonly (readonly string[])[]): string[][] {
  const counts = new Map<string, number>();
  for (const words of names) {
    const end = words.length > 1 ? words.at(-1) : undefined;
    if (end?.startsWith('(')) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const usual = [...counts].find(([, count]) => count >= 4 && count > 0.75 * names.length)?.[0];
  const short = names.map((words) =>
    words.length > 1 && words.at(-1) === usual ? words.slice(0, -1) : [...words],
  );
  const count = (list: readonly (readonly string[])[]) => new Set(list.map((words) => words.join(' '))).size;
  return count(short) === count(names) ? short : names.map((words) => [...words]);
}

/**
 * Drops the words that all names begin with and those that all end with; brackets are kept whole, and are left out
 * where nothing else is left. A single name stays as it is.
 */
export function shortNames(names: readonly string[]): string[] {
  if (names.length < 2) return [...names];
  const words = names.map(wordsOf);
  const start = sharedWords(words);
  const rest = words.map((list) => list.slice(start));
  const end = sharedWords(rest.map((list) => [...list].reverse()));
  const short = dropUsualEnd(rest.map((list) => list.slice(0, list.length - end)));
  const isBracket = ([word = '', ...more]: readonly string[]) => more.length === 0 && /^\(.+\)$/.test(word);
  if (short.every(isBracket)) return short.map(([word = '']) => word.slice(1, -1));
  return short.map((list) => list.join(' '));
}
