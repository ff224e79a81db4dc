/** Finds the suites that a heading or a source's name may mean, past the words that headings put around a name. */
import { compareText } from '../core/compare.ts';
import { tidy } from '../core/fold.ts';
import type { Suite } from './types.ts';

/** Words around a suite's name that say nothing about which suite it is. */
const FILLERS = new Set(
  (
    'a all an and as at average averages averaged avg benchmark benchmarked benchmarking benchmarks by detailed ' +
    'eval evals evaluated evaluation evaluations final for from full in metric metrics model models more of ' +
    'official on our overall performance performances result results score scores scoring suite suites summary ' +
    'table tables task tasks test tests the total using via with'
  ).split(' '),
);

/** A heading longer than this is a sentence, not the name of a suite. */
const MOST_WORDS = 16;

/** Letters, digits and `+` of a name as lower-case words: "📊 AGI-Eval:" → ["agi", "eval"]. */
function words(name: string): string[] {
  if (name.length > 300) return [];
  return tidy(name)
    .toLowerCase()
    .split(/[^\p{L}\p{N}+.]+|\.(?!\d)|(?<!\d)\./u)
    .filter((word) => word !== '');
}

/** Indexes the names of suites; several suites may claim one name, and all of them are found, in order of their ids. */
export function indexSuites(suites: readonly Suite[]): (name: string) => readonly Suite[] {
  const byName = new Map<string, Set<Suite>>();
  for (const suite of [...suites].sort((a, b) => compareText(a.id, b.id))) {
    for (const name of [suite.id, suite.name, ...suite.aliases]) {
      const key = words(name).join('');
      if (key === '') continue;
      const claimants = byName.get(key) ?? new Set();
      byName.set(key, claimants.add(suite));
    }
  }
  const lookUp = (parts: readonly string[]) => byName.get(parts.join(''));
  return (name) => {
    const parts = words(name);
    if (parts.length === 0 || parts.length > MOST_WORDS) return [];
    // The longest stretch wins: fillers may be part of a name ("MMLU by subject group"), so they go one by one.
    let leading = 0;
    while (leading < parts.length && FILLERS.has(parts[leading] as string)) leading++;
    let trailing = 0;
    while (trailing < parts.length && FILLERS.has(parts[parts.length - 1 - trailing] as string)) trailing++;
    for (let gone = 0; gone <= leading + trailing && gone < parts.length; gone++) {
      for (let front = Math.max(0, gone - trailing); front <= Math.min(gone, leading); front++) {
        const found = lookUp(parts.slice(front, parts.length - (gone - front)));
        if (found !== undefined) return [...found];
      }
    }
    return [];
  };
}
